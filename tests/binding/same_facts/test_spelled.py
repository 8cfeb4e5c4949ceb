"""Which slip of the hand keeps two numbers apart."""

import pytest

from linter.binding.same_facts.spelled import keys, slip


@pytest.mark.parametrize(
    ("number", "other", "found"),
    [
        ("2864", "2846", "swap"),
        ("1.58", "1.85", "swap"),
        ("1950", "1905", "swap"),
        ("960", "860", "digit"),
        ("115.61", "1154.61", "drop"),
        ("189", "1809", "drop"),
        ("62", "70", None),
        ("312", "213", None),
    ],
)
def test_slip(number: str, other: str, found: str | None) -> None:
    assert slip(number, other) == found


@pytest.mark.parametrize(
    ("number", "other", "shared"),
    [
        # swapped, changed, lost, at another scale (万, 亿) and of both; two digits changed
        ("2864", "2846", True),
        ("960", "860", True),
        ("115.61", "1154.61", True),
        ("1.827", "18270", True),
        ("0.4", "4860", False),
        ("0.46", "4860", True),
        ("2.827", "18270", True),
        ("87.5", "87", True),
        ("1986", "2175", False),
    ],
)
def test_what_a_slip_keeps_apart_shares_a_key(number: str, other: str, shared: bool) -> None:
    assert bool({*keys(number)} & {*keys(other)}) is shared
