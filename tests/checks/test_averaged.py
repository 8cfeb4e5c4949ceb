"""Averages against the total and the number beside them."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/averaged"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # of what is counted, by its unit or by its name
        ("提灌站总装机3840千瓦，共16座，每座平均225千瓦。", ["225千瓦"]),
        ("图书室43个，藏书总量129000册，平均每个图书室2000册。", ["2000册"]),
        ("清雪机械出动8次共216台次，平均每次出动37台次。", ["37台次"]),
        ("公租房入住480户1152人，户均2.9人。", ["2.9人"]),
        # of a year's months and days, which nobody tells
        ("全年编印简报60期，月均6期。", ["6期"]),
        ("全年接听热线18250个，平均每天接听80个。", ["80个"]),
        ("全年接听热线18250个，平均每天接听73个。", []),
        ("4月至12月共救助360人，月均50人。", []),
        # rounded, or cut off
        ("检测样品9695份，检测人员24人，人均检测403份。", []),
        ("检测样品9695份，检测人员24人，人均检测404份。", []),
        # what may be of others, or of some
        ("举办培训16期，参训640人次，其中外地学员140人次，期均31人次。", []),
        ("培训农民1260人，支出培训费63万元，人均600元。", []),
        ("贷款4.8亿元，惠及商户1200户，户均贷款45万元。", ["45万元"]),
        ("安置480户1152人，户均增收3000元。", []),
    ],
)
def test_averages(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
