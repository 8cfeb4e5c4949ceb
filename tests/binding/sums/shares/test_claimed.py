"""Shares that words make the whole."""

from __future__ import annotations

import pytest

from tests.checks.told import told


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("用户只有青年、中年、老年三种年龄层次，青年占42%，中年占38%，老年占30%。", ["30%"]),
        ("合同约定分两期付款，首期付40%，剩余50%在验收后付清。", ["50%"]),
        ("检测样品合格率为96.4%，不合格率为4.6%。", ["4.6%"]),
        ("执行率为93.5%，也就是说，预算资金尚有7.5%未形成支出。", ["7.5%"]),
        ("完成率为88.6%，也就是说主体已完工，安装尚有8%未完成。", []),
        ("男性就业占比65%，女性求职占比48%。", []),
        ("甲、乙、丙三个标段进度分别为80%、75%和70%。", []),
        ("城镇污水处理率95.6%，农村污水处理率42.3%。", []),
    ],
)
def test_shares_said_to_be_all_make_the_whole(text: str, quotes: list[str]) -> None:
    assert told("arithmetic/shares", f"\n{text}\n") == quotes
