"""The figures of a report that one slip keeps apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.binding.same_facts.slip_index import Twin, slip_index
from tests.cases import case as case_of


def twins(text: str) -> list[Twin]:
    """The twins of the first figure."""
    case = case_of(text)
    return [*case.once(slip_index).twins(case.facts.quantities[0])]


@pytest.mark.parametrize(
    ("text", "how", "digits"),
    [
        ("24160户。42160户。", "swap", 4),
        ("1070万元。1700万元。", "swap", 3),
        ("31.20%。31.02%。", "swap", 4),
        ("3286户。3287户。", "digit", 4),
        ("24000户。24400户。", "digit", 3),
        ("3286户。326户。", "drop", 3),
        ("18.5万元。18.5亿元。", "unit", 3),
        ("1.24亿元。14200万元。", "swap", 3),
    ],
)
def test_how_a_slip_shows(text: str, how: str, digits: int) -> None:
    assert [(twin.how, twin.digits) for twin in twins(text)] == [(how, digits)]


@pytest.mark.parametrize(
    "text",
    [
        "24160户。24160户。",
        "24160户。42610户。",
        "24160户。42160株。",
        "24160户。约42160户。",
        "5户。6户。",
        "10户。11户。",
    ],
)
def test_no_twins(text: str) -> None:
    assert twins(text) == []


@given(st.integers(10, 10**7), st.integers(10, 10**7))
def test_twins_are_so_both_ways(one: int, other: int) -> None:
    there, back = twins(f"{one}户。{other}户。"), twins(f"{other}户。{one}户。")
    assert [(twin.how, twin.digits) for twin in there] == [(t.how, t.digits) for t in back]


def test_a_figure_is_told_once_in_its_kind() -> None:
    case = case_of("来了86人，写了86篇，走了74人，写了74篇，又写了74篇。")
    index = case.once(slip_index)
    once = [q.unit for q in case.facts.quantities if not index.is_told_again(q)]
    assert once == ["人", "篇", "人"]
