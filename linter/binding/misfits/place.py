"""What stands around a figure, and which values would fit there.

The nearer the figures that want a value, the sooner it is tried; how many were tried before one
fits, and how exact it is, tells how likely chance alone makes it fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import combinations, permutations

from msgspec import Struct

from linter.binding.misfits.fit import Fit
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import role_of
from linter.late import regex

_SIDE, _MOST = 160, 8
"""How far to either side figures are looked for, and how many."""
_LONGEST, _LARGEST, _NEAREST = 8, 5, 7
"""How many parts stand beside their total, and how many of the nearest figures make one up."""
_APART = 3
"""How much farther a total seems from its parts if another figure of its kind stands between."""
_WHOLES = ((0, 1), (0, -1), (_APART, 2), (_APART, -2))
"""Where the total of a run may stand, counted from its beginning or (below 0) from its end."""
_CHANGE = regex("[增减降升涨高低多少长落]")
_EACH = regex("[每单均]|一[^一二三四五六七八九十\\d]{1,2}$")
_STEEP = 0.9
"""So large a change is told as a multiple, or nothing is left."""
_CHANGED, _BEFORE, _CHOSEN = 2, 4, 3
"""How much more often than others chance makes these fit: a change between any two figures, what
any figure was before a change, and figures chosen from a row."""
_HALF = 0.5
_ROUGH = 1e-9
_FULL_MARKS = ("full", "full-total")
_FEWEST_PARTS = 2
_AFAR, _CLOSE = 9, 3
"""How far a figure told again and again seems, and how near one must be that it is held against."""
_NO_BASE = ("percent", "percent-point", "number", "times")
_PURE = ("percent", "percent-point", "score", "number", "times")
"""What nothing is a rate or a price of."""


class _Near(Struct, frozen=True, gc=False):
    figure: Quantity
    reach: int
    size: float
    half: float
    """What half of its last digit counts."""
    grain: float
    """What its last digit counts that is not 0: round figures tell less."""


class Place:
    """The figures around one, in its block."""

    def __init__(self, facts: Facts, figure: Quantity, often: Sequence[Quantity] = ()) -> None:
        """``often``: the figures that a report tells again and again, its budget above all."""
        self._facts, self.figure, self._often = facts, figure, often
        low, high = facts.windows.bounds("block", figure.start)
        low, high = max(low, figure.start - _SIDE), min(high, figure.end + _SIDE)
        around = [f for f in facts.around(figure, low, high) if _may_be_used(facts, f)]
        before = [f for f in around if f.start < figure.start][-_MOST:][::-1]
        behind = [f for f in around if f.start > figure.start][:_MOST]
        self._near = [
            _Near(f, reach, facts.size(f), half(f), _grain(f))
            for side in (before, behind)
            for reach, f in enumerate(side, 1)
        ]
        self._bounds = low, high

    @property
    def figures(self) -> list[Quantity]:
        """The figures around."""
        return [n.figure for n in self._near]

    def has(self, value: Decimal) -> bool:
        """Whether a figure around it has a value."""
        return any(n.figure.printed == value for n in self._near)

    @cached_property
    def simple(self) -> list[list[Fit]]:
        """The values that runs beside the figure, rates and products want there, nearest first."""
        ways = (
            self._runs(),
            self._of_keys(),
            self._by_rates(),
            self._by_keys(),
            self._products(),
        )
        return [_sorted(fits) for fits in ways]

    @cached_property
    def every(self) -> list[list[Fit]]:
        """The same, and what some of the nearest figures come to that stand in no run."""
        return [*self.simple, _sorted(self._some())]

    @cached_property
    def _keys(self) -> list[_Near]:
        """What the report tells again and again, and not here."""
        near = {n.size for n in self._near}
        told = [_Near(f, _AFAR, self._facts.size(f), half(f), _grain(f)) for f in self._often]
        return [n for n in told if n.size not in near]

    def _alike(self) -> list[_Near]:
        """The figures that can be added to it; rates are not."""
        if self.figure.dimension == "percent":
            return []
        facts, figure = self._facts, self.figure
        alike = [n for n in self._near if _are_alike(figure, n.figure)]
        if is_mark(figure):
            alike = [n for n in alike if role_of(facts, n.figure) not in _FULL_MARKS]
        return alike

    def _runs(self) -> Iterator[Fit]:
        """The figure as the total of a run beside it, or as a part of one with its total."""
        row = sorted(self._alike(), key=lambda n: n.figure.start)
        at = sum(n.figure.start < self.figure.start for n in row)
        for side in (row[:at][::-1], row[at:]):
            for skipped in (0, 1):
                for count in range(2, min(len(side) - skipped, _LONGEST) + 1):
                    yield _total(side[skipped : skipped + count], count + skipped * _APART)
        for first in range(at + 1):
            for last in range(at, min(len(row), first + _LONGEST) + 1):
                for apart, whole in _WHOLES:
                    at_whole = first - whole if whole > 0 else last - whole - 1
                    if first < last and 0 <= at_whole < len(row):
                        yield from _part(row[at_whole], row[first:last], last - first + apart)

    def _of_keys(self) -> Iterator[Fit]:
        """The figure as a part of a run that comes to what the report tells again and again."""
        row = sorted(self._alike(), key=lambda n: n.figure.start)
        at = sum(n.figure.start < self.figure.start for n in row)
        wholes = [n for n in self._keys if _are_alike(self.figure, n.figure)]
        for first in range(at + 1):
            for last in range(at, min(len(row), first + _LONGEST) + 1):
                for whole in wholes if last - first >= _FEWEST_PARTS else ():
                    yield from _part(whole, row[first:last], last - first)

    def _some(self) -> Iterator[Fit]:
        """The figure as what some of the figures nearest to it come to, or as one of these."""
        nearest = sorted(self._alike(), key=lambda n: n.reach)[:_NEAREST]
        for count in range(2, _LARGEST + 1):
            for some in combinations(nearest, count):
                reach = max(n.reach for n in some)
                yield _total(some, reach, _CHOSEN)
                for whole in some:
                    rest = [n for n in some if n is not whole]
                    yield from _part(whole, rest, reach, _CHOSEN)

    def _by_rates(self) -> Iterator[Fit]:
        if self.figure.dimension == "percent":
            yield from self._rates()
            return
        rates = [n for n in self._near if n.figure.dimension in ("percent", "times")]
        changes = bool(rates) and _CHANGE.search(self._facts.text, *self._bounds) is not None
        for rate in rates:
            for other in self._alike():
                yield from _rated(other, rate, changes)

    def _rates(self) -> Iterator[Fit]:
        """The figure as the part that one figure is of another, or as the change between them."""
        counted = [n for n in self._near if n.figure.dimension not in _NO_BASE]
        changes = _CHANGE.search(self._facts.text, *self._bounds) is not None
        for a, b in permutations(counted, 2):
            if a.figure.dimension != b.figure.dimension:
                continue
            rate, reach = a.size / b.size, max(a.reach, b.reach)
            pair = a.figure, b.figure
            yield Fit("quotient", rate, 0.0, 0.0, pair, reach)
            if changes:
                way = "growth" if rate > 1 else "decline"
                if abs(rate - 1) < _STEEP:
                    yield Fit(way, abs(rate - 1), 0.0, 0.0, pair, reach, _CHANGED)

    def _by_keys(self) -> Iterator[Fit]:
        """The same of a figure beside it and one that the report tells again and again."""
        figure, keys = self.figure, self._keys
        nearest = [n for n in self._near if n.reach <= _CLOSE]
        if figure.dimension == "percent":
            for part in nearest:
                for key in keys:
                    if part.figure.dimension == key.figure.dimension:
                        pair = part.figure, key.figure
                        yield Fit("quotient", part.size / key.size, 0.0, 0.0, pair, part.reach)
            return
        for rate in nearest:
            if rate.figure.dimension == "percent":
                for key in keys:
                    if _are_alike(figure, key.figure):
                        yield from _rated(key, rate, changes=False)

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


def _may_be_used(facts: Facts, figure: Quantity) -> bool:
    return bool(figure.printed) and figure.hedge is None and figure.start not in facts.spoken


def half(figure: Quantity) -> float:
    """What half of a figure's last digit counts."""
    return float(figure.step) * _HALF


def _grain(figure: Quantity) -> float:
    """What the last digit counts of a figure, where it is whole without the zeros at its end."""
    whole = int(figure.printed / figure.factor)
    if whole * figure.factor != figure.printed:
        return float(figure.step)
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    return float(figure.factor) * 10.0**zeros


def _are_alike(figure: Quantity, other: Quantity) -> bool:
    if is_mark(figure) and is_mark(other):
        return True
    return other.dimension == figure.dimension and other.per == figure.per


def is_mark(figure: Quantity) -> bool:
    """Whether a figure is a mark, or may be one: 得88.14分，投入13.00，过程32.88，……."""
    return figure.dimension == "score" or (figure.dimension == "number" and figure.step < 1)


def _sorted(fits: Iterable[Fit]) -> list[Fit]:
    return sorted(fits, key=lambda fit: fit.reach)


def _total(parts: Sequence[_Near], reach: int, doubt: int = 1) -> Fit:
    value, grain = sum(n.size for n in parts), min(n.grain for n in parts)
    return Fit("total", value, 0.0, grain, tuple(n.figure for n in parts), reach, doubt)


def _part(whole: _Near, others: Sequence[_Near], reach: int, doubt: int = 1) -> Iterator[Fit]:
    value = whole.size - sum(n.size for n in others)
    if value > _ROUGH * whole.size:
        grain = min(whole.grain, *(n.grain for n in others))
        figures = (whole.figure, *(n.figure for n in others))
        yield Fit("part", value, 0.0, grain, figures, reach, doubt)


def _rated(other: _Near, rate: _Near, changes: bool) -> Iterator[Fit]:
    """What another figure and a rate make of the figure."""
    p, slack = rate.size, rate.half
    reach, pair = max(other.reach, rate.reach), (other.figure, rate.figure)
    ways = [("product", p, slack / p), ("quotient", 1 / p, slack / p)]
    if rate.figure.dimension == "times" and p > 1:
        ways.append(("times-more", p - 1, slack / (p - 1)))
    elif changes:
        ways += [("more", 1 + p, slack / (1 + p)), ("before-more", 1 / (1 + p), slack / (1 + p))]
        if p < 1:
            ways += [
                ("less", 1 - p, slack / (1 - p)),
                ("before-less", 1 / (1 - p), slack / (1 - p)),
            ]
    for way, factor, part in ways:
        value = other.size * factor
        doubt = _BEFORE if way.startswith("before") else 1
        yield Fit(way, value, value * part, 0.0, pair, reach, doubt)
