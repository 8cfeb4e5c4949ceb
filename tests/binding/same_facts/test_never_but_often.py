"""What is told never to have come about, and so many times elsewhere."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/state"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("未发生设计变更。\n\n办理设计变更4次。", ["设计变更4次"]),
        ("办理4次设计变更，均已审批。\n\n未发生任何设计变更。", ["未发生任何设计变更"]),
        ("从未停工。\n\n雨季停工15天。", ["停工15天"]),
        ("不存在超支现象。\n\n实际支出较预算超支6.5万元。", ["超支6.5万元"]),
        ("未发生重大设计变更。\n\n办理设计变更4次。", []),
        ("未发生设计变更。\n\n上年设计变更4次。", []),
        ("未发生设计变更。\n\n2022年设计变更4次。", []),
        ("东河标段没有发生停工。\n\n西河标段停工15天。", []),
        ("未发生停工。\n\n目标：停工不超过15天。", []),
        ("未发生交通事故。\n\n开展交通事故应急演练2次。", []),
        ("未发生交通事故。\n\n交通事故0起。", []),
    ],
)
def test_so_many_times(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
