"""A statement that calls for support."""

from __future__ import annotations

import pytest

from tests.checks.told import told
from tests.checks.verdicts import UNJUDGED, verdicts

RULE = "evidence/satisfaction"


TITLES = ("项目概况", "绩效目标完成情况", "评价结论", "存在的问题")


def report(*chapters: str) -> str:
    numbered = zip("一二三四", TITLES, chapters, strict=False)
    return "".join(f"{number}、{title}\n{text}\n" for number, title, text in numbered)


def test_support_may_stand_in_any_chapter() -> None:
    claim = "群众满意度98.6%。"
    assert told(RULE, report("修路。", claim, "已完工。")) == ["98.6%"]
    assert told(RULE, report("修路。", claim, "共访谈村民40人。")) == []


def test_only_the_first_claim_of_a_report_is_told() -> None:
    assert told(RULE, report("学生满意度97%。", "家长满意度96%。", "教师满意度95%。")) == ["97%"]


@pytest.mark.parametrize(
    "claim",
    [
        "满意度不低于95%。",
        "满意度达到95%以上。",
        "满意度目标值95%。",
        "若满意度为95%，可得满分。",
        "不满意率为2%。",
        "|指标|值|\n|---|---|\n|满意度|95%|",
    ],
)
def test_goals_conditions_and_tables_are_no_claims(claim: str) -> None:
    assert told(RULE, report("修路。", claim, "已完工。")) == []


@pytest.mark.parametrize("attached", ["", "附件：自评表\n"])
def test_an_extract_is_not_judged(attached: str) -> None:
    said = verdicts(RULE, report("修路。", "群众满意度98.6%。") + attached)
    assert {status for status, _, _ in said} <= UNJUDGED


def test_what_is_told_once_is_the_first_claim_without_support() -> None:
    text = report("实现盈利12万元。", "实现盈利。", "收入大幅增长。")
    assert told("evidence/gain-without-figure", text) == ["实现盈利"]
