"""Half-width marks and odd spaces: which neighbours make them wrong, and that they are told once."""

from __future__ import annotations

import pytest

from linter.checks.characters import Characters, check
from tests.cases import own_case
from tests.checks.told import told
from tests.checks.verdicts import report


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("甲,乙", 1),
        ("甲,3处", 1),
        ("3处,甲", 1),
        ("3,4", 0),
        ("10%,甲", 1),
        ("A,甲", 0),
        ("甲,A", 0),
        ("（甲）,乙", 1),
        ("甲,", 1),
        ("A,", 0),
        (",甲", 0),
        ("甲, 乙", 0),
        ("甲.乙", 0),
        ("甲.", 1),
        ("<!-- 甲,乙 -->", 0),
        ("| 甲,乙 | 丙 |\n|---|---|\n| 丁,戊 | 己 |", 0),
    ],
)
def test_neighbours(text: str, places: int) -> None:
    spec = Characters(instead={",": "，"}, final={".": "。"})
    (verdict,) = check("a/b", spec, own_case(f"绩效自评报告\n\n{text}\n", "a/b", spec))
    assert int(verdict.values.get("count", "0")) == places


def test_all_are_told_at_the_first_with_a_few_others() -> None:
    text = "".join(f"第{n}段完工,已验收;已付款。\n" for n in range(1, 9))
    (finding,) = report("typography/half-width", text).findings
    assert (finding.quote, finding.fix, len(finding.related)) == (",", "，", 5)
    assert "16处" in finding.message
    assert finding.span < finding.related[0].span


def test_one_alone_is_not_counted() -> None:
    (finding,) = report("typography/half-width", "甲,乙").findings
    assert finding.message.endswith("应为“，”")
    assert finding.related == ()


def test_a_full_width_mark_is_none_of_them() -> None:
    assert told("typography/half-width", "甲，乙；丙：丁？戊！己。") == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("印发考 核 办 法，执行。", ["考 核 办 法"]),
        ("印发考　核　办　法，执行。", ["考　核　办　法"]),
        ("全部完成 ，合格。", [" ，"]),
        ("达到95% 。", [" 。"]),
        ("组长张 三负责。", []),
        ("中共中央 国务院印发。", []),
        ("考 核 办 法", []),  # a title
        ("项 目 名 称：道路。", []),
        ("甲：金额为     ，乙。", []),
        ("| 考 核 办 法。 | 甲 |\n|---|---|\n| 乙 | 丙 |", []),
    ],
)
def test_blanks(text: str, quotes: list[str]) -> None:
    assert told("typography/stray-blank", text) == quotes
