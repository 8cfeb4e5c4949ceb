"""A goal, its result, and the verdict on both in running text."""

from __future__ import annotations

import pytest

from tests.checks.told import told


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("要求药品不良反应发生率不高于0.5%，监测结果为0.8%，达到规定要求。", ["0.8%"]),
        ("饮用水抽检合格率目标为95%以上。实际抽检合格率93.2%，达到预期目标。", ["93.2%"]),
        ("公众投诉办结率98.6%，年初设定的目标为99%以上，指标已完成。", ["98.6%"]),
        ("任务数为植树造林3,000亩，实际造林3,150亩，未完成计划。", ["3,150亩"]),
        ("计划新建学校3所，实际建成2所，完成搬迁任务。", []),
        ("计划培训300人，其中女性不少于120人，实际培训女性116人，完成目标。", []),
        ("单位能耗降低率目标3%，实际2.2%，达到预期。", []),
        ("前三季度计划6批，完成4批，完成序时任务；计划购置20台，购置18台，目标基本完成。", []),
    ],
)
def test_only_a_verdict_against_both_is_told(text: str, quotes: list[str]) -> None:
    assert told("indicator/met-in-text", f"\n{text}\n") == quotes
