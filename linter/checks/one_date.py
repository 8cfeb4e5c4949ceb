"""``one-date``: what happens once is told with one date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from linter.binding.case import Case
from linter.binding.nearby import nearby
from linter.binding.written import dates
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


class OneDate(Spec, frozen=True):
    """The events, and what tells that another of the kind is meant."""

    events: tuple[Event, ...]
    unless: tuple[str, ...] = ()
    """Patterns that excuse a date in their clause."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All of them, within a clause."""
        for event in self.events:
            yield from ((source, "clause") for source in (*event.dated, *event.early))
        yield from ((source, "clause") for source in self.unless)


SPEC = OneDate


def check(rule_id: str, spec: OneDate, case: Case) -> Iterator[Verdict]:
    """A verdict for each event that is told twice."""
    for event in spec.events:
        found = sorted(dates(case, event.dated), key=lambda at: at.start)
        told = [at for at in found if not _is_excused(spec, case, at.start)]
        for other in told[1:]:
            yield _against(case, event, told[0], other)
        early = _early(spec, event, case)
        if told and early:
            yield _against_early(case, event, told[0], early)


def _is_excused(spec: OneDate, case: Case, offset: int) -> bool:
    low, high = nearby(case.facts, "clause", offset, offset)
    return case.has(spec.unless, low, high)


def _early(spec: OneDate, event: Event, case: Case) -> re.Match[str] | None:
    matches = (next(case.matches(source), None) for source in event.early)
    return next((m for m in matches if m and not _is_excused(spec, case, m.start())), None)


def _against(case: Case, event: Event, first: Moment, other: Moment) -> Verdict:
    days = [day for at in (first, other) for day in (at.first, at.last) if day]
    apart = days[1] < days[2] or days[3] < days[0]
    places = Span(other.start, other.end), Span(first.start, first.end)
    return _verdict(case, event, *places, apart)


def _against_early(case: Case, event: Event, told: Moment, early: re.Match[str]) -> Verdict:
    year = case.facts.year
    late = year is not None and told.first is not None and told.first > date(year, 12, 31)
    places = Span(*early.span()), Span(told.start, told.end)
    return _verdict(case, event, *places, late)


def _verdict(case: Case, event: Event, here: Span, there: Span, failed: bool) -> Verdict:
    words = [case.text(place.start, place.end) for place in (here, there)]
    return Verdict(
        Status.failed if failed else Status.passed,
        words[0],
        here,
        (Related(there, "other"),),
        f"{event.name}：{words[1]}{' ≠ ' if failed else '、'}{words[0]}{'' if failed else ' ✓'}",
        values={"event": event.name, "here": words[0], "there": words[1]},
    )
