"""Marks lost by steps: what is told."""

from __future__ import annotations

from linter.model import Status
from tests.checks.verdicts import verdicts

RULE = "score/by-steps"


def test_goal_and_result_are_shown_as_a_difference() -> None:
    text = "满意度10分，目标90%，每低1个百分点扣0.5分，实际86%，扣3分。"
    assert verdicts(RULE, text) == [
        (Status.failed, "3分", "（90% − 86%） ÷ 1个百分点 × 0.5分 = 2分 ≠ 3分")
    ]


def test_what_fits_is_told_too() -> None:
    text = "每缺1份资料扣0.5分，缺3份，扣1.5分。"
    assert verdicts(RULE, text) == [(Status.passed, "1.5分", "3份 ÷ 1份 × 0.5分 = 1.5分 ✓")]
