"""Reports printed by LibreOffice: what an office's PDF files are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from linter.engine import lint
from linter.model import Document, PdfPlace, Submission
from linter.reading import read
from tests.cases import book
from tests.generators.papers import Part, opened, parts, printed

pytestmark = pytest.mark.slow

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-*.*"))


def told(document: Document) -> Counter[tuple[str, str]]:
    found = lint(Submission((document,)), book()).findings
    return Counter((f.rule, f.quote) for f in found if not f.rule.startswith("input/"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_same_report_has_the_same_findings(path: Path, tmp_path: Path) -> None:
    source = read(path.name, path.read_bytes(), book().header_words)
    data = printed(opened(list(parts(source))), tmp_path)
    laid = read("report.pdf", data, book().header_words)
    assert laid.notices == ()
    assert told(laid) == told(source)
    assert [b.kind == "cell" for b in laid.blocks] == [b.kind == "cell" for b in source.blocks]
    for block, other in zip(laid.blocks, source.blocks, strict=True):
        assert laid.text[block.start : block.end] == source.text[other.start : other.end]
    pages = pypdfium2.PdfDocument(data)
    for block in laid.blocks:
        place = laid.place(block.start)
        assert isinstance(place, PdfPlace)
        assert place.box is not None
        text = pages[place.page - 1].get_textpage().get_text_bounded(*place.box)
        assert laid.text[block.start : min(block.start + 2, block.end)] in "".join(text.split())


def test_a_row_and_a_table_cut_by_the_page(tmp_path: Path) -> None:
    words = "按照合同约定完成设备采购安装调试和验收并对操作人员进行培训，" * 4
    rows = [["序号", "内容", "金额（万元）"]]
    rows += [[str(n), f"第{n}项，{words}", "10.00"] for n in range(1, 31)]
    rows.append(["合计", "", "300.00"])
    data = printed(opened([Part("支出明细表"), Part(rows=rows)]), tmp_path)
    assert len(pypdfium2.PdfDocument(data)) > 2
    laid = read("report.pdf", data)
    (table,) = laid.tables
    found = [[laid.text[c.start : c.end] for c in row] for row in table.rows]
    assert found == rows


FORM = """<html><head><meta charset="utf-8"></head><body><p>项目支出绩效自评表</p>
<table border="1" cellspacing="0">
<tr><td colspan="2">项目名称</td><td colspan="5">全民阅读推广项目</td></tr>
<tr><td colspan="2" rowspan="3">项目资金（万元）</td><td></td><td>全年预算数</td><td>全年执行数</td>
<td>分值</td><td>得分</td></tr>
<tr><td>年度资金总额</td><td>136.50</td><td>132.96</td><td>10</td><td>9.74</td></tr>
<tr><td>其中：当年财政拨款</td><td>136.50</td><td>132.96</td><td>—</td><td>—</td></tr>
<tr><td rowspan="4">绩效指标</td><td>一级指标</td><td>三级指标</td><td>年度指标值</td>
<td>实际完成值</td><td>分值</td><td>得分</td></tr>
<tr><td rowspan="2">产出指标（60分）</td><td>举办阅读活动的场次和流通点的个数</td><td>≥120场</td>
<td>126场</td><td>20</td><td>20</td></tr>
<tr><td>新购图书册数</td><td>≥14000册</td><td>14600册</td><td>40</td><td>40</td></tr>
<tr><td>效益指标（30分）</td><td>到馆读者人次</td><td>≥21万人次</td><td>21.8万人次</td><td>30</td>
<td>30</td></tr>
<tr><td colspan="5">总分</td><td>100</td><td>99.74</td></tr>
</table></body></html>"""


def test_a_form_of_merged_cells(tmp_path: Path) -> None:
    laid = read("form.pdf", printed(FORM.encode(), tmp_path, "form.html"), book().header_words)
    (table,) = laid.tables
    assert table.sure
    assert [
        {c.column: laid.text[c.start : c.end] for c in row if c.start < c.end} for row in table.rows
    ] == [
        {0: "项目名称", 2: "全民阅读推广项目"},
        {0: "项目资金（万元）", 3: "全年预算数", 4: "全年执行数", 5: "分值", 6: "得分"},
        {2: "年度资金总额", 3: "136.50", 4: "132.96", 5: "10", 6: "9.74"},
        {2: "其中：当年财政拨款", 3: "136.50", 4: "132.96", 5: "—", 6: "—"},
        {
            0: "绩效指标",
            1: "一级指标",
            2: "三级指标",
            3: "年度指标值",
            4: "实际完成值",
            5: "分值",
            6: "得分",
        },
        {
            1: "产出指标（60分）",
            2: "举办阅读活动的场次和流通点的个数",
            3: "≥120场",
            4: "126场",
            5: "20",
            6: "20",
        },
        {2: "新购图书册数", 3: "≥14000册", 4: "14600册", 5: "40", 6: "40"},
        {
            1: "效益指标（30分）",
            2: "到馆读者人次",
            3: "≥21万人次",
            4: "21.8万人次",
            5: "30",
            6: "30",
        },
        {0: "总分", 5: "100", 6: "99.74"},
    ]
