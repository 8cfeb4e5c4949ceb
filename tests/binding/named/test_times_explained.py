"""How many times another a thing is, told before both."""

from __future__ import annotations

import pytest

from linter.binding.named.times_explained import times_explained
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("山区标准是平原的1.5倍：平原一亩400元，山区一亩600元。", [True]),
        ("山区标准是平原的1.5倍：山区一亩900元，平原一亩400元。", [False]),
        ("城区标准恰好为农村的两倍（城区每月800元，农村每月300元）。", [False]),
        ("今年产量是前年的3倍（前年40吨，今年160吨）。", [False]),
        # other things, three of them, no exact figures, or none of which it is told
        ("今年产量是前年的3倍：木耳120吨，香菇60吨。", []),
        ("山区标准是平原的1.5倍：平原400元，山区900元，丘陵500元。", []),
        ("山区标准是平原的1.5倍：平原平均400元，山区900元。", []),
        ("山区标准是平原的1.5倍：平原约400元，山区900元。", []),
        ("山区标准是平原的1.5倍，平原400元，山区900元。", []),
        ("东线造价是西线的2倍：西线全长12公里，东线8公里。", []),
        ("甲校生均经费是乙校的2倍（乙校在校生860人，甲校在校生420人）。", []),
        ("女生是男生的1.2倍（女生中住校90人，男生中住校80人）。", []),
    ],
)
def test_figures_behind_explain_how_many_times(text: str, holds: list[bool]) -> None:
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    assert [found.holds for found in times_explained(facts)] == holds
