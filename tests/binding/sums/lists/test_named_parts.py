"""Totals that name their parts."""

from __future__ import annotations

import pytest

from linter.binding.sums.lists.named_parts import are_named_otherwise, named_totals
from tests.cases import case

TITLE = "某局绩效自评报告\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("满意596份，基本满意203份；满意和基本满意合计79份。", ("79份", ["596份", "203份"])),
        ("“很满意”428份、“满意”405份。“很满意”和“满意”合计383份。", ("383份", ["428份", "405份"])),
        ("“一般”96份、“不满意”35份。“一般”和“不满意”的问卷有311份。", ("311份", ["96份", "35份"])),
        ("水田120亩、旱地96亩、园地35亩，水田、旱地合计216亩。", ("216亩", ["120亩", "96亩"])),
    ],
)
def test_the_figures_of_the_names(text: str, expected: tuple[str, list[str]]) -> None:
    opened = case(TITLE + text)
    ((total, parts),) = named_totals(opened.facts)
    told = [opened.text(part.start, part.end) for part in parts]
    assert (opened.text(total.start, total.end), told) == expected


@pytest.mark.parametrize(
    "text",
    [
        "东镇120户，西镇96户，东镇和南镇合计210户。",  # a part is not told
        "东镇120户，东镇18户，西镇96户，东镇和西镇合计216户。",  # or twice
        "水田120亩、旱地96公顷，水田和旱地合计216亩。",
        "水田120亩、旱地96亩，合计216亩。",
    ],
)
def test_nothing_where_a_name_is_not_of_just_one_figure(text: str) -> None:
    assert not list(named_totals(case(TITLE + text).facts))


def test_other_figures_are_not_the_named_parts() -> None:
    facts = case(TITLE + "东镇120户，西镇96户，东镇和南镇合计210户。").facts
    *parts, total = facts.quantities
    assert are_named_otherwise(facts, total, parts)
    plain = case(TITLE + "东镇120户，西镇96户，合计210户。").facts
    *parts, total = plain.quantities
    assert not are_named_otherwise(plain, total, parts)
