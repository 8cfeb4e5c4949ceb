"""Goals that no result tells of."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import verdicts

REPORT = "一、项目概况\n略。\n二、绩效目标\n{}\n三、完成情况\n{}\n四、评价结论\n得分95分。"


def missing(goal: str, result: str) -> list[str]:
    said = verdicts("consistency/goals", REPORT.format(goal, result))
    return [quote for status, quote, _ in said if status is Status.failed]


@pytest.mark.parametrize(
    ("goal", "result", "quotes"),
    [
        ("开展培训。", "开展培训，内容丰富。", ["培训"]),
        ("培训不少于500人次。", "工作有序。", ["培训"]),
        ("开展培训。", "开展培训，共计12期。", []),
        ("开展培训。", "开展培训，内容丰富，群众认可，共建了3个站。", ["培训"]),
        ("开展培训。", "培训合格率98%。", []),
        ("开展培训。", "举办讲座3次。", []),
        ("开展培训。", "| 指标 | 完成值 |\n|---|---|\n| 培训 | 已开展 |", []),
        ("已培训500人次。", "工作有序。", []),
        ("改善民生。", "培训有序。", []),
    ],
)
def test_a_goal_asks_for_a_figure(goal: str, result: str, quotes: list[str]) -> None:
    assert missing(goal, result) == quotes


def test_an_extract_is_not_asked() -> None:
    assert Status.failed not in {
        s for s, _, _ in verdicts("consistency/goals", "二、绩效目标\n开展培训。")
    }
