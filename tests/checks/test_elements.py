"""What a whole report must say with a figure."""

from __future__ import annotations

import pytest

from linter.model import Severity, Status
from tests.checks.verdicts import report, verdicts

RULE = "budget/elements"
REPORT = (
    "一、项目概况\n修路。\n二、资金使用情况\n{}\n三、评价结论\n得分96分。\n四、存在的问题\n慢。"
)


def failed(text: str) -> list[str]:
    return [quote for status, quote, _ in verdicts(RULE, text) if status is Status.failed]


@pytest.mark.parametrize(
    "funds",
    [
        "下达30万元，支出28万元。",
        "下达30万元，已全部支付。",
        "30万元已拨入，执行率95%。",
        "| 年初预算数 | 全年执行数 |\n|---|---|\n| 30 | 28 |",
    ],
)
def test_figures_words_and_tables_say_it(funds: str) -> None:
    assert failed(REPORT.format(funds)) == []


def test_what_is_not_said_is_asked_for_at_its_heading() -> None:
    found = report(RULE, REPORT.format("资金管理规范。")).findings
    assert [(f.quote, f.severity) for f in found] == [
        ("二、资金使用情况", Severity.warning),
        ("二、资金使用情况", Severity.warning),
    ]


@pytest.mark.parametrize(
    "text",
    ["二、资金使用情况\n下达30万元。", REPORT.format("下达30万元。").replace("资金", "项目")],
)
def test_an_extract_may_have_it_elsewhere(text: str) -> None:
    assert failed(text) == []


def test_an_outline_without_text_is_not_asked() -> None:
    assert (
        failed("一、概况\n二、资金使用情况\n三、绩效目标完成情况\n四、评价结论\n五、存在的问题\n")
        == []
    )
