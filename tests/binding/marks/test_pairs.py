"""Marks and full marks with the reasons between them."""

from __future__ import annotations

import pytest

from linter.binding.marks.pairs import pairs_apart
from tests.cases import case

TITLE = "某局2022年度绩效自评报告\n"


def pairs(text: str) -> list[tuple[str, str]]:
    opened = case(TITLE + text + "\n")
    return [
        (opened.text(mark.start, mark.end), opened.text(full.start, full.end))
        for mark, full in pairs_apart(opened)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("权重15分，评价组结合现场座谈情况给予14.2分。", [("14.2分", "15分")]),
        ("该项满分8分，有一笔支出附件不齐全，按标准酌情后得7.5分。", [("7.5分", "8分")]),
        ("该指标分值为10分，第二批资金迟了一个月才到，自评得分9分。", [("9分", "10分")]),
        # another part, a sum, an addition, another sentence
        ("决策满分20分，经评价组逐项核对资料，产出得45分。", []),
        ("指标满分10分，评价组对12个指标打分，共得112分。", []),
        ("创新项满分5分，获得表彰后计入总分，自评得分98分。", []),
        ("该项满分8分，有一笔支出附件不齐全。经核对，得7.5分。", []),
    ],
)
def test_marks_that_belong_together(text: str, found: list[tuple[str, str]]) -> None:
    assert pairs(text) == found
