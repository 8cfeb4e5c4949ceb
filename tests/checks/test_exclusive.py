"""States of one thing that cannot both be true."""

from __future__ import annotations

import pytest

from tests.checks.told import told
from tests.checks.verdicts import report

RULE = "consistency/state"


@pytest.mark.parametrize(
    "text",
    [
        "泵站均已完工，正在施工的是管网。",
        "泵站均已完工，管网仍在施工。",
        "泵站均已完工。仍在施工。",
        "泵站均已完工，原定仍在施工。",
        "是否已完工，尚未完工的请说明。",
        "资金已全部拨付，尚有12万元未支付。",
        "12处隐患已整改，尚有3处正在整改。",
        "| 泵站 | 均已完工，仍在施工 |\n|---|---|\n| 甲 | 乙 |",
    ],
)
def test_what_may_both_be_true(text: str) -> None:
    assert told(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("泵站均已完工，仍在施工。", ["仍在施工"]),
        ("泵站仍在施工，均已完工。", ["均已完工"]),
        ("北河泵站工程已完工。\n北河泵站工程尚未完工。", ["北河泵站工程尚未完工"]),
        ("北河泵站工程已完工。\n南河泵站工程尚未完工。", []),
        ("泵站已完工。\n泵站尚未完工。", ["泵站尚未完工"]),
        ("北河泵站工程6月尚未完工。\n北河泵站工程已完工。", []),
        ("去年北河泵站工程尚未完工。\n北河泵站工程已完工。", []),
        ("五类人员中唯独脱贫劳动力没有完成。\n脱贫劳动力培训任务已完成。", ["任务已完成"]),
    ],
)
def test_one_thing_is_joined_by_a_comma_or_has_one_name(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes


def test_both_places_are_shown() -> None:
    made = report(RULE, "泵站均已完工，仍在施工。")
    ((related,),) = [finding.related for finding in made.findings]
    words = made.submission.documents[0].text
    assert words[related.span.start : related.span.end] == "泵站均已完工"
