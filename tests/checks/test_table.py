"""A formula over the columns of a table."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import UNJUDGED, verdicts

RULE = "budget/table-rate"
ROW = "| 资金 | 全年预算数（万元） | 全年执行数（万元） | 执行率 |\n|---|---|---|---|\n| 总额 | 100.00 | 89.97 | {} |"
ROWS = "| 村 | 计划（座） | 完成（座） | 完成率 |\n|---|---|---|---|\n| 甲 | 5 | 5 | 100% |\n| 乙 | 4 | 3 | {} |\n| 丙 | 3 | 2 | 66.7% |\n| 丁 | 6 | 3 | 50% |"


@pytest.mark.parametrize(
    ("text", "status", "quote", "calculation"),
    [
        (ROW.format("89.97%"), Status.passed, "89.97%", "89.97 ÷ 100.00 = 89.97"),
        (ROW.format("98.97%"), Status.failed, "98.97%", "89.97 ÷ 100.00 = 89.97"),
    ],
)
def test_headers_name_the_figures_of_a_row(
    text: str, status: Status, quote: str, calculation: str
) -> None:
    ((found, words, reached),) = verdicts(RULE, text)
    assert (found, words) == (status, quote)
    assert calculation in reached


@pytest.mark.parametrize(("rate", "failed"), [("75%", []), ("57%", ["57%"])])
def test_rows_vote(rate: str, failed: list[str]) -> None:
    said = verdicts(RULE, ROWS.format(rate))
    assert [quote for status, quote, _ in said if status is Status.failed] == failed
    assert [quote for status, quote, _ in said if status is Status.passed] == [
        r for r in ("100%", rate, "66.7%", "50%") if r not in failed
    ]


def test_table_without_the_columns_is_not_judged() -> None:
    text = "| 资金 | 甲 | 乙 |\n|---|---|---|\n| 总额 | 100.00 | 89.97 |"
    assert {status for status, _, _ in verdicts(RULE, text)} <= UNJUDGED
