from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.reading.formula import column_name, column_number, recomputed

CELLS: dict[tuple[int, int], float | None] = {
    (1, 1): 10.0, (2, 1): 20.5, (3, 1): None, (1, 2): 4.0, (2, 2): -1.0, (1, 27): 7.0,
}  # fmt: skip


def numbers(row: int, column: int) -> float | None:
    return CELLS.get((row, column), 0.0)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("SUM(A1:A2)", 30.5),
        ("SUM(A1:B2)", 33.5),
        ("SUM(B2:A1,5)", 38.5),
        ("SUM(A1,B1)+1", 15.0),
        ("A1+A2*B1", 92.0),
        ("(A1+A2)*B1", 122.0),
        ("A1/B1", 2.5),
        ("A1/B1*100%", 2.5),
        ("-A1+$B$1", -6.0),
        ("ROUND(A1/3,2)", 3.33),
        ("ROUND(2.675, 2)", 2.68),
        ("ROUND(-2.5,0)", -3.0),
        ("AA1 + C9", 7.0),
        ("1e2", 100.0),
    ],
)
def test_simple_formulas(formula: str, value: float) -> None:
    found = recomputed(formula, numbers)
    assert found is not None
    assert abs(found[0] - value) <= 1e-9


@pytest.mark.parametrize(
    "formula",
    ["A3+1", "SUM(A1:A3)", "A1/C1", "IF(A1>1,2,3)", "表2!A1+1", "'一 表'!A1", "A1&B1", "A1:B2",
     "SUM(A1:XFD1048576)", "(" * 60 + "1" + ")" * 60, "-" * 60 + "1", "1+" * 600 + "1", "", "A1 B1",
     "SUM(", "ROUND(A1)", "ROUND(A1,0.5)", "名称", "1*1e308*1e308*0-A9999999", "SUMIF(A1,1)"],
)  # fmt: skip
def test_other_formulas_are_left_alone(formula: str) -> None:
    assert recomputed(formula, numbers) is None


def test_a_shared_formula_moves() -> None:
    moved = recomputed("A1+A$1+$A1", numbers, (1, 1))
    assert moved is not None
    assert moved[0] == CELLS[2, 2] + CELLS[1, 2] + CELLS[2, 1]  # type: ignore[operator]


@given(st.integers(1, 16_384))
def test_columns_have_names(number: int) -> None:
    assert column_number(column_name(number)) == number


@given(st.text("AB12:()+-*/%,.SUMROND $e", max_size=40))
def test_any_formula(formula: str) -> None:
    recomputed(formula, numbers)
