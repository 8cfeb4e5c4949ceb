"""Stocks and accounts told step by step, and what is left of them."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/stock"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # paragraphs, a kind that goes on, a part told aside, what came behind its word
        ("上年末在册318人。\n本年新增27人。\n退出41人。\n本年末在册340人。", ["340人"]),
        ("总盘子900万元。头年用了260万元，次年310万元，留给末年的350万元。", ["350万元"]),
        ("上年余2.4万元；收餐费58.7万元；支出58.0万元，里头粮油41.0万元。年底结存1.3万元。", ["1.3万元"]),
        ("年初库存150顶，汛期调出96顶，收回88顶、补购30顶，年底清点为127顶。", ["127顶"]),
        ("合同价48.0万元，分三笔付了33.6万元，至今未付的16.4万元。", ["16.4万元"]),
        # one step of no known word, more gone than there was, what goes on into the next year
        ("月初在册86人，当月报到312人，结业325人，月末在册63人。", ["63人"]),
        ("年初未结5件，新收48件，办结60件，年末在办3件。", ["3件"]),
        ("保证金期初96万元，减去退还的74.5亿元，加上收取的124.8万元，期末146.3万元。", ["146.3万元"]),
        ("上年结转案件23件，本年新立96件，结案101件，转下年19件。", ["19件"]),
        ("上年结转案件23件，本年新立96件，结案101件，结转下年18件。", []),
        ("年初床位620张，新增80张，改造180张，年末床位700张。", []),
        ("期初合同12份，新签15份，到期续签9份，终止4份，期末合同23份。", []),
        ("年初库存320吨，领用280吨，盘点库存42吨（含自然增重2吨）。", []),
        # right, nothing went, another balance between, more sources than one, an unknown step
        ("年初库存150顶，汛期调出96顶，收回88顶、补购30顶，年底清点为172顶。", []),
        ("年初有护林员120人，年内增加12人，年末在岗130人。", []),
        ("年初结转12万元，年末结余7万元；当年支出93万元，余5万元。", []),
        ("上级专项300万元、县级预算150万元，支出425万元，结余52万元。", []),
        ("年初结存820件，发放260件，调拨20件，年末结存450件。", []),
        ("年初库存860吨，轮换后为820吨，出库30吨，年末库存803吨。", []),
        # other figures make it up
        ("年初预算300万元，到位290万元，支出255万元，年末结余45万元。", []),
    ],
)  # fmt: skip
def test_ledger(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
