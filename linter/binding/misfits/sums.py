"""A figure as the total of others, or as a part with its total among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from linter.binding.misfits.around import Around, Near, are_alike
from linter.binding.misfits.fit import TINY, Fit
from linter.facts.quantity import Quantity

_LONGEST, _LARGEST, _NEAREST = 8, 5, 7
"""How many parts stand beside their total, and how many of the nearest figures make one up."""
_APART = 3
"""How much farther a total seems from its parts if another figure of its kind stands between."""
_WHOLES = ((0, 1), (0, -1), (_APART, 2), (_APART, -2))
"""Where the total of a run may stand, counted from its beginning or (below 0) from its end."""
_CHOSEN = 3
"""How much more often than others chance makes figures fit that are chosen from a row."""
_ACROSS = 8
"""The same of parts on both sides of a total, which mostly are of two divisions."""
_FEWEST = 2


def runs(around: Around) -> Iterator[Fit]:
    """The figure as the total of a run beside it, or as a part of one with its total."""
    yield from _of_row(around, around.addable)
    if len(around.level) < len(around.addable):
        yield from _of_row(around, around.level)


def _of_row(around: Around, row: Sequence[Near]) -> Iterator[Fit]:
    at = _place(around, row)
    for side in (row[:at][::-1], row[at:]):
        for skipped in (0, 1):
            for count in range(_FEWEST, min(len(side) - skipped, _LONGEST) + 1):
                parts = side[skipped : skipped + count]
                if count > _FEWEST or parts[0].size != parts[1].size:  # else one thing told twice
                    yield _total(parts, count + skipped * _APART)
    for first, last in _holding(around, row):
        for apart, whole in _WHOLES:
            at_whole = first - whole if whole > 0 else last - whole - 1
            if first < last and 0 <= at_whole < len(row):
                yield from _part(row[at_whole], row[first:last], last - first + apart)


def across(around: Around) -> Iterator[Fit]:
    """The figure as one of two parts with their total between them: 甲612元，乙648元，节约36元."""
    row = around.addable
    at = _place(around, row)
    for whole, part in ((at - 1, at - 2), (at, at + 1)):
        if part >= 0 and max(whole, part) < len(row):
            yield from _part(row[whole], [row[part]], _FEWEST, _ACROSS)


def of_keys(around: Around) -> Iterator[Fit]:
    """The figure as a part of a run that comes to what the report tells again and again."""
    wholes = [n for n in around.keys if are_alike(around.figure, n.figure)]
    for first, last in _holding(around, around.alike):
        if last - first >= _FEWEST:
            for whole in wholes:
                yield from _part(whole, around.alike[first:last], last - first)


def chosen(around: Around) -> Iterator[Fit]:
    """The figure as what some of the figures nearest to it come to, or as one of these."""
    nearest = sorted(around.alike, key=lambda n: n.reach)[:_NEAREST]
    for count in range(_FEWEST, _LARGEST + 1):
        for some in combinations(nearest, count):
            reach = max(n.reach for n in some)
            yield _total(some, reach, _CHOSEN)
            for whole in some:
                rest = [n for n in some if n is not whole]
                yield from _part(whole, rest, reach, _CHOSEN)


def _place(around: Around, row: Sequence[Near]) -> int:
    """How many figures of a row stand before the figure."""
    return sum(n.figure.start < around.figure.start for n in row)


def _holding(around: Around, row: Sequence[Near]) -> Iterator[tuple[int, int]]:
    """Where the others begin and end of each run that the figure is in."""
    at, size = _place(around, row), len(row)
    for first in range(at + 1):
        for last in range(at, min(size, first + _LONGEST) + 1):
            yield first, last


def _total(parts: Sequence[Near], reach: int, doubt: int = 1) -> Fit:
    value, figures = sum(n.size for n in parts), tuple(n.figure for n in parts)
    return Fit("total", value, 0.0, _grain(parts), figures, reach, doubt, _coarse(figures))


def _part(whole: Near, others: Sequence[Near], reach: int, doubt: int = 1) -> Iterator[Fit]:
    value, added = whole.size - sum(n.size for n in others), (whole, *others)
    if value > TINY * whole.size:
        figures = tuple(n.figure for n in added)
        yield Fit("part", value, 0.0, _grain(added), figures, reach, doubt, _coarse(figures))


def _grain(added: Sequence[Near]) -> float:
    return min(n.grain for n in added)


def _coarse(figures: Sequence[Quantity]) -> float:
    """What the last digit counts of a figure that is rounded in a larger unit than the others.

    1.86亿立方米 less 3240万立方米 is known to 100万立方米, though it looks exact.
    """
    least = min(f.factor for f in figures)
    rounded = (f.step for f in figures if f.factor > least and f.step < f.factor)
    return float(max(rounded, default=0))
