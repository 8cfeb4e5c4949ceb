"""Errors and warnings by their places in the file, and whether they catch a corruption."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate

from msgspec import Struct

from linter.engine import lint
from linter.model import Document, Finding, Severity, Span, Submission, TextPlace
from linter.reading import read
from linter.rulebook import Rulebook
from tests.benchmarks.accuracy.corruptions import Corruption
from tests.benchmarks.accuracy.marks import spans_of_claim

LINEWISE = frozenset(
    {
        "numbering", "count-list", "year", "template-residue", "doc-number", "deadline-word",
        "ordinal-event",
    }
)  # fmt: skip
"""Classes that are about a place rather than a figure: a finding on the line is enough."""


class Found(Struct, frozen=True):
    """A finding of an error or warning, with the stretches of the file's text that it points at."""

    rule: str
    severity: str
    quote: str
    message: str
    spans: tuple[tuple[int, int], ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """What is the same in a finding on the clean text."""
        return self.rule, self.quote, self.message


def found(file: str, text: str, book: Rulebook) -> list[Found]:
    """Errors and warnings on a text; the suffix of the file's name says the format."""
    document = read(file, text.encode(), book.header_words)
    report = lint(Submission((document,)), book)
    starts = _line_starts(text)
    return [
        _found(finding, document, starts)
        for finding in report.findings
        if finding.severity >= Severity.warning
    ]


def is_caught(corruption: Corruption, findings: Iterable[Found], clean: Iterable[Found]) -> bool:
    """Whether a finding that the clean text does not have points at the corrupted claim.

    It must overlap one of the claim's members; in a LINEWISE class it is enough to touch a line of
    them, and where nothing is left of a claim, as of a deleted chapter, any new finding will do.
    """
    known = {finding.key for finding in clean}
    new = [span for finding in findings if finding.key not in known for span in finding.spans]
    spans = spans_of_claim(corruption.marked, corruption.claim)
    if corruption.cls == "required-section" or all(start == end for start, end in spans):
        return bool(new)
    if corruption.cls in LINEWISE:
        text = corruption.text
        lines = {text.count("\n", 0, start) for start, _ in spans}
        return any(lines & _lines(text, span) for span in new)
    return overlap(new, spans)


def overlap(some: Iterable[tuple[int, int]], others: Iterable[tuple[int, int]]) -> bool:
    """Whether one of some spans shares a character with one of the others."""
    others = list(others)
    return any(a < end and start < b for a, b in some for start, end in others)


def _found(finding: Finding, document: Document, starts: list[int]) -> Found:
    spans = [finding.span, *(related.span for related in finding.related)]
    return Found(
        finding.rule,
        finding.severity.value,
        finding.quote,
        finding.message,
        tuple(_in_file(span, document, starts) for span in spans),
    )


def _in_file(span: Span, document: Document, starts: list[int]) -> tuple[int, int]:
    """A span of the document in the file's characters; one of no length gets one."""
    last = _offset(document, max(span.start, span.end - 1), starts)
    return _offset(document, span.start, starts), last + 1


def _offset(document: Document, at: int, starts: list[int]) -> int:
    # Markdown's document is not the file: marks and line ends inside a paragraph have left it.
    place = document.place(at)
    assert isinstance(place, TextPlace)
    return starts[place.line - 1] + place.column - 1


def _line_starts(text: str) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))]


def _lines(text: str, span: tuple[int, int]) -> set[int]:
    first, last = (text.count("\n", 0, at) for at in (span[0], span[1] - 1))
    return set(range(first, last + 1))
