"""Two figures and how far they are apart, in any words."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/gap"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("小麦单产从每亩412公斤增至每亩454公斤，每亩增产52公斤。", "52公斤"),
        ("每公里造价186万元，对照近三年均价每公里210万元，每公里节约34万元。", "34万元"),
        ("控制价2,450万元，经招标以2,318.5万元成交，成交价低于控制价141.5万元。", "141.5万元"),
        ("帮扶就业438人，年度目标是400人，完成率109.5%，比目标多出48人。", "48人"),
        ("平均13分钟到达现场，超出15分钟的规定时限2分钟。", "2分钟"),
        ("实际检测样品1,285批次，计划检测1,200批次，超出计划95批次。", "95批次"),
    ],
)
def test_how_far_figures_are_apart(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "采购预算1162.00万元，合同金额1080.00万元，节约82.00万元。",
        "进厂浓度年均93毫克，比上年提高11毫克，但距目标还差2毫克。",
        "预算200万元，预算执行率95%，比上年支出184万元增加6万元。",
        "评审由860万元审减至812万元，暂列金下调12万元。",
        "占采购总规模的58.6%，比上年增长2.2%，增幅回落16.3个百分点。",
        "空余的5名编制，将辅助人员由26名增加到30名。",
        "甲镇收入860万元，乙镇收入720万元，甲镇比上年多40万元。",
        "当月平均气温-3.2℃，较常年同期的-1.8℃偏低1.4℃。",
    ],
)
def test_what_may_be_of_others(text: str) -> None:
    assert told(RULE, text) == []
