"""A total score and the word for it."""

from __future__ import annotations

import pytest

from linter.model import Severity, Status
from tests.checks.verdicts import UNJUDGED, Said, report, verdicts

RULE = "score/grade"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "自评得分92.5分，等级为“优”。",
            (Status.passed, "优", "优为90分（含）至100分，92.5分在其中 ✓"),
        ),
        (
            "自评得分90分，等级为“优”。",
            (Status.passed, "优", "优为90分（含）至100分，90分在其中 ✓"),
        ),
        (
            "自评得分89.5分，评定等级良好。",
            (Status.passed, "良好", "良好为80分（含）至90分，89.5分在其中 ✓"),
        ),
        (
            "自评得分62.5分，等级为“优”。",
            (Status.failed, "优", "优为90分（含）至100分，62.5分不在其中"),
        ),
        ("自评得分92.5分，等级为“D”。", (Status.failed, "D", "D为0分（含）至60分，92.5分不在其中")),
        (
            "自评得分90分，评定等级良好。",
            (Status.failed, "良好", "良好为80分（含）至90分，90分不在其中"),
        ),
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the report's own bands, in several words
        ("85分（含）以上为优，70分（含）至85分为良。自评得分86分，等级为优。", False),
        ("优秀（85—100分）、良好（70—85分）。自评得分86分，评定等级为优秀。", False),
        ("得分85分以上定优，70分以上不足85分定良。自评得分84分，等级为“优”。", True),
        # the score stands elsewhere
        ("自评等级为“优”（总分88.38分）。", True),
        ("自评等次为良（综合得分98.01分）。", True),
        ("自评等级为“优”（总分90.38分）。", False),
        ("自评总分95.3分。\n\n各项指标完成较好，评价等级为良。", True),
        ("自评总分95.3分。\n\n各项指标完成较好，评价等级为优。", False),
        ("综合得分88.6分，按90分以上为优，80分以上不足90分为良的标准，等级为良。", False),
        # several, or last year's
        ("自评总分95.3分。\n\n上年评价等级为良。", False),
        ("甲项目总得分95.3分，乙项目总得分82分。\n\n评价等级为良。", False),
    ],
)
def test_bands_and_scores(text: str, told: bool) -> None:
    assert any(f.rule == RULE for f in report(RULE, text).findings) is told
