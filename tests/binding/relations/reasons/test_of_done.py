"""Rates beside what is left, a part's figure, another period's, or what another rate leaves."""

from __future__ import annotations

import pytest

from linter.model import Severity
from tests.checks.verdicts import report

COMPLETION, EXECUTION = "arithmetic/completion", "budget/execution-rate"
ERROR = Severity.error


def said(rule: str, text: str) -> list[tuple[str, Severity]]:
    return [(f.quote, f.severity) for f in report(rule, text).findings if f.rule == rule]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        # what is left
        (EXECUTION, "全年预算460万元，预算执行率97.83%，结余10万元由财政收回。"),
        (COMPLETION, "计划新建公厕40座，完工率92.5%，尚有3座未完工。"),
        (COMPLETION, "培训完成285人，完成率95%，缺口15人安排在明年一季度补训。"),
        # another time's
        (EXECUTION, "预算260万元，执行率91.2%，上年同期支出198万元。"),
        (COMPLETION, "年度任务1200人次，完成率103%，其中上半年完成640人次。"),
        # some of the whole
        (COMPLETION, "全市污水处理厂26座，其中乡镇污水处理厂达标13座，达标率92.86%。"),
        (COMPLETION, "全县适龄儿童6200人，其中留守儿童接种1150人，留守儿童接种率98.7%。"),
        (EXECUTION, "我局部门预算1860万元，执行率98.2%，其中宣传经费支出86万元，执行率95.6%。"),
        # of what another rate leaves, or of what arrived
        (COMPLETION, "发出问卷600份，回收率96%，有效问卷558份，有效率96.88%。"),
        (EXECUTION, "预算500万元，到位480万元，使用率97.5%，结余12万元。"),
        # the whole is told elsewhere
        (EXECUTION, "实际支出276万元，其中药械采购156万元、劳务120万元，预算执行率92%。"),
        (COMPLETION, "累计改造管网860公里，当年改造86公里，完成率95.6%。"),
    ],
)
def test_of_no_figure_beside_it(rule: str, text: str) -> None:
    assert said(rule, text) == []


@pytest.mark.parametrize(
    ("rule", "text", "quote"),
    [
        (EXECUTION, "全年预算460万元，实际支出450万元，预算执行率79.83%，结余10万元。", "79.83%"),
        (COMPLETION, "计划新建公厕40座，已完工37座，完工率95.2%。", "95.2%"),
        (COMPLETION, "发出问卷600份，收回576份，回收率69%，其中满意的540份。", "69%"),
        (COMPLETION, "抽检样品240批次，其中合格228批次，合格率59%。", "59%"),
        (EXECUTION, "预算260万元，执行率91.2%，实际支出273.12万元。", "91.2%"),
    ],
)
def test_of_the_figures_beside_it(rule: str, text: str, quote: str) -> None:
    assert said(rule, text) == [(quote, ERROR)]
