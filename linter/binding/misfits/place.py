"""What stands around a figure, and which values would fit there.

The nearer the figures that want a value, the sooner it is tried; how many were tried before one
fits, and how exact it is, tells how likely chance alone makes it fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import combinations, permutations

from msgspec import Struct

from linter.binding.misfits.fit import Fit
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.late import regex

_SIDE, _MOST = 160, 8
"""How far to either side figures are looked for, and how many."""
_LONGEST, _LARGEST, _NEAREST = 8, 5, 7
"""How many parts stand beside their total, and how many of the nearest figures make one up."""
_CHANGE = regex("[增减降升涨高低多少长落]")
_EACH = regex("[每单均]|一[^一二三四五六七八九十\\d]{1,2}$")
_HALF = 0.5
_ROUGH = 1e-9
_PURE = ("percent", "percent-point", "score", "number", "times")
"""What nothing is a rate or a price of."""


class _Near(Struct, frozen=True, gc=False):
    figure: Quantity
    reach: int
    size: float
    half: float
    """What half of its last digit counts."""


class Place:
    """The figures around one, in its block."""

    def __init__(self, facts: Facts, figure: Quantity) -> None:
        self._facts, self.figure = facts, figure
        low, high = facts.windows.bounds("block", figure.start)
        low, high = max(low, figure.start - _SIDE), min(high, figure.end + _SIDE)
        around = [f for f in facts.around(figure, low, high) if f.printed and f.hedge is None]
        before = [f for f in around if f.start < figure.start][-_MOST:][::-1]
        behind = [f for f in around if f.start > figure.start][:_MOST]
        self._near = [
            _Near(f, reach, facts.size(f), half(f))
            for side in (before, behind)
            for reach, f in enumerate(side, 1)
        ]
        self._bounds = low, high

    @property
    def starts(self) -> frozenset[int]:
        """Where the figures around begin."""
        return frozenset(n.figure.start for n in self._near)

    @cached_property
    def simple(self) -> list[list[Fit]]:
        """The values that runs beside the figure, rates and products want there, nearest first."""
        ways = self._runs(), self._by_rates(), self._products()
        return [_sorted(fits) for fits in ways]

    @cached_property
    def every(self) -> list[list[Fit]]:
        """The same, and what some of the nearest figures come to that stand in no run."""
        return [*self.simple, _sorted(self._some())]

    def _alike(self) -> list[_Near]:
        return [n for n in self._near if _are_alike(self.figure, n.figure)]

    def _runs(self) -> Iterator[Fit]:
        """The figure as the total of a run beside it, or as a part of one with its total."""
        row = sorted(self._alike(), key=lambda n: n.figure.start)
        at = sum(n.figure.start < self.figure.start for n in row)
        for side in (row[:at][::-1], row[at:]):
            for count in range(2, min(len(side), _LONGEST) + 1):
                yield _total(side[:count], count)
        for first in range(at + 1):
            for last in range(at, min(len(row), first + _LONGEST) + 1):
                for whole in (first - 1, last):
                    if first < last and 0 <= whole < len(row):
                        yield from _part(row[whole], row[first:last], last - first)

    def _some(self) -> Iterator[Fit]:
        """The figure as what some of the figures nearest to it come to, or as one of these."""
        nearest = sorted(self._alike(), key=lambda n: n.reach)[:_NEAREST]
        for count in range(2, _LARGEST + 1):
            for some in combinations(nearest, count):
                reach = max(n.reach for n in some)
                yield _total(some, reach)
                for whole in some:
                    yield from _part(whole, [n for n in some if n is not whole], reach)

    def _by_rates(self) -> Iterator[Fit]:
        if self.figure.dimension == "percent":
            yield from self._rates()
            return
        rates = [n for n in self._near if n.figure.dimension == "percent"]
        changes = bool(rates) and _CHANGE.search(self._facts.text, *self._bounds) is not None
        for rate in rates:
            for other in self._alike():
                yield from _rated(other, rate, changes)

    def _rates(self) -> Iterator[Fit]:
        """The figure as the part that one figure is of another, or as the change between them."""
        counted = [n for n in self._near if n.figure.dimension not in _PURE]
        changes = _CHANGE.search(self._facts.text, *self._bounds) is not None
        for a, b in permutations(counted, 2):
            if a.figure.dimension != b.figure.dimension:
                continue
            rate, reach = a.size / b.size, max(a.reach, b.reach)
            pair = a.figure, b.figure
            yield Fit("quotient", rate, 0.0, 0.0, pair, reach)
            if changes:
                way = "growth" if rate > 1 else "decline"
                yield Fit(way, abs(rate - 1), 0.0, 0.0, pair, reach)

    def _products(self) -> Iterator[Fit]:
        """The figure as the price, the quantity or the amount of two figures beside it."""
        near = [n for n in self._near if n.figure.dimension not in _PURE]
        money = self.figure.dimension == "money"
        if self.figure.dimension in _PURE or not self._has_price(near):
            return
        for a, b in permutations(near, 2):
            kinds = a.figure.dimension == "money", b.figure.dimension == "money"
            reach, pair = max(a.reach, b.reach), (a.figure, b.figure)
            if money and kinds == (True, False):
                yield Fit("product", a.size * b.size, 0.0, 0.0, pair, reach)
            if kinds[0] and kinds[1] is not money:
                value = a.size / b.size
                yield Fit("quotient", value, value * a.half / a.size, 0.0, pair, reach)

    def _has_price(self, near: Iterable[_Near]) -> bool:
        text = self._facts.text
        return any(
            f.per is not None or _EACH.search(text, max(0, f.start - 5), f.start)
            for f in (self.figure, *(n.figure for n in near))
        )


def half(figure: Quantity) -> float:
    """What half of a figure's last digit counts."""
    return float(figure.step) * _HALF


def _are_alike(figure: Quantity, other: Quantity) -> bool:
    return other.dimension == figure.dimension and other.per == figure.per


def _sorted(fits: Iterable[Fit]) -> list[Fit]:
    return sorted(fits, key=lambda fit: fit.reach)


def _total(parts: Sequence[_Near], reach: int) -> Fit:
    value, grain = sum(n.size for n in parts), 2 * min(n.half for n in parts)
    return Fit("total", value, 0.0, grain, tuple(n.figure for n in parts), reach)


def _part(whole: _Near, others: Sequence[_Near], reach: int) -> Iterator[Fit]:
    value = whole.size - sum(n.size for n in others)
    if value > _ROUGH * whole.size:
        grain = 2 * min(whole.half, *(n.half for n in others))
        figures = (whole.figure, *(n.figure for n in others))
        yield Fit("part", value, 0.0, grain, figures, reach)


def _rated(other: _Near, rate: _Near, changes: bool) -> Iterator[Fit]:
    """What another figure and a rate make of the figure."""
    p, slack = rate.size, rate.half
    reach, pair = max(other.reach, rate.reach), (other.figure, rate.figure)
    ways = [("product", p, slack / p), ("quotient", 1 / p, slack / p)]
    if changes:
        ways += [("more", 1 + p, slack / (1 + p)), ("before-more", 1 / (1 + p), slack / (1 + p))]
        if p < 1:
            ways += [
                ("less", 1 - p, slack / (1 - p)),
                ("before-less", 1 / (1 - p), slack / (1 - p)),
            ]
    for way, factor, part in ways:
        value = other.size * factor
        yield Fit(way, value, value * part, 0.0, pair, reach)
