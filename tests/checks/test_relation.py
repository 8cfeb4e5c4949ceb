"""Roles, cues and windows, and equations over the figures that take the roles."""

from __future__ import annotations

import pytest

from linter.model import Severity, Status
from tests.checks.verdicts import report, verdicts

RULE = "budget/execution-rate"


@pytest.mark.parametrize(
    ("text", "status", "calculation"),
    [
        (
            "全年预算数1250万元，实际支出1187.35万元，预算执行率94.99%。",
            Status.passed,
            "1187.35万元 ÷ 1250万元 = 94.9",
        ),
        (
            "下达资金800万元，到位640万元，支付608万元，支付率95%。",
            Status.passed,
            "608万元 ÷ 640万元 = 95",
        ),
        (
            "全年预算数1250万元，实际支出1187.35万元，预算执行率98.99%。",
            Status.failed,
            "1187.35万元 ÷ 1250万元 = 94.9",
        ),
        ("预算执行率98.99%。", Status.not_evaluated, "附近没有能与它核对的数字"),
    ],
)
def test_verdict(text: str, status: Status, calculation: str) -> None:
    ((found, quote, reached),) = verdicts(RULE, text)
    assert (found, quote) == (status, text[text.rindex("率") + 1 : -1])
    assert calculation in reached
    assert reached.endswith("✓") is (status is Status.passed)


def test_other_figures_are_related_places() -> None:
    (finding,) = report(
        RULE, "全年预算数1250万元，实际支出1187.35万元，预算执行率98.99%。"
    ).findings
    assert [r.label for r in finding.related] == ["base", "spent"]
    assert finding.severity is Severity.error


def test_figure_cut_off_instead_of_rounded_is_asked_about() -> None:
    (finding,) = report(
        RULE, "全年预算数1900.00万元，实际支出1800.00万元，预算执行率94.73%。"
    ).findings
    assert (finding.quote, finding.severity) == ("94.73%", Severity.warning)
