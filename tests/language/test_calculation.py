"""Equations written out for people."""

from __future__ import annotations

from decimal import Decimal

import pytest

from linter.interval import Interval, exactly
from linter.language import calculation
from linter.language.expression import parse
from tests.cases import quantity

PRINTED = calculation.printed_in({"a": "5万元", "b": "3万元", "c": "2万元", "rate": "60%"})


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a = b + c", "5万元 = 3万元 + 2万元"),
        ("a - b = c", "5万元 − 3万元 = 2万元"),
        ("rate = b / a", "60% = 3万元 ÷ 5万元"),
        ("rate = b / a - 1", "60% = 3万元 ÷ 5万元 − 1"),
        ("rate = b / (a - c)", "60% = 3万元 ÷ (5万元 − 2万元)"),
        ("rate = (a - b) / c", "60% = (5万元 − 3万元) ÷ 2万元"),
        ("a = b - (c - b)", "5万元 = 3万元 − (2万元 − 3万元)"),
        ("rate = a / (b * c)", "60% = 5万元 ÷ (3万元 × 2万元)"),
        ("a = abs(b - c)", "5万元 = |3万元 − 2万元|"),
        ("a = -b", "5万元 = −3万元"),
        ("a = sum(b)", "5万元 = 3万元"),
        ("a <= b", "5万元 ≤ 3万元"),
        ("a >= b", "5万元 ≥ 3万元"),
        ("a = b * 0.5", "5万元 = 3万元 × 0.5"),
    ],
)
def test_equation_in_figures(source: str, text: str) -> None:
    assert calculation.relation(parse(source), PRINTED) == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("rate = b / a", "3万元 ÷ 5万元 = 60.0%"),
        ("b / a = rate", "3万元 ÷ 5万元 = 60.0%"),
        ("rate <= b / a", "60% ≤ 3万元 ÷ 5万元"),
        ("a * rate = b", "5万元 × 60% = 3万元"),
    ],
)
def test_result_stands_behind_the_derived_figure_s_other_side(source: str, text: str) -> None:
    assert calculation.result(parse(source), "rate", PRINTED, "60.0%") == text


@pytest.mark.parametrize(
    ("literal", "value", "text"),
    [
        ("115.3%", "1.14302", "114.3%"),
        ("35%", "0.25", "25%"),
        ("1.25‰", "0.00135", "1.35‰"),
        ("32.3万元", "223000", "22.3万元"),
        ("1,234.56元", "99.5", "99.50元"),
        ("400人", "300", "300人"),
        ("2.35亿元", "245000000", "2.45亿元"),
        ("三成", "0.5", "50%"),
        ("97.5分", "95.5", "95.5分"),
        ("近200亿元", "30000000000", "300亿元"),
        ("25.00亿元", "250000", "25.00万元"),  # a slip of the unit: not 0.00亿元
        ("0.02亿元", "0", "0.00亿元"),
    ],
)
def test_value_is_written_like_the_figure(literal: str, value: str, text: str) -> None:
    assert calculation.like(quantity(literal), literal, Decimal(value)) == text


@pytest.mark.parametrize(
    ("literal", "low", "high", "text"),
    [
        ("35%", "0.25", "0.25", "25%"),
        ("35%", "0.25", "0.255", "25.25%"),
        ("35.2%", "0.25", "0.26", "25.5%"),
        ("35.2%", "0.25", "0.2502", "25.01%"),
        ("400人", "300", "300", "300人"),
        ("90万元", "900000", "920000", "91万元"),
        ("90万元", "900000", "Infinity", "90万元"),
        ("90万元", "-Infinity", "900000", "90万元"),
        ("90万元", "-Infinity", "Infinity", "?"),
    ],
)
def test_expected_value(literal: str, low: str, high: str, text: str) -> None:
    wanted = Interval(Decimal(low), Decimal(high))
    assert calculation.expected(quantity(literal), literal, wanted) == text


def test_half_is_rounded_up() -> None:
    assert calculation.expected(quantity("3元"), "3元", exactly(Decimal("2.5"))) == "3元"
