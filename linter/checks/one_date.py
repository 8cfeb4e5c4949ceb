"""``one-date``: what happens once is told with one date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from linter.binding.case import Case
from linter.binding.dates.dated_twice import dated_twice
from linter.binding.dates.things import are_of_two, title_behind
from linter.binding.dates.written import dates
from linter.binding.nearby import differ_in_one_field
from linter.facts.moment import Moment
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class Event(Spec, frozen=True):
    """Something that happens once in a report."""

    name: str
    dated: tuple[str, ...]
    """Patterns whose slot ``at`` is its date."""
    early: tuple[str, ...] = ()
    """Patterns that say, without a date, that it was within the evaluated year or before."""
    titled: bool = False
    """Whether it is told of the document that is named in 《》 behind the date."""
    once: bool = False
    """Whether a body has many of the kind: then only two dates in all, a slip apart, tell."""
    unless: tuple[str, ...] = ()
    """What excuses a date, where it is not what excuses the others."""


class OneDate(Spec, frozen=True):
    """The events, and what tells that another of the kind is meant."""

    events: tuple[Event, ...]
    unless: tuple[str, ...] = ()
    """Patterns that excuse a date in their clause."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All of them, within a clause."""
        for event in self.events:
            yield from ((source, "clause") for source in (*event.dated, *event.early))
            yield from ((source, "clause") for source in event.unless)
        yield from ((source, "clause") for source in self.unless)


SPEC = OneDate


def check(rule_id: str, spec: OneDate, case: Case) -> Iterator[Verdict]:
    """A verdict for each event that is told twice."""
    told = list(_of_events(spec, case))
    yield from told
    for name, first, other in dated_twice(case.facts):
        here, there = (Span.of(at) for at in (other, first))
        if here not in [verdict.span for verdict in told]:
            yield _verdict(case, name, here, there, True)


def _of_events(spec: OneDate, case: Case) -> Iterator[Verdict]:
    for event in spec.events:
        found = sorted(dates(case, event.dated), key=lambda at: at.start)
        excuses = event.unless or spec.unless
        told = [at for at in found if not _is_excused(excuses, case, at.start)]
        if event.once and not differ_in_one_field(told):
            continue
        first: dict[str, Moment] = {}
        for at in told:
            title = title_behind(case, at) if event.titled else ""
            if title is None:
                continue
            if title in first and not are_of_two(case.facts, first[title], at):
                yield _against(case, event, first[title], at)
            first.setdefault(title, at)
        early = _early(excuses, event, case)
        if told and early:
            yield _against_early(case, event, told[0], early)


def _is_excused(excuses: Sequence[str], case: Case, offset: int) -> bool:
    low, high = case.facts.windows.around("clause", offset, offset)
    return case.has(excuses, low, high, plain=True)  # of 一标段 a figure masks 标


def _early(excuses: Sequence[str], event: Event, case: Case) -> re.Match[str] | None:
    matches = (next(case.matches(source), None) for source in event.early)
    return next((m for m in matches if m and not _is_excused(excuses, case, m.start())), None)


def _against(case: Case, event: Event, first: Moment, other: Moment) -> Verdict:
    days = [day for at in (first, other) for day in (at.first, at.last) if day]
    apart = days[1] < days[2] or days[3] < days[0]
    places = Span.of(other), Span.of(first)
    return _verdict(case, event.name, *places, apart)


def _against_early(case: Case, event: Event, told: Moment, early: re.Match[str]) -> Verdict:
    year = case.facts.year
    late = year is not None and told.first is not None and told.first > date(year, 12, 31)
    places = Span(*early.span()), Span.of(told)
    return _verdict(case, event.name, *places, late)


def _verdict(case: Case, event: str, here: Span, there: Span, failed: bool) -> Verdict:
    words = [case.text(place.start, place.end) for place in (here, there)]
    return Verdict(
        Status.failed if failed else Status.passed,
        words[0],
        here,
        (Related(there, "other"),),
        f"{event}：{words[1]}{' ≠ ' if failed else '、'}{words[0]}{'' if failed else ' ✓'}",
        values={"event": event, "here": words[0], "there": words[1]},
    )
