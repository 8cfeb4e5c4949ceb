"""Where things stand, as a reader of the file finds them."""

from __future__ import annotations

import pytest

from linter.engine import lint
from linter.model import Submission
from linter.output import Lang
from linter.output.places import Places
from linter.output.words import WORDS, ZH
from linter.reading import read
from tests.cases import book
from tests.word import docx, note, p, r, reference, tbl, tc

BODY = (
    p("某局2023年度维修项目绩效自评报告") + p("本报告按规定编写。")
    + p("一、项目概况") + p("（一）立项情况") + p("预算数100万元。") + p("支出90万元。")
    + tbl([tc(p("预算数")), tc(p("执行数"))], [tc(p("1001")), tc(p("901"))])
    + p("表后又说77元。") + p("（二）绩效目标") + p("目标为修渠55公里。")
    + p("二、主要做法") + p("一是修渠33公里。") + p("二是栽树44株。")
)  # fmt: skip


def where(quote: str, lang: Lang = "zh", data: bytes | None = None) -> str:
    document = read("a.docx", data or docx(BODY))
    report = lint(Submission((document,)), book())
    places = Places((document,), report.outline, WORDS[lang])
    return places.told(0, document.text.index(quote))


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("绩效自评报告", "报告标题"),
        ("按规定", "报告开头第1段"),
        ("项目概况", "一、标题行"),
        ("立项", "一、（一）标题行"),
        ("100万元", "一、（一）第1段"),
        ("90万元", "一、（一）第2段"),
        ("901", "一、（一）表1第2行第2列（执行数）"),
        ("执行数", "一、（一）表1第1行第2列"),
        ("77元", "一、（一）第3段"),
        ("55公里", "一、（二）第1段"),
        ("33公里", "二、第1段"),
        ("44株", "二、第2段"),
    ],
)
def test_a_paragraph_is_counted_within_its_chapter(quote: str, told: str) -> None:
    assert where(quote) == told


SCORED = (
    p("某局2023年度维修项目绩效自评报告") + p("一、自评得分")
    + tbl([tc(p("一级指标")), tc(p("三级指标")), tc(p("指标值")), tc(p("得分"))],
          [tc(p("产出指标")), tc(p("修渠 长度")), tc(p("≥33公里")), tc(p("8.5"))],
          [tc(p("")), tc(p("按期完工率")), tc(p("100%")), tc(p("7"))],
          [tc(p("合计")), tc(p("")), tc(p("")), tc(p("15.5"))])
)  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("8.5", "一、表1第2行第4列（修渠长度·得分）"),
        ("33公里", "一、表1第2行第3列（修渠长度·指标值）"),
        ("100%", "一、表1第3行第3列（按期完工率·指标值）"),
        ("15.5", "一、表1第4行第4列（合计·得分）"),
        ("按期完工率", "一、表1第3行第2列（三级指标）"),
    ],
)
def test_a_cell_is_told_with_the_names_of_its_row_and_column(quote: str, told: str) -> None:
    assert where(quote, data=docx(SCORED)) == told


def test_in_english() -> None:
    assert where("90万元", "en") == "一、（一） paragraph 2"
    assert where("绩效自评报告", "en") == "title"


def test_a_chapter_without_a_number_is_told_by_its_title() -> None:
    page = "<p>某局绩效自评报告</p><h2>某年度项目资金投入和使用的情况</h2><p>支出90万元。</p>"
    web = read("a.html", f"<html><body>{page}</body></html>".encode())
    places = Places((web,), lint(Submission((web,)), book()).outline, ZH)
    assert places.told(0, web.text.index("90")) == "“某年度项目资金投入和使用…”第1段"


def test_a_line_and_a_note_are_told_as_such() -> None:
    text = read("a.md", "# 某局绩效自评报告\n\n## 基本情况\n\n支出90万元。\n".encode())
    outline = lint(Submission((text,)), book()).outline
    assert Places((text,), outline, ZH).told(0, text.text.index("90")) == "第5行"
    data = docx(
        p("一、项目概况") + p(r("支出90万元。") + reference(1)), footnotes=note(1, "含12万元。")
    )
    assert where("12万元", data=data) == "脚注"


def test_without_chapters_and_in_another_file_paragraphs_are_counted_from_the_first() -> None:
    main, other = (read(n, docx(p("甲") + p("支出90万元。"))) for n in ("a.docx", "b.docx"))
    outline = lint(Submission((main, other)), book()).outline
    assert Places((main, other), outline, ZH).told(1, other.text.index("90")) == "第2段"
