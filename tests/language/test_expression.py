"""Equations over roles: parsing, truth on intervals, and solving for a role."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from linter.interval import INFINITY, Interval, exactly
from linter.language import expression
from linter.language.expression import Equation, ExpressionError, Values, evaluate, of_added

parse = cache(expression.parse)
ROLES = ("a", "b", "c")
NUMBERS = st.decimals(Decimal("0.01"), 10**6, places=2)


def value(source: str, **roles: int | str) -> Decimal:
    """The exact value of an expression."""
    result = evaluate(
        parse(f"{source} = 0").left, {n: exactly(Decimal(v)) for n, v in roles.items()}
    )
    assert result.low == result.high
    return result.low


def span(low: str, high: str) -> Interval:
    return Interval(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("2 + 3 * 4", 14), ("(2 + 3) * 4", 20), ("10 - 2 - 3", 5), ("10 − 2", 8), ("12 / 2 / 3", 2),
        ("12 ÷ 2 × 3", 18), ("2 * 3 + 4 * 5", 26), ("10 - (2 - 3)", 11), ("-2 + 5", 3), ("-(2 + 5)", -7),
        ("abs(3 - 5)", 2), ("2 * abs(-3)", 6), ("1.5 * 2", 3), ("8 / (2 + 2)", 2), ("-abs(2)", -2),
    ],
)  # fmt: skip
def test_precedence(source: str, expected: int) -> None:
    assert value(source) == expected


@pytest.mark.parametrize(
    ("source", "relation", "roles"),
    [
        ("rate = now / base - 1", "=", {"rate", "now", "base"}),
        ("smaller <= larger", "<=", {"smaller", "larger"}),
        ("smaller ≤ larger", "<=", {"smaller", "larger"}),
        ("a ≥ b", ">=", {"a", "b"}),
        ("a < b", "<", {"a", "b"}),
        ("a ≠ b", "!=", {"a", "b"}),
        ("whole = sum(parts)", "=", {"whole", "parts"}),
        ("delta = abs(now - base)", "=", {"delta", "now", "base"}),
        ("100 = a", "=", {"a"}),
        ("full_marks = 2 * half_marks", "=", {"full_marks", "half_marks"}),
    ],
)
def test_parse(source: str, relation: str, roles: set[str]) -> None:
    equation = parse(source)
    assert (equation.source, equation.relation) == (source, relation)
    assert set(equation.roles()) == roles


@pytest.mark.parametrize(
    "source",
    ["", "a", "a =", "= b", "a = b = c", "a == b", "a = b +", "a = (b", "a = B", "a = b c", "a = sum(b + c)",
     "a > b", "a = b ** 2", "a = " + " + ".join(["b"] * 500), "a = 1" + "0" * 5000, "率 = a / b", "a = abs b", "a = max(b)", "a = 1.", "a = __import__('os')"],
)  # fmt: skip
def test_equation_that_cannot_be_read(source: str) -> None:
    with pytest.raises(ExpressionError):
        parse(source)


@pytest.mark.parametrize(
    ("source", "a", "b", "holds"),
    [
        ("a = b", span("1", "2"), span("2", "3"), True),
        ("a = b", span("1", "2"), span("2.1", "3"), False),
        ("a <= b", span("2", "3"), span("1", "2"), True),
        ("a <= b", span("2.1", "3"), span("1", "2"), False),
        ("a >= b", span("1", "2"), span("2", "3"), True),
        ("a >= b", span("1", "2"), span("2.1", "3"), False),
        ("a <= b", Interval(Decimal(5), INFINITY), span("1", "2"), False),
        ("a = b", Interval(Decimal(5), INFINITY), span("9", "9"), True),
    ],
)
def test_equation_holds_when_some_values_satisfy_it(
    source: str, a: Interval, b: Interval, holds: bool
) -> None:
    assert parse(source).holds({"a": a, "b": b}) is holds


@pytest.mark.parametrize(
    ("source", "a", "b", "holds"),
    [
        ("a < b", 9, 10, True), ("a < b", 10, 10, False), ("a < b", 11, 10, False),
        ("a != b", 9, 10, True), ("a != b", 10, 10, False),
    ],
)  # fmt: skip
def test_strict_relations(source: str, a: int, b: int, holds: bool) -> None:
    equation, values = parse(source), {"a": exactly(a), "b": exactly(b)}
    assert equation.holds(values) is holds
    assert equation.expected("a", values) is None


def test_sum_of_several_figures() -> None:
    equation = parse("whole = sum(parts)")
    parts = (span("9.5", "10.5"), span("19.5", "20.5"), span("29.5", "30.5"))
    assert equation.expected("whole", {"whole": exactly(0), "parts": parts}) == span("58.5", "61.5")
    assert equation.holds({"whole": exactly(61), "parts": parts})
    assert not equation.holds({"whole": exactly(62), "parts": parts})


def test_role_that_stands_twice_is_one_value() -> None:
    values = {"now": span("90", "110"), "base": span("190", "210")}
    apart = evaluate(parse("0 = (base - now) / base").right, values)
    once = evaluate(parse("0 = 1 - now / base").right, values)
    assert abs(apart.low - once.low) < Decimal("1e-50")
    assert abs(apart.high - once.high) < Decimal("1e-50")


def test_difference_of_a_role_with_itself_is_zero() -> None:
    assert evaluate(parse("0 = a - a").right, {"a": span("1", "9")}) == exactly(0)


@pytest.mark.parametrize(
    ("source", "role", "expected"),
    [
        ("c = a + b", "c", 9), ("c = a + b", "a", 2), ("c = a - b", "a", 8), ("c = a - b", "b", 1),
        ("c = a * b", "c", 18), ("c = a * b", "b", Fraction(5, 6)), ("c = a / b", "a", 15),
        ("c = a / b", "b", Fraction(6, 5)), ("c = -a", "a", -5), ("a + 1 = c", "a", 4), ("c = a", "a", 5),
        ("c = 2 * (a - b)", "a", Fraction(11, 2)), ("100 - a = c", "a", 95), ("c = abs(a - b)", "c", 3),
    ],
)  # fmt: skip
def test_solve(source: str, role: str, expected: int | Fraction) -> None:
    solved = parse(source).expected(role, {"a": exactly(6), "b": exactly(3), "c": exactly(5)})
    assert solved is not None
    assert Fraction(solved.low) <= expected <= Fraction(solved.high)
    assert solved.high - solved.low < Decimal("1e-50")


@pytest.mark.parametrize(
    ("source", "role"),
    [("b = a / c - a", "a"), ("a = sum(parts)", "parts"), ("a = b", "c"), ("a = c / 0", "a")],
)
def test_what_cannot_be_solved(source: str, role: str) -> None:
    values: Values = {
        "a": exactly(1),
        "b": exactly(2),
        "c": exactly(3),
        "parts": (exactly(1), exactly(2)),
    }
    assert parse(source).expected(role, values) is None


def expressions() -> st.SearchStrategy[str]:
    """Expressions in which each role stands at most once (others by number)."""

    def build(roles: list[str], shapes: list[tuple[str, bool]]) -> str:
        text = roles[0]
        for role, (operator, swapped) in zip(roles[1:], shapes, strict=False):
            text = f"({role} {operator} {text})" if swapped else f"({text} {operator} {role})"
        return text

    shape = st.tuples(st.sampled_from("+-*/"), st.booleans())
    operands = st.permutations(["a", "b", "2", "0.5"]).map(lambda p: list(p[:3]))
    return st.builds(build, operands, st.lists(shape, min_size=2, max_size=2))


@given(expressions(), NUMBERS, NUMBERS, NUMBERS, st.sampled_from(ROLES))
def test_solved_value_satisfies_the_equation(
    right: str, a: Decimal, b: Decimal, c: Decimal, role: str
) -> None:
    equation = parse(f"c = {right}")
    values = {"a": exactly(a), "b": exactly(b), "c": exactly(c)}
    assume(role in equation.roles())
    solved = equation.expected(role, values)
    assume(solved is not None)
    assert solved is not None
    assert equation.holds({**values, role: solved})


@given(
    st.sampled_from(["c = a + b", "c = a - b", "c = a * b", "c = a / b", "c = a / b - 1", "c = 1 - a / b"]),
    NUMBERS, NUMBERS, st.decimals(0, 5, places=2), st.decimals(0, 5, places=2),
)  # fmt: skip
def test_true_values_within_the_intervals_are_never_refuted(
    source: str, a: Decimal, b: Decimal, below: Decimal, above: Decimal
) -> None:
    equation = parse(source)
    result = evaluate(equation.right, {"a": exactly(a), "b": exactly(b)})
    wide = {"a": Interval(a - below, a + above), "b": Interval(b, b + below), "c": result}
    assert equation.holds(wide)
    for role in ROLES:
        solved = equation.expected(role, wide)
        assert solved is None or solved.meets(wide[role])


@given(expressions(), NUMBERS, NUMBERS, NUMBERS)
def test_floating_point_is_near(right: str, a: Decimal, b: Decimal, c: Decimal) -> None:
    equation = parse(f"c = {right}")
    values = {"a": a, "b": b, "c": c}
    exact = evaluate(equation.right, {n: exactly(v) for n, v in values.items()})
    assume(exact.low.is_finite())
    (left, _), (near, size) = equation.approximate({n: float(v) for n, v in values.items()})
    assert left == float(c)
    assert size >= abs(near) or near == pytest.approx(size)
    assert near == pytest.approx(float(exact.middle), rel=1e-6, abs=1e-9 * size + 1e-9)


def test_equation_is_plain_data() -> None:
    assert parse("c = a / b - 1") == Equation(
        "c = a / b - 1",
        "=",
        ["role", "c"],
        ["sub", ["div", ["role", "a"], ["role", "b"]], ["number", "1"]],
    )


def test_a_difference_may_be_solved_on_either_side() -> None:
    equation = expression.parse("delta = abs(now - base)")
    values = {name: exactly(value) for name, value in {"delta": 5, "now": 20, "base": 40}.items()}
    assert equation.expected("base", values) == exactly(25)
    assert equation.expected("base", values, crossed=True) == exactly(15)
    assert expression.parse("delta = now - base").expected("base", values, crossed=True) is None


def test_roles_that_are_added_stand_in_the_place_of_one() -> None:
    both = of_added(parse("amount = price * quantity"), "quantity", ["quantity", "more"])
    values = {"amount": 60, "price": 12, "quantity": 2, "more": 3}
    assert both.roles() == values.keys()
    assert both.holds({name: exactly(Decimal(value)) for name, value in values.items()})
