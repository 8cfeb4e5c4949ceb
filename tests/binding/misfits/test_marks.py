"""Marks that fit what stands beside them, and marks that nobody adds up together."""

from __future__ import annotations

import pytest

from linter.binding.misfits.fit import Fit
from linter.binding.misfits.marks import are_of_two_kinds, is_what_is_kept
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("编制8分得7.50分，因调整率偏高扣0.50分。", True),
        ("编制8分，扣0.50分，得7.50分。", True),
        ("编制8分得7.50分，公开扣0.20分，核算再扣0.30分。", True),
        ("编制8分得7.50分；公开扣0.50分。", False),
        ("编制8分得7.50分，扣0.30分。", False),
        ("编制得7.50分，扣0.50分。", False),
    ],
)
def test_a_mark_is_what_was_taken_off_leaves(text: str, kept: bool) -> None:
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    mark = next(f for f in facts.running if str(f.printed) == "7.50")
    assert is_what_is_kept(facts, mark) is kept


def test_marks_got_and_full_marks_are_not_added_up() -> None:
    text = "数量得13.60分，质量得9.50分，时效得5.50分，三者的分值分别为14分、10分、6分。"
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    _, quality, _, full, *_ = facts.running

    def fit(*figures: int) -> Fit:
        return Fit("total", 19.5, 0.0, 0.1, tuple(facts.running[at] for at in figures), 2)

    assert full.printed == 14
    assert are_of_two_kinds(facts, quality, fit(2, 3))
    assert not are_of_two_kinds(facts, quality, fit(0, 2))
