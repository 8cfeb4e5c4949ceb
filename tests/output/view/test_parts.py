"""The blocks of a document as a reader sees them: each once, in order, with its level."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import linter
from linter.model import Document
from linter.output.view.parts import Parts
from linter.output.view.structures import Part
from linter.reading import read
from linter.rulebook import load
from tests import workbooks

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*-*.*"))
WORDS = load().header_words
TITLE = "和平县水务局2023年度灌区维修项目绩效自评报告"
LINES = [
    TITLE,
    "一、项目概况",
    "2023年投入1230万元，比2022年增长32%。",
    "",
    "| 工程 | 预算数（万元） |",
    "| --- | --- |",
    "| 东渠 | 600.00 |",
    "| a | 1 |",
    "\t",
    "😀",
    "2023年\t3万元",
]


def parts(document: Document) -> list[Part]:
    return list(Parts(document, {}, (0, 0)))


def words(found: list[Part]) -> str:
    return "".join(p.text + "".join(c.text for row in p.rows for c in row) for p in found)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_block_is_shown_once_and_in_order(path: Path) -> None:
    document = read(path.name, path.read_bytes(), WORDS)
    shown = parts(document)
    cells = [cell for part in shown for row in part.rows for cell in row]
    texts = [part.text for part in shown if part.kind != "table"]
    assert texts == [document.text[b.start : b.end] for b in document.blocks if b.kind != "cell"]
    assert [c.text for c in cells] == [
        document.text[c.start : c.end]
        for table in document.tables
        for row in table.rows
        for c in row
    ]
    starts = [part.start for part in shown]
    assert starts == sorted(starts)


def test_cells_of_no_table_are_shown_beside_each_other() -> None:
    shown = parts(read("a.xlsx", workbooks.xlsx(workbooks.form()), WORDS))
    rows = [[c.text for c in row] for part in shown for row in part.rows]
    assert rows[:2] == [
        ["项目名称", "全民阅读推广项目"],
        ["主管部门", "砚溪区文化和旅游局", "实施单位", "砚溪区图书馆"],
    ]


def test_title_and_headings_have_their_levels() -> None:
    report = linter.lint("\n".join(LINES), path="甲.txt")
    (document,) = report.submission.documents
    outline = report.outline
    heads = {section.start: section for section in outline.sections}
    shown = Parts(document, heads, (outline.title_start, outline.title_end))
    assert [(p.level, p.text) for p in shown if p.level] == [(1, TITLE), (2, "一、项目概况")]


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_any_document_is_shown_whole(lines: list[str]) -> None:
    document = read("甲.md", "\n".join(lines).encode(), WORDS)
    blocks = "".join(document.text[b.start : b.end] for b in document.blocks)
    assert sorted(words(parts(document))) == sorted(blocks)
