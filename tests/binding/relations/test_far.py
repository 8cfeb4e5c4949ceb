"""Rates whose whole is told elsewhere."""

from __future__ import annotations

import pytest

from tests.checks.told import told

SHARE, EXECUTION = "arithmetic/share", "budget/execution-rate"


@pytest.mark.parametrize(
    ("rule", "text", "quotes"),
    [
        (SHARE, "合同总价2624.13万元。\n\n已付工程款2486.35万元，占合同总价的94.75%。", []),
        (SHARE, "合同总价2624.13万元。\n\n已付工程款2486.35万元，占合同总价的49.75%。", ["49.75%"]),
        # the whole has another name
        (SHARE, "中标总价2624.13万元。\n\n已付工程款2486.35万元，占概算的49.75%。", []),
        # towns are no share of villages
        (SHARE, "分布在31个社区和行政村。\n\n12个镇（街道）分别初验，点位占比为38.5%。", []),
        (SHARE, "全市31个乡镇实施。\n\n检查了12个镇，占38.5%。", ["38.5%"]),
        (EXECUTION, "全年预算数3260万元。\n\n全年支出3041.62万元，执行率93.30%。", []),
        (EXECUTION, "全年预算数3260万元。\n\n全年支出3041.62万元，执行率39.30%。", ["39.30%"]),
    ],
)
def test_named_wholes(rule: str, text: str, quotes: list[str]) -> None:
    assert told(rule, text) == quotes
