"""Lengths of time as told: 120日历天, 一年零十个月, 半年; and whether two days are so far apart.

Both days may be counted or one of them or none; a month more or less than whole months is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from linter.binding.dates.told_days import Day
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_HALF = regex(r"(?<![上下前后\d一二两三四五六七八九十])半年(?!度|报)")
_WHOLE_YEARS = regex(
    r"(?<![第\d一二三四五六七八九十])(?P<n>[一二两三四五六七八九十])个?(?:整年|足年)(?!度)"
)
"""两整年, which is no figure."""
_AND = regex("[零又]?")
_WORKING = regex("工作|度")
_BEHIND = regex("[之以]?内|以[上下]|左右|上下|[前后](?!后)|[初底末]|度(?!假)|级|生|龄|制")
"""Behind a length: it bounds, or is of something else."""
_BOTH = regex("[首头]尾两|[\u4e00-\u9fff][业束工幕园馆班]两")
"""Two days that are the first and the last: 开班和结业两天."""
_YEAR, _ROUND, _MONTH_DAYS = 12, 6.5, 30.5
_WHOLE, _LOOSE = 0.95, 0.15


class Length(Struct, frozen=True):
    """A length of time, in days or months, and by how many months it may be rounded."""

    start: int
    end: int
    in_days: bool
    low: float
    high: float
    slack: float = 0.0
    loose: bool = False
    """Whether words make it approximate."""


def lengths(facts: Facts, low: int, high: int) -> list[Length]:
    """The lengths told between two offsets, 一年零十个月 as one."""
    found: list[Length] = []
    parts = [*_figures(facts, low, high), *_halves(facts, low, high)]
    for b in sorted(parts, key=lambda part: part.start):
        a = found[-1] if found else None
        if a and a.slack and not b.in_days and _AND.fullmatch(facts.text, a.end, b.start):
            found[-1] = Length(a.start, b.end, False, a.low + b.low, a.high + b.high)
        else:
            found.append(b)
    return [
        length
        for length in found
        if not _BEHIND.match(facts.text, length.end)
        and not _BOTH.match(facts.text, length.start - 2)
    ]


def _figures(facts: Facts, low: int, high: int) -> Iterator[Length]:
    for figure in facts.within(low, high):
        length = _figure(facts.text, figure)
        if length is not None:
            yield length


def _figure(text: str, figure: Quantity) -> Length | None:
    days = figure.dimension == "number" and text.startswith("日", figure.end)
    if not days and figure.dimension not in ("day", "month", "years"):
        return None
    if figure.per or _WORKING.search(text, figure.start, figure.end):
        return None
    if not figure.value.low.is_finite() or not figure.value.high.is_finite():
        return None
    exact = figure.hedge is None and figure.printed == int(figure.printed)
    ends = (figure.printed, figure.printed) if exact else (figure.value.low, figure.value.high)
    times = _YEAR if figure.dimension == "years" else 1
    low, high = (float(end) * times for end in ends)
    in_days = days or figure.dimension == "day"
    slack = _ROUND if figure.dimension == "years" else 0.0
    loose = figure.hedge is not None
    return Length(figure.start, figure.end + days, in_days, low, high, slack, loose)


def _halves(facts: Facts, low: int, high: int) -> Iterator[Length]:
    for match in _HALF.finditer(facts.text, low, high):
        yield Length(*match.span(), in_days=False, low=6, high=6, slack=1)
    for match in _WHOLE_YEARS.finditer(facts.text, low, high):
        months = (numeral.read(match["n"]) or 0) * _YEAR
        yield Length(*match.span(), in_days=False, low=months, high=months, slack=1)


def part_of(facts: Facts, length: Length) -> tuple[int, int]:
    """The stretch of its sentence between two semicolons in which a length stands."""
    low, high = facts.windows.around("sentence", length.start, length.end)
    end = facts.text.find(";", length.end, high)
    return facts.behind_last(";", low, length.start), end if end >= 0 else high


def apart(a: Day, b: Day, *, in_days: bool) -> tuple[float, float]:
    """The fewest and the most days or months from one day to another, its ends counted or not."""
    if in_days:
        return (b.first - a.last).days - 1, (b.last - a.first).days + 1
    if a.grain == b.grain != "day" and not a.ranged:
        between = _YEAR * (b.first.year - a.first.year)
        if a.grain == "year":
            return between, between + _YEAR
        between += b.first.month - a.first.month
        return between - (a.part != b.part), between + 1
    least, most = _months(a.last, b.first), _months(a.first, b.last)
    if a.ranged:
        whole = round(most)
        return (whole - _YEAR, whole) if a.grain == "year" else (most - _WHOLE, most + _WHOLE)
    return least - _WHOLE, most + _WHOLE


def _months(first: date, last: date) -> float:
    """The months from one day to another, both of them counted."""
    whole = _YEAR * (last.year - first.year) + last.month - first.month
    return whole + (last.day + 1 - first.day) / _MONTH_DAYS


def fits(length: Length, a: Day, b: Day, *, exact: bool = False) -> bool:
    """Whether a length may be that from one day to another; ``exact`` where it is a term's."""
    low, high = apart(a, b, in_days=length.in_days)
    slack = min(1.0, length.slack) if exact else length.slack
    if a.grain == b.grain == "year":
        slack = 0.0
    if length.loose:
        slack = length.high * _LOOSE - (not length.in_days) * _WHOLE
    return length.high >= low - slack and length.low <= high + slack
