"""Words for the highest and the lowest."""

from __future__ import annotations

import pytest

from linter.binding.named.superlatives import superlatives
from tests.cases import case


def beyond(text: str) -> list[str]:
    told = case(f"某局绩效自评报告\n{text}\n")
    return [told.text(s.beyond.start, s.beyond.end) for s in superlatives(told.facts)]


@pytest.mark.parametrize(
    ("wrong", "right", "by"),
    [
        ("最深的是一标段", "最深的是二标段", "2.4米"),
        ("最浅的是三标段", "最浅的是一标段", "1.8米"),
        ("埋深最突出的是三标段", "埋深最突出的是二标段", "2.4米"),
        ("三标段埋深创新高", "二标段埋深创新高", "2.4米"),
    ],
)
def test_any_adjective_goes_its_way(wrong: str, right: str, by: str) -> None:
    row = "管网埋深一标段1.8米、二标段2.4米、三标段2.1米"
    assert beyond(f"{row}，{wrong}。") == [by]
    assert not beyond(f"{row}，{right}。")


def test_the_fastest_takes_the_shortest_time() -> None:
    row = "办结用时为甲组3.2天、乙组2.6天、丙组4.1天"
    assert beyond(f"{row}，最快的是甲组。") == ["2.6天"]
    assert not beyond(f"{row}，最快的是乙组，群众最满意的是甲组。")
    assert beyond("进度为甲组82%、乙组76%、丙组91%，最快的是甲组。") == ["91%"]
