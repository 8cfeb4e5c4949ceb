"""``document-year``: the years of document numbers, beside the report's and the days of issue."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.dates.document_years import Numbered, numbered
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Related, Span, Status, Verdict


class DocumentYear(Spec, frozen=True):
    """Nothing to choose."""


SPEC = DocumentYear


def seeks(rule_id: str, spec: DocumentYear, case: Case) -> Iterator[Sought]:
    """Document numbers."""
    found = (r for r in case.facts.references if r.kind == "doc-number")
    yield sought.places(case, "发文字号", ((r.start, r.end) for r in found))


def check(rule_id: str, spec: DocumentYear, case: Case) -> Iterator[Verdict]:
    """A verdict for each document number with a day beside it, or of a year that is to come."""
    for found in numbered(case):
        yield _verdict(case, found)


def _verdict(case: Case, found: Numbered) -> Verdict:
    literal = case.text(found.document.start, found.document.end)
    span = Span(found.document.start, found.document.end)
    if found.day is None:
        text = f"{found.year}年的文件晚于报告"
        return Verdict(Status.failed, literal, span, calculation=text)
    day = Span(found.day.start, found.day.end)
    told = f"文号是{found.year}年的，文件日期写的是{case.text(day.start, day.end)}"
    status = Status.failed if found.is_wrong else Status.passed
    text = told if found.is_wrong else f"{told} ✓"
    return Verdict(status, literal, span, (Related(day, "day"),), text)
