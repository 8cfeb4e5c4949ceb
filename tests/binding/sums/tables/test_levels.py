"""Rows with parts of their own, told by what stands before their names."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/table-total"
TABLE = (
    "| 科目 | 预算 | 支出 |\n|---|---|---|\n| {}财政拨款 | 800 | 780 |\n| {}中央补助 | 500 | 490 |\n"
    "| {}省级补助 | 300 | 290 |\n| {}自有收入 | 100 | 90 |\n| 合计 | 900 | {} |"
)
MARKS = [
    ("一、", "1.", "2.", "二、"),
    ("（一）", "1.", "2.", "（二）"),
    ("1.", "（1）", "（2）", "2."),
    ("1 ", "1.1 ", "1.2 ", "2 "),
    ("", "--", "--", ""),
    ("", "　　", "　　", ""),
    ("1.", "", "", "2."),
]


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize(("total", "quotes"), [("870", []), ("807", ["807"])])
def test_outer_rows_are_summed(
    marks: tuple[str, str, str, str], total: str, quotes: list[str]
) -> None:
    assert told(RULE, TABLE.format(*marks, total)) == quotes


def test_codes_nest() -> None:
    text = (
        "| 编码 | 科目 | 金额 |\n|---|---|---|\n| 301 | 工资福利支出 | 500 |\n| 30101 | 基本工资 | 300 |\n"
        "| 30102 | 津贴补贴 | 200 |\n| 302 | 商品服务支出 | 100 |\n| 合计 | | {} |"
    )
    assert [told(RULE, text.format(total)) for total in ("600", "1100", "660")] == [[], [], ["660"]]


@pytest.mark.parametrize("marks", [("1.", "2.", "3.", "4."), ("", "", "", "")])
def test_rows_that_are_all_alike_are_all_summed(marks: tuple[str, str, str, str]) -> None:
    text = TABLE.format(*marks, "1650").replace("900", "1700")
    assert told(RULE, text) == []
    assert told(RULE, text.replace("1650", "1605")) == ["1605"]
