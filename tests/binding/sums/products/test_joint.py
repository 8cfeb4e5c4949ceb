"""Several quantities at one price."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/product"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("每亩补助120元，东镇2,150亩、西镇3,460亩，共补助76.32万元。", "76.32万元"),
        ("飞防每亩12元，头遍2.5万亩，二遍2.1万亩，跟服务队结算52.5万元。", "52.5万元"),
        ("校服每套168元，男生1,240套、女生1,110套，合计支付34.98万元。", "34.98万元"),
    ],
)
def test_the_amount_is_of_all_quantities(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "飞防每亩12元，头遍2.5万亩，二遍2.1万亩，跟服务队结算55.2万元。",
        "每亩补助120元，申报2,150亩，核定2,060亩，共补助24.72万元。",
        "每亩补助120元，水田2,150亩、旱地3,460亩（旱地减半），共补助46.56万元。",
        "每套168元，订购1,240套，到货1,110套，支付货款18.65万元。",
        "每户补2,000元，危房26户、五保户34户，因3户自愿放弃，共发11.4万元。",
        "每人补贴300元，甲村120人，乙村80人，自筹一半，共支出3万元。",
        "每台3,000元，城区30台、乡镇20台，政府补三分之一，共5万元。",
        "每吨补贴60元，一季度320吨、二季度400吨，三季度起停止，共4.32万元。",
        "每亩奖励100元，一等地320亩，二等地480亩，二等地按七折，共奖励6.56万元。",
    ],
)
def test_where_not_all_were_paid_for_nothing_is_told(text: str) -> None:
    assert not told(RULE, text)
