"""Figures that fit nothing around them, though one slip of the hand away they would."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from linter.binding.misfits.misfits import misfits
from tests.cases import case as case_of
from tests.checks.told import told

RULE = "arithmetic/misfit"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # a total, a part, a part whose total stands behind another figure
        ("老厂出水3746.28万吨，新厂1285.14万吨，全城喝掉5013.42万吨。", ["5013.42万吨"]),
        ("一标段结了318.46万元，二标段427.75万元，两头791.21万元记在一本账上。", ["427.75万元"]),
        (
            "人员1132.40万元，公用254.12万元；前面那头分作742.60万元、628.30万元、121.50万元。",
            ["628.30万元"],
        ),
        # a rate, what a rate is of, a change, a multiple
        ("栽了12846株，活了11725株，十成里有92.17%见了绿。", ["92.17%"]),
        ("河东修了486.35公里，是应修的86.42%，应修562.77公里。", []),
        ("河东修了468.35公里，是应修的86.42%，应修562.77公里。", ["468.35公里"]),
        ("头年来了24618人，今年82419人，涨了15.44%。", ["82419人"]),
        # a price, 万 for 亿
        ("苗子12846株，每株18.50元，花去32.77万元。", ["32.77万元"]),
        ("甲园花了1486.25万元，乙园735.40亿元，合计2221.65万元。", ["735.40亿元"]),
        # what the report tells elsewhere takes less
        ("盘子850万元，县里给312万元，镇里273万元。\n\n二、钱\n镇里273万元，全数585万元。", []),
        (
            "盘子为8260万元，中央1120万元，省860万元，县880万元。\n二、余话\n2860万元。",
            ["8260万元"],
        ),
        # right, round, hedged, of few digits, of other things, told again
        ("老厂出水3746.28万吨，新厂1285.14万吨，全城喝掉5031.42万吨。", []),
        ("标准分1000元、1500元、2000元三档，另有2500元一档已停。", []),
        ("老厂出水约3746.28万吨，新厂1285.14万吨，全城喝掉5013.42万吨。", []),
        ("东街12户，西街13户，两街共52户。", []),
        ("窗口接了38214件材料，邻县接了33812件，人手31名。", []),
        ("甲镇满意度97.8%，乙镇95.8%，丙镇98.5%，丁镇92.1%。", []),
    ],
)
def test_what_is_told(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes


def test_what_other_rules_have_settled_is_left_alone() -> None:
    case = case_of("老厂出水3746.28万吨，新厂1285.14万吨，全城喝掉5013.42万吨。")
    assert [m.figure for m in misfits(case)] == [case.facts.quantities[2]]
    settled = frozenset({case.facts.quantities[2].start})
    assert not [*misfits(replace(case, settled=settled))]


def test_figures_that_have_nothing_to_do_with_each_other_seldom_seem_to() -> None:
    rng = random.Random(7)
    found = 0
    for _ in range(300):
        amounts = "，".join(
            f"{name}用了{rng.randint(10**4, 10**6) / 100:.2f}万元" for name in "甲乙丙丁"
        )
        found += len([*misfits(case_of(f"{amounts}。"))])
    assert found <= 6
