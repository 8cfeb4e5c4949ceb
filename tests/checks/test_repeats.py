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
        ("甲乙3处，丙丁。甲乙3处，丙丁。", ["甲乙3处，丙丁"]),
        ("甲乙3处，丙丁。甲乙4处，丙丁。", []),
        ("甲乙3处，丙丁。戊。甲乙3处，丙丁。", []),
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


SENTENCE = "年内巡查河道48次，清理漂浮物共19吨。"


@pytest.mark.parametrize(
    ("between", "count"),
    [("", 0), ("丙。", 1), ("\n", 1), ("丁" * 290 + "。", 1), ("丁" * 310 + "。", 0)],
)
def test_a_sentence_with_figures_comes_again_near_by(between: str, count: int) -> None:
    found = report("typography/repeated-sentence", f"{SENTENCE}{between}{SENTENCE}").findings
    assert len(found) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "年内巡查全部河道并清理漂浮物。",
        "该指标目标值48次，完成值48次，得满分。",
        "查48次，清19吨。",
    ],
)
def test_what_is_said_of_several_things_may_come_again(sentence: str) -> None:
    text = f"{sentence}丙。{sentence}"
    assert not report("typography/repeated-sentence", text).findings
