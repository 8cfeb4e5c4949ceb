"""One slip of the hand, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.binding.slips import is_slip, slipped
from linter.interval import INFINITY, Interval, exactly, rounded
from linter.language.expression import parse
from tests.cases import quantities, quantity


def slip(literal: str, needed: str, digits: int = 2) -> bool:
    """Whether one slip turns a value of the figure ``needed`` into ``literal``."""
    return is_slip(quantity(literal), literal, quantity(needed).value, digits)


@pytest.mark.parametrize(
    ("literal", "needed"),
    [
        # one digit substituted
        ("1061人", "1961人"), ("24194.8万元", "24154.8万元"), ("95.3%", "95.8%"), ("12分", "18分"),
        ("1,061人", "1,961人"),
        # two neighbours swapped
        ("89.97%", "98.97%"), ("1250万元", "1520万元"), ("12904.8万元", "12094.8万元"), ("59%", "95%"),
        # one dropped
        ("161人", "1061人"), ("2494.8万元", "24194.8万元"), ("9.97%", "9.977%"), ("106人", "1061人"),
        ("12.4万元", "12.34万元"),
        # 万 for 亿, 元 for 万元, and the other way round
        ("24.2万元", "24.2亿元"), ("24.2亿元", "24.2万元"), ("120元", "120万元"), ("120万元", "120元"),
    ],
)  # fmt: skip
def test_one_slip(literal: str, needed: str) -> None:
    assert slip(literal, needed)


@pytest.mark.parametrize(
    ("literal", "needed"),
    [
        ("1061人", "1061人"),  # nothing to explain
        ("1061人", "1972人"),  # two digits
        ("1061人", "6101人"),  # a swap of no neighbours
        ("161人", "10061人"),  # two dropped
        ("1061人", "106人"),  # one too many
        ("61人", "961人"),  # a digit in front: another size
        ("120人", "120万人"),  # only money is slipped by its unit
        ("120元", "120亿元"),
        ("5%", "9%"),  # fewer digits than are asked for
        ("约1200人", "1300人"),  # a hedge
        ("95.3%", "59.8%"),
    ],
)
def test_no_slip(literal: str, needed: str) -> None:
    assert not slip(literal, needed)


@pytest.mark.parametrize(("digits", "expected"), [(2, True), (3, True), (4, False)])
def test_figure_needs_so_many_digits(digits: int, expected: bool) -> None:
    assert slip("953人", "958人", digits) is expected


@pytest.mark.parametrize(
    "needed",
    [
        Interval(Decimal(90), INFINITY),
        Interval(Decimal(-5), Decimal(-1)),
        Interval(Decimal(100), Decimal(900)),
    ],
    ids=["unbounded", "negative", "too loose"],
)
def test_value_that_tells_no_slip(needed: Interval) -> None:
    assert not is_slip(quantity("953人"), "953人", needed)


def test_precision_of_what_is_needed_counts() -> None:
    near = rounded(Decimal("0.9532"), Decimal("0.0001"))
    assert is_slip(quantity("93.5%"), "93.5%", near)
    assert not is_slip(quantity("93.52%"), "93.52%", exactly(Decimal("0.9511")))


@given(st.integers(1000, 999_999), st.data())
def test_every_slip_of_a_digit_is_seen(value: int, data: st.DataObject) -> None:
    digits = str(value)
    at = data.draw(st.integers(1, len(digits) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != digits[at]]))
    substituted = digits[:at] + other + digits[at + 1 :]
    dropped = digits[:at] + digits[at + 1 :]
    swapped = digits[: at - 1] + digits[at] + digits[at - 1] + digits[at + 1 :]
    for slipped_digits in (substituted, dropped, swapped):
        if slipped_digits != digits and slipped_digits[0] != "0":
            literal = f"{slipped_digits}人"
            assert is_slip(quantity(literal), literal, exactly(value))


@pytest.mark.parametrize(
    ("text", "roles", "equations", "role"),
    [
        ("1340人，1755人，增加235人", ("base", "now", "delta"), ["delta = now - base"], "now"),
        ("100人，157人，增加75人", ("base", "now", "delta"), ["delta = now - base"], "delta"),
        ("320.5万元，292.8万元，减少22.3万元", ("base", "now", "delta"), ["delta = base - now"], "now"),
        ("1250万元，1187.35万元，99.49%", ("base", "spent", "rate"), ["rate = spent / base"], "rate"),
        ("1250万元，1187.35万元，61.37%", ("base", "spent", "rate"), ["rate = spent / base"], None),
        ("100人，150人，增加40人，增长50%", ("base", "now", "delta", "rate"),
         ["delta = now - base", "rate = now / base - 1"], "delta"),
        ("100人，150人，增加27人，增长30%", ("base", "now", "delta", "rate"),
         ["delta = now - base", "rate = now / base - 1"], None),
    ],
)  # fmt: skip
def test_slip_must_explain_every_equation(
    text: str, roles: tuple[str, ...], equations: list[str], role: str | None
) -> None:
    figures = dict(zip(roles, quantities(text), strict=True))
    assert slipped(figures, [parse(e) for e in equations], text) == role
