"""The shipped examples: the clean ones are clean, and each fault of the others is found at its line."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from linter.engine import lint
from linter.model import Report, Severity, Submission
from linter.reading import read
from linter.rulebook import Rulebook, load

EXAMPLES = Path(__file__).parent.parent / "examples"
FAULTS = msgspec.yaml.decode((EXAMPLES / "faults.yaml").read_bytes())
CLEAN = sorted(p.name for p in EXAMPLES.glob("clean-*"))


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def linted(name: str, book: Rulebook) -> Report:
    data = (EXAMPLES / name).read_bytes()
    return lint(Submission((read(name, data, book.header_words),)), book)


def test_there_are_three_of_each() -> None:
    assert len(CLEAN) == len(FAULTS) == 3
    assert sorted(FAULTS) == sorted(p.name for p in EXAMPLES.glob("faulty-*"))


@pytest.mark.parametrize("name", CLEAN)
def test_clean_report_has_no_finding(name: str, book: Rulebook) -> None:
    found = [f for f in linted(name, book).findings if f.severity >= Severity.warning]
    assert [(f.rule, f.quote, f.message) for f in found] == []


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_found_at_its_line(name: str, book: Rulebook) -> None:
    report = linted(name, book)
    document = report.submission.documents[0]
    rows = {rule.id: rule.header.catalogue for rule in book.rules}
    found = {
        (document.position(place.start)[0], row)
        for f in report.findings
        if f.severity >= Severity.warning
        for place in (f.span, *(r.span for r in f.related))
        for row in rows.get(f.rule, ())
    }
    missing = [f for f in FAULTS[name] if (f["line"], f["catalogue"]) not in found]
    assert missing == []


@pytest.mark.parametrize("name", FAULTS)
def test_nothing_else_is_an_error(name: str, book: Rulebook) -> None:
    """Every error touches the line of a fault that the table of examples/README.md explains."""
    report = linted(name, book)
    document = report.submission.documents[0]
    lines = {fault["line"] for fault in FAULTS[name]}
    stray = [
        (document.position(f.span.start)[0], f.rule, f.message)
        for f in report.findings
        if f.severity is Severity.error
        and not {document.position(p.start)[0] for p in (f.span, *(r.span for r in f.related))}
        & lines
    ]
    assert stray == []
