"""Named periods beside their years or months."""

from __future__ import annotations

import pytest

from linter.binding.dates.named_periods import told_periods
from tests.cases import case

TITLE = "某局2023年度绩效自评报告\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("“十四五”（2021—2025年）期间，“十三五”时期为2015年至2020年。", [True, False]),
        ("“十四五”期间（2021—2023年），“十四五”规划（2021—2035年）。", [True]),
        ("2021年是“十四五”开局之年，“十四五”收官之年（2024年）。", [True, False]),
        ("2023年是“十四五”第三年，2022年为“十四五”规划第三年。", [True, False]),
        ("二季度（4—6月）、上半年（1—7月）。", [True, False]),
        ("前三季度（1—9月）、一至三季度（1—9月）、前三季度（1—10月）。", [True, False]),
        ("合同第一季度（3月至5月）、四季度（10月至次年1月）、四季度（12月至2月）。", []),
        ("第一季度（4月至6月）巡查。", [False]),
        ("合同第一季度（4月至6月）考核。", []),
    ],
)
def test_periods(text: str, right: list[bool]) -> None:
    assert [told.right for told in told_periods(case(TITLE + text).facts)] == right
