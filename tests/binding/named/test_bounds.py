"""Figures as bounds of others."""

from __future__ import annotations

import pytest

from linter.binding.named.bounds import bounds
from tests.cases import case


def found(text: str) -> list[tuple[str, int | None, int | None, bool | None]]:
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    return [
        (
            facts.text[b.start : b.end],
            None if b.low is None else int(b.low),
            None if b.high is None else int(b.high),
            b.strict,
        )
        for b in bounds(facts)
    ]


@pytest.mark.parametrize(
    ("text", "low", "high", "strict"),
    [
        ("超过50家", 50, None, True),
        ("不足100座", None, 100, True),
        ("不低于40张", 40, None, False),
        ("未超过40张", None, 40, False),
        ("未达到40张", None, 40, True),
        ("40张以上", 40, None, None),
        ("40张及以上", 40, None, False),
        ("40张以内", None, 40, False),
        ("10至30张", 10, 30, False),
    ],
)
def test_words_make_a_bound(text: str, low: int | None, high: int | None, strict: bool) -> None:
    assert found(f"都是{text}。") == [(text, low, high, strict)]


def test_two_figures_may_be_a_range() -> None:
    assert found("人数介于38人与46人之间。") == [("38人与46人之间", 38, 46, False)]


def test_a_bare_figure_is_no_bound() -> None:
    assert found("建成40张床位，在40张以外，达到40张左右。") == []
