"""One 自评表 in every format with sheets or tables: the same findings, each at its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.engine import lint
from linter.model import Finding, SheetPlace, Submission, WebPlace
from linter.reading import read
from linter.rulebook import Rulebook, load
from tests import workbooks
from tests.workbooks import Grid, form

WAYS: dict[str, Callable[[Grid], bytes]] = {
    "a.xlsx": workbooks.xlsx,
    "a.xls": workbooks.xls,
    "a.et": workbooks.xls,
    "a.csv": workbooks.as_csv,
    "b.xls": lambda grid: workbooks.as_csv(grid, "\t", "utf-16"),
    "a.html": workbooks.as_html,
    "c.xls": workbooks.as_html,
    "d.xls": workbooks.as_xml,
    "a.mht": workbooks.as_mht,
}
WRONG = {
    "right": (form(), []),
    "total": (form(total=97.76), [("arithmetic/table-total", "97.76", "H24")]),
    "sum": (
        form(executed=139.96, share="102.53%"),
        [
            ("arithmetic/table-total", "139.96", "F6"),
        ],
    ),
    "rate": (form(share="94.71%"), [("budget/table-rate", "94.71%", "H6")]),
}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def findings(book: Rulebook, path: str, data: bytes) -> list[tuple[Finding, object]]:
    document = read(path, data, book.header_words)
    found = lint(Submission((document,)), book).findings
    return [(f, document.place(f.span.start)) for f in found if not f.rule.startswith("input/")]


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("path", WAYS)
def test_the_same_findings_as_in_markdown(book: Rulebook, path: str, name: str) -> None:
    grid, _ = WRONG[name]
    told = {(f.rule, f.quote) for f, _ in findings(book, path, WAYS[path](grid))}
    written = findings(book, "a.md", workbooks.markdown(grid).encode())
    assert told == {(f.rule, f.quote) for f, _ in written}


@pytest.mark.parametrize("name", WRONG)
def test_the_cell_is_named(book: Rulebook, name: str) -> None:
    grid, wanted = WRONG[name]
    for path in ("a.xlsx", "a.xls", "a.csv", "d.xls"):
        found = findings(book, path, WAYS[path](grid))
        cells = [
            (f.rule, f.quote, p.cell)
            for f, p in found
            if isinstance(p, SheetPlace) and f.rule.startswith(("arithmetic", "budget"))
        ]
        assert [cell for cell in cells if cell in wanted] == wanted, path
        assert wanted or not cells
    for _, place in findings(book, "a.html", WAYS["a.html"](grid)):
        assert isinstance(place, WebPlace)


def test_forms_of_several_projects_are_not_compared(book: Rulebook) -> None:
    other = form()
    other.rows[2][2] = "乡村公路养护项目"
    document = read("a.xlsx", workbooks.xlsx(form(), other), book.header_words)
    assert len(document.tables) == 4
    found = lint(Submission((document,)), book).findings
    assert [f.rule for f in found if f.severity.name == "error"] == []


EXAMPLES = sorted(path for path in (Path(__file__).parents[1] / "examples").glob("*-*.*"))


@pytest.mark.slow
@pytest.mark.parametrize("path", WAYS)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_examples_as_sheets(book: Rulebook, example: Path, path: str) -> None:
    """Each paragraph a row: what is found in the text is found in the sheet, and no more."""
    data = example.read_bytes()
    grid = workbooks.from_document(read(example.name, data, book.header_words))
    told = Counter((f.rule, f.quote) for f, _ in findings(book, path, WAYS[path](grid)))
    written = Counter((f.rule, f.quote) for f, _ in findings(book, example.name, data))
    assert told == written
