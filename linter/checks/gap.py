"""``gap``: how far two figures are apart, and which of them is the larger, as words say."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.slips import slipped
from linter.binding.sums.triads.gaps import Gap, gaps
from linter.binding.telling import told
from linter.language.expression import Equation
from linter.language.needs import Spec
from linter.model import Verdict


class Gaps(Spec, frozen=True):
    """The equation over ``now``, ``base`` and ``gap``, that of two rates, and those of its ways."""

    where: str
    points: str
    up: str
    down: str

    def equations(self) -> Iterator[str]:
        """All of them."""
        yield from (self.where, self.points, self.up, self.down)


SPEC = Gaps


def check(rule_id: str, spec: Gaps, case: Case) -> Iterator[Verdict]:
    """A verdict on each gap; that it is another is told only if one slip explains it."""
    known = case.compiled.equations
    for found in gaps(case.facts):
        figures = {"now": found.now, "base": found.base, "gap": found.gap}
        equation = known[spec.points if found.now.dimension == "percent" else spec.where]
        if equation.fits(figures):
            way = _contrary(found, {"up": known[spec.up], "down": known[spec.down]})
            yield told(case, "gap", figures, (way or equation,), way, doubt=True)
        elif slipped(figures, (equation,), case.facts.text, 1, sure=True):
            yield told(case, "gap", figures, (equation,), equation, doubt=True)


def _contrary(found: Gap, ways: dict[str, Equation]) -> Equation | None:
    """The equation of the way that words tell, where the figures go the other way."""
    equation = ways.get(found.way or "")
    return (
        equation if equation and not equation.fits({"now": found.now, "base": found.base}) else None
    )
