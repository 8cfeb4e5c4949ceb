"""Heading and list numbers."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import UNJUDGED, Said, verdicts

RULE = "numbering/sequence"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一、概况\n略。\n二、目标\n略。", (Status.passed, "报告.txt", "2个序号连续 ✓")),
        ("一、概况\n略。\n三、目标\n略。", (Status.failed, "三、", "应为二、，文中为三、")),
        (
            "一、概况\n（一）甲\n略。\n（一）乙\n略。",
            (Status.failed, "（一）", "应为（二），文中为（一）"),
        ),
        ("做法：一是宣传；二是培训；四是督查。", (Status.failed, "四是", "应为三是，文中为四是")),
    ],
)
def test_verdict(text: str, said: Said) -> None:
    assert verdicts(RULE, text) == [said]


def test_text_without_headings_is_not_judged() -> None:
    assert {status for status, _, _ in verdicts(RULE, "略。")} <= UNJUDGED
