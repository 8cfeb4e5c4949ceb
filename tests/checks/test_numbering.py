"""Heading and list numbers."""

from __future__ import annotations

import pytest

from linter.model import Severity, Status
from tests.checks.verdicts import UNJUDGED, Said, report, verdicts

RULE = "numbering/sequence"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一、概况\n略。\n二、目标\n略。", (Status.passed, "报告.txt", "2个序号连续 ✓")),
        ("一、概况\n略。\n三、目标\n略。", (Status.failed, "三、", "应为“二、”，文中为“三、”")),
        (
            "一、概况\n（一）甲\n略。\n（一）乙\n略。",
            (Status.failed, "（一）", "应为“（二）”，文中为“（一）”"),
        ),
        (
            "做法：一是宣传；二是培训；四是督查。",
            (Status.failed, "四是", "应为“三是”，文中为“四是”"),
        ),
    ],
)
def test_verdict(text: str, said: Said) -> None:
    assert verdicts(RULE, text) == [said]


def test_text_without_headings_is_not_judged() -> None:
    assert {status for status, _, _ in verdicts(RULE, "略。")} <= UNJUDGED


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("一、甲\n（一）乙\n略。\n二、丙\n1.丁\n略。\n", Severity.info),
        ("一、甲\n（一）乙\n略。\n二、丙\n1.丁\n（1）戊\n略。\n", Severity.warning),
        ("一、甲\n（一）乙\n（1）丙\n略。\n", Severity.warning),
        ("一、甲\n（一）乙\n略。\n二、丙\n（1）丁\n略。\n（2）戊\n略。\n三、己\n", Severity.info),
    ],
)
def test_a_chapter_of_one_level_is_told_mildly(text: str, severity: Severity) -> None:
    (finding,) = report("numbering/level-skipped", text).findings
    assert finding.severity is severity


def test_a_first_number_that_is_not_one_may_be_that_of_an_extract() -> None:
    found = report(RULE, "二、资金情况\n到位。\n四、结论\n优。\n").findings
    assert [(f.quote, f.severity) for f in found if f.rule == "numbering/sequence"] == [
        ("二、", Severity.warning),
        ("四、", Severity.error),
    ]
