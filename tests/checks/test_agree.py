"""One fact in two places."""

from __future__ import annotations

import pytest

from tests.checks.told import told

TABLE = """

| 三级指标 | 指标值 | 完成值 |
|---|---|---|
| 失业人员再就业人数 | ≥1100人 | 1187人 |
| 创业带动就业人数 | ≥380人 | 412人 |
| 资金执行率 | ≥90% | 91.98% |
"""


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("全年1178名失业人员实现再就业。", ["1178名"]),
        ("资金执行率为91.89%，高于目标。", ["91.89%"]),
        ("全年1187名失业人员实现再就业。", []),
        # another stage, year, thing, or a plan
        ("截至6月底1178名失业人员实现再就业。", []),
        ("上年1178名失业人员实现再就业。", []),
        ("扶持合作社1178家。", []),
        ("计划实现失业人员再就业1178人。", []),
        # the table's own figure stands beside it
        ("失业人员再就业1187人，比初步统计的再就业1178人多9人。", []),
    ],
)
def test_tables(text: str, quotes: list[str]) -> None:
    assert told("consistency/table", text + TABLE) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("自评得分89.01分。\n\n总得分98.01分已经审签。", ["98.01分"]),
        ("自评得分98.01分。\n\n总得分98.01分已经审签。", []),
        ("全年培训农村劳动力12604人。\n\n全年培训农村劳动力12064人。", ["12064人"]),
        ("全年培训农村劳动力12604人。\n\n上年培训农村劳动力12064人。", []),
        ("东镇受益农户245户。\n\n西镇受益农户425户。", []),
    ],
)
def test_text(text: str, quotes: list[str]) -> None:
    assert told("consistency/restated", text) == quotes


CELL = "到位{}。\n\n| 项目 | 到位（{}） |\n|---|---|\n| 培训 | {} |\n"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (CELL.format("86.35万元", "元", "86.35"), ["86.35万元"]),
        (CELL.format("86.35万元", "万元", "863500"), ["86.35万元"]),
        (CELL.format("86.35万元", "元", "863500"), []),
        (CELL.format("86.35万元，即863500元", "万元", "863500"), ["86.35万元"]),
        (CELL.format("86.3万元", "元", "86.3"), ["86.3万元"]),
        (CELL.format("86万元", "元", "86"), []),
        (CELL.format("86.35万元", "元", "86.36"), []),
        (CELL.format("约86.35万元", "元", "86.35"), []),
    ],
)
def test_amounts_just_ten_thousand_times_apart(text: str, quotes: list[str]) -> None:
    assert told("budget/scale", text) == quotes
