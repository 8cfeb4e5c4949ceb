"""Figures of one kind: what was done to as many households otherwise is another fact."""

from __future__ import annotations

import pytest

from linter.binding.same_facts.same_kind import are_of_one_kind
from tests.cases import case


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("改厕完成412户。", "稻渔综合种养带动421户农户增收。", False),
        ("慰问困难群众412户。", "年内走访农户421户。", False),
        ("带动农户412户。", "共带动421户增收。", True),
        ("改厕完成412户。", "验收农户421户。", True),
    ],
)
def test_figures_of_two_deeds_are_not_of_one_kind(one: str, other: str, alike: bool) -> None:
    facts = case(f"某镇绩效自评报告\n{one}\n{other}\n").facts
    first, last = (f for f in facts.quantities if f.dimension == "household")
    assert are_of_one_kind(facts, first, last) is alike
