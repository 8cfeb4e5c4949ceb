"""What is missing or over, told again away from the plan and the result."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/restated"
PAIR = "文物修复目标60件，完成48件。\n"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("文物修复力量跟不上，缺口12件。", []),
        ("文物修复力量跟不上，缺口21件。", ["21件"]),
        ("比上年少修复文物21件。", []),
        ("古籍抢救缺口4件。", []),
    ],
)
def test_gap(text: str, quotes: list[str]) -> None:
    assert told(RULE, PAIR + text) == quotes
