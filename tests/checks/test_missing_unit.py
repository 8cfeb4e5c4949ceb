"""Amounts without their unit."""

from __future__ import annotations

import pytest

from tests.checks.verdicts import report

RULE = "arithmetic/missing-unit"


def fixes(text: str) -> list[str | None]:
    return [finding.fix for finding in report(RULE, text).findings]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("投资3.15亿，", "3.15亿元"),
        ("投资约3万多的", "约3万多元"),
        ("投资3万左右。", "3万元左右"),
        ("投资3万以上的", "3万元以上"),
        ("投资1亿2千万", "1亿2千万元"),
        ("投资总额共计达到３亿；", "３亿元"),
    ],
)
def test_the_unit_is_put_behind_the_number(text: str, fix: str) -> None:
    assert fixes(text) == [fix]


@pytest.mark.parametrize(
    "text",
    [
        "投资3150，",
        "投资覆盖3万，",
        "投资3万、5万元。",
        "投资3万人民币。",
        "| 投资 | 3万 |\n|---|---|\n| 4万 | 5万 |",
    ],
)
def test_what_may_be_no_amount_or_has_its_unit_is_left(text: str) -> None:
    assert fixes(text) == []
