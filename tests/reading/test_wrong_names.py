"""Every format under every other one's name: it is read all the same, and told."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from linter.model import Document
from linter.reading import documents, read
from tests import ofd, word, workbooks
from tests.cases import book
from tests.generators import papers

SOURCE = Path(__file__).parents[2] / "examples" / "faulty-guobiao2020.md"
NAMES = {
    "docx": {".docx", ".docm", ".dotx"}, "xlsx": {".xlsx", ".xlsm"}, "xls": {".xls", ".et"},
    "csv": {".csv"}, "tabs": {".csv"}, "html": {".html", ".htm"}, "mht": {".mht", ".html"},
    "xml": set(), "pdf": {".pdf"}, "ofd": {".ofd"}, "zip": {".zip"},
}  # fmt: skip
"""The kinds of files that there are, each with the names that are right for it."""
TEXTUAL, TEXTS = ("csv", "tabs", "mht"), (".txt", ".csv")
ROWS, TABLES = ("csv", "tabs"), (".xlsx", ".xls", ".et", ".html")
SUFFIXES = (
    ".docx", ".xlsx", ".xls", ".et", ".doc", ".wps", ".rtf", ".pdf", ".ofd", ".csv", ".html", ".txt",
    ".zip",
)  # fmt: skip


def source() -> Document:
    return read(SOURCE.name, SOURCE.read_bytes(), book().header_words)


@cache
def made(kind: str) -> bytes:
    document = source()
    grid = workbooks.from_document(document)
    return {
        "docx": lambda: word.like(document),
        "xlsx": lambda: workbooks.xlsx(grid),
        "xls": lambda: workbooks.xls(grid),
        "csv": lambda: workbooks.as_csv(grid),
        "tabs": lambda: workbooks.as_csv(grid, "\t", "utf-16"),
        "html": lambda: workbooks.as_html(grid),
        "mht": lambda: workbooks.as_mht(grid),
        "xml": lambda: workbooks.as_xml(grid),
        "pdf": lambda: papers.drawn(list(papers.parts(document))),
        "ofd": lambda: ofd.like(made("pdf")),
        "zip": lambda: word.package({"a.docx": word.like(document)}),
    }[kind]()


@pytest.mark.parametrize("kind", NAMES)
def test_the_content_decides(kind: str) -> None:
    right = documents(f"a{min(NAMES[kind], default='.xls')}", made(kind), book().header_words)[
        0
    ].text
    assert "汀禾市市场监督管理局" in right
    for suffix in SUFFIXES:
        if suffix in TEXTS and kind in TEXTUAL:
            continue  # as good as any other text
        (document,) = documents(f"a{suffix}", made(kind), book().header_words)
        told = {notice.slug for notice in document.notices}
        if kind in ROWS and suffix not in TABLES:
            assert (document.text, told) == ("", {"damaged"}), suffix
            continue  # of another format what is no more than text is taken for what is left of it
        assert told == (set() if suffix in NAMES[kind] else {"wrong-suffix"}), suffix
        assert kind in TEXTUAL or document.text == right, suffix
        assert "汀禾市市场监督管理局" in document.text
