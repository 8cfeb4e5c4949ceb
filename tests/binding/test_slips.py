"""One slip of the hand, and what is none."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.binding.slips import is_marginal, is_scrambled, is_slip, needed_parts, slipped
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
        # the same in Chinese numerals
        ("三十九台", "三十六台"), ("九十二万零一百六十元", "九十二万一千六十元"),
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


def undone(digits: str, decimals: int) -> set[tuple[int, int]]:
    """Every number that one slip may have turned into these digits, with its decimals."""
    size, numbers = len(digits), set()
    for i, other in itertools.product(range(size), "0123456789"):
        if other != digits[i] and not (other == "0" and i == 0 and size > decimals + 1):
            numbers.add((digits[:i] + other + digits[i + 1 :], decimals))
    for i in range(size - 1):
        numbers.add((digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :], decimals))
    for i, other in itertools.product(range(size + 1), "0123456789"):
        longer, behind = digits[:i] + other + digits[i:], size - i
        if behind >= decimals and not (other == "0" and i == 0):
            numbers.add((longer, decimals))
        if behind <= decimals:
            numbers.add((longer, decimals + 1))
    return {(int(number), places) for number, places in numbers if number != digits}


@given(st.integers(10, 9999), st.integers(0, 2), st.integers(1, 99_999))
def test_slips_are_undone_as_by_trying_them_all(printed: int, decimals: int, wanted: int) -> None:
    digits = str(printed).rjust(decimals + 1, "0")
    literal = f"{digits[:-decimals]}.{digits[-decimals:]}万元" if decimals else f"{digits}万元"
    true = Decimal(wanted) / 100
    off = (abs(Decimal(n).scaleb(-d) - true) * 10**d for n, d in undone(digits, decimals))
    factors = map(Decimal, ("10000", "0.0001", "10", "0.1"))
    by_factor = any(Decimal(literal[:-2]) * factor == true for factor in factors)
    found = is_slip(quantity(literal), literal, exactly(true * 10000), 1, sure=True)
    assert found == (by_factor or any(apart <= Decimal("0.5") for apart in off))


@pytest.mark.parametrize(
    ("literal", "needed"),
    [("61人", "961人"), ("4%", "34%"), ("4%", "4.3%"), ("3分", "3.5分"), ("44.0万元", "4.4万元")],
)
def test_figure_of_a_sure_role_may_have_lost_any_digit(literal: str, needed: str) -> None:
    figure, value = quantity(literal), quantity(needed).value
    assert is_slip(figure, literal, value, 1, sure=True)
    assert not is_slip(figure, literal, value, 2)


@pytest.mark.parametrize(("margin", "marginal"), [(0.0, False), (0.001, False), (0.01, True)])
def test_figure_that_is_hardly_off(margin: float, marginal: bool) -> None:
    figures = dict(zip(("base", "spent", "rate"), quantities("90万元，81万元，90.4%"), strict=True))
    assert is_marginal(parse("rate = spent / base"), "rate", figures, margin) is marginal


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


def test_what_parts_of_a_whole_need_to_be() -> None:
    parts = [quantity("30人"), quantity("45人")]
    assert [(p.printed, v) for p, v in needed_parts(exactly(Decimal(85)), parts)] == [
        (30, exactly(Decimal(40))), (45, exactly(Decimal(55))),
    ]  # fmt: skip


def test_beside_a_part_without_a_bound_no_other_needs_to_be_anything() -> None:
    parts = [quantity("30人"), quantity("45人以上")]
    assert list(needed_parts(exactly(Decimal(50)), parts)) == []


@pytest.mark.parametrize(
    ("literal", "needed", "scrambled"),
    [
        ("645,660元", "664,560元", True),
        ("664,560元", "664,560元", True),
        ("645,661元", "664,560元", False),
        ("4,500元", "5,400元", False),
        ("约645,660元", "664,560元", False),
    ],
)
def test_digits_in_another_order(literal: str, needed: str, scrambled: bool) -> None:
    value = exactly(quantity(needed).printed)
    assert is_scrambled(quantity(literal), literal, value) is scrambled
