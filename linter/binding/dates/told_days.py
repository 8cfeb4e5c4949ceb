"""The days and months that a passage tells, each in a year: 3月18日开工……同年10月25日完工.

A day without year is of the year told before it, else of that told behind it, else of any.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct, structs

from linter.binding.nearby import moments_within
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.facts.moment import Moment, Point
from linter.regexes.late import regex

_CN = "一二三四五六七八九十"
_MONTH_DAY = regex(
    rf"(?P<month>\d{{1,2}}|[{_CN}]{{1,2}})"
    rf"(?:月份?(?: ?(?P<day>\d{{1,2}}|[{_CN}]{{1,3}})[日号])?|(?= ?[至到~—–-]+ ?\d{{1,2}}月))"
)
UNTIL = regex("[至到~—–-]")
_NONE = regex(r"两|[“\"]?十[二三四五]五")
"""What is told as a moment and no day of its own: 首尾两月, “十三五”期间（2016年至2020年）."""
_PART = regex("[上中下]旬|[初末底]")
_ANY_YEAR = 2001
_TURN = 9, 4
"""From the one month on, and up to the other, a day without year may be the next year's."""

Grain = Literal["day", "month", "year"]


class Day(Struct, frozen=True):
    """A told day, month or year: from its first day to its last, and where it stands."""

    start: int
    end: int
    first: date
    last: date
    grain: Grain
    part: str
    """What part of its month or year is told: 底, 上旬."""
    ranged: bool = False
    """Whether it is an end of a stretch told as one: 3月1日至5月6日."""


def days_of(facts: Facts, low: int, high: int) -> list[Day] | None:
    """The days told between two offsets; ``None`` where one cannot be read.

    Words for other years (去年, 次年) stand for none, nor do two months (首尾两月) or plans.
    """
    moments = moments_within(facts, low, high)
    told = [m for m in moments if m.relative is None and not _NONE.match(facts.text, m.start)]
    years = [m.first.year for m in told if m.first is not None]
    year = years[0] if years else _ANY_YEAR
    found: list[Day] = []
    for moment in told:
        days = list(_days(facts.text, moment, year, found))
        if not days:
            return None
        found += days
        year = days[-1].last.year
    return found


def _narrowed(day: Day) -> Day:
    """A day; the beginning or the end of a year (2023年末) narrowed to its first or last month."""
    if day.grain != "year" or not day.part:
        return day
    first = day.first.replace(month=1 if day.part == "初" else 12)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return structs.replace(day, first=first, last=last, grain="month")


def _days(text: str, moment: Moment, year: int, before: list[Day]) -> Iterator[Day]:
    """The day of a moment, or the two of a stretch."""
    place = moment.start, moment.end
    literal = text[slice(*place)]
    part = _PART.search(literal)
    named = part[0] if part else ""
    grain: Grain = "day" if "日" in literal or "号" in literal or "." in literal else "month"
    grain = grain if "月" in literal or grain == "day" else "year"
    ranged = UNTIL.search(literal) is not None
    if moment.first is not None and moment.last is not None:
        if not ranged:
            yield _narrowed(Day(*place, moment.first, moment.last, grain, named))
        elif moment.first <= moment.last:
            yield Day(*place, moment.first, moment.first, grain, "", ranged=True)
            yield Day(*place, moment.last, moment.last, grain, "", ranged=True)
        return
    ends = [*_MONTH_DAY.finditer(literal)]
    if len(ends) != 1 + ranged:
        return
    for at, end in enumerate(ends):
        month, day = numeral.read(end["month"]) or 0, numeral.read(end["day"] or "")
        late = before and before[-1].grain != "year" and before[-1].last.month >= _TURN[0]
        turned = late and month <= _TURN[1]
        point = Point(year + bool(turned), month, day)
        if not point.valid:
            return
        first = date(year + bool(turned), month, day or 1)
        last = first if day else first.replace(day=monthrange(first.year, month)[1])
        if ranged:
            first = last = (first, last)[at]
        yield Day(*place, first, last, grain, named, ranged)
