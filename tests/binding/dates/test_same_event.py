"""Events told twice with two numbers."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "date/one-number"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("第四届“柳编”手工艺展卖出样品320件。\n手工艺展（第五届）布展费由商户承担。", "第五届"),
        ("全年开展四轮暗访，第五轮暗访看了9个点。", "第五轮"),
        ("本年度头一回引入第三方养护。\n第三方养护是第二次引入。", "第二次"),
        ("8月2日的第一次现场会定了线。\n线是8月2日第二次现场会定的。", "第二次"),
    ],
)
def test_two_numbers(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "第一次全体会议研究方案。\n第二次全体会议研究调剂。",
        "首轮检查发现12处问题。\n第二轮检查销号12处。",
        "第五届采茶节在4月办。\n第六届茶艺大赛在10月办。",
        "区六届人大二次会议批准了预算。\n区六届人大三次会议听取了决算报告。",
        "第四届柳编展卖出320件。\n2022年第三届柳编展卖出280件。",
    ],
)
def test_several_events(text: str) -> None:
    assert told(RULE, text) == []
