"""Bare numbers that share the unit of a figure behind them.

They are of its list, 三个镇分别培训120、85、95人, what it was before: 由5.6万增加到6.3万人次, or
what it adds up: 客流1280、1465、990，合计3735人次.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import structs

from linter.facts.quantity import ONE, Quantity
from linter.interval import exactly, rounded
from linter.regexes.late import regex

_EACH = regex(r"(?:分别|依次|各)[^,，;。:、()\d]{0,10}(?=\d)")
"""Before the first of the list."""
_JOINT = regex("[、和及与]| ?[、和] ?")
_FROM = regex(r"[由从][^,，;。:、()\d]{0,8}(?=\d)")
_TO = regex(r"[^,，;。:、()\d]{0,6}[到至为][^,，;。:、()\d]{0,2}")
_BY = regex(r"[,，](?:净|共|合计)?(?:增加|增长|减少|下降|提高|提升|上升|增|减|多|少)了?")
"""Before what was before a change, between that and what is there now, and before the change."""
_ADDED = regex(
    "[,，][^,，;。:、()\\d]{0,6}(?:[合总共小]计|[一总]共|共|相加|加[总在起]|累计|之和|并在|平均|均值)[^,，;。:、()\\d]{0,8}"
)
"""Between the last of a list and what it comes to, or its mean."""
_NUMBERED = regex("(?:[第号图表码段条款牌]|[类级]别)(?:分别|依次)?[为是:]?$")
"""Before the first: the numbers are those of things, and count nothing."""
_LEAD = 4
_LARGE = regex("[百千万亿]")
"""In a total: whether the numbers are of as many, too, is not known."""
_MOST = 8
_FEWEST, _LEAST = 3, 10
"""How many bare numbers, of how much, are added up: 1、2、3 mostly number things."""
_OWN = ("number", "years", "month", "day", "week", "age", "hour", "minute", "count:标段")
"""Dimensions that numbers before a figure do not share: 1、2标段."""
_RATES = ("percent", "percent-point", "times", "ratio", "fraction")
"""And those that a number before a change may have as a decimal: 由0.82提高到91%."""
_APART = (*_OWN, *_RATES)


def shared_units(text: str, quantities: Sequence[Quantity]) -> dict[int, Quantity]:
    """The bare numbers of such lists and changes, each with the unit of the last, by offset."""
    return {
        **_of_totals(text, quantities),
        **_of_lists(text, quantities),
        **_of_changes(text, quantities),
    }


def _of_totals(text: str, quantities: Sequence[Quantity]) -> dict[int, Quantity]:
    """The numbers, of which at most the last has a unit, right behind which they are added up."""
    found: dict[int, Quantity] = {}
    row: list[Quantity] = []
    for figure in quantities:
        if row and _JOINT.fullmatch(text, row[-1].end, figure.start):
            row.append(figure)
            continue
        if _are_counts(text, row) and _ADDED.fullmatch(text, row[-1].end, figure.start):
            bare = [f for f in row if f.dimension == "number"]
            alike = bare == row or row[-1].dimension == figure.dimension
            if alike and not _LARGE.search(text, figure.start, figure.end):
                found.update(_shared([*bare, figure], _APART))
        row = [figure]
    return found


def _are_counts(text: str, row: Sequence[Quantity]) -> bool:
    """Whether figures without units, but for the last, may count something each."""
    return (
        len(row) >= _FEWEST
        and all(f.dimension == "number" for f in row[:-1])
        and all(f.printed >= _LEAST or f.step < 1 for f in row)
        and not _NUMBERED.search(text, row[0].start - _LEAD, row[0].start)
    )


def _of_changes(text: str, quantities: Sequence[Quantity]) -> dict[int, Quantity]:
    """What was before a change, and what is there now, without a unit of their own."""
    found: dict[int, Quantity] = {}
    for word in _FROM.finditer(text):
        at = bisect_left(quantities, word.end(), key=lambda q: q.start)
        row = list(quantities[at : at + 1])
        for figure, joint in zip(quantities[at + 1 : at + 3], (_TO, _BY), strict=False):
            if row[-1].dimension != "number" or row[0].start != word.end():
                break
            if not joint.fullmatch(text, row[-1].end, figure.start):
                break
            row.append(figure)
        if row and row[0].start == word.end():
            found.update(_shared(row, _APART))
    return found


def _of_lists(text: str, quantities: Sequence[Quantity]) -> dict[int, Quantity]:
    """The numbers behind 分别 whose last has a unit."""
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
        found.update(_shared(row, _OWN))
    return found


def _shared(row: Sequence[Quantity], apart: Sequence[str]) -> dict[int, Quantity]:
    """The figures of a row without a unit, with that of the last, but for units kept ``apart``."""
    last = row[-1]
    if last.dimension in apart or last.per or last.hedge:
        return {}
    return {f.start: as_one_of(f, last) for f in row[:-1] if not f.hedge}


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
