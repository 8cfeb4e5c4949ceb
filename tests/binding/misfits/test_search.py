"""Figures that fit nothing around them, though one slip of the hand away they would."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from linter.binding.misfits.search import misfits
from tests.cases import case as case_of
from tests.checks.told import told
from tests.checks.verdicts import report

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
        # what is left over, late or of another year, and what is no amount
        ("每亩补助1200元，核定面积12846亩，兑现1541.12万元，几户账号有误。", []),
        ("上年结转186.40万元，本年下达1254.12万元，两项资金当年支付1430.52万元。", []),
        ("栽植油松12846株，成活率92.17%，春季补植以后保存11830株。", []),
        ("城区投了3486.20万元，乡镇投了2154.35万元，去年一共是5680.55万元。", []),
        ("甲花了10000万元，乙的增幅为-10%，结余为-1000亿元。", []),
        ("培训质量16.82分，宣传发动4.5分，较上年增长-100%，结转0.00万元、0.00万元，率92.17%。", []),
        # right, round, hedged, of few digits, of other things, told again
        ("老厂出水3746.28万吨，新厂1285.14万吨，全城喝掉5031.42万吨。", []),
        ("标准分1000元、1500元、2000元三档，另有2500元一档已停。", []),
        ("老厂出水约3746.28万吨，新厂1285.14万吨，全城喝掉5013.42万吨。", []),
        ("东街12户，西街13户，两街共52户。", []),
        ("窗口接了38214件材料，邻县接了33812件，人手31名。", []),
        ("甲镇满意度97.8%，乙镇95.8%，丙镇98.5%，丁镇92.1%。", []),
        # a rate of one of two in both, or in what one exceeds the other by
        ("接了452件电话，漏接12件，接起来的占79.41%。", ["79.41%"]),
        ("接了452件电话，漏接12件，接起来的占97.41%。", []),
        # the total between its two parts, beside what stands in brackets, beside averages
        ("中标价162.40万元，控制价648.00万元，省下35.60万元。", ["162.40万元"]),
        ("中标价612.40万元，控制价648.00万元，省下35.60万元。", []),
        ("全市出产86.4万吨，近海27.3万吨（东湾20.9万吨、西湾6.4万吨），塘里41.1万吨。", []),
        (
            "全市总产量86.4万吨，近海27.3万吨（东湾20.9万吨、西湾6.4万吨），塘里41.1万吨。",
            ["86.4万吨"],
        ),
        (
            "基本开支1834.97万元，人员那块1265.20万元，人均29.42万元；公用173.77万元，人均4.04万元。",
            [],
        ),
        (
            "基本开支1348.97万元，人员那块1265.20万元，人均29.42万元；公用173.77万元。",
            ["1348.97万元"],
        ),
        # what is rounded in a larger unit is known coarsely, and may be round
        (
            "青龙潭水库总库容1.86亿立方米；石门和小石门水库总库容分别为3240万立方米、1560万立方米。",
            [],
        ),
        ("总投资2亿元，中央投资12638万元，地方配套7326万元。", ["7326万元"]),
        # a part of a part is none of the whole that follows
        ("支付312.60万元，其中质保金46.20万元，合同价388.80万元。", []),
        ("支付312.60万元，质保金46.20万元，合同价388.80万元。", ["46.20万元"]),
        # a whole, its part, what is left and their rate: three of them agree on the fourth
        ("36口井里水质合格35口，待处理2口，合格面94.4%。", ["35口"]),
        ("36口井里水质合格34口，待处理2口，合格面94.4%。", []),
        ("47个村里39个立了约，占38.0%，还剩8个。", ["38.0%"]),
        ("发了360份，收回352份，有效345份，满意298份、基本满意27份，满意的占94.2%。", []),
    ],
)
def test_what_is_told(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "甲园花了1486.25万元，乙园735.40亿元，合计2221.65万元。",
            "735.40亿元与前后的数合不上，如为735.40万元则相符：2221.65万元 − 1486.25万元 = 735.40万元",
        ),
        (
            "甲园花了374.6万元，乙园120.31万元，合计494.57万元。",
            "374.6万元与前后的数合不上，如为374.26万元则相符：494.57万元 − 120.31万元 = 374.26万元",
        ),
        (
            "河东修了468.35公里，是应修的86.42%，应修562.77公里。",
            "468.35公里与前后的数合不上，如为486.35公里则相符：562.77公里 × 86.42% ≈ 486.35公里",
        ),
        (
            "盘子为8260万元，中央1120万元，省860万元，县880万元。\n二、余话\n折合0.286亿元。",
            "8260万元与前后的数合不上，如为2860万元则相符（另一处写的是0.286亿元）：1120万元 + 860万元 + 880万元 = 2860万元",
        ),
    ],
)
def test_what_it_should_be_is_told_as_it_should_be_printed(text: str, message: str) -> None:
    assert [finding.message for finding in report(RULE, text).findings if finding.rule == RULE] == [
        message
    ]


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
    assert found <= 2


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["共", "增长", "下降", "每套", "其中", "结余为-", "约", ""]),
            st.one_of(
                st.just("0.00"),
                st.just("100"),
                st.integers(0, 10**12).map(str),
                st.decimals(min_value=0, max_value=10**6, places=2).map(str),
            ),
            st.sampled_from(["万元", "亿元", "%", "分", "人", "倍", "个百分点", ""]),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_figures_give_an_answer(told_in_turn: list[tuple[str, str, str]]) -> None:
    text = "，".join(f"甲{lead}{figure}{unit}" for lead, figure, unit in told_in_turn)
    case = case_of(f"{text}。\n{text}。")
    assert all(misfit.needed > 0 for misfit in misfits(case))
