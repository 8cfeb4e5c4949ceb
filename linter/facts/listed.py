"""Bare numbers that share the unit of the last of their list: 三个镇分别培训120、85、95人."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import structs

from linter.facts.quantity import ONE, Quantity
from linter.interval import exactly, rounded
from linter.late import regex

_EACH = regex(r"(?:分别|依次|各)[^,，;。:、()\d]{0,10}(?=\d)")
"""Before the first of the list."""
_JOINT = regex("[、和及与]| ?[、和] ?")
_MOST = 8
_OWN = ("number", "years", "month", "day", "week", "age", "hour", "minute", "count:标段")
"""Dimensions that numbers before a figure do not share: 1、2标段."""


def shared_units(text: str, quantities: Sequence[Quantity]) -> dict[int, Quantity]:
    """The bare numbers of such lists, each with the unit of the last, by offset."""
    found: dict[int, Quantity] = {}
    for word in _EACH.finditer(text):
        at = bisect_left(quantities, word.end(), key=lambda q: q.start)
        row = quantities[at : at + 1]
        if not row or row[0].start != word.end() or row[0].dimension != "number":
            continue
        for figure in quantities[at + 1 : at + _MOST]:
            if not _JOINT.fullmatch(text, row[-1].end, figure.start):
                break
            row = [*row, figure]
            if figure.dimension != "number":
                break
        last = row[-1]
        if last.dimension not in _OWN and not (last.per or last.hedge):
            found.update((f.start, as_one_of(f, last)) for f in row[:-1] if not f.hedge)
    return found


def as_one_of(figure: Quantity, last: Quantity) -> Quantity:
    """A bare number as a figure of another one's unit: 9.6万 with the 人次 of 12.3万人次."""
    factor = ONE if figure.factor == last.factor else last.factor
    printed, step = figure.printed * factor, figure.step * factor
    return structs.replace(
        figure,
        printed=printed,
        step=step,
        value=exactly(printed) if last.exact else rounded(printed, step),
        dimension=last.dimension,
        unit=last.unit,
        factor=last.factor,
    )
