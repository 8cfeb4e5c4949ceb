"""Bare numbers that share the unit of the last of their list."""

from __future__ import annotations

import pytest

from tests.cases import case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三个镇分别培训120、85、95人。", ["person 120", "person 85", "person 95"]),
        ("分别拨付36、24和18万元。", ["money 360000", "money 240000", "money 180000"]),
        # no list of amounts
        ("分别为1、2标段。", ["number 1", "count:标段 2"]),
        ("培训120、85人。", ["number 120", "person 85"]),
    ],
)
def test_units(text: str, expected: list[str]) -> None:
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    told = [f"{q.dimension} {q.printed:f}" for q in facts.quantities if q.dimension != "count:个"]
    assert told == expected
