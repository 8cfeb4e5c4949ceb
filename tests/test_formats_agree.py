"""One form in every format: right ones tell nothing in any, wrong ones no less than as Markdown.

Sheets and pages tell where sentences in a form's cells end, so that a little more is read there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from linter.engine import lint
from linter.model import Document, PdfPlace, SheetPlace, Submission, TextPlace, WebPlace, WordPlace
from linter.reading import read
from linter.rulebook import Rulebook, load
from tests import word, workbooks
from tests.benchmarks.accuracy.test_wrong import changes
from tests.generators import papers

RIGHT = Path(__file__).parent / "benchmarks" / "accuracy" / "right"
WAYS: dict[str, tuple[type, Callable[[Document], bytes]]] = {
    "a.docx": (WordPlace, word.like),
    "a.xlsx": (SheetPlace, lambda d: workbooks.xlsx(workbooks.from_document(d))),
    "a.html": (WebPlace, lambda d: workbooks.as_html(workbooks.from_document(d))),
    "a.pdf": (PdfPlace, lambda d: papers.drawn(list(papers.parts(d)))),
}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def found(document: Document, book: Rulebook) -> set[tuple[str, str]]:
    """The rule and quote of each finding."""
    report = lint(Submission((document,)), book)
    for finding in report.findings:
        assert document.text[finding.span.start : finding.span.end] == finding.quote
    return {(finding.rule, finding.quote) for finding in report.findings}


@pytest.mark.parametrize("name", WAYS)
@pytest.mark.parametrize("path", sorted(RIGHT.glob("form-*.md")), ids=lambda path: path.stem)
def test_right_forms_tell_nothing(path: Path, name: str, book: Rulebook) -> None:
    source = read(path.name, path.read_bytes(), book.header_words)
    assert isinstance(source.place(0), TextPlace)
    place, way = WAYS[name]
    document = read(name, way(source), book.header_words)
    assert isinstance(document.place(len(document.text) // 2), place)
    assert found(document, book) == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", WAYS)
def test_wrong_forms_tell_no_less(name: str, book: Rulebook) -> None:
    told = 0
    for change in changes():
        if not change.file.startswith("form"):
            continue
        text = (RIGHT / change.file).read_text("utf-8").replace(change.old, change.new)
        source = read(change.file, text.encode(), book.header_words)
        document = read(name, WAYS[name][1](source), book.header_words)
        written = found(source, book)
        assert found(document, book) >= written, change
        told += bool(written)
    assert told >= 10
