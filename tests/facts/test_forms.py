"""The national form as one table: parts with headers of their own."""

from __future__ import annotations

from linter.facts.table import TypedTable
from tests.cases import case

FORM = """# 项目支出绩效自评表

（2023年度）

| 项目名称 | 管网改造项目 | | | | | | |
|---|---|---|---|---|---|---|---|
| 主管部门 | 某县水务局 | | | 实施单位 | 某县供水站 | | |
| 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
| | 年度资金总额 | 120.00 | 100.00 | 89.97 | 10 | 89.97% | 9.00 |
| | 其中：当年财政拨款 | 120.00 | 100.00 | 89.97 | — | — | — |
| 年度总体目标 | 预期目标 | | | 实际完成情况 | | | |
| | 新建管网12公里。 | | | 新建管网12公里。 | | | |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
| 产出指标 | 数量指标 | 新建管网（公里） | 12 | 12 | 50 | 50 | |
| 效益指标 | 社会效益指标 | 受益人口（人） | 3000 | 3100 | 40 | 40 | |
| 总分 | | | | | 100 | 99.00 | |
"""
INDICATORS = "| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |\n"


def tables(text: str) -> list[TypedTable]:
    return case(text).facts.tables


def kinds(table: TypedTable) -> list[str | None]:
    return [column.kind for column in table.columns]


def test_money_and_indicators_are_tables_of_their_own() -> None:
    money, indicators = tables(FORM)[-2:]
    assert kinds(money)[2:] == ["initial", "adjusted", "executed", "full", "rate", "obtained"]
    assert kinds(indicators)[3:] == ["target", "actual", "full", "obtained", "reason"]
    assert [row.texts[-1] for row in indicators.rows] == ["", "", ""]


def test_the_unit_of_the_money_stands_in_the_corner() -> None:
    money = tables(FORM)[-2]
    (executed,) = {row.figures[4].unit for row in money.rows if row.figures[4]}
    assert (executed, money.rows[0].figures[4].printed) == ("元", 899700)  # type: ignore[union-attr]


def test_a_header_repeated_on_a_new_page_is_no_row() -> None:
    row = "| 效益指标 |"
    (*_, indicators) = tables(FORM.replace(row, INDICATORS + row))
    assert len(indicators.rows) == 3


def test_two_lines_of_one_header_stay_together() -> None:
    text = (
        "某局绩效自评报告\n| 科目 | 预算数 | | 执行率 |\n|---|---|---|---|\n"
        "| | 年初预算数 | 全年预算数 | 执行率 |\n| 甲 | 10 | 12 | 90% |\n| 乙 | 20 | 22 | 80% |\n"
    )
    (table,) = tables(text)
    assert kinds(table)[1:] == ["initial", "adjusted", "rate"]
    assert len(table.rows) == 2


def test_a_row_of_figures_is_no_header() -> None:
    text = FORM.replace("| 50 | 50 | |", "| 分值 | 得分 | 预算数2 |")
    assert len(tables(text)[-1].rows) == 3


def test_headers_may_hold_marks_in_brackets_and_years() -> None:
    text = FORM.replace("| 分值 | 执行率 | 得分 |", "| 执行率（B/A） | 得分（20分×执行率） | |", 1)
    text = text.replace("| 年度指标值 | 实际完成值 |", "| 三年目标值 | 其中：2023年 |")
    money, indicators = tables(text)[-2:]
    assert kinds(money)[5:7] == ["rate", "obtained"]
    assert len(indicators.rows) == 3
