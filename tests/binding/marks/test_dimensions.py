"""Marks behind names of dimensions."""

from __future__ import annotations

from linter.binding.marks.dimensions import are_all, dimension_runs, dimensions
from tests.cases import case


def runs(text: str) -> list[tuple[list[str], set[str]]]:
    opened = case(f"某局绩效自评报告\n{text}\n")
    return [
        ([opened.facts.text[f.start : f.end] for f in run], dimensions(opened, run))
        for run in dimension_runs(opened)
    ]


def test_marks_follow_each_other_behind_their_names() -> None:
    assert runs("决策得14分，过程得18分、产出得36分。另有加分项2分。") == [
        (["14分", "18分", "36分"], {"决策", "过程", "产出"})
    ]


def test_full_marks_in_brackets_are_no_items() -> None:
    assert runs("决策14分（满分15分），产出36分（满分40分）。") == [
        (["14分", "36分"], {"决策", "产出"})
    ]


def test_the_rate_of_execution_is_one_of_execution() -> None:
    (run,) = runs("预算执行率9.9分，产出49.1分，效益28.5分，满意度9.99分。")
    assert run[1] == {"执行", "产出", "效益", "满意度"}
    assert are_all(run[1])


def test_satisfaction_stands_beside_the_rate_of_execution() -> None:
    assert not are_all({"产出", "效益", "满意度"})
    assert are_all({"决策", "过程", "产出", "效益"})
