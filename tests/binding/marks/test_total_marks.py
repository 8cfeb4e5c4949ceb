"""The total score, told in several places."""

from __future__ import annotations

import pytest

from linter.binding.marks.total_marks import differing_totals, mistyped_totals
from tests.cases import case

TITLE = "某局2022年度绩效自评报告\n"
TABLE = "\n| 指标 | 分值 | 得分 |\n|---|---|---|\n| 产出 | 60 | 57 |\n| 效益 | 40 | 39 |\n| 总分 | {} | {} |\n"


def differing(text: str) -> list[str]:
    opened = case(TITLE + text + "\n")
    return [opened.text(figure.start, figure.end) for figure, _ in differing_totals(opened)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("自评得分95.5分。\n综上所述，本项目综合得分为88分。", ["88分"]),
        ("自评得分95.5分。\n综合得分为95.46分。", []),
        ("各项相加得95.5分。\n总评88分。", ["88分"]),
        ("本项目共得95.5分。\n附表总分88。", ["88"]),
        ("综合评定为95.5分。\n自评结果为良（88分）。", ["88分"]),
        ("自评成绩为95.5分。\n参加技能竞赛，共得88分，位列第三。", []),
        ("自评得分95.5分。\n因逾期另扣1.5分，最终得分94分。", []),
        ("自评得分95.5分。\n因逾期另扣1.5分，最终得分93分。", ["93分"]),
        (
            "一、泵站改造项目自评综述\n自评得分95.5分。\n二、渠道清淤项目自评综述\n自评得分88分。",
            [],
        ),
        ("自评得分95.5分。\n综合得分100分。", []),
        ("自评得分95.5分。\n综合得分90分以上。", []),
        ("自评得分95.5分。\n上年自评得分88分。", []),
        ("2022年度自评得分95.5分。\n2021年度自评得分88分。", []),
        ("自评得分95.5分。\n财政局复核，最终得分88分。", []),
        ("甲项目自评得分95.5分。\n乙项目自评得分88分。", []),
        ("菜价调控项目自评得分95.5分。\n综合得分88分。", ["88分"]),
        ("菜价调控项目自评得分95.5分。\n粮价调控项目自评得分88分。", []),
        ("东线站点：满分100分，得分95.5分。\n西线站点：满分100分，得分88分。", []),
        ("甲片区：共设3项，综合得分95.5分。\n乙片区：共设3项，综合得分88分。", []),
        ("自评结论：共设3项，综合得分95.5分。\n评价结论：共设3项，综合得分88分。", ["88分"]),
        ("产出57分、效益38.5分，综合得分95.5分。\n产出51分、效益37分，综合得分88分。", []),
        ("产出57分、效益38.5分，综合得分95.5分。\n产出51分、效益36分，综合得分88分。", ["88分"]),
        ("绩效指标总分90分，得86分，自评得分95.5分。", []),
        ("项目自评得分95.5分。\n部门整体支出自评得分88分。", []),
        ("自评得分95.5分。\n一、产出完成情况\n自评得分88分。", []),
        ("项目名称：甲\n自评得分95.5分。\n项目名称：乙\n自评得分88分。", []),
    ],
)
def test_only_the_report_s_own_totals_are_compared(text: str, found: list[str]) -> None:
    assert differing(text) == found


@pytest.mark.parametrize(
    ("full", "mark", "found"),
    [("100", "96", ["96"]), ("100", "98", []), ("60", "57", []), ("100", "", [])],
)
def test_total_row_of_a_hundred(full: str, mark: str, found: list[str]) -> None:
    assert differing("自评得分98分。\n" + TABLE.format(full, mark)) == found


def test_two_tables_of_a_hundred_are_two_projects() -> None:
    assert differing(TABLE.format("100", "96") + "\n乙表\n" + TABLE.format("100", "93")) == []


def test_a_slip_apart_is_told_elsewhere() -> None:
    assert differing("自评得分89.01分。\n\n总得分98.01分已经审签。") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本项目自评总分97.41分。\n是将自评得分17.41分报县财政局，作为参考。", ["17.41分"]),
        ("本项目自评总分97.41分。\n关于总得分9.41分，已经审签。", ["9.41分"]),
        ("本项目自评总分97.41分。\n关于总得分97.41分，已经审签。", []),
        ("本项目自评总分97.41分。\n上年关于总得分97.14分，已经审签。", []),
        ("本项目自评总分97.41分。\n关于产出得分57.2分，已经审签。", []),
        ("本项目自评总分97分。\n关于总得分79分，已经审签。", []),
    ],
)
def test_a_slip_from_the_report_s_own_total(text: str, found: list[str]) -> None:
    opened = case(TITLE + text + "\n")
    assert [opened.text(f.start, f.end) for f, _ in mistyped_totals(opened)] == found
