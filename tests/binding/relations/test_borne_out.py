"""Figures that no slip explains are doubted where the paragraph says more of them."""

from __future__ import annotations

import pytest

from linter.engine import lint
from linter.model import Submission
from tests.cases import book, document

TITLE = "某县2023年度绩效自评报告\n"
ARRIVAL = "预算安排480万元。截至年底，县财政局实际拨付到位456万元，资金到位率为97.5%"
MARK = "预算执行率指标分值10分，{}。预算260万元，执行率82.5%，尾款未到付款时间，该指标得9.5分。"


def told(rule: str, text: str) -> list[str]:
    """The level of what a rule says."""
    report = lint(Submission((document(TITLE + text + "\n"),)), book())
    return [f.severity.name for f in report.findings if f.rule == rule]


@pytest.mark.parametrize(
    ("behind", "levels"),
    [
        ("，未到位的24万元已列入下年预算。", ["warning"]),
        ("，尚欠24万元。", ["warning"]),
        ("，还有24万元结转下年。", ["warning"]),
        ("。", []),
        ("，未到位的42万元已列入下年预算。", []),
        ("，另购设备24万元。", []),
    ],
)
def test_what_is_left_of_the_whole_bears_a_rate_out(behind: str, levels: list[str]) -> None:
    assert told("budget/arrival-rate", ARRIVAL + behind) == levels


@pytest.mark.parametrize(
    ("said", "levels"),
    [
        ("计分公式为执行率×10分", ["warning"]),
        ("以分值乘以执行率计分", ["warning"]),
        ("按标准打分", []),
        ("按执行率×10分计算，另因支付不均衡酌减", []),
        ("计分公式为执行率×10分×调整系数", []),
    ],
)
def test_a_formula_that_is_told_bears_a_mark_out(said: str, levels: list[str]) -> None:
    assert told("score/by-execution", MARK.format(said)) == levels
