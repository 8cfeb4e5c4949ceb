"""Interval arithmetic never loses a value that its operands admit."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.interval import EVERYTHING, INFINITY, Interval, exactly, rounded, truncated

OPERATIONS = [operator.add, operator.sub, operator.mul, operator.truediv]
FINITE = st.decimals(-(10**12), 10**12, places=4)
LOW_END = st.one_of(FINITE, st.just(-INFINITY))
HIGH_END = st.one_of(FINITE, st.just(INFINITY))
UNITS = st.integers(-4, 8).map(Decimal(1).scaleb)


@st.composite
def members(draw: st.DrawFn) -> tuple[Interval, Decimal]:
    """An interval, bounded or not, and a value in it."""
    value = draw(FINITE)
    low, high = draw(LOW_END), draw(HIGH_END)
    return Interval(min(low, value), max(high, value)), value


def admits(interval: Interval, value: Fraction) -> bool:
    low, high = interval.low, interval.high
    return (not low.is_finite() or Fraction(low) <= value) and (
        not high.is_finite() or value <= Fraction(high)
    )


@pytest.mark.parametrize("operate", OPERATIONS, ids=lambda operate: operate.__name__)
@given(members(), members())
def test_operation_is_sound(
    operate: Callable[..., Any], a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]
) -> None:
    result = operate(a[0], b[0])
    assert not result.low.is_nan()
    assert not result.high.is_nan()
    if operate is operator.truediv and b[1] == 0:
        assert result == EVERYTHING
    else:
        assert admits(result, operate(Fraction(a[1]), Fraction(b[1])))


@pytest.mark.parametrize("operate", [operator.neg, abs], ids=["negation", "absolute value"])
@given(members())
def test_unary_operation_is_sound(operate: Callable[..., Any], a: tuple[Interval, Decimal]) -> None:
    assert admits(operate(a[0]), operate(Fraction(a[1])))


@given(FINITE, FINITE)
def test_sum_difference_and_product_of_decimals_are_exact(a: Decimal, b: Decimal) -> None:
    for operate in OPERATIONS[:3]:
        result = operate(exactly(a), exactly(b))
        assert Fraction(result.low) == Fraction(result.high) == operate(Fraction(a), Fraction(b))


@given(FINITE, FINITE.filter(bool))
def test_quotient_of_decimals_is_as_narrow_as_its_digits(a: Decimal, b: Decimal) -> None:
    result = exactly(a) / exactly(b)
    width = Fraction(result.high) - Fraction(result.low)
    assert 0 <= width <= abs(Fraction(a) / Fraction(b)) / 10**58


def test_decimals_are_not_binary_fractions() -> None:
    assert exactly(Decimal("0.1")) + exactly(Decimal("0.2")) == exactly(Decimal("0.3"))


def test_quotient_by_what_may_be_zero_is_everything() -> None:
    assert exactly(1) / Interval(Decimal(-1), Decimal(1)) == EVERYTHING
    assert exactly(0) / exactly(0) == EVERYTHING


def test_product_of_zero_and_what_is_unbounded_is_zero() -> None:
    assert exactly(0) * EVERYTHING == exactly(0)


def test_quotient_by_what_is_unbounded_reaches_zero() -> None:
    assert exactly(6) / Interval(Decimal(2), INFINITY) == Interval(Decimal(0), Decimal(3))


@given(members(), members())
def test_meeting_is_mutual(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    assert a[0].meets(b[0]) == b[0].meets(a[0])


@given(members(), members())
def test_what_share_a_value_meet(a: tuple[Interval, Decimal], b: tuple[Interval, Decimal]) -> None:
    wide = Interval(min(b[0].low, a[1]), max(b[0].high, a[1]))
    assert a[0].meets(wide)
    assert a[0].not_above(wide)
    assert wide.not_above(a[0])


def test_neighbours_that_do_not_touch_do_not_meet() -> None:
    below, above = Interval(Decimal(1), Decimal("1.4")), Interval(Decimal("1.5"), Decimal(2))
    assert not below.meets(above)
    assert below.not_above(above)
    assert not above.not_above(below)
    assert below.meets(Interval(Decimal("1.4"), Decimal("1.5")))


@given(FINITE, UNITS)
def test_rounding_contains_what_rounds_to_it(value: Decimal, unit: Decimal) -> None:
    printed = (value / unit).quantize(Decimal(1)) * unit
    assert admits(rounded(printed, unit), Fraction(value))
    assert rounded(printed, unit).high - rounded(printed, unit).low == unit


@given(FINITE, UNITS)
def test_truncation_contains_what_is_cut_to_it(value: Decimal, unit: Decimal) -> None:
    printed = Decimal(int(value / unit)) * unit
    if printed or value >= 0:
        assert admits(truncated(printed, unit), Fraction(value))


@pytest.mark.parametrize(
    ("interval", "middle"),
    [
        (Interval(Decimal(1), Decimal(4)), Decimal("2.5")),
        (Interval(Decimal(3), INFINITY), Decimal(3)),
        (Interval(-INFINITY, Decimal(3)), Decimal(3)),
    ],
)
def test_middle(interval: Interval, middle: Decimal) -> None:
    assert interval.middle == middle
