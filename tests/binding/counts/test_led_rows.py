"""Rows of names that words lead to and their number ends."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/count"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("自评组由财务科、业务科和县中心{n}家组成。", "三", "四"),
        ("定性指标分达成、部分达成、未达成{n}档计分。", "三", "四"),
        ("机关内设办公室、计财股、市容股、法规股共{n}个股室。", "四", "五"),
        ("按期率、满意度、知晓率这{n}个没有达标。", "三", "四"),
        ("跑的是东河镇、西河镇、南山乡、北岭乡{n}个点，看渠道12条。", "四", "五"),
        ("走访东河镇、西河镇、南山乡，共{n}个乡镇。", "三", "四"),
    ],
)
def test_rows(text: str, right: str, wrong: str) -> None:
    assert told(RULE, text.format(n=right)) == []
    assert [quote[0] for quote in told(RULE, text.format(n=wrong))] == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "机关内设办公室、计财股、市容股等五个股室。",
        "跑的是东河镇、西河镇、南山乡八个点，每镇两三个。",
        "自评组由财政局、审计局及两家事务所四家组成。",
        "甲镇牵头，东镇、南镇、北镇共四个乡镇参加。",
        "补助分甲类、乙类、丙类四档，丙类分两档。",
        "工程分一标、二标、三标两期推进。",
        "局机关和下设的财务股、业务股、人事股共四个部门。",
        "项目按进度分完工、在建、未建三级，四档管理。",
    ],
)
def test_others(text: str) -> None:
    assert told(RULE, text) == []
