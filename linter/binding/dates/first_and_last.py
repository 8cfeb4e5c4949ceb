"""The earliest and the latest of some days: 最早的是东区（4月16日），最晚的是西区（6月28日）."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.binding.dates.disorders import Disorder
from linter.binding.dates.events import Event, by_sentence
from linter.facts.facts import Facts
from linter.late import regex

_FIRST = regex(r"最[早先][^,，;。、\d]{0,20}[(]?$")
_LAST = regex(r"最[晚迟后][^,，;。、\d]{0,20}[(]?$")
_PARTED = regex(r"[)]?[^\d。;]{0,12}[,，、]?[^\d。;、,，]{0,20}")
_OTHERS = regex("分别|各自|次年|翌年|上年|计划|原定|[春秋]季")
_LEAD = 26


def first_and_last(facts: Facts) -> Iterator[Disorder]:
    """Two days of which the one told to be the earliest is behind that told to be the latest."""
    if "最" not in facts.text:
        return
    for events in by_sentence(facts):
        yield from _crossed(facts, events)


def _crossed(facts: Facts, events: list[Event]) -> Iterator[Disorder]:
    for one, other in pairwise(events):
        first, second = (_side(facts, event) for event in (one, other))
        gap = facts.text[one.moment.end : other.moment.start]
        if first == second or not (first and second) or not _PARTED.fullmatch(gap):
            continue
        if _OTHERS.search(gap) or one.guessed is not other.guessed:
            continue
        early, late = (one, other) if first == "first" else (other, one)
        if late.last < early.first:
            yield Disorder(one, other)


def _side(facts: Facts, event: Event) -> str:
    """Whether words right before a day say that it is the earliest, or the latest."""
    low, _ = facts.windows.bounds("sentence", event.moment.start)
    low, high = max(low, event.moment.start - _LEAD), event.moment.start
    if _OTHERS.search(facts.text, low, high):
        return ""
    if _FIRST.search(facts.text, low, high):
        return "first"
    return "last" if _LAST.search(facts.text, low, high) else ""
