"""Figures of the text and the cells of the rows that their words name."""

from __future__ import annotations

import pytest

from tests.checks.told import told

MARKS = (
    "| 二级指标 | 分值 | 得分 |\n|---|---|---|\n| 宣传发动 | 5 | 4.5 |\n| 制度建设 | 6 | 4.3 |\n"
    "| 培训质量 | 20 | 18.62 |\n"
)
SHARES = (
    "| 片区 | 补贴（万元） | 补贴占比 | 人次 |\n|---|---|---|---|\n| 返乡人员 | 1389.00 | 31.02% | 9260 |\n"
    "| 在岗职工 | 2152.50 | 48.07% | 14350 |\n| 创业学员 | 936.40 | 20.91% | 6148 |\n"
)
TOTAL = "| 合计 | 4477.90 | 100.00% | 29758 |\n"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("失分处有三：宣传发动、材料印制各0.5分，制度建设1.7分。", []),
        ("扣掉的分摊开看：宣传发动0.5分，制度建设1.7分。", []),
        ("扣分不多，培训质量得16.82分。", ["16.82分"]),
        ("分项看，培训质量16.82分，宣传发动4.5分。", ["16.82分"]),
    ],
)
def test_marks_lost_are_not_those_obtained(text: str, quotes: list[str]) -> None:
    assert told("consistency/table", f"\n{text}\n\n{MARKS}\n") == quotes


@pytest.mark.parametrize("table", [SHARES + TOTAL, SHARES])
@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("返乡人员人次占比为31.12%，在岗职工人次占比为48.22%。", []),
        ("补贴里，返乡人员占31.20%，在岗职工占48.07%。", ["31.20%"]),
    ],
)
def test_a_share_of_another_column_is_borne_out(text: str, quotes: list[str], table: str) -> None:
    rules = ("consistency/table", "consistency/retold")
    assert [q for rule in rules for q in told(rule, f"\n{text}\n\n{table}\n")] == quotes
