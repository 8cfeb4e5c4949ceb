"""``mention``: what the title, or the report, has to name: a year, a unit, a date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding.case import Case
from linter.binding.report.places import cover, first_marks, last_line, written_chapters
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Severity, Span, Status, Verdict


class Where(Spec, frozen=True):
    """For each stretch the patterns that name a thing there."""

    title: tuple[str, ...] = ()
    cover: tuple[str, ...] = ()
    report: tuple[str, ...] = ()

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """All of them, within a line."""
        for source in (*self.title, *self.cover, *self.report):
            yield source, "block"


class Need(Spec, frozen=True):
    """One thing to be named, in any of the stretches."""

    name: str
    where: Where
    severity: Severity | None = None
    """Set where its lack is less grave than the rule says."""


class Mention(Spec, frozen=True):
    """What has to be named, and where its lack is shown."""

    place: Literal["title", "marks", "end"]
    """Where a lack is shown; ``marks`` are headings with full marks, asked only where they are."""
    title: tuple[str, ...]
    """Patterns that tell a report's title; a text without such a one is left alone."""
    needs: tuple[Need, ...]
    least: int = 0
    """A text with fewer chapters written out may be an extract and is left alone."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """Those of the title and of all needs, within a line."""
        for source in self.title:
            yield source, "block"
        for need in self.needs:
            yield from need.where.patterns()


SPEC = Mention


def check(rule_id: str, spec: Mention, case: Case) -> Iterator[Verdict]:
    """One verdict: what is named, or what is not named anywhere that it may stand."""
    title = case.outline.title_start, case.outline.title_end
    if not _found(case, spec.title, title):
        yield Verdict(Status.not_evaluated, case.document.path, reason="没有报告标题")
        return
    if written_chapters(case) < spec.least:
        yield Verdict(Status.not_evaluated, case.document.path, reason="章节少，可能是节选")
        return
    place = _place(spec, case)
    if place is None:
        yield Verdict(Status.not_applicable, case.document.path, reason="标题上没有分值")
        return
    missing = [need for need in spec.needs if not _is_named(case, need.where, title)]
    names = "、".join(need.name for need in missing or spec.needs)
    if not missing:
        yield Verdict(Status.passed, case.document.path, place, calculation=f"写明了{names} ✓")
        return
    grave = [need.severity for need in missing]
    yield Verdict(
        Status.failed,
        names,
        place,
        severity=None if None in grave else max((s for s in grave if s), key=lambda s: s.rank),
        values={"missing": names},
    )


def _place(spec: Mention, case: Case) -> Span | None:
    match spec.place:
        case "title":
            return Span(case.outline.title_start, case.outline.title_end)
        case "marks":
            return first_marks(case)
        case _:
            return last_line(case)


def _is_named(case: Case, where: Where, title: tuple[int, int]) -> bool:
    rest = title[1], len(case.masked)
    return (
        _found(case, where.title, title)
        or _found(case, where.cover, cover(case))
        or _found(case, where.report, rest)
    )


def _found(case: Case, sources: tuple[str, ...], stretch: tuple[int, int]) -> bool:
    low, high = stretch
    return case.has(sources, low, high)
