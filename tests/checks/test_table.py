"""A formula over the columns of a table."""

from __future__ import annotations

import pytest

from linter.model import Severity, Status
from tests.checks.verdicts import UNJUDGED, report, verdicts

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


BUDGETS = (
    "| 资金 | 年初预算数（万元） | 调整后预算数（万元） | 到位数（万元） | 执行数（万元） | {} |\n"
    "|---|---|---|---|---|---|\n| 总额 | 80.00 | 100.00 | 90.00 | 72.00 | {} |"
)


@pytest.mark.parametrize(
    ("profile", "rate", "status"),
    [
        ("common", "72.00%", Status.passed),
        ("common", "80.00%", Status.passed),
        ("common", "90.00%", Status.passed),
        ("sichuan", "72.00%", Status.passed),
        ("sichuan", "80.00%", Status.failed),
        ("sichuan", "90.00%", Status.failed),
        ("guobiao2020", "80.00%", Status.passed),
        ("guobiao2020", "90.00%", Status.failed),
    ],
)
def test_the_profile_says_what_a_rate_of_execution_is_divided_by(
    profile: str, rate: str, status: Status
) -> None:
    ((found, _, reached),) = verdicts(RULE, BUDGETS.format("执行率", rate), profile=profile)
    assert found == status
    if status is Status.failed:
        assert reached == "72.00 ÷ 100.00 = 72.00%"


def test_another_denominator_is_a_warning_and_no_error() -> None:
    made = report(RULE, BUDGETS.format("执行率", "90.00%"), profile="sichuan")
    assert [finding.severity for finding in made.findings] == [Severity.warning]


@pytest.mark.parametrize("header", ["支付率", "支出进度", "完成率"])
def test_other_rates_may_be_of_any_column(header: str) -> None:
    for rate in ("72.00%", "80.00%", "90.00%"):
        said = verdicts(RULE, BUDGETS.format(header, rate), profile="sichuan")
        assert [status for status, _, _ in said] == [Status.passed]


def test_a_table_without_the_admitted_columns_is_left_alone() -> None:
    text = "| 资金 | 年初预算数（万元） | 执行数（万元） | 执行率 |\n|---|---|---|---|\n| 总额 | 80.00 | 72.00 | 90.00% |"
    ((status, _, _),) = verdicts(RULE, text, profile="sichuan")
    assert status is Status.passed


OTHERS = "| 项目 | 预算 | {} | 支出 | {} |\n|---|---|---|---|---|\n| 甲 | 300 | {} | 285 | {} |\n| 乙 | 200 | {} | 196 | {} |"


@pytest.mark.parametrize(
    "text",
    [
        # the header says that it is the rate of something else
        OTHERS.format("备注", "任务完成率", "", "100%", "", "95%"),
        OTHERS.format("备注", "验收合格率", "", "95%", "", "89%"),
        OTHERS.format("备注", "2022年执行率", "", "97%", "", "89%"),
        # another column belongs to the denominator, or is it
        OTHERS.format("追加", "执行率", "20", "89.06%", "0", "98%"),
        OTHERS.format("收回", "执行率", "10", "98.28%", "0", "98%"),
        OTHERS.format("合同额", "支付率", "290", "98.28%", "196", "100%"),
        # no row bears it out
        OTHERS.format("备注", "完成率", "", "100%", "", "89%"),
        OTHERS.format("备注", "完成率", "", "95%", "", "89%") + "\n\n注：完成率为工程量完成率。",
    ],
)
def test_a_rate_may_be_of_others(text: str) -> None:
    assert not [quote for status, quote, _ in verdicts(RULE, text) if status is Status.failed]


@pytest.mark.parametrize("header", ["执行率", "资金支付率", "完成率", "预算完成率"])
def test_a_rate_that_other_rows_bear_out(header: str) -> None:
    text = OTHERS.format("备注", header, "", "95%", "", "89%")
    assert [quote for status, quote, _ in verdicts(RULE, text) if status is Status.failed] == [
        "89%"
    ]


def test_less_than_planned_may_meet_a_goal() -> None:
    text = "| 指标 | 计划数 | 实际数 | 完成率 |\n|---|---|---|---|\n| {} | 15 | 12 | 100% |\n| 培训人数 | 200 | 210 | 105% |"
    failed = [
        [quote for status, quote, _ in verdicts(RULE, text.format(name)) if status is Status.failed]
        for name in ("办理天数", "办班期数")
    ]
    assert failed == [[], ["100%"]]
