"""Numbers told behind what they count."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/count"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("采购的物资有帐篷、棉被、发电机、雨衣和应急灯，上述四类物资已入库。", ["四类"]),
        ("采购的物资有帐篷、棉被、发电机和应急灯，上述四类物资已入库。", []),
        ("采购的物资有帐篷、棉被、发电机和应急灯等，上述六类物资已入库。", []),
        ("培训覆盖两所中学、三所小学和一所幼儿园，共计七所学校。", ["七所"]),
        ("走访三个村、两所学校，共五个村民小组参加座谈。", []),
        ("甲类企业两家、乙类企业三家，四家企业获得贴息。", ["四家"]),
        ("甲类企业两家、乙类企业三家，四家银行参与贴息。", []),
        ("有绿源、丰禾两家，加上上年扶持的田园、惠民，两年累计扶持五家。", ["五家"]),
        ("有绿源、丰禾两家，加上上年扶持的田园、惠民等，两年累计扶持五家。", []),
        ("设置三类产出指标和四类效益指标，形成八类指标体系。", ["八类"]),
        ("支持四所小学和三所中学，共12个班级受益。", []),
    ],
)
def test_recounts(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
