"""What the text of a chapter must have."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "indicator/goal-without-figure"
VAGUE = "落实帮扶的具体任务，提高群众生活水平。"
REST = "二、完成情况\n培训500人次。\n三、结论\n良好。\n"
GOALS = "一、绩效目标"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (f"{GOALS}\n{VAGUE}\n{REST}", [GOALS]),
        (f"{GOALS}\n培训不少于500人次。\n{REST}", []),
        (f"{GOALS}\n培训三期，{VAGUE}\n{REST}", []),
        (f"{GOALS}\n2023年度，{VAGUE}\n{REST}", [GOALS]),
        (f"{GOALS}\n2023年10月底前建成，{VAGUE}\n{REST}", []),
        (f"{GOALS}\n无。\n{REST}", []),
        (f"{GOALS}\n{VAGUE}\n二、完成情况\n培训500人次。\n", []),
        (f"一、绩效目标编制情况\n{VAGUE}\n{REST}", []),
    ],
)
def test_chapter_needs_a_figure(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes


def test_sections_of_a_chapter_are_read_together() -> None:
    text = f"{GOALS}\n（一）总体目标\n{VAGUE}\n（二）年度目标\n{{}}\n{REST}"
    assert told(RULE, text.format("培训不少于500人次。")) == []
    assert told(RULE, text.format("做好培训，促进就业，带动增收。")) == [GOALS]


@pytest.mark.parametrize(("goal", "quotes"), [("≥500人次", []), ("有效提升", [GOALS])])
def test_column_of_goals_will_do(goal: str, quotes: list[str]) -> None:
    table = f"| 三级指标 | 指标值 | 完成值 |\n|---|---|---|\n| 培训 | {goal} | 520人次 |\n"
    assert told(RULE, f"{GOALS}\n{VAGUE}\n{REST}{table}") == quotes
