"""What stands twice in a row: how long it must be, and what may part the two."""

from __future__ import annotations

import pytest

from tests.checks.told import told
from tests.checks.verdicts import report

RULE = "typography/repeated"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("甲乙丙丁甲乙丙丁", ["甲乙丙丁"]),
        ("甲乙丙甲乙丙", []),
        ("甲乙丙丁、甲乙丙丁", []),
        ("甲乙丙丁，甲乙丙丁", ["甲乙丙丁"]),
        ("甲乙丙丁，甲乙丙丁戊", []),
        ("戊甲乙丙丁，甲乙丙丁", []),
        ("甲乙丙丁3个，甲乙丙丁3个。", ["甲乙丙丁3个"]),
        ("甲乙丙丁3个，甲乙丙丁4个。", []),
        ("甲3456，甲3456。", []),
        ("甲乙丙丁。\n甲乙丙丁。", []),
        ("三百二十人三百二十人", []),
        ("| 甲乙丙丁甲乙丙丁 | 己 |\n|---|---|\n| 丁 | 己 |", []),
    ],
)
def test_repetitions(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes


def test_the_second_is_told_and_all_as_one() -> None:
    text = "甲乙丙丁甲乙丙丁。戊己庚辛，戊己庚辛。"
    (finding,) = report(RULE, text).findings
    assert "2处" in finding.message
    assert finding.span.start == finding.related[0].span.start - 4 - 1 - 4 - 1
