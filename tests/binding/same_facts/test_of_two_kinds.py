"""Figures under headings side by side that name two kinds of one set."""

from __future__ import annotations

import pytest

from linter.binding.same_facts.of_two_kinds import are_of_two_kinds
from tests.cases import case


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [("上半年", "下半年", True), ("上半年", "进度", False), ("上半年产出", "上半年效益", False)],
)
def test_headings_of_two_kinds(one: str, other: str, two: bool) -> None:
    text = f"某局绩效自评报告\n（一）{one}\n修路18公里。\n（二）{other}\n修路22公里。\n"
    facts = case(text).facts
    first, second = (f for f in facts.in_text if f.dimension == "length")
    assert are_of_two_kinds(facts, first, second) is two
