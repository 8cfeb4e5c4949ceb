"""``relation``: roles, cues and windows, and equations over the figures that take the roles."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.marks.bands import band_edges
from linter.binding.misfits.chance import borne_out
from linter.binding.relations.bindings import Assignment, Binding
from linter.binding.relations.deciding import is_plausible
from linter.binding.relations.operands import Binder
from linter.binding.relations.relation import Relation
from linter.binding.same_facts.spelled import number, slip
from linter.binding.sought import Sought
from linter.binding.telling import is_cut_off, told
from linter.facts.quantity import OPEN_HEDGES, Quantity
from linter.model import Span, Status, Verdict

SPEC = Relation

_TOO_MANY = "可能的读法太多"
_ALONE = "附近没有能与它核对的数字"
_UNCLEAR = "不能肯定附近哪些数字与它相关，请自行核对"


def seeks(rule_id: str, spec: Relation, case: Case) -> Iterator[Sought]:
    """For each figure that nothing was bound to, the combinations that were tried."""
    binder = Binder(rule_id, spec, case.facts, case.compiled.equations)
    for binding in binder.bindings():
        if binding.assignment is None:
            figure = binding.derived
            found = tuple(_tried(spec, case, a) for a in binder.tried(figure))
            yield Sought(f"{case.text(figure.start, figure.end)}试过的组合", found)


def withheld(rule_id: str, spec: Relation, case: Case) -> Iterator[tuple[Quantity, str]]:
    """The figures that do not fit those beside them, and why they are not told."""
    return Binder(rule_id, spec, case.facts, case.compiled.equations).withheld()


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
    binder = Binder(rule_id, spec, case.facts, case.compiled.equations)
    for binding in binder.bindings():
        figure, assignment = binding.derived, binding.assignment
        if assignment is None or _is_of_others(case, binding):
            if not _is_wanted(case, figure):
                yield Verdict(
                    Status.not_evaluated,
                    case.text(figure.start, figure.end),
                    Span.of(figure),
                    reason=_reason(spec, case, binder, binding),
                )
        elif not (spec.weak and _says_nothing(spec, assignment)):
            yield told(
                case,
                spec.derived,
                assignment.figures,
                assignment.equations,
                assignment.failing,
                doubt=binding.outcome == "doubt",
            )


def _says_nothing(spec: Relation, assignment: Assignment) -> bool:
    """Whether it tells of no slip that figures without cues keep to a bound, or are cut off."""
    if assignment.failing is None:
        return assignment.figures[spec.derived].hedge in OPEN_HEDGES
    return is_cut_off(assignment.failing, spec.derived, assignment.figures)


def _is_of_others(case: Case, binding: Binding) -> bool:
    """Whether a figure that seems wrong is what others before it come to.

    年末146.28万元，年初64.20万元，大头是“白改黑”62.40万元，占42.66%: of the first, not the second.
    """
    assignment, figure = binding.assignment, binding.derived
    if assignment is None or assignment.failing is None or binding.outcome != "doubt":
        return False
    if (fit := borne_out(case.facts, figure)) is None:
        return False
    slips = (slip(number(a), number(b)) for a in assignment.figures.values() for b in fit.figures)
    return all(other.start < figure.start for other in fit.figures) and not any(slips)


def _is_wanted(case: Case, figure: Quantity) -> bool:
    """Whether a figure only says what is wanted or graded how: 不低于90%, 90分以上为优."""
    return figure.hedge in OPEN_HEDGES or figure.start in case.once(band_edges)


def _reason(spec: Relation, case: Case, binder: Binder, binding: Binding) -> str:
    """Why a figure was bound to none, with the arithmetic of the only plausible ones."""
    if binding.outcome == "too-many":
        return _TOO_MANY
    tried = [a for a in binder.tried(binding.derived) if a.failing is not None]
    if not tried:
        figure = binding.derived
        bounds = case.facts.windows.around("sentence", figure.start, figure.end)
        return _UNCLEAR if case.facts.around(figure, *bounds) else _ALONE
    near = [a for a in tried if is_plausible(spec, a)]
    if len(near) != 1:
        return _UNCLEAR
    (only,) = near
    verdict = told(case, spec.derived, only.figures, only.equations, only.failing)
    return f"{_UNCLEAR}（{verdict.calculation}）"
