"""Figures that stand alone of their kinds in a sentence, near an equation."""

from __future__ import annotations

import pytest

from linter.binding.alone import are_alone, is_near
from linter.facts.quantity import Quantity
from linter.language.expression import Equation
from tests.cases import case

GONE = Equation("", "=", ["role", "left"], ["sub", ["role", "all"], ["role", "gone"]])


def figures(text: str) -> list[Quantity]:
    """The amounts of money of a text, in the order in which they stand."""
    return [
        q for q in case(f"某局绩效自评报告\n{text}\n").facts.quantities if q.dimension == "money"
    ]


@pytest.mark.parametrize(
    ("text", "count", "alone"),
    [
        ("合同价320万元，审定价286.4万元，核减45.6万元。", 3, True),
        ("合同价320万元，审定价286.4万元，核减45.6万元，占一成四。", 3, True),
        ("合同价320万元，送审332万元，审定价286.4万元，核减45.6万元。", 3, False),
        ("合同价320万元。审定价286.4万元，核减45.6万元。", 3, False),
    ],
)
def test_alone_of_their_kind_in_one_sentence(text: str, count: int, alone: bool) -> None:
    opened = case(f"某局绩效自评报告\n{text}\n")
    every = [q for q in opened.facts.quantities if q.dimension == "money"]
    assert are_alone(opened.facts, every[:count]) == alone


@pytest.mark.parametrize(
    ("left", "near"), [("33.6", True), ("45.6", True), ("25", True), ("51", False), ("3.6", False)]
)
def test_near_is_half_as_much_again_at_most(left: str, near: bool) -> None:
    every = figures(f"合同价320万元，审定价286.4万元，核减{left}万元。")
    roles = dict(zip(("all", "gone", "left"), every, strict=True))
    assert is_near(roles, GONE, "left") == near
