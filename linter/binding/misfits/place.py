"""Where a figure stands, and which values would fit there.

The nearer the figures that want a value, the sooner it is tried; how many were tried before one
fits, and how exact it is, tells how likely chance alone makes it fit.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cached_property

from linter.binding.misfits import rates, sums
from linter.binding.misfits.around import Around, Near
from linter.binding.misfits.fit import SUMS, Fit
from linter.binding.misfits.mixed import is_mixed
from linter.binding.misfits.prices import products
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_OF_ONE = frozenset(
    map(
        frozenset,
        (
            ("product", "part"),
            ("quotient", "of-sum"),
            ("rest-beside", "part"),
            ("part-beside", "part"),
            ("quotient", "part"),
            ("quotient", "total"),
            ("before-more", "part"),
            ("before-less", "total"),
            ("more", "total"),
            ("less", "part"),
        ),
    )
)
"""The ways that together tell of 36个，合格34个，余下2个，合格率94.4%."""
_CLOSE = 3
"""How near the figures of these stand."""
_MOST = 3.0
"""What two ways to make a figure that agree weigh at most."""


class Place:
    """The values that would fit where a figure stands, way by way, those of the nearest first."""

    def __init__(self, facts: Facts, figure: Quantity, often: Sequence[Near] = ()) -> None:
        """``often``: the figures that a report tells again and again, its budget above all."""
        self.figure = figure
        self._facts, self._often = facts, often
        self._around = Around(facts, figure, often)

    def of(self, figure: Quantity) -> Place:
        """The place of another figure of the same report."""
        return Place(self._facts, figure, self._often)

    @property
    def figures(self) -> list[Quantity]:
        """The figures around."""
        return [n.figure for n in self._around.near]

    def has(self, value: Decimal) -> bool:
        """Whether a figure around it has a value."""
        return any(n.figure.printed == value for n in self._around.near)

    @property
    def is_mixed(self) -> bool:
        """Whether figures around it make it what it is in two ways at once."""
        return is_mixed(self._around)

    @cached_property
    def simple(self) -> list[list[Fit]]:
        """What runs beside the figure, rates and products want there."""
        of_sums = sums.runs, sums.across, sums.of_keys
        ways = *of_sums, rates.rates, rates.of_both, rates.of_keys, products
        return [_sorted(way(self._around)) for way in ways]

    def agreed(self, fit: Fit) -> float:
        """How seldom by chance another way wants the same value of a whole, its parts or rate."""
        weights = [
            -math.log10(count * other.doubt * other.width)
            for fits in self.simple
            for count, other in enumerate(fits, 1)
            if other.agrees(fit) and _are_of_one(fit, other)
        ]
        return min(max(weights, default=0.0), _MOST)

    @cached_property
    def every(self) -> list[list[Fit]]:
        """The same, and what some of the nearest figures come to that stand in no run."""
        return [*self.simple, _sorted(sums.chosen(self._around))]


def _are_of_one(fit: Fit, other: Fit) -> bool:
    """Whether two fits are ways to make one of a whole, its part, what is left and their rate.

    So are a sum, and a rate or product, of quite other figures.
    """
    if max(fit.reach, other.reach) > _CLOSE:
        return False
    shared = any(one is two for one in fit.figures for two in other.figures)
    if (fit.way in SUMS) is not (other.way in SUMS) and not shared:
        return True
    return shared and frozenset((fit.way, other.way)) in _OF_ONE


def _sorted(fits: Iterable[Fit]) -> list[Fit]:
    return sorted(fits, key=lambda fit: fit.reach)
