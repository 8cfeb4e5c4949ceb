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
