"""``doc-number``: document numbers (财预〔2020〕10号): their form, their years, one a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from msgspec import field

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.dates.document_years import Numbered, numbered
from linter.binding.report.document_numbers import as_written, document_numbers
from linter.binding.report.documents import Named, documents, is_one, read
from linter.binding.report.told_as_one import told_as_one
from linter.binding.sought import Sought
from linter.facts.reference import Reference
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class DocNumber(Spec, frozen=True):
    """What is asked of document numbers."""

    must: Literal["have-the-form", "have-a-likely-year", "be-the-document-s"]
    """As the standard writes them; of the year in which the document was issued, which is not to
    come; the same wherever a document is named."""
    known: dict[str, str] = field(default_factory=dict)
    """Titles, without who issued them, and numbers of the documents that everybody cites."""


SPEC = DocNumber
_MOST = 20
"""With how many documents of a title another is compared."""


def seeks(rule_id: str, spec: DocNumber, case: Case) -> Iterator[Sought]:
    """Document numbers."""
    yield sought.places(case, "发文字号", ((r.start, r.end) for r in document_numbers(case)))


def check(rule_id: str, spec: DocNumber, case: Case) -> Iterator[Verdict]:
    """A verdict for each document number of which something can be told."""
    match spec.must:
        case "have-the-form":
            yield from (_formed(case, *found) for found in as_written(case))
        case "have-a-likely-year":
            yield from (_of_year(case, found) for found in numbered(case))
        case "be-the-document-s":
            yield from _named(spec, case)


def _formed(case: Case, span: Span, mended: str) -> Verdict:
    literal = case.text(span.start, span.end)
    right = literal == mended
    return Verdict(
        Status.passed if right else Status.failed,
        literal,
        span,
        values={"quote": literal, "mended": mended},
        fix=None if right else mended,
    )


def _of_year(case: Case, found: Numbered) -> Verdict:
    literal = case.text(found.document.start, found.document.end)
    span = Span.of(found.document)
    if found.day is None:
        text = f"{found.year}年的文件晚于报告"
        return Verdict(Status.failed, literal, span, calculation=text)
    day = Span.of(found.day)
    told = f"文号是{found.year}年的，文件日期写的是{case.text(day.start, day.end)}"
    status = Status.failed if found.is_wrong else Status.passed
    text = told if found.is_wrong else f"{told} ✓"
    return Verdict(status, literal, span, (Related(day, "day"),), text)


def _named(spec: DocNumber, case: Case) -> Iterator[Verdict]:
    """A verdict for each document that is known, or was named before."""
    named: dict[str, list[Named]] = defaultdict(list)
    for known in (read(title, literal) for title, literal in spec.known.items()):
        named[known.key].append(known)
    for here in documents(case):
        titled = named[here.key]
        same = [there for there in titled if there.told == here.told]
        there = next((t for t in (same or titled)[:_MOST] if is_one(t, here)), None)
        if not same:
            titled.append(here)
        if there is not None:
            yield _of_one(there, here)
    for other, reference in told_as_one(case):
        yield _of_two(case, other, reference)


def _of_two(case: Case, there: Reference, here: Reference) -> Verdict:
    span, other = (Span.of(r) for r in (here, there))
    literal, before = (case.text(r.start, r.end) for r in (here, there))
    values = {"here": literal, "there": before}
    related = (Related(other, "document"),)
    text = f"{before} ≠ {literal}"
    return Verdict(Status.failed, literal, span, related, text, values=values)


def _of_one(there: Named, here: Named) -> Verdict:
    same = there.told == here.told
    return Verdict(
        Status.passed if same else Status.failed,
        here.literal,
        here.span,
        (Related(there.span, "document"),) if there.span else (),
        f"{there.literal} {'=' if same else '≠'} {here.literal}",
        values={"here": here.literal, "there": there.literal},
    )
