"""Numbers of days with their first and their last."""

from __future__ import annotations

import pytest

from linter.binding.dates.counted_days import counted_days
from tests.cases import case

TITLE = "某馆2023年度绩效自评报告\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("7月3日起至7月16日止，连头带尾共14天。", [True]),
        ("7月3日起至7月16日止，连头带尾共13天。", [False]),
        ("5月8日至14日，共7天（含首尾）。", [True]),
        ("2023年12月30日至2024年1月2日，首尾共5天。", [False]),
        ("2月27日至3月1日，首尾共4天，即2月27日至3月1日，首尾共3天。", [True, True]),
        ("工期90天，自3月1日（含当日）起算，应于5月29日完工。", [True]),
        ("工期90天，自3月1日起算，应于5月30日完工。", [True]),
        ("工期90天，自3月1日（含当日）起算，应于4月29日完工。", [False]),
        # not every day counts, or nothing says that both ends do
        ("工期60天，自3月1日起算，扣除雨天，应于5月8日完工。", []),
        ("9月1日至9月20日，为期15天。", []),
        ("9月20日至9月1日，首尾共15天。", []),
    ],
)
def test_days(text: str, right: list[bool]) -> None:
    assert [told.right for told in counted_days(case(TITLE + text).facts)] == right
