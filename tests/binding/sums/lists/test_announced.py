"""Lists announced with a colon, and totals elsewhere."""

from __future__ import annotations

import pytest

from linter.binding.sums.lists.announced import announced_totals
from tests.cases import case

LIST = "支出去向有三项：建安工程费{first}万元，设备费312.48万元，监理费134.27万元。"


@pytest.mark.parametrize(
    ("first", "total"),
    [
        ("2486.35", "2933.10万元"),
        ("4286.35", "2933.10万元"),  # swapped: doubted against the same total
        ("1111.11", None),
    ],
)
def test_total_elsewhere(first: str, total: str | None) -> None:
    text = f"某局绩效自评报告\n全年支出2933.10万元。\n\n{LIST.format(first=first)}\n"
    opened = case(text)
    found = [opened.text(whole.start, whole.end) for whole, _ in announced_totals(opened.facts)]
    assert found == ([total] if total else [])


@pytest.mark.parametrize(
    "text",
    [
        # more or fewer than announced, of several units, prices
        "支出去向有四项：工程费2486.35万元，设备费312.48万元，监理费134.27万元。",
        "支出去向有三项：工程费2486.35万元，设备52台，监理费134.27万元。",
        "标准有三项：每亩1750.25元、每户2300.50元、每人1100.75元。",
    ],
)
def test_no_list(text: str) -> None:
    opened = case(f"某局绩效自评报告\n全年支出2933.10万元。\n\n{text}\n")
    assert not list(announced_totals(opened.facts))


@pytest.mark.parametrize(
    ("told", "total"),
    [("全年支出", "2933.10万元"), ("预算批复", None)],
)
def test_a_changed_digit_is_told_by_what_the_list_is_of(told: str, total: str | None) -> None:
    """Among many amounts a changed digit is chance, but not among those that the opener names."""
    nearer = "，".join(f"第{n}批{3107.21 + 401.3 * n:.2f}万元" for n in range(1, 6))
    others = "、".join(f"项目{chr(0x7532 + n)}{1204.37 + 113.19 * n:.2f}万元" for n in range(40))
    text = (
        f"某局绩效自评报告\n{told}2933.10万元。\n\n{nearer}。\n\n"
        f"{LIST.format(first='2986.35')}\n\n{others}。\n"
    )
    opened = case(text)
    found = [opened.text(whole.start, whole.end) for whole, _ in announced_totals(opened.facts)]
    assert found == ([total] if total else [])


@pytest.mark.parametrize(
    ("text", "total"),
    [
        # beside 86.45万元 48万元 is not rounded
        ("付出1431.02万元。\n\n花在哪里，具体：设备9296.57万元；机房86.45万元；接口48万元。", "1431.02万元"),
        # so small a total cannot be that of these parts
        ("结余131.02万元。\n\n花在哪里，具体：设备9296.57万元；机房86.45万元；接口48万元。", None),
    ],
)  # fmt: skip
def test_the_last_figures_before_a_list_may_be_its_total(text: str, total: str | None) -> None:
    opened = case(f"某局绩效自评报告\n{text}\n")
    found = [opened.text(whole.start, whole.end) for whole, _ in announced_totals(opened.facts)]
    assert found == ([total] if total else [])
