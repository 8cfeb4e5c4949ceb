"""The figures that fill the slots of a pattern."""

from __future__ import annotations

import re

import pytest

from linter.binding.case import Case
from linter.binding.slots import are_written, figures_in, pointed_at, reread
from linter.judging.opening import open_case
from tests.cases import book, document

HEAD = "某局2023年度绩效自评报告\n"


def case_of(text: str) -> Case:
    return open_case(document(HEAD + text, "a.txt"), book(), None)[0]


def test_each_slot_has_its_figure_and_a_word_has_none() -> None:
    case = case_of("清淤沟渠逾80公里（实测78.3公里）。")
    pattern = "(?P<a>逾80公里).(?P<word>实测)(?P<b>78.3)"
    match = re.search(pattern, case.facts.text)
    assert match
    found = figures_in(match, case)
    assert {name: case.text(f.start, f.end) for name, f in found.items()} == {
        "a": "逾80公里",
        "b": "78.3公里",
    }


@pytest.mark.parametrize(
    ("words", "expected"),
    [({}, True), ({"a": ["近", "逾"]}, True), ({"a": ["近"]}, False), ({"c": ["近"]}, True)],
)
def test_the_words_of_a_figure(words: dict[str, list[str]], expected: bool) -> None:
    case = case_of("清淤沟渠逾80公里。")
    match = re.search("(?P<a>逾80公里)(?P<c>里)?", case.facts.text)
    assert match
    assert are_written(match, case, words) is expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("b(?P<at>c)", (2, 3)), ("bc", (1, 3)), ("b(?P<at>x)?c", (1, 3))],
    ids=["the slot", "no slot", "an empty slot"],
)
def test_what_a_match_points_at(pattern: str, expected: tuple[int, int]) -> None:
    match = re.search(pattern, "abcd")
    assert match
    assert pointed_at(match) == expected


def test_figures_of_slots_are_read_as_counted_or_as_averages() -> None:
    case = case_of("每天8小时，共5天，人均3件。")
    each, days, mean = case.facts.quantities[-3:]
    read = reread({"each": each, "days": days, "mean": mean}, ["days"], ["mean"])
    ends = {name: (f.value.low, f.value.high) for name, f in read.items()}
    assert ends == {"each": (7.5, 8.5), "days": (5, 5), "mean": (2, 4)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2020年有3人，是2020年的", True), ("2020年有3人，是2022年的", False)],
)
def test_slots_written_alike(text: str, expected: bool) -> None:
    case = case_of(text)
    match = re.search(r"(?P<then>20\d\d年)有.*(?P<again>20\d\d年)的", case.facts.text)
    assert match
    assert are_written(match, case, {}, ["then", "again", "other"]) is expected
