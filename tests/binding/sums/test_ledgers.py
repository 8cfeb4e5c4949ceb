"""Accounts told step by step, up to what is left."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/stock"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("救灾大米购入86吨，发放71.5吨，霉变1.2吨，仓里还有31.3吨。", "31.3吨"),
        ("防护服入库526件，下拨412件，过期3件，年终盘库141件。", "141件"),
        ("拨来资金260万元，用去218.4万元，账上尚存46.1万元。", "46.1万元"),
        ("中央下达专款900万元，上级收回40万元，支付812.6万元，账上留有74.4万元。", "74.4万元"),
    ],
)
def test_what_was_counted_is_what_came_in_less_what_went(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "救灾大米购入86吨，发放71.5吨，霉变1.2吨，仓里还有13.3吨。",
        "收到口罩2万只，分发1.8万只，库里还有旧口罩在内共0.9万只。",
        "收到物资100件，分发60件，仓里连同老库存还有80件。",
        "应急仓库入库帐篷300顶，下拨200顶，全系统实有帐篷1,020顶。",
        "应急物资下发1,200件，补充采购800件，年底清点库存2,600件。",
        "到账650万元，支付583.2万元，账上余额76.8万元（含利息10万元）。",
        "到账650万元，支付583.2万元，账上余额76.8万元，包括利息10万元。",
        "入库煤炭8,600吨，消耗7,900吨，盘库660吨，盘亏40吨系自然损耗。",
        "购进棉被1,200床，下拨960床，仓里存放1,040床，含往年结存800床。",
        "年初账上有12万元，本年收到95万元，支出101.7万元，年末余额5.3万元。",
    ],
)
def test_what_may_have_been_there_before_is_left_alone(text: str) -> None:
    assert not told(RULE, text)
