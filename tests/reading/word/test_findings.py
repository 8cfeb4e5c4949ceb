"""What is found in a Word file is what is found in a text of the same content."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.engine import lint
from linter.model import Document, Report, Submission, WordPlace
from linter.outline.tree import build
from linter.reading import read
from linter.rulebook import Rulebook, load
from tests.generators.reports import reports
from tests.word import STYLES, abstract, docx, level, like, num, p, restarted, span, tbl, tc

EXAMPLES = sorted(
    path
    for path in (Path(__file__).parents[3] / "examples").iterdir()
    if path.suffix in {".txt", ".md"} and path.name != "README.md"
)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def checked(document: Document, book: Rulebook) -> Report:
    return lint(Submission((document,)), book)


def findings(report: Report) -> list[tuple[str, str, str]]:
    return [(f.rule, f.quote, f.message) for f in report.findings]


def verdicts(report: Report) -> list[tuple[str, str, str]]:
    said = [(v.rule, v.verdict.status.value, v.verdict.calculation) for v in report.verdicts]
    return sorted(said)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_as_a_word_file(path: Path, book: Rulebook) -> None:
    source = read(path.name, path.read_bytes(), book.header_words)
    word = read("报告.docx", like(source), book.header_words)
    assert len(word.tables) == len(source.tables)
    assert findings(checked(word, book)) == findings(checked(source, book))
    assert verdicts(checked(word, book)) == verdicts(checked(source, book))
    assert bool(findings(checked(word, book))) is path.name.startswith("faulty")


def test_generated_reports_as_word_files(book: Rulebook) -> None:
    for made in reports(5, 3):
        source = read(made.name, made.text.encode(), book.header_words)
        word = read("报告.docx", like(source), book.header_words)
        assert verdicts(checked(word, book)) == verdicts(checked(source, book)), made.name


def test_automatic_numbers_are_checked_like_typed_ones(book: Rulebook) -> None:
    titles = "项目概况", "资金使用情况", "绩效目标完成情况", "存在问题"
    typed = "某局2023年度项目绩效自评报告\n" + "".join(
        f"{number}、{title}\n本项目预算100万元，支出90万元，预算执行率90%。\n"
        for number, title in zip("一二四五", titles, strict=True)
    )
    overrides = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    numbering = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0) + num(2, 0, overrides)
    body = p("某局2023年度项目绩效自评报告") + "".join(
        p(title, listed=(1 if at < 2 else 2, 0))
        + p("本项目预算100万元，支出90万元，预算执行率90%。")
        for at, title in enumerate(titles)
    )
    word = read("报告.docx", docx(body, numbering=numbering), book.header_words)
    report = checked(word, book)
    assert findings(report) == findings(checked(read("报告.txt", typed.encode()), book))
    (told,) = [f for f in report.findings if f.rule == "numbering/sequence"]
    place = word.place(told.span.start)
    assert isinstance(place, WordPlace)
    assert (told.quote, place.paragraph, place.character) == ("四、", 6, 0)


LEVELS = {"一、": 0, "（一）": 1}


def automatic(document: Document) -> bytes:
    """A Word file whose headings are styled, and numbered by Word where they were by hand."""
    sections = {s.start: s for s in build(document)[0].sections if not s.inline}
    lists, blocks = "", []
    for block in document.blocks:
        section = sections.get(block.start)
        marker = section.marker if section else None
        words = document.text[block.start : block.end].lstrip("#").strip()
        if block.kind == "cell":
            continue
        if marker is None or marker.style not in LEVELS or len(words) > 50:
            blocks.append((block.start, p(words)))
            continue
        depth, title = LEVELS[marker.style], document.text[marker.end : block.end].strip()
        lists += num(block.start + 1, 0, restarted(depth, marker.value))
        blocks.append((block.start, p(title, style=depth + 1, listed=(block.start + 1, depth))))
    for table in document.tables:
        rows = [[document.text[c.start : c.end] for c in row] for row in table.rows]
        blocks.append((table.start, tbl(*rows)))
    levels = level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")
    body = "".join(xml for _, xml in sorted(blocks))
    assert lists.count("<w:num ") >= 9
    return docx(body, styles=STYLES, numbering=abstract(0, *levels) + lists)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_with_styles_and_automatic_numbers(path: Path, book: Rulebook) -> None:
    source = read(path.name, path.read_bytes(), book.header_words)
    word = read("报告.docx", automatic(source), book.header_words)
    assert findings(checked(word, book)) == findings(checked(source, book))
    assert verdicts(checked(word, book)) == verdicts(checked(source, book))


def cell(text: str, columns: int = 1, merge: str = "") -> str:
    merged = {"down": '<w:vMerge w:val="restart"/>', "up": "<w:vMerge/>"}.get(merge, "")
    return tc(text, (span(columns) if columns > 1 else "") + merged)


FORM = tbl(
    (cell("项目名称", 2), cell("城区路灯改造项目", 8)),
    (cell("主管部门", 2), cell("某市城管局", 3), cell("实施单位", 2), cell("某市路灯所", 3)),
    (
        *(cell("项目资金（万元）", 2, "down"), cell(""), cell("年初预算数", 2), cell("全年预算数")),
        *map(cell, ("全年执行数", "分值", "执行率", "得分")),
    ),
    (
        *(cell("", 2, "up"), cell("年度资金总额"), cell("100", 2)),
        *map(cell, ("120", "90", "10", "85%", "8.5")),
    ),
    (cell("绩效指标", 1, "down"), cell("一级指标"), cell("二级指标"), cell("三级指标", 2),
     *map(cell, ("年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"))),
    (cell("", 1, "up"), cell("产出指标", 1, "down"), cell("数量指标"), cell("改造路灯数", 2),
     *map(cell, ("≥500盏", "500盏", "60", "60", ""))),
    (cell("", 1, "up"), cell("", 1, "up"), cell("质量指标"), cell("亮灯率", 2),
     *map(cell, ("≥98%", "97%", "30", "20", "灯具老化，已更换"))),
    (cell("总分", 7), cell("100"), cell("86.5"), cell("")),
)  # fmt: skip


def test_a_form_of_merged_cells(book: Rulebook) -> None:
    """The form that a bureau hands out is one table with several headers, its cells merged."""
    word = read(
        "自评表.docx", docx(p("项目支出绩效自评表") + p("（2023年度）") + FORM), book.header_words
    )
    told = {f.quote: (f.rule, word.place(f.span.start)) for f in checked(word, book).findings}
    rule, place = told["85%"]
    assert isinstance(place, WordPlace)
    assert (rule, place.table, place.row) == ("budget/table-rate", 1, 4)
    rule, place = told["86.5"]
    assert isinstance(place, WordPlace)
    assert (rule, place.table, place.row, place.column) == ("arithmetic/table-total", 1, 8, 9)
