"""Marks that the text says rows of a table lost."""

from __future__ import annotations

import pytest

from linter.binding.marks.table_losses import table_losses
from tests.cases import case

TABLE = (
    "| 三级指标 | 分值 | 得分 |\n|---|---|---|\n| 改造户数 | 10 | 9.62 |\n| 管网长度 | 6 | 5.92 |\n"
    "| 培训合格率 | 8 | 7.36 |\n"
)


def found(text: str) -> list[tuple[str, int]]:
    opened = case(f"某局绩效自评报告\n{TABLE}\n{text}\n")
    return [
        (opened.text(total.parts[-1].start, total.parts[-1].end), len(total.parts) - 1)
        for total in table_losses(opened)
    ]


def test_a_loss_is_held_against_the_row_that_its_sentence_names() -> None:
    assert found("培训合格率偏低，扣0.69分。") == [("0.69分", 1)]


def test_a_loss_of_so_many_rows_is_held_against_as_many_that_follow_each_other() -> None:
    assert found("数量指标两项共扣0.64分。") == [("0.64分", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "培训合格率偏低，扣0.64分。",
        "数量指标两项共扣0.46分。",
        # of another row, to the tenth only, and with another beside it
        "满意度偏低，扣0.69分。",
        "培训合格率偏低，扣0.6分。",
        "培训合格率偏低，扣0.34分；档案不全，扣0.32分。",
        "培训合格率每低1个百分点扣0.46分。",
    ],
)
def test_other_losses_are_left_alone(text: str) -> None:
    assert found(text) == []
