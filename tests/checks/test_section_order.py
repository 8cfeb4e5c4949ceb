"""The profile's chapters stand in its order."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import UNJUDGED, Said, verdicts

RULE = "structure/chapter-order"
PARTS = "一、概况\n略。\n二、产出\n完成。\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "三、存在的问题\n慢。\n四、改进措施\n快。",
            (Status.passed, "四、改进措施", "“存在的问题”应在“改进措施”之前 ✓"),
        ),
        (
            "三、改进措施\n快。\n四、存在的问题\n慢。",
            (Status.failed, "三、改进措施", "“存在的问题”应在“改进措施”之前"),
        ),
    ],
)
def test_verdict(text: str, said: Said) -> None:
    assert verdicts(RULE, PARTS + text, profile="2013")[-1] == said


def test_one_chapter_has_no_order() -> None:
    assert {s for s, _, _ in verdicts(RULE, "一、概况\n略。", profile="2013")} <= UNJUDGED


def test_chapter_that_stands_twice_has_no_place() -> None:
    text = "一、存在的问题\n慢。\n二、改进措施\n快。\n三、存在的问题\n多。"
    assert [s for s in verdicts(RULE, text, profile="2013") if s[0] is Status.failed] == []
