"""A total score and the word for it."""

from __future__ import annotations

import pytest

from linter.model import Severity, Status
from tests.checks.verdicts import UNJUDGED, Said, report, verdicts

RULE = "score/grade"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("自评得分92.5分，等级为“优”。", (Status.passed, "优", "优：[90, 100]分，92.5分在其中 ✓")),
        ("自评得分90分，等级为“优”。", (Status.passed, "优", "优：[90, 100]分，90分在其中 ✓")),
        (
            "自评得分89.5分，评定等级良好。",
            (Status.passed, "良好", "良好：[80, 90)分，89.5分在其中 ✓"),
        ),
        ("自评得分62.5分，等级为“优”。", (Status.failed, "优", "优：[90, 100]分，62.5分不在其中")),
        ("自评得分92.5分，等级为“D”。", (Status.failed, "D", "D：[0, 60)分，92.5分不在其中")),
        ("自评得分90分，评定等级良好。", (Status.failed, "良好", "良好：[80, 90)分，90分不在其中")),
    ],
)
def test_verdict(text: str, said: Said) -> None:
    assert verdicts(RULE, text) == [said]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("自评得分62.5分，等级为“优”。", Severity.error),
        # other bands in use would admit the word
        ("自评得分85分，等级为“优”。", Severity.warning),
        # … but not where the report states its own
        ("90分以上为优。自评得分85分，等级为“优”。", Severity.error),
    ],
)
def test_severity(text: str, severity: Severity) -> None:
    assert [f.severity for f in report(RULE, text).findings if f.rule == RULE] == [severity]


def test_score_without_a_word_is_not_judged() -> None:
    assert {status for status, _, _ in verdicts(RULE, "自评得分92.5分。")} <= UNJUDGED


def test_related_place_is_the_score() -> None:
    (finding,) = report(RULE, "自评得分62.5分，等级为“优”。").findings
    assert [r.label for r in finding.related] == ["score"]
    assert finding.message == "62.5分应为“中”，文中为“优”"
