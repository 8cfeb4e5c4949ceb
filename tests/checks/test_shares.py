"""Lists of shares with their parts, of one whole."""

from __future__ import annotations

import pytest

from tests.checks.told import told

PARTS, SUMS = "arithmetic/part-shares", "arithmetic/shares"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("务工12684人，省外8207人（46.7%）、市外2915人（23.0%）、市内1562人（12.3%）。", ["46.7%"]),
        ("务工12684人，省外8207人（64.7%）、市外2915人（23.0%）、市内1562人（12.3%）。", []),
        ("有效398份，满意301份、较满意76份、不满意21份，各占75.6%、11.9%和5.3%。", ["11.9%"]),
        # two of three that do not fit say nothing
        ("共840户，东乡420户（35%）、西乡300户（41%）、南乡120户（20%）。", []),
    ],
)
def test_parts(text: str, quotes: list[str]) -> None:
    assert told(PARTS, text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("年龄构成为35岁及以下31.6%、36—45岁38.9%、46—55岁22.7%、56岁及以上6.8%。", []),
        ("年龄构成为35岁及以下13.6%、36—45岁38.9%、46—55岁22.7%、56岁及以上6.8%。", ["6.8%"]),
        ("女性占四成多（44.4%）；年龄构成为35岁以下61.3%、其余38.7%。", []),
        ("女性占44.4%，党员占12.5%，团员占23.1%。", []),
    ],
)
def test_sums(text: str, quotes: list[str]) -> None:
    assert told(SUMS, text) == quotes
