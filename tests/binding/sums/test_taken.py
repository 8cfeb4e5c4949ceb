"""Figures that their words take off others."""

from __future__ import annotations

import pytest

from linter.binding.sums.taken import come_to_last
from tests.cases import case as case_of


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("预算300万元，追加20万元，收回5万元，合计315万元。", True),
        ("预算300万元，追加20万元，收回5万元，合计325万元。", False),
        ("预算300万元，追加20万元，又增5万元，合计325万元。", False),
        ("收回5万元，合计5万元。", False),
        ("没有数。", False),
    ],
)
def test_some_figures_are_taken_off(text: str, *, fits: bool) -> None:
    facts = case_of(text).facts
    assert come_to_last(facts, facts.quantities) is fits
