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
        # right behind each other, so that words leave no doubt
        ("检查桥梁134座，每座0.19万元，计52.46万元。", ["52.46万元"]),
        (
            "招聘村级水管员356名，按每人每月80元、全年12个月计算，一年下来共需35.04万元。",
            ["35.04万元"],
        ),
        ("建设水窖280口（列在上述面积之内，不另计），每口1000元即82万元。", ["82万元"]),
        # averages, also of what is no money, in the unit that is printed
        ("硬化公路36.5公里，结算总价2044万元，平均每公里造价65万元。", ["2044万元"]),
        ("培训12期，培训1068人次，平均每期98人次。", ["1068人次"]),
        ("培训12期，培训1068人次，平均每期89人次，最多的超过150人次。", []),
        # other prices, or many of which each has the quantity
        ("C级每户1.2万元、改造86户，D级每户3.5万元、改造41户，合计246.7万元。", []),
        ("十二个村各建广场2处，每处补助4万元，共需96万元。", []),
        ("8184户合起来一年约省1702.27万元，高于户均2000元的目标。", []),
        ("新建蓄水池12座，每座补助2万元，已支付20万元。", []),
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
