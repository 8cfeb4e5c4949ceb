"""``content``: what the text of a chapter must have: a figure, a word, a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding.case import Case
from linter.facts.windows import Window
from linter.language.needs import Spec
from linter.model import Related, Section, Span, Status, Verdict

_FEWEST = 10
"""A text of fewer characters says nothing at all; that is told elsewhere."""


class Content(Spec, frozen=True):
    """Which chapters, and what they must have."""

    chapters: tuple[str, ...]
    """All sections of these chapters are looked at together; the first is told."""
    needs: tuple[str, ...]
    """Patterns, any of which will do."""
    without: tuple[str, ...] = ()
    """Words of titles that are of something else."""
    column: str | None = None
    """A kind of table column whose figures will do as well, anywhere in the report."""
    idle: tuple[str, ...] = ()
    """Patterns of claims elsewhere that rest on what is missing; told as related places."""

    def patterns(self) -> Iterator[tuple[str, Window]]:
        """What is needed, within a paragraph, and what is claimed, within a clause."""
        for source in self.needs:
            yield source, "block"
        for source in self.idle:
            yield source, "clause"


SPEC = Content


def check(rule_id: str, spec: Content, case: Case) -> Iterator[Verdict]:
    """One verdict, where a whole report has the chapters."""
    if not case.is_whole:
        return
    sections = [section for key in spec.chapters for section in case.chapters.get(key, [])]
    said = [section for section in sections if _speaks(spec, case, section)]
    if not said:
        return
    first = min(said, key=lambda section: section.start)
    has = _has_column(spec, case) or any(_has(spec, case, section) for section in said)
    yield Verdict(
        Status.passed if has else Status.failed,
        first.title,
        Span(first.start, first.title_end),
        () if has else tuple(_idle(spec, case, sections)),
        values={"chapter": first.title},
    )


def _idle(spec: Content, case: Case, sections: Sequence[Section]) -> Iterator[Related]:
    """What is claimed outside the chapters."""
    spans = sorted({match.span() for source in spec.idle for match in case.matches(source)})
    for start, end in spans:
        if not any(section.start <= start < section.end for section in sections):
            yield Related(Span(start, end), "claimed")


def _speaks(spec: Content, case: Case, section: Section) -> bool:
    body = case.document.folded[section.title_end : section.end].strip()
    return len(body) >= _FEWEST and not any(word in section.title for word in spec.without)


def _has(spec: Content, case: Case, section: Section) -> bool:
    return case.has(spec.needs, section.title_end, section.end)


def _has_column(spec: Content, case: Case) -> bool:
    """Whether some table has a column of the kind with a figure in it."""
    return any(
        row.figures[at] is not None
        for table in case.facts.tables
        for at, column in enumerate(table.columns)
        if column.kind == spec.column and spec.column is not None
        for row in table.rows
    )
