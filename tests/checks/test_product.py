"""Amounts beside prices and quantities."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/product"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # the price before, between or behind
        ("更换支座248块，每块865元，花了24.15万元。", ["24.15万元"]),
        ("碳纤维布2730平方米，费用80.11万元，单价是338元。", ["80.11万元"]),
        ("生活费补贴50元一天，26850人天，合134.25万元。", []),
        ("498.54万元摊到6218人次上，人次均1525.47元。", ["498.54万元"]),
        # a month's price with its months
        ("护林员120人，每人每月800元，发放12个月，共151.2万元。", ["151.2万元"]),
        # right ones
        ("更换支座248块，每块865元，花了21.45万元。", []),
        ("护林员120人，每人每月800元，发放12个月，共115.2万元。", []),
        ("设备单价4.8万元（含税），数量15台，合同额72万元。", []),
        # what may come to something else
        ("按每人5000元奖补，吸纳418人，其中符合条件的391人，兑现195.5万元。", []),
        ("每亩综合费用1850元，286亩合同价52.91万元，暂付80%，为42.33万元。", []),
        ("护林员120人，每人每月800元，全年共96万元。", []),
        ("每座造价35万元，概算不超过53万元。", []),
    ],
)
def test_products(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
