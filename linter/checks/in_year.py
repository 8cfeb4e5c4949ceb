"""``in-year``: what a report counts as done in its year bears no year before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.dates.counted_in import counted_in
from linter.binding.nearby import moments_within
from linter.binding.slots import filled
from linter.facts.moment import Moment
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Span, Status, Verdict


class InYear(Spec, frozen=True):
    """What is counted as done, by patterns whose slot ``at`` is its year."""

    any: tuple[str, ...]
    chapters: tuple[str, ...]
    """Chapters of the profile that tell what was done; elsewhere it may be history."""
    unless: tuple[str, ...] = ()
    """Patterns that excuse a year when they lead to it, or stand between it and the match's end."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All of them, within a sentence."""
        for source in (*self.any, *self.unless):
            yield source, "sentence"


SPEC = InYear


def check(rule_id: str, spec: InYear, case: Case) -> Iterator[Verdict]:
    """A verdict for each year that is counted as the evaluated one."""
    year = case.facts.year
    if year is None:
        yield Verdict(Status.not_evaluated, case.document.path, reason="没有写明评价年度")
        return
    for moment in counted_in(case.facts):
        literal = case.text(moment.start, moment.end)
        yield Verdict(
            Status.failed,
            literal,
            Span.of(moment),
            calculation=f"评价年度为{year}年",
            values={"year": literal, "evaluated": str(year)},
        )
    for moment, match in _counted(spec, case):
        if moment.last is None or _is_excused(spec, case, moment, match):
            continue
        literal = case.text(moment.start, moment.end)
        past = moment.last.year < year
        yield Verdict(
            Status.failed if past else Status.passed,
            literal,
            Span.of(moment),
            calculation=f"评价年度为{year}年" if past else f"在{year}年度之内 ✓",
            values={"year": literal, "evaluated": str(year)},
        )


def _counted(spec: InYear, case: Case) -> Iterator[tuple[Moment, re.Match[str]]]:
    """Each year with the match in which it stands."""
    asked = {section.index for key in spec.chapters for section in case.chapters.get(key, ())}
    for source in spec.any:
        for match in case.matches(source):
            moment = filled(match, "at", case)
            path = case.outline.path(case.outline.at(match.start()))
            inside = any(section.index in asked for section in path)
            if inside and isinstance(moment, Moment):
                yield moment, match


def _is_excused(spec: InYear, case: Case, moment: Moment, match: re.Match[str]) -> bool:
    """Whether it is said to be done before, by the same year or by words."""
    start, end = match.span()
    low, _ = case.facts.windows.before("sentence", start)
    before = moments_within(case.facts, low, start)
    if any(other.year == moment.year or (other.relative or 0) < 0 for other in before):
        return True
    return case.has(spec.unless, low, start) or case.has(spec.unless, moment.start, end)
