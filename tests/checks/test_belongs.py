"""Chapters that tell of another chapter's matter."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.told import told
from tests.checks.verdicts import report, verdicts

RULE = "structure/misplaced"
RESULTS = "签约48个项目，投资额12亿元，带动就业5470人。"


@pytest.mark.parametrize(
    ("heading", "body", "quotes"),
    [
        ("一、过程（满分20分）", RESULTS, ["一、过程（满分20分）"]),
        ("一、过程（满分20分）", f"{RESULTS}支付手续齐全。", []),
        ("一、过程（满分20分）", "签约48个项目，投资额12亿元，群众满意，成效明显。", []),
        ("一、评价过程", RESULTS, []),
        ("一、产出", RESULTS, []),
        ("附件：过程资料", RESULTS, []),
    ],
)
def test_own_matter_or_little_of_another_s_is_enough(
    heading: str, body: str, quotes: list[str]
) -> None:
    assert told(RULE, f"{heading}\n{body}") == quotes


def test_matter_of_sections_below_counts() -> None:
    text = f"一、过程\n（一）做法\n{RESULTS}\n（二）资金\n支付手续齐全。\n二、产出\n完成。"
    assert told(RULE, text) == []


def test_short_text_is_not_judged() -> None:
    said = verdicts(RULE, "一、过程\n略。")
    assert said == [(Status.not_applicable, "", "没有这条规则要核对的内容")]


def test_foreign_matter_is_shown() -> None:
    made = report(RULE, f"一、过程\n{RESULTS}")
    ((related,),) = [finding.related for finding in made.findings]
    assert made.submission.documents[0].text[related.span.start : related.span.end] == "签约48个"
