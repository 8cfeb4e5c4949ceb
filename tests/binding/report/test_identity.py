"""What documents say they are of, and which may be of one."""

from __future__ import annotations

import pytest

from linter.binding.report.identity import identity, may_be_one
from tests.cases import case

REPORT = "青禾县2023年度管网改造项目绩效自评报告\n一、项目概况\n铺设管网12公里。\n"
WHOLE = "青禾县水务局2023年度部门整体支出绩效自评报告\n一、部门概况\n编制32人。\n"


def form(project: str = "管网改造", unit: str = "青禾县水务局", year: int = 2023) -> str:
    return (
        f"# 项目支出绩效自评表\n（{year}年度）\n| 项目名称 | {project} | 主管部门 | {unit} |\n"
        "|---|---|---|---|\n| 资金 | 预算数 | 执行数 | 执行率 |\n| 合计 | 100 | 90 | 90% |\n"
    )


def test_names_by_title_and_form() -> None:
    found = identity(case(form()))
    assert (found.projects, found.units, found.year) == ({"管网改造"}, {"青禾县水务局"}, 2023)
    assert identity(case(REPORT)).projects == {"管网改造"}


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (REPORT, form(), True),
        (REPORT, form("农村管网改造项目"), True),
        (REPORT, form("道路养护"), False),
        (REPORT, form(year=2022), False),
        (WHOLE, form(), False),
        (WHOLE, form().replace("项目支出", "部门整体支出"), True),
        (WHOLE, form(unit="青禾县民政局").replace("项目支出", "部门整体支出"), False),
        (WHOLE, WHOLE.replace("水务局", "图书馆"), False),
        (REPORT, "资金明细\n支出90万元。\n", True),
    ],
)
def test_which_may_be_of_one(one: str, other: str, may: bool) -> None:
    assert may_be_one(identity(case(one)), identity(case(other))) is may
