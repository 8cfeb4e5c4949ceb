"""Lengths of time as told, and how far two days are apart."""

from __future__ import annotations

import pytest

from linter.binding.dates.lengths import fits, lengths
from linter.binding.dates.told_days import days_of
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("历时120日历天，上半年完成。", [(True, 120)]),
        ("拖期一年零十个月。", [(False, 22)]),
        ("恰为半年，下半年报数。", [(False, 6)]),
        ("服务期两整年，开班和结业两天都算。", [(False, 24)]),
        ("征求意见30日。", [(True, 30)]),
        ("前后两个年度，5个工作日，20日内，每月3天以上。", []),
    ],
)
def test_what_is_told(text: str, told: list[tuple[bool, int]]) -> None:
    found = lengths(case(text + "\n").facts, 0, len(text))
    assert [(each.in_days, each.low) for each in found] == told


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("3月1日至3月10日，10天。", True),
        ("3月1日至3月10日，12天。", False),
        ("2021年4月到2022年9月，18个月。", True),
        ("2021年4月到2022年9月，19个月。", False),
        ("2021年到2023年，两年。", True),
        ("2021年到2023年，四年。", False),
        ("7月12日到8月1日，一个多月。", False),
    ],
)
def test_whether_days_are_so_far_apart(text: str, right: bool) -> None:
    facts = case(text + "\n").facts
    days = days_of(facts, 0, len(text))
    assert days is not None
    assert fits(lengths(facts, 0, len(text))[0], days[0], days[-1]) is right
