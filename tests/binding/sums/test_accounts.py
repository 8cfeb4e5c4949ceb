"""Accounts told in one sentence, in any order."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/stock"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("目前公交车保有量412辆，年内投放65辆、退役18辆，而年初保有量为355辆。", "412辆"),
        (
            "至年终馆藏图书为31.42万册；年初为29.86万册，年内入藏1.76万册，剔旧0.3万册。",
            "31.42万册",
        ),
        (
            "年初欠拨工程款2,318万元，本年新增应付款905万元，清偿1,420万元，年末仍欠1,830万元。",
            "1,830万元",
        ),
        ("原有名录517株，复查新增登记44株，因枯死注销6株，最新名录收录556株。", "556株"),
        ("年初3,908个，道路拓宽拆除52个，新装216个，核减增补后现有4,172个。", "4,172个"),
        ("期初库存化肥320吨，陆续调进180吨，卖给农户265吨，期末库存253吨。", "253吨"),
    ],
)
def test_what_there_is_comes_of_what_there_was(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "财政代管资金余额43万元，较年初减少29万元，全年支出89万元、收入60万元。",
        "年初97人，年内退休6人、调入4人、新招8人，其中2人次年才报到，年末在职101人。",
        "上年末存栏5,120头，年末存栏4,780头，全年出栏2,680头，能繁母猪新增340头。",
        "年末268辆，本年购置30辆全部用于替换报废的28辆，年初268辆。",
    ],
)
def test_what_is_no_account(text: str) -> None:
    assert told(RULE, text) == []
