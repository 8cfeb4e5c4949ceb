"""The earliest and the latest of some days: 最早的是东区（4月16日），最晚的是西区（6月28日）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.binding.dates.disorder import Disorder
from linter.binding.dates.events import Event, by_sentence
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.regexes.late import regex

_MOST = regex(
    r"(?P<what>[\u4e00-\u9fff]{0,6})最(?:(?P<first>[早先])|[晚迟后])(?P<done>[\u4e00-\u9fff]{0,8}?)"
    r"(?:的|$|[于在是为])[^,，;。、\d]{0,16}[(]?$"
)
_PARTED = regex(r"[)]?[^\d。;]{0,12}[,，、]?[^\d。;、,，]{0,20}")
_END = regex("[)]?[,，;。、]")
"""Right behind a day: no step is told of it alone."""
_OTHERS = regex("分别|各自|次年|翌年|上年|计划|原定|[春秋]季")
_LEAD = 26
_OF_THEN = regex(r"的[\u4e00-\u9fff]{1,12}?(?:直?到|直?至|拖到|[于在])?")
_MADE_UP = regex("(?:才|方才?)?(?:陆续|一并|统一)?补[登录记]")
"""From a time to another, and behind that: what was of the one was made up for then."""


def first_and_last(facts: Facts) -> Iterator[Disorder]:
    """Two days of which the one told to be the earliest is behind that told to be the latest."""
    if "最" not in facts.text:
        return
    for events in by_sentence(facts):
        yield from _crossed(facts, events)


def before_its_time(facts: Facts) -> Iterator[Disorder]:
    """What is told to be made up for before its time: 2024年四季度的台账到2024年1月才补登."""
    for one, other in pairwise(facts.moments):
        between = _OF_THEN.fullmatch(facts.text, one.end, other.start)
        if between is None or not _MADE_UP.match(facts.text, other.end):
            continue
        end = facts.windows.bounds("clause", one.start)[1]
        first, second = _told(one, end), _told(other, end)
        if first and second and second.last < first.first and not facts.in_table(one.start):
            yield Disorder(first, second)


def _told(moment: Moment, end: int) -> Event | None:
    """A time whose days are told, however many."""
    if moment.first is None or moment.last is None:
        return None
    return Event(moment, moment.first, moment.last, end)


def _crossed(facts: Facts, events: list[Event]) -> Iterator[Disorder]:
    for one, other in pairwise(events):
        first, second = (_told_most(facts, event) for event in (one, other))
        if first is None or second is None or bool(first["first"]) is bool(second["first"]):
            continue
        gap = facts.text[one.moment.end : other.moment.start]
        apart = not _PARTED.fullmatch(gap) or _OTHERS.search(gap) is not None
        ends = all(_END.match(facts.text, event.moment.end) for event in (one, other))
        if apart or not ends or one.guessed is not other.guessed or not _are_of_one(first, second):
            continue
        early, late = (one, other) if first["first"] else (other, one)
        if late.last < early.first:
            yield Disorder(one, other)


def _told_most(facts: Facts, event: Event) -> re.Match[str] | None:
    """The words right before a day that say that it is the earliest, or the latest."""
    low, high = facts.windows.before("sentence", event.moment.start, _LEAD)
    return None if _OTHERS.search(facts.text, low, high) else _MOST.search(facts.text, low, high)


def _are_of_one(first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether the same is told of both days: 开标最早的……，最晚的……, not 受理最晚, 办结最早."""
    one, other = (match["what"] + match["done"] for match in (first, second))
    return not other or one == other
