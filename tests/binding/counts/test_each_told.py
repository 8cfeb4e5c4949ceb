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
        ("概算由{n}方分担：中央8万元，省4万元，市2万元，拢共14万元。", "三", "四"),
        ("由中央、省、市财政和学校{n}方分担。", "四", "五"),
        ("迟延集中在{n}个月份：1月、2月、7月，前两个月因系统升级。", "三", "四"),
        ("执行区域为{n}区（东浦区、西岭区）和两县。", "两", "三"),
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
        "三方分担：中央8万元，其中提前下达6万元，省4万元，市2万元。",
        "三方出资：甲方8万元，乙方6万元，丙方4万元，首期到位9万元。",
        "有四个月份偏低：1月、2月、7月，以及10月。",
        "原因有两点：雨季施工受阻，材料供应受阻，工期因此顺延。",
        "拢共七件事，前三件花在人身上，中间一件花在设备上，后三件花在工程上。",
        "涉及三县（和塘县、云溪县等）。",
    ],
)
def test_others(text: str) -> None:
    assert told(RULE, text) == []
