"""Rates of a whole that no figure tells."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RATE, SHARE, RATIO = "arithmetic/completion", "arithmetic/share", "arithmetic/ratio"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("水资源节约14万吨，全年用水126万吨，节水率10%。", []),
        ("采购成交金额360万元，节约资金40万元，资金节约率10%。", []),
        ("采购预算400万元，节约资金40万元，资金节约率15%。", ["15%"]),
    ],
)
def test_what_was_there_before_a_change_may_be_the_whole(text: str, wrong: list[str]) -> None:
    assert told(RATE, f"{text}\n") == wrong


@pytest.mark.parametrize(
    "text",
    [
        "资金按中央50%、省30%、市县20%的比例分担，分别为600万元、360万元、240万元。",
        "中央资金占36.6%，即300万元；省级资金320万元，占39.0%；市级资金200万元，占24.4%，合计820万元。",
        "按合同约定首付款30%即28.8万元，进度款50%即48万元，尾款20%即19.2万元。",
    ],
)
def test_all_that_are_listed_may_be_the_whole(text: str) -> None:
    assert told(SHARE, f"{text}\n") == told(RATIO, f"{text}\n") == []
