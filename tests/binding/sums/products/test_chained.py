"""All figures of a sentence but one multiplied, with the months that words tell."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/product"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "护林员76人，每人每月发600元，四季度（10—12月）全员在岗，共发放16.38万元。",
            "16.38万元",
        ),
        ("特困供养213人，每人每月1,040元，三季度（7—9月）发出645,660元。", "645,660元"),
        ("保洁员58名，一天补15元，全年按260天算，合计支付22.26万元。", "22.26万元"),
        ("代课教师32名，人均月补1,200元，上半年六个月发放24.03万元。", "24.03万元"),
        ("1至10月，124名村医每月领300元补助，共付32.7万元；11月起另账核算。", "32.7万元"),
    ],
)
def test_months_and_days_are_told_in_many_ways(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "护林员76人，每人每月发600元，四季度（10—12月）全员在岗，共发放13.68万元。",
        "上半年每人每月1,040元，213人；下半年每人每月1,080元，215人，全年发放272.2万元。",
        "护林员76人，每人每月600元，四季度（10—12月）发放13.68万元，三季度发放13.5万元。",
        "人均月补850元，86人中有的只干半年，十二个月共开支78.72万元。",
        "公益岗40人，人均月补助700元，一季度（含春节加发一个月）共发11.2万元。",
        "社区食堂为42名老人供餐，一天一餐12元，老人自付6元，全年250天财政补6.3万元。",
    ],
)
def test_where_not_all_are_paid_all_the_time_nothing_is_told(text: str) -> None:
    assert not told(RULE, text)
