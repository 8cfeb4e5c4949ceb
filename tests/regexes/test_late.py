"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import pytest

from linter.regexes.late import regex


@pytest.mark.parametrize(
    ("low", "high", "found"), [(-5, 2, (1, 2)), (0, 9, (1, 3)), (-9, 99, (1, 3)), (7, 9, None)]
)
def test_bounds_outside_a_text_are_its_ends(
    low: int, high: int, found: tuple[int, int] | None
) -> None:
    match = regex("b+").search("abb", low, high)
    assert (match.span() if match else None) == found
    assert [m.span() for m in regex("b+").finditer("abb", low, high)] == ([found] if found else [])


def test_a_negative_bound_is_the_beginning_for_a_match_too() -> None:
    assert regex("a").match("abb", -3)
    assert regex("ab").fullmatch("abb", -1, 2)
    assert regex("b").findall("abb", -2, 2) == ["b"]
