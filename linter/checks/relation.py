"""``relation``: roles, cues and windows, and equations over the figures that take the roles."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.relations.bindings import Assignment
from linter.binding.relations.operands import Binder
from linter.binding.relations.roles import Relation
from linter.binding.sought import Sought
from linter.binding.telling import told
from linter.model import Span, Status, Verdict

SPEC = Relation

_REASONS = {
    "unbound": "附近没有能与它核对的数字",
    "too-many": "可能的读法太多",
}


def seeks(rule_id: str, spec: Relation, case: Case) -> Iterator[Sought]:
    """For each figure that nothing was bound to, the combinations that were tried."""
    binder = Binder(rule_id, spec, case.facts, case.compiled.equations)
    for binding in binder.bindings():
        if binding.assignment is None:
            figure = binding.derived
            found = tuple(_tried(spec, case, a) for a in binder.tried(figure))
            yield Sought(f"{case.text(figure.start, figure.end)}试过的组合", found)


def _tried(spec: Relation, case: Case, assignment: Assignment) -> str:
    """An assignment in words: role by role, and what came of its equation."""
    figures = assignment.figures
    doubt = assignment.failing is not None
    verdict = told(case, spec.derived, figures, assignment.equations, assignment.failing, doubt)
    roles = "、".join(f"{name}={case.text(f.start, f.end)}" for name, f in figures.items())
    held = "不相等" if doubt else "相等"
    words = "" if assignment.supported else "，提示词不全"
    return f"{roles}：{verdict.calculation.removesuffix(' ✓')}，{held}{words}"


def check(rule_id: str, spec: Relation, case: Case) -> Iterator[Verdict]:
    """A verdict for each figure that carries the derived role's cue."""
    for binding in Binder(rule_id, spec, case.facts, case.compiled.equations).bindings():
        figure, assignment = binding.derived, binding.assignment
        if assignment is None:
            yield Verdict(
                Status.not_evaluated,
                case.text(figure.start, figure.end),
                Span(figure.start, figure.end),
                reason=_REASONS[binding.outcome],
            )
        else:
            yield told(
                case,
                spec.derived,
                assignment.figures,
                assignment.equations,
                assignment.failing,
                doubt=binding.outcome == "doubt",
            )
