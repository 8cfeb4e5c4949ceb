"""Words for averages before figures, in titles and above tables."""

from __future__ import annotations

import pytest

from linter.binding.averages import heads_averages, is_average, names_average
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "average"),
    [
        ("户均增收3500元。", True),
        ("项目区亩产450公斤。", True),
        ("平均每户补助600元。", True),
        ("38名职工人均已领取补助600元。", False),
        ("按平均水平测算，全年支出600元。", False),
        ("全年支出600元。", False),
    ],
)
def test_average_by_the_words_before_a_figure(text: str, average: bool) -> None:
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    assert is_average(facts, facts.quantities[-1]) is average


def test_average_in_a_title() -> None:
    facts = case("某局绩效自评报告\n").facts
    assert names_average(facts, "合计/平均")
    assert not names_average(facts, "合计")


@pytest.mark.parametrize(
    ("caption", "average"),
    [("表1 院均收入情况\n（单位：万元）\n", True), ("表1 收入情况\n", False)],
)
def test_average_in_a_caption(caption: str, average: bool) -> None:
    facts = case(caption).facts
    assert heads_averages(facts, 0, len(facts.text)) is average
