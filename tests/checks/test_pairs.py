"""Marks that stand in pairs: which ones stand alone, and pairs of two widths."""

from __future__ import annotations

import pytest

from tests.checks.told import told
from tests.checks.verdicts import report

ALONE, WIDTH = "typography/unpaired", "typography/bracket-width"
FORMS = "typography/bracket-forms"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("甲（乙（丙）丁。", ["（"]),
        ("甲（乙）丙）丁。", ["）"]),
        ("甲（乙。\n丙）丁。", []),  # from one paragraph to a later one
        ("甲）乙。\n丙（丁。", ["）"]),  # never backwards
        ("见附件（附件1、2）。", []),  # what would be an item's number closes what is open
        ("甲；2）乙；a）丙；三）丁。", []),
        ("甲2）乙。", ["）"]),
        ("55”显示屏，“甲55”。", []),
        ("[80，90）分、（0，100]分。", []),
        ("“甲。\n“乙。”", []),
        ("甲“乙。\n“丙。”", ["“"]),
        ("《甲〈乙〉丙》《丁", ["《"]),
        ("| 甲（乙 | 丙 |\n|---|---|\n| 丁） | 己 |", []),
        ("<!-- 甲（乙 -->丙。", []),
    ],
)
def test_marks_without_partner(text: str, quotes: list[str]) -> None:
    assert told(ALONE, text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("（甲)、(乙）、（丙）、(丁)。", [")"]),
        ("（甲(乙)丙）。", []),
        ("（甲(乙）丙)。", ["）"]),
        ("（甲\n乙)。", []),
    ],
)
def test_widths(text: str, quotes: list[str]) -> None:
    assert told(WIDTH, text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("（甲）（乙）(丙)。", ["("]),
        ("（甲）(乙)(丙)。", ["（"]),
        ("（甲）(乙)。", ["("]),  # full-width is right where neither is more
        ("(甲)(乙)。", []),
        ("（甲）(2022)(A)。", []),
        ("（甲)(乙)。", []),  # a pair of two widths is neither
        ("（甲）()。", []),
    ],
)
def test_the_width_that_is_used_less(text: str, quotes: list[str]) -> None:
    assert told(FORMS, text) == quotes


def test_all_are_one_finding() -> None:
    (finding,) = report(ALONE, "甲（乙。\n丙《丁。\n戊”己。").findings
    assert (finding.quote, [r.label for r in finding.related]) == ("（", ["again", "again"])
    assert "3处" in finding.message
