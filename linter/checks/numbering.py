"""``numbering``: numbers of headings, or of a table's rows, without repeats, gaps or steps back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.counts.serials import Serial, serials
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Related, Severity, Span, Status, Verdict
from linter.outline.numbering import Irregularity


class Numbering(Spec, frozen=True):
    """Which irregularities of headings and lists are reported, or which columns number rows."""

    kinds: tuple[
        Literal["repeated", "skipped", "backwards", "level-skipped", "inverted", "style"], ...
    ] = ()
    columns: tuple[str, ...] = ()
    """Their headers."""


SPEC = Numbering


def seeks(rule_id: str, spec: Numbering, case: Case) -> Iterator[Sought]:
    """Headings, or tables."""
    yield sought.tables(case) if spec.columns else sought.headings(case)


def check(rule_id: str, spec: Numbering, case: Case) -> Iterator[Verdict]:
    """A verdict for each column; a failure for each irregularity of headings, or one pass."""
    yield from (_of_rows(found) for found in serials(case.facts, spec.columns))
    if spec.kinds:
        yield from _of_headings(spec, case)


def _of_rows(found: Serial) -> Verdict:
    if found.span is None:
        text = f"{found.count}个序号连续 ✓"
        return Verdict(Status.passed, found.first, calculation=text)
    values = {"found": found.found, "expected": found.expected}
    return Verdict(Status.failed, found.found, found.span, values=values)


def _of_headings(spec: Numbering, case: Case) -> Iterator[Verdict]:
    regular = True
    for found in case.irregularities:
        if found.kind not in spec.kinds or _is_excused(case, found):
            continue
        regular = False
        text = f"应为“{found.expected}”，文中为“{found.found}”"
        related = () if found.other is None else (Related(found.other, "other"),)
        yield Verdict(
            Status.failed,
            found.found,
            Span.of(found),
            related,
            text,
            severity=_severity(case, found),
            values={"expected": found.expected, "found": found.found, "calculation": text},
        )
    if regular and case.outline.sections:
        numbered = sum(section.marker is not None for section in case.outline.sections)
        yield Verdict(Status.passed, case.document.path, calculation=f"{numbered}个序号连续 ✓")


def _is_excused(case: Case, found: Irregularity) -> bool:
    """Whether a number is in a list of attachments, or the first thing of a text without title.

    A list that a colon opens (自评分三步：（1）……) is no level of headings.
    """
    start = found.start
    if case.is_attached(case.outline.at(start)):
        return True
    if found.kind == "level-skipped" and _is_opened(case.facts.text, start):
        return True
    first = case.outline.sections[0] if case.outline.sections else None
    return not case.outline.title and first is not None and first.start <= start <= first.title_end


def _is_opened(text: str, start: int) -> bool:
    """Whether a colon stands before a place, blanks and ends of lines aside."""
    while start and text[start - 1].isspace():
        start -= 1
    return start > 0 and text[start - 1] == ":"


def _severity(case: Case, found: Irregularity) -> Severity | None:
    """Less than the rule says where others number so, or where the text may be an extract."""
    if _is_flat(case, found):
        return Severity.info
    first = next(iter(case.outline.sections), None)
    extract = first is not None and first.start <= found.start <= first.title_end
    return Severity.warning if extract else None


def _is_flat(case: Case, found: Irregularity) -> bool:
    """Whether a level is skipped in a chapter that has but one level: some allow 1. there."""
    section = case.outline.at(found.start)
    if found.kind != "level-skipped" or section is None or section.depth != 1:
        return False
    chapter = case.outline.sections[section.parent]
    inside = case.outline.sections[chapter.index + 1 :]
    return all(s.depth == 1 for s in inside if s.start < chapter.end)
