"""Rates of marks and the marks that they are of."""

from __future__ import annotations

import pytest

from tests.checks.told import told


@pytest.mark.parametrize(
    "text",
    [
        "管理满分15分，拿下13.8分，得分率{rate}。",
        "管理在15分满分中拿了13.8分，得分率{rate}。",
        "管理（15分，得13.8分）得分率{rate}。",
        "管理得分率{rate}（13.8分/15分）。",
    ],
)
def test_marks_that_are_named(text: str) -> None:
    assert told("score/rate", f"\n{text.format(rate='92%')}\n") == []
    assert told("score/rate", f"\n{text.format(rate='29%')}\n") == ["29%"]


@pytest.mark.parametrize(
    "text",
    [
        "效益的23分由社会9.2分、生态7.8分、满意6分相加得来，得分率92%。",
        "前者8分、后者7.2分，得分率95%。",
        "社会6分、满意9.3分，总得分24.3分，得分率81%。",
        "效益25分、产出得38.4分，得分率96%。",
    ],
)
def test_two_of_a_list_are_no_pair(text: str) -> None:
    assert told("score/rate", f"\n{text}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "可持续影响6分得5.60分，满意度6分按{rate}折算得5.40分。",
        "社会效益10分得9.5分，满意度满分6分，按{rate}给分为5.4分。",
        "该项权重6分，按{rate}折算，得5.4分。",
    ],
)
def test_a_mark_behind_its_rate(text: str) -> None:
    assert told("score/rate", f"\n{text.format(rate='90%')}\n") == []
    assert told("score/rate", f"\n{text.format(rate='60%')}\n") == ["60%"]


def test_the_next_items_full_marks_are_none_of_the_mark_before_them() -> None:
    assert told("score/rate", "\n数量得5.6分，满意度6分，按90%给分。\n") == []
    assert told("score/rate", "\n满意度得5.4分（满分6分），按60%给分。\n") == ["60%"]
