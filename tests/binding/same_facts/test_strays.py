"""A figure that the text alone tells beside a cell that the table alone tells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.binding.same_facts.strays import about
from tests.cases import quantity
from tests.checks.told import told

RULE = "consistency/table"
TABLE = """

| 三级指标 | 指标值 | 完成值 |
|---|---|---|
| 泵站 | 17座 | 17座 |
| 就业见习人数 | ≥80人 | 86人 |
| 验收合格率 | ≥95% | 96.5% |
| 受益农户 | ≥400户 | 426户 |
"""


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("泵站建成71座。", "71座"),
        ("就业见习实有68人。", "68人"),
        ("9家单位接收就业见习人员，共68人。", "68人"),
        ("验收合格率达到96.8%。", "96.8%"),
        ("受益农户462户，反映良好。", "462户"),
    ],
)
def test_few_digits_suffice_where_both_stand_alone(text: str, quote: str) -> None:
    assert told(RULE, text + TABLE) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        # of a part, of several, of another look, of another time
        "就业见习中女性66人。",
        "沙坞镇就业见习66人。",
        "受益农户中脱贫户126户。",
        "初验时验收合格率为86.5%。",
        "6月底就业见习36人。",
        "新建泵站15座、改造泵站2座。",
        "泵站15座已通水，2座等电。",
        # how far from another
        "就业见习人数比上年增加16人。",
        "就业见习人数超出任务6人。",
        # told rightly elsewhere
        "就业见习86人，其后又有66人报名就业见习。",
        # no slip of the hand
        "就业见习143人。",
        # of another name
        "创业培训68人。",
    ],
)
def test_what_may_be_right_is_left_alone(text: str) -> None:
    assert told(RULE, text + TABLE) == []


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("≥90%", "0.9", "0.99"),
        ("超过310户", "310", "341"),
        ("不到九成", "0.81", "0.9"),
        ("近200万元", "1800000", "2000000"),
        ("352.4万元", "3523500", "3524500"),
        ("0元", "0", "0"),
    ],
)
def test_a_limit_stands_for_what_is_near_to_it(text: str, low: str, high: str) -> None:
    interval = about(quantity(text))
    assert (interval.low, interval.high) == (Decimal(low), Decimal(high))
