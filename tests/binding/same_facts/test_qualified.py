"""Rates that a name of their own tells apart from that of a table's total row."""

from __future__ import annotations

import pytest

from tests.checks.told import told

TABLE = """{}

| 序号 | 项目名称 | 调整后预算 | 支出 | 执行率 |
|---|---|---|---|---|
| 1 | 环卫清扫 | 8620.00 | 8416.20 | 97.64% |
| 2 | 绿地养护 | 2210.00 | 2168.40 | 98.12% |
| 3 | 违法治理 | 2209.80 | 1959.66 | 88.68% |
| 合计 | — | 13039.80 | 12544.26 | 96.20% |

二、分析
{}
"""


@pytest.mark.parametrize(
    ("title", "text", "quotes"),
    [
        ("项目支出情况如下：", "政府采购执行率96.02%。", []),
        ("项目支出情况如下：", "上级转移支付资金执行率为96.02%。", []),
        ("项目支出情况如下：", "6.政府采购执行率96.51%，按比例得3.86分。", []),
        ("政府采购情况如下：", "政府采购执行率96.02%。", ["96.02%"]),
        ("项目支出情况如下：", "全年项目支出执行率96.02%。", ["96.02%"]),
        ("项目支出情况如下：", "本年度资金总体执行率为96.02%。", ["96.02%"]),
    ],
)
def test_another_rate_by_its_name_is_not_held_against_a_total(
    title: str, text: str, quotes: list[str]
) -> None:
    assert told("consistency/table", TABLE.format(title, text)) == quotes
