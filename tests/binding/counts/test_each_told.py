"""What is told of each one of a number right behind it."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/count"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("选定{n}家企业，分别承担东城、西城、南城标段。", "三", "四"),
        ("下设{n}个小组，分管账务、走访、数据。", "三", "四"),
        ("重点工作归为{n}件：办好演出，抓好修缮，管好场馆。", "三", "四"),
        ("改扩建{n}座，为双河、青垭、望溪、岩口四处老厂。", "4", "5"),
        ("拢共{n}件事，前三件花在人身上，后三件花在工程上。", "六", "七"),
    ],
)
def test_lists(text: str, right: str, wrong: str) -> None:
    assert told(RULE, text.format(n=right)) == []
    assert [quote[:1] for quote in told(RULE, text.format(n=wrong))] == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "选定两家企业，分别承担东城、西城、南城标段。",
        "四台泵，分别承担东区、西区、南区供水，一用一备。",
        "四家机构，分别负责账务、踏勘、问卷；其余一家负责复核。",
        "四位副局长，分管预算、国库、采购，局长主持全面。",
        "四个科室，各自负责本科室档案、台账、报表。",
        "今年抓了四件事：修好水渠，修好机耕路，修好提灌站。第四件是修好蓄水池。",
        "共办结七件事，前三件是修路，后三件是修桥；夹在当中的一件是修渠。",
        "更新4台，为东站、西站、南站三处所用。",
        "共四名：一名主任，一名会计，两名业务员。",
        "原因有两点：雨季施工受阻，材料供应受阻，工期因此顺延。",
        "拢共七件事，前三件花在人身上，中间一件花在设备上，后三件花在工程上。",
    ],
)
def test_others(text: str) -> None:
    assert told(RULE, text) == []
