"""Totals whose parts other figures part, and what else than a slip explains a total."""

from __future__ import annotations

import pytest

from linter.binding.sums.lists.beside_totals import runs
from tests import cases


def _told(text: str) -> list[tuple[str, list[str], bool]]:
    facts = cases.case(f"某局绩效自评报告\n{text}\n").facts
    return [
        (
            facts.text[run.total.start : run.total.end],
            sorted(facts.text[part.start : part.end] for part in run.parts),
            run.holds,
        )
        for run in runs(facts)
    ]


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        (
            "甲馆合同额310万元，已付248万元；乙馆合同额190万元，已付171万元；已付合计419万元。",
            "419万元",
            ["171万元", "248万元"],
        ),
        (
            "护栏52万元，其中钢制31万元；路灯48万元；绿化26万元，合计126万元。",
            "126万元",
            ["26万元", "48万元", "52万元"],
        ),
        (
            "省级180万元，其余220万元由市级140万元、县级80万元分担，总计400万元。",
            "400万元",
            ["180万元", "220万元"],
        ),
        (
            "每户补助屋面2000元、门窗1500元、灶台800元，合计4300元。",
            "4300元",
            ["1500元", "2000元", "800元"],
        ),
    ],
)
def test_parts_stand_apart(text: str, total: str, parts: list[str]) -> None:
    assert (total, parts, True) in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "最终结算额472万元（报审496万元，审减24万元）。",
        "期初存粮320吨，加：收购180吨，减：轮出210吨，期末存粮290吨。",
        "年初预算460万元，追加35万元，核减15万元，合计480万元。",
        "听力残疾420人、言语残疾180人，两类合计530人（双重残疾70人）。",
        "桥梁18座、隧道4座、涵洞62座，桥隧合计22座。",
        "目标受训800人，集中授课462人，送教下乡358人，完成率102.5%。",
        "在竹溪等6个村实施，其中竹溪村42万元、柳坪村38万元，6个村合计210万元。",
        "前八个月支付216万元，占合同额360万元的60%，后四个月支付108万元，全年共支付324万元。",
        "2023年申请8项，获批6项；2022年获批5项，累计获批27项。",
        "省级200万元、市级60万元、县级计划100万元（实到80万元），合计到位340万元。",
    ],
)
def test_what_is_explained_is_not_told(text: str) -> None:
    assert all(holds for _, _, holds in _told(text))


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        (
            "甲标段预算300万元，支出290万元；乙标段预算200万元，支出195万元；合计支出585万元。",
            "585万元",
            ["195万元", "290万元"],
        ),
        (
            "护栏52万元，其中钢制31万元；路灯48万元；绿化26万元，合计226万元。",
            "226万元",
            ["26万元", "48万元", "52万元"],
        ),
        ("听力残疾420人、言语残疾180人，合计700人。", "700人", ["180人", "420人"]),
    ],
)
def test_wrong_totals_are_told(text: str, total: str, parts: list[str]) -> None:
    assert (total, parts, False) in _told(text)
