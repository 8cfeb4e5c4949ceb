"""Figures that refer back to one that was told before."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/restated"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年发放补贴482.6万元。上述486.2万元均通过一卡通发放。", "486.2万元"),
        ("共有85名学员结业，这58名学员全部就业。", "58名"),
        ("改造小区7个，涉及居民1120户。前述7个小区的1210户居民已恢复供气。", "1210户"),
        ("资金下达1286万元。\n以上1268万元分两批拨付。", "1268万元"),
    ],
)
def test_a_slip_from_what_was_told(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "全年发放补贴482.6万元。上述482.6万元均通过一卡通发放。",
        "全年培训128人。这128人中，取得证书的118人。",
        "配备彩超2台180万元、监护仪10台35万元、血球仪1台320万元。以上设备预算555万元，节约20万元。",
        "完成甲类改造120户、乙类改造86户。上述206户已全部验收。",
        "计划培训500人，实际培训480人。上述20人的缺口下年补训。",
        "到位资金1250.5万元，前述资金中支出1205.5万元用于工程。",
        "以上3个项目共投入268万元，占全部资金286万元的93.7%。",
        "改造危房32户，这33户中有1户自建。",
        "到位资金1250.5万元。上述项目建成渠道12.8公里。",
        "65岁以上老年人体检2.1万人。\n全县65岁以上老年人1.2万户。全县65岁以上老年人2.01万人。",
    ],
)
def test_sums_parts_and_other_things_are_left_alone(text: str) -> None:
    assert told(RULE, text) == []
