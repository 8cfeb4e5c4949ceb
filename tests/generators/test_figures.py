"""Printing and reading of figures."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.generators.figures import FACTORS, UNBOUNDED, half_up, hedged, interval, plain, printed


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("24194.8万元", 241_947_500, 241_948_500),
        ("120万元", 1_195_000, 1_205_000),
        ("1,234.50元", Fraction("1234.495"), Fraction("1234.505")),
        ("58个", 58, 58),
        ("3.2万人", 31_500, 32_500),
        ("9.5分", Fraction("9.45"), Fraction("9.55")),
        ("10分", 10, 10),
        ("114.3%", Fraction("1.1425"), Fraction("1.1435")),
        ("18公里", Fraction("17.5"), Fraction("18.5")),
        ("近200亿元", 10**10, 2 * 10**10),
        ("约3.5万亩", 34_000, 36_000),
        ("1200余人", 1200, 1300),
        ("超过80%", Fraction("0.8"), UNBOUNDED / 100),
        ("不足50户", 0, 50),
        ("130个左右", 120, 140),
    ],
)
def test_a_figure_stands_for_an_interval(text: str, low: Fraction, high: Fraction) -> None:
    assert interval(text) == (low, high)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("0.125", 2, "0.13"),
        ("0.135", 2, "0.14"),
        ("2.5", 0, "3"),
        ("99.995", 2, "100.00"),
        ("0.004", 2, "0.00"),
    ],
)
def test_halves_are_rounded_up(value: str, decimals: int, text: str) -> None:
    assert plain(Fraction(value), decimals) == text


@given(st.fractions(0, 10**9), st.integers(0, 4))
def test_rounding_moves_by_half_a_digit_at_most(value: Fraction, decimals: int) -> None:
    step = Fraction(1, 10**decimals)
    assert -step / 2 < half_up(value, decimals) - value <= step / 2


@given(
    st.integers(1, 10**13),
    st.sampled_from(["元", "万元", "亿元", "亩", "公里", "%"]),
    st.integers(0, 4),
    st.booleans(),
)
def test_a_printed_figure_holds_its_value(
    cents: int, unit: str, decimals: int, grouped: bool
) -> None:
    value = Fraction(cents, 100)
    low, high = interval(printed(value, unit, decimals, grouped=grouped))
    assert low <= value <= high


@given(
    st.integers(1, 10**13),
    st.sampled_from(sorted(FACTORS)),
    st.sampled_from(["近", "约", "超过", "不足", "余", "左右"]),
    st.integers(0, 9),
)
def test_a_hedge_is_true_of_its_value(cents: int, unit: str, hedge: str, seed: int) -> None:
    value = Fraction(cents, 100)
    text = hedged(value, unit, hedge, random.Random(seed))  # type: ignore[arg-type]
    if text is not None:
        low, high = interval(text)
        assert low <= value <= high
