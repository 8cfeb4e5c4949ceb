"""Marks that are weighed together of others."""

from __future__ import annotations

import pytest

from linter.binding.marks.weighted_means import weighted_means
from tests.cases import case


def found(text: str) -> list[tuple[str, list[str], list[int], bool]]:
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    return [
        (
            facts.text[m.mean.start : m.mean.end],
            [facts.text[f.start : f.end] for f in m.marks],
            [int(weight) for weight in m.weights],
            m.holds,
        )
        for m in weighted_means(facts)
    ]


def test_weights_belong_to_the_marks_that_have_their_names() -> None:
    text = "平时占30%、考试占70%。学员考试得80分、平时得90分，总评83分。"
    assert found(text) == [("83分", ["80分", "90分"], [70, 30], True)]


def test_weights_told_as_a_ratio_stand_in_order() -> None:
    text = "两个子项目得91.2分和94.8分，按3∶7加权，综合得分92.3分。"
    assert found(text) == [("92.3分", ["91.2分", "94.8分"], [3, 7], False)]


def test_what_comes_out_with_the_weights_in_another_order_is_seen() -> None:
    facts = case("某局绩效自评报告\n权重为40%和60%。甲方评90分，乙方评80分，加权86分。\n").facts
    assert [(m.holds, m.holds_otherwise) for m in weighted_means(facts)] == [(False, True)]


@pytest.mark.parametrize(
    "text",
    [
        "定性占40%、定量占60%。定性得38分、定量得56分，综合得分94分。",
        "专家占60%、群众占40%。专家评90分、群众评85分，另加2分，综合得分90分。",
        "中央占60%，省级占40%。2022年得90分，2023年得93分，综合得分96分。",
        "专家占60%、群众占30%。专家评90分、群众评85分，加权得分79.5分。",
    ],
)
def test_what_is_not_weighed_or_not_by_that_alone_is_left_alone(text: str) -> None:
    assert found(text) == []
