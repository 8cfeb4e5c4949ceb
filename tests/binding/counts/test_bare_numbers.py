"""Numbers that no unit follows, with the parties, months or places that they count."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/count"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("概算由{n}方分担：中央8万元，省4万元，市2万元，拢共14万元。", "三", "四"),
        ("由中央、省、市财政和学校{n}方分担。", "四", "五"),
        ("迟延集中在{n}个月份：1月、2月、7月，前两个月因系统升级。", "三", "四"),
        ("执行区域为{n}区（东浦区、西岭区）和两县。", "两", "三"),
    ],
)
def test_lists(text: str, right: str, wrong: str) -> None:
    assert told(RULE, text.format(n=right)) == []
    assert [quote[:1] for quote in told(RULE, text.format(n=wrong))] == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "三方分担：中央8万元，其中提前下达6万元，省4万元，市2万元。",
        "三方出资：甲方8万元，乙方6万元，丙方4万元，首期到位9万元。",
        "有四个月份偏低：1月、2月、7月，以及10月。",
        "涉及三县（和塘县、云溪县等）。",
        "三方出资：甲公司60万元，乙公司30万元，丙公司10万元，注册资本100万元。",
        "三方筹措：中央60万元，省级30万元，县级10万元，调整后县级12万元。",
        "三方承担：财政上半年30万元，财政下半年30万元，企业30万元，个人10万元。",
        "由省与市、县三方分担。",
        "由业主组织勘察、设计、施工、监理五方共同组成验收组。",
        "抽查4个月份：3月、6月、9月；12月为全查。",
        "四县（东县、西县、南县），北县因灾延后。",
    ],
)
def test_others(text: str) -> None:
    assert told(RULE, text) == []
