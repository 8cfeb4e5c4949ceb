"""Which of two figures is told to be the larger."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/way"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("本年预算执行率93.7%，不及上年同期的91.5%，主要受停工影响。", "91.5%"),
        ("每吨储藏成本三百二十元，低于行业平均的二百九十元。", "二百九十元"),
        ("信访量上年326件、本年341件，继续下降。", "326件"),
        ("培训满意度94.1%，超过年初95%的目标，完成较好。", "94.1%"),
    ],
)
def test_words_go_against_the_figures(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "死亡率0.8%，低于全省的1.1%，也低于0.9%的控制线。",
        "两类户数1320户、460户相加后大于实际受助户数1605户。",
        "每月20餐以内的部分每餐补2元，超出部分每餐补3元。",
        "成本控制目标不超过2000元，实际1980元，低于目标20元。",
        "甲站、乙站合格率分别为98.2%、94.0%，高于95%的只有甲站。",
        "公厕新建6座、改建14座，超过新改建共18座的目标。",
    ],
)
def test_what_is_held_against_another(text: str) -> None:
    assert told(RULE, text) == []
