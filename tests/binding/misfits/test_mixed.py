"""Figures that others make in two ways at once."""

from __future__ import annotations

import pytest

from linter.binding.misfits.around import Around
from linter.binding.misfits.mixed import is_mixed
from tests import cases


@pytest.mark.parametrize(
    ("text", "figure", "mixed"),
    [
        ("预算900万元，收回20万元，追加50万元，调整后930万元。", "930万元", True),
        ("预算900万元，收回20万元，追加50万元，调整后980万元。", "980万元", False),
        ("续建12个，新建36个，完工42个，完工率87.5%。", "87.5%", True),
        ("结案率3分，结案率94.95%，指标值98%，得2.91分。", "2.91分", True),
        ("结案率3分，结案率94.95%，指标值98%，得2.19分。", "2.19分", False),
        ("续建12个，新建36个，完工42个，完工率85.7%。", "85.7%", False),
    ],
)
def test_made_in_two_ways(text: str, figure: str, mixed: bool) -> None:
    facts = cases.case(f"某局绩效自评报告\n{text}\n").facts
    found = next(f for f in facts.quantities if facts.text[f.start : f.end] == figure)
    assert is_mixed(Around(facts, found)) is mixed
