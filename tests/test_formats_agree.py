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
from tests import ofd, word, workbooks
from tests.benchmarks.accuracy.test_wrong import changes
from tests.generators import papers
from tests.libreoffice import SOFFICE, converted

RIGHT = Path(__file__).parent / "benchmarks" / "accuracy" / "right"
WAYS: dict[str, tuple[type, Callable[[Document], bytes]]] = {
    "a.docx": (WordPlace, word.like),
    "a.xlsx": (SheetPlace, lambda d: workbooks.xlsx(workbooks.from_document(d))),
    "a.xls": (SheetPlace, lambda d: workbooks.xls(workbooks.from_document(d))),
    "a.csv": (SheetPlace, lambda d: workbooks.as_csv(workbooks.from_document(d))),
    "a.html": (WebPlace, lambda d: workbooks.as_html(workbooks.from_document(d))),
    "a.pdf": (PdfPlace, lambda d: papers.drawn(list(papers.parts(d)))),
    "a.ofd": (PdfPlace, lambda d: ofd.like(papers.drawn(list(papers.parts(d))))),
}
EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*-*.*"))


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def found(document: Document, book: Rulebook) -> set[tuple[str, str]]:
    """The rule and quote of each finding."""
    report = lint(Submission((document,)), book)
    for finding in report.findings:
        assert document.text[finding.span.start : finding.span.end] == finding.quote
    return {(finding.rule, finding.quote) for finding in report.findings}


@pytest.mark.slow
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


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="no soffice")
@pytest.mark.parametrize("suffix", ["doc", "rtf"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_old_word_files_tell_the_same(
    path: Path, suffix: str, tmp_path: Path, book: Rulebook
) -> None:
    source = read(path.name, path.read_bytes(), book.header_words)
    data = converted(word.like(source), suffix, tmp_path)
    for name in ("a.doc", "a.wps") if suffix == "doc" else ("a.rtf",):
        document = read(name, data, book.header_words)
        assert document.notices == ()
        assert isinstance(document.place(0), WordPlace)
        assert found(document, book) == found(source, book)
