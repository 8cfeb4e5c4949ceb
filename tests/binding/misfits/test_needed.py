"""What a figure may have been before a slip."""

from __future__ import annotations

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.binding.misfits.fit import Fit
from linter.binding.misfits.needed import Slipped
from tests.cases import case


def often(figure: str, needed: str) -> int:
    """How many figures a slip makes that may have been between two, told by its chance."""
    (quantity,) = case(f"花了{figure}万元。").facts.quantities
    value = float(Decimal(needed) * 10_000)
    fit = Fit("total", value, 0.0, 1.0, (), 1)
    found = [n for n in Slipped(quantity).needed(fit) if math.isclose(float(n.value), value)]
    return round(found[0].chance * value) if found and not found[0].is_short else 0


@pytest.mark.parametrize(
    ("figure", "needed", "expected"),
    [
        ("3746.28", "3476.28", 6),  # two swapped
        ("3746.28", "5746.28", 54),  # one changed
        ("3746.28", "3846.28", 8 * 54),  # by so little that it may be left over
        ("3746.28", "3747.28", 40 * 54),
        ("346.28", "3746.28", 60),  # one lost
        ("374.6", "374.26", 50),  # one lost behind the point
        ("3746.28", "3476.82", 0),
        ("3746.28", "3746.28", 0),
        ("31", "314", 0),  # too short
        ("1000", "2000", 0),  # round
    ],
)
def test_how_many_figures_a_slip_makes(figure: str, needed: str, expected: int) -> None:
    assert often(figure, needed) == expected


def test_few_digits_are_told_to_be_few() -> None:
    (quantity,) = case("花了31万元。").facts.quantities
    (needed,) = Slipped(quantity).needed(Fit("total", 3_140_000.0, 0.0, 10_000.0, (), 1))
    assert (needed.value, needed.is_short) == (3_140_000, True)


def test_a_wrong_unit_is_a_slip() -> None:
    (quantity,) = case("花了735.4亿元。").facts.quantities
    fit = Fit("total", 7354000.0, 0.0, 1000.0, (), 1)
    (needed,) = Slipped(quantity).needed(fit)
    assert (needed.value, needed.chance) == (7354000, pytest.approx(1000 / 7354000))


@given(st.integers(10_000, 9_999_999), st.data())
def test_any_one_digit_changed_is_a_slip(whole: int, data: st.DataObject) -> None:
    digits = str(whole)
    at = data.draw(st.integers(0, len(digits) - 1))
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != digits[at]]))
    changed = int(digits[:at] + digit + digits[at + 1 :])
    short = min(len(str(n).strip("0")) for n in (whole, changed)) < 2
    assert (often(f"{whole / 100:.2f}", str(Decimal(changed) / 100)) > 0) is not short
