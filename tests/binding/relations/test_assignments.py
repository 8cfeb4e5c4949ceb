"""Figures that a slip keeps from fitting, whatever stands farther off."""

from __future__ import annotations

import pytest

from linter.model import Severity
from tests.checks.verdicts import report


def said(rule: str, text: str) -> list[tuple[str, Severity]]:
    return [(f.quote, f.severity) for f in report(rule, text).findings if f.rule == rule]


WARNING, ERROR = Severity.warning, Severity.error


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("可用资金2327.77万元。以可用资金3227.77万元为分母，支出2198.46万元，执行率94.44%。", [("94.44%", WARNING)]),
        # the other base is another amount
        ("全年预算2327.77万元。到位资金2260.31万元，支出2198.46万元，执行率94.44%。", []),
    ],
)  # fmt: skip
def test_what_fits_farther_off_does_not_excuse_its_own_slip(
    text: str, found: list[tuple[str, Severity]]
) -> None:
    assert said("budget/execution-rate", text) == found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2022年支出3042.17万元，2023年支出2198.46万元，多支156.29万元。", "156.29万元"),
        ("控制价568.60万元，中标价5527.40万元，较之低了157.20万元。", "157.20万元"),
        ("检查由上年的84620人次增加到51732人次，增加3112人次。", "3112人次"),
    ],
)
def test_a_slip_may_turn_a_difference_round(text: str, quote: str) -> None:
    assert [q for q, _ in said("arithmetic/difference", text)] == [quote]
