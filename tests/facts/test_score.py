"""Scores and the part that each plays."""

from __future__ import annotations

import pytest

from linter.facts.score import scores
from tests.cases import case

TITLE = "某局绩效自评报告\n"


def roles(text: str) -> list[tuple[str, str]]:
    """Each score of a text with its part."""
    facts = case(TITLE + text + "\n").facts
    return [(facts.text[s.figure.start : s.figure.end], s.role) for s in scores(facts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、产出（满分40分，得38分）", [("40分", "full"), ("38分", "obtained")]),
        ("一、产出（满分40分，得分38.5分）", [("40分", "full"), ("38.5分", "obtained")]),
        ("一、产出（40分，得分38分）", [("40分", "full"), ("38分", "obtained")]),
        ("一、产出（自评得分38分）", [("38分", "total")]),
        ("一、产出（权重15分，自评得15分）", [("15分", "full"), ("15分", "obtained")]),
        ("一、产出（分值60分，实得57.5分）", [("60分", "full"), ("57.5分", "obtained")]),
        ("自评得分95分，自评结果为“优”。", [("95分", "total")]),
        ("自评分为95分。", [("95分", "total")]),
        ("综合评分为95.5分。", [("95.5分", "total")]),
        ("综合绩效得分为95分，绩效评级为“优”。", [("95分", "total")]),
        ("自评分数为95分，等级为B。", [("95分", "total")]),
        ("自评综合得分95分。", [("95分", "total")]),
        ("总分95，等级优。", [("95", "total")]),
        ("总分95人，", []),
        ("项目绩效自评得分为95分。", [("95分", "total")]),
        ("自评总分（分）95分。", [("95分", "total")]),
        ("经评价，总得分：95分。", [("95分", "total")]),
        ("评价满分为100分。", [("100分", "full-total")]),
        ("总分100分，自评得分95分。", [("100分", "total"), ("95分", "total")]),
        ("指标总分90分，得85分。", [("90分", "full"), ("85分", "obtained")]),
        ("总分90分（含）以上为优，总分85分。", [("85分", "total")]),
        ("总分90分（含90分）至100分为优，总分85分。", [("85分", "total")]),
        ("因进度偏慢扣2分。", [("2分", "deduction")]),
        ("扣分1.5分，得8.5分。", [("1.5分", "deduction"), ("8.5分", "obtained")]),
        ("在20分的权重中得18分。", [("20分", "full"), ("18分", "obtained")]),
        ("现场问答28.5分。", []),
    ],
)
def test_part_of_a_score(text: str, expected: list[tuple[str, str]]) -> None:
    assert roles(text) == expected


def test_minutes_are_no_score() -> None:
    assert roles("答辩5分钟，得8分。") == [("8分", "obtained")]


def test_score_in_a_heading_belongs_to_it() -> None:
    text = TITLE + "一、投入（满分20分，得18分）\n到位，得2分。\n"
    found = scores(case(text).facts)
    assert [s.section.title if s.section else None for s in found] == [
        "投入（满分20分，得18分）", "投入（满分20分，得18分）", None,
    ]  # fmt: skip


def test_scores_in_tables_are_left_to_the_columns() -> None:
    assert roles("| 指标 | 分值 | 得分 |\n|---|---|---|\n| 培训 | 10分 | 9分 |") == []
