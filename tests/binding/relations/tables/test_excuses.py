"""Rows of a form whose marks and balances come about in another way than by the formula."""

from __future__ import annotations

import pytest

from linter.engine import lint
from linter.model import Submission
from tests.cases import book, document

TITLE = "某县2023年度绩效自评报告\n"
FORM = "资金\t预算数\t执行数\t分值\t{}\t得分\n年度资金总额\t50\t45.4\t10\t90.8%\t{}\n{}"
INDICATORS = "指标\t分值\t完成率\t得分\n{}巡诊次数\t8\t75%\t6.8\n"
BALANCE = (
    "（单位：万元）\n项目\t上年结转\t本年拨入\t本年支出\t年末结余\t备注\n泵站\t3\t50\t42\t{}\t{}\n"
)
BY_ROW, LEFT = "score/execution-row", "budget/table-balance"


def told(rule: str, text: str) -> bool:
    """Whether a rule says anything."""
    report = lint(Submission((document(TITLE + text),)), book())
    return any(finding.rule == rule for finding in report.findings)


@pytest.mark.parametrize(
    ("header", "mark", "behind", "is_told"),
    [
        ("执行率", "9.8", "", True),
        ("执行率", "9.8", "注：得分＝分值×执行率。\n", True),
        ("执行率", "9.8", "注：执行率90%至95%得9.8分。\n", False),
        ("执行率", "9.8", "评分标准：执行率不低于90%得9.8分，不足90%不得分。\n", False),
        ("执行率", "8.9", "支付不均衡，扣0.18分。\n", False),
        ("执行率", "8", "", False),
        ("合格率", "9.8", "", False),
    ],
)
def test_a_mark_may_be_given_by_what_is_told(
    header: str, mark: str, behind: str, is_told: bool
) -> None:
    assert told(BY_ROW, FORM.format(header, mark, behind)) is is_told


@pytest.mark.parametrize(
    ("before", "is_told"),
    [
        ("门诊量\t10\t95%\t9.5\n", True),
        ("门诊量\t10\t100%\t10\n", False),
        ("门诊量\t10\t95%\t9.2\n", False),
    ],
)
def test_another_row_bears_out_a_formula_that_no_header_names(before: str, is_told: bool) -> None:
    assert told(BY_ROW, INDICATORS.format(before)) is is_told


@pytest.mark.parametrize(
    ("left", "remark", "is_told"),
    [("15", "质保金", True), ("15", "调入4", False), ("8", "", False), ("11", "", False)],
)
def test_what_was_taken_back_is_left_out_of_a_balance(
    left: str, remark: str, is_told: bool
) -> None:
    assert told(LEFT, BALANCE.format(left, remark)) is is_told
