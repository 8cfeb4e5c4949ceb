"""Figures that stand to each other as a ratio has it."""

from __future__ import annotations

import pytest

from tests.checks.told import told


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("消毒液按1:50兑水，使用原液40升，加水1800升。", ["1:50"]),
        ("全院医生64人、护士92人，医护比1:1.35。", ["1:1.35"]),
        ("床位450张、开放400张，护士168名，床护比为1:0.44。", ["1:0.44"]),
        ("床位450张、开放400张，护士168名，床护比为1:0.42。", []),
        ("男女比例约为3:2，男代表45人，女代表38人。", []),
        ("比赛以3:1获胜，参赛队员12人，观众800人。", []),
        ("全市医护比由1:0.98提高到1:1.1，有医师50名、护士60名。", []),
    ],
)
def test_any_two_figures_may_be_meant(text: str, quotes: list[str]) -> None:
    assert told("arithmetic/one-to", f"\n{text}\n") == quotes
