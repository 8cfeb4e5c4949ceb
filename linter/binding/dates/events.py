"""Dated steps, those without year too: 于3月1日批复，4月8日开工."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.moment import Moment, Point
from linter.regexes.late import regex

_MONTH_DAY = regex(r"(\d{1,2})月(?:(\d{1,2})[日号]?)?")
_OTHER_YEAR = regex("(?:[去前次明翌来]|上一?|下一?)年度?的?$")
"""Before a day of a year that the words tell by another: 上年11月."""
_TURN = 11, 2
"""From the one month on and up to the other, a date without year may be the next year's."""
_GUESSED_TURN = 8
"""The month from which on that holds where neither date has a year."""
_ANY_YEAR = 2001
_LONG = 120
"""By how many days a day without year goes back that is no slip, but of the year before."""


class Event(Struct, frozen=True):
    """A dated step: the first and last day that it may be, and where its sentence ends."""

    moment: Moment
    first: date
    last: date
    end: int
    guessed: bool = False
    """Whether its year is not told."""


def by_sentence(facts: Facts) -> Iterator[list[Event]]:
    """The dated steps of each sentence that has dates."""
    events: list[Event] = []
    end = -1
    for moment in facts.moments:
        if moment.start >= end:
            yield events
            events, end = [], facts.windows.bounds("sentence", moment.start)[1]
        event = event_of(facts, moment, events, end)
        if event is not None:
            events.append(event)
    yield events


def event_of(facts: Facts, moment: Moment, before: list[Event], end: int) -> Event | None:
    """The step of a moment in running text; without year it is of that of the step before it."""
    if facts.in_table(moment.start) or moment.kind not in ("date", "period"):
        return None
    first, last = moment.first, moment.last
    guessed = False
    if first is None or last is None:
        day = _MONTH_DAY.match(facts.text, moment.start, moment.end)
        if day is None or _OTHER_YEAR.search(facts.text, moment.start - 5, moment.start):
            return None
        guessed = not before or before[-1].guessed
        year = before[-1].first.year if before else _ANY_YEAR
        month = int(day[1])
        point = Point(year, month, int(day[2]) if day[2] else None)
        turn = _GUESSED_TURN if guessed else _TURN[0]
        turned = (
            bool(before)
            and before[-1].first.month >= turn
            and (month <= _TURN[1] or _has_turned(facts, before[-1].moment.end, moment.start))
        )
        if turned or not point.valid:  # 2月29日 behind a date of a common year
            return None
        first = date(year, month, point.day or 1)
        last = date(year, month, point.day or monthrange(year, month)[1])
    if (last - first).days > 31:
        return None
    return Event(moment, first, last, end, guessed)


def _has_turned(facts: Facts, low: int, high: int) -> bool:
    """Whether between two offsets a month without year is told that may be the next year's."""
    told = (
        _MONTH_DAY.match(facts.text, m.start, m.end)
        for m in moments_within(facts, low, high)
        if m.year is None
    )
    return any(int(day[1]) <= _TURN[1] for day in told if day)


def of_own_year(facts: Facts, event: Event, after: Event) -> Event:
    """A day without year as one of the title's, where the next is told to be of it and no other is.

    6月18日完成安装，2024年6月2日通过验收, in a report on 2024.
    """
    title = facts.text[facts.outline.title_start : facts.outline.title_end]
    year = after.first.year
    low, _ = facts.windows.before("block", event.moment.start)
    told = moments_within(facts, low, event.moment.start)
    others = any(m.relative or m.year not in (None, year) for m in told)
    if year != facts.year or str(year) not in title or others:
        return event
    first, last = (date(year, day.month, day.day) for day in (event.first, event.last))
    if (first - after.last).days > _LONG:
        return event  # 11月装好，2024年5月验收: the first is the year before's
    return Event(event.moment, first, last, event.end)
