"""``gap``: how far two figures are apart, and which of them is the larger, as words say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from linter.binding.case import Case
from linter.binding.slips import slipped
from linter.binding.sums.triads.gaps import Gap, gaps, is_of_others, multiples
from linter.binding.telling import told
from linter.language.expression import Equation
from linter.language.needs import Spec
from linter.model import Verdict


class Gaps(Spec, frozen=True):
    """The equation over ``now``, ``base`` and ``gap``, that of two rates, and those of its ways."""

    NAMES: ClassVar = ("base", "now", "gap")

    where: str
    points: str
    up: str
    down: str
    times: tuple[str, ...] = ()
    """What may be meant by so many times: of which one must hold."""

    def equations(self) -> Iterator[str]:
        """All of them."""
        yield from (self.where, self.points, self.up, self.down, *self.times)


SPEC = Gaps


def check(rule_id: str, spec: Gaps, case: Case) -> Iterator[Verdict]:
    """A verdict on each gap; that it is another is told only if one slip explains it."""
    known = case.compiled.equations
    for found in gaps(case):
        figures = {"now": found.now, "base": found.base, "gap": found.gap}
        equation = known[spec.points if found.now.dimension == "percent" else spec.where]
        if equation.fits(figures):
            way = _contrary(found, {"up": known[spec.up], "down": known[spec.down]})
            yield told(case, "gap", figures, (way or equation,), way, doubt=True)
        elif slipped(figures, (equation,), case.facts.text, 1, sure=True) and not is_of_others(
            case.facts, found
        ):
            yield told(case, "gap", figures, (equation,), equation, doubt=True)
    for found in multiples(case.facts) if spec.times else ():
        figures = {"now": found.now, "base": found.base, "gap": found.gap}
        ways = tuple(known[source] for source in spec.times)
        failing = None if any(way.fits(figures) for way in ways) else ways[0]
        yield told(case, "gap", figures, ways[:1], failing, doubt=True)


def _contrary(found: Gap, ways: dict[str, Equation]) -> Equation | None:
    """The equation of the way that words tell, where the figures go the other way."""
    equation = ways.get(found.way or "")
    return (
        equation if equation and not equation.fits({"now": found.now, "base": found.base}) else None
    )
