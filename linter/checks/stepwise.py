"""``stepwise``: marks lost by so many for each step that a thing is off its goal."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.marks.stepwise import Stepwise as Told
from linter.binding.marks.stepwise import stepwise
from linter.binding.sought import Sought
from linter.facts.quantity import Quantity
from linter.language import calculation
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Stepwise(Spec, frozen=True):
    """Nothing to set: the text tells the rule."""


SPEC = Stepwise


def seeks(rule_id: str, spec: Stepwise, case: Case) -> Iterator[Sought]:
    """Marks of the text."""
    yield sought.marks(case)


def check(rule_id: str, spec: Stepwise, case: Case) -> Iterator[Verdict]:
    """A verdict for the marks lost behind each rule."""
    for told in stepwise(case.facts):
        yield _verdict(case, told)


def _verdict(case: Case, told: Told) -> Verdict:
    off = " − ".join(_literal(case, figure) for figure in told.off)
    off = f"（{off}）" if len(told.off) > 1 else off
    lost = _literal(case, told.lost)
    expected = calculation.like(told.lost, lost, told.reached)
    rule = f"{off} ÷ {_literal(case, told.step)} × {_literal(case, told.each)} = {expected}"
    return Verdict(
        Status.passed if told.holds else Status.failed,
        lost,
        Span.of(told.lost),
        tuple(Related(Span.of(figure), "part") for figure in (told.each, *told.off)),
        f"{rule} {'✓' if told.holds else f'≠ {lost}'}",
        values={"lost": lost, "lost.expected": expected},
        recomputed=told.holds,
    )


def _literal(case: Case, figure: Quantity) -> str:
    return case.text(figure.start, figure.end)
