"""``relation``: roles, cues and windows, and equations over the figures that take the roles."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.relation import Binder
from linter.binding.roles import Relation
from linter.binding.telling import told
from linter.model import Span, Status, Verdict

SPEC = Relation

_REASONS = {
    "unbound": "附近没有能与它核对的数字",
    "too-many": "可能的读法太多",
}


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
