"""Products so plainly told that an amount is wrong by however much."""

from __future__ import annotations

import pytest

from linter.binding.sums.products.products import PLAIN, TIMED, products
from tests.cases import case

WRONG = [
    ("采购电脑48台，单价4,600元，金额24.8万元。", "24.8万元"),
    ("采购电脑48台，每台4,600元，共计24.8万元。", "24.8万元"),
    ("培训人均成本380元，培训420人，总成本18.4万元。", "18.4万元"),
    ("每台补贴2,000元，共补贴设备312台，补贴资金56.2万元。", "56.2万元"),
]
MAY_BE_RIGHT = [
    # with more in it, or less, of fewer than are counted, or of months that not all were paid for
    "电脑48台，均价4,600元，合计24.8万元，含打印机等配件。",
    "采购电脑48台，单价4,600元，合同金额20.8万元（优惠1.28万元）。",
    "每户补助1.2万元，145户共发放168万元，5户因验收未过暂缓发放。",
    "按每人每月650元标准发放护林员补助，86人全年共发放58.2万元。",
    "主管12400米、支管3200米，按单价860元/米结算，材料款1241.6万元。",
    "每台最高补贴2,000元，补贴设备312台，补贴资金56.2万元。",
]


def wrong(text: str) -> list[str]:
    """The amounts that are not what price and quantity come to."""
    opened = case(f"某局绩效自评报告\n{text}\n")
    found = [p.figures["amount"] for p in products(opened.facts, PLAIN, TIMED) if not p.holds]
    return [opened.text(amount.start, amount.end) for amount in found]


@pytest.mark.parametrize(("text", "amount"), WRONG)
def test_however_much_an_amount_is_off_is_told(text: str, amount: str) -> None:
    assert wrong(text) == [amount]


@pytest.mark.parametrize("text", MAY_BE_RIGHT)
def test_what_may_be_of_more_or_fewer_is_not(text: str) -> None:
    assert wrong(text) == []
