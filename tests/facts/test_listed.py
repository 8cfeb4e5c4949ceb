"""Bare numbers that share the unit of the last of their list."""

from __future__ import annotations

import pytest

from tests.cases import case


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三个镇分别培训120、85、95人。", ["person 120", "person 85", "person 95"]),
        ("分别拨付36、24和18万元。", ["money 360000", "money 240000", "money 180000"]),
        ("由5.6万增加到6.3万人次。", ["person-time 56000.0", "person-time 63000.0"]),
        (
            "由320增加到350，增加30人。",
            ["person 320", "person 350", "person 30"],
        ),
        (
            "客流1280、1465、990，累计3735人次。",
            ["person-time 1280", "person-time 1465", "person-time 990", "person-time 3735"],
        ),
        (
            "长12.4、9.8、11公里，合计33.2公里。",
            ["length 12400.0", "length 9800.0", "length 11000", "length 33200.0"],
        ),
        ("得88、91、86，平均88.3分。", ["score 88", "score 91", "score 86", "score 88.3"]),
        # neither a list of amounts nor a change of one
        ("由0.82提高到91%。", ["number 0.82", "percent 0.91"]),
        ("由320人增加到350，另增30台。", ["person 320", "number 350", "count:台 30"]),
        ("分别为1、2标段。", ["number 1", "count:标段 2"]),
        ("培训120、85人。", ["number 120", "person 85"]),
        ("编号12、15、18，共3人。", ["number 12", "number 15", "number 18", "person 3"]),
        ("选1、2、3，合计45人。", ["number 1", "number 2", "number 3", "person 45"]),
        ("用12、15、18，均为4人。", ["number 12", "number 15", "number 18", "person 4"]),
        ("工程12、15、18，合计45万元。", ["number 12", "number 15", "number 18", "money 450000"]),
    ],
)
def test_units(text: str, expected: list[str]) -> None:
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    told = [f"{q.dimension} {q.printed:f}" for q in facts.quantities if q.dimension != "count:个"]
    assert told == expected
