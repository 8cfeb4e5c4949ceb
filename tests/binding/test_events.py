"""Courses of dated steps."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "date/course"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("方案于2022年12月12日批复，2022年11月20日开工。", ["2022年11月20日"]),
        ("工程于2019年12月11日开工，最后一座到2019年11月29日才办完交工手续。", ["2019年11月29日"]),
        ("2023年2月26日启动，2月17日收尾。", ["2月17日"]),
        ("自2022年2月14日起逐项核对，至2022年1月28日完成初稿。", ["2022年1月28日"]),
        ("2020年11月27日收到资金，收文之后，于2020年11月18日分解。", ["2020年11月18日"]),
        # in order, though told backwards
        ("工程2021年11月29日完工，此前的2021年3月22日已办理开工手续。", []),
        ("方案于2022年12月12日批复，2023年3月20日开工。", []),
        # of several batches, plans, or in clauses of their own
        ("第一批2021年6月28日收到，第二批2021年5月18日拨付。", []),
        ("2022年12月12日批复，计划2022年11月20日开工。", []),
        ("甲项目2022年12月12日批复；乙项目2022年11月20日开工。", []),
        # a day that the year before it has not
        ("2023年1月5日启动，2月29日收尾。", []),
        ("2023年1月5日启动，13月5日收尾。", []),
        # over the turn of the year
        ("施工期为12月20日至1月5日。", []),
    ],
)
def test_courses(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
