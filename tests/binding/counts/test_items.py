"""How many items a list may have, and whether they are what the number before it counts."""

from __future__ import annotations

import pytest

from linter.binding.counts.announced_items import enumerations
from linter.binding.counts.items import fewest_and_most, items_of, whose_list
from tests import cases


@pytest.mark.parametrize(
    ("body", "fewest", "most"),
    [
        ("渠道、泵房、闸门", 3, 3),
        ("东河镇、西山镇和南坪镇", 3, 3),  # all end alike: they are three
        ("清淤疏浚、岸坡加固、监测设备及安装调试", 3, 4),
        ("宣传与发动、登记造册、审核及公示", 3, 5),
        ("共和村、温和镇", 2, 2),
    ],
)
def test_a_conjunction_may_part_an_item(body: str, fewest: int, most: int) -> None:
    assert fewest_and_most(tuple(items_of(body, "、")), body) == (fewest, most)


@pytest.mark.parametrize(
    ("words", "items", "whose"),
    [
        ("标段(", ["路基", "路面"], "counted"),
        ("重点监测站点:", ["石门", "龙潭"], "unsure"),
        ("标段的资料(", ["路基标", "路面标"], "counted"),
        ("站所都配了设备(", ["台式机", "打印机"], "other"),
        ("科室分头收集以下材料:", ["合同", "发票"], "other"),
        ("乡镇都参加了,分别为", ["桃溪", "柳林"], "counted"),
    ],
)
def test_a_bracket_explains_the_noun_before_it(words: str, items: list[str], whose: str) -> None:
    assert whose_list(words, items) == whose


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("设备分三块：检测仪器、采集终端、服务器及机柜。", [(True, False)]),
        ("三项指标：数量、质量、时效和成本。", [(False, True)]),
        ("设四个组：宣传组、登记组和审核组。", [(False, False)]),
        ("建设分两块：三个子项依次是挖渠、砌坝、修桥。", [(True, False)]),
        ("三所学校不再收取别的钱（班费、饭费、车费、书费）。", []),
    ],
)
def test_the_fewest_and_the_most(text: str, told: list[tuple[bool, bool]]) -> None:
    found = enumerations(cases.case(f"某局绩效自评报告\n{text}\n").facts)
    assert [(each.holds(), each.loose) for each in found] == told


def test_a_list_of_nothing_is_none() -> None:
    text = "新建小学四所、幼儿园3所，分别为；实验小学、城东幼儿园、城西幼儿园、城南幼儿园。"
    assert list(enumerations(cases.case(f"某局绩效自评报告\n{text}\n").facts)) == []
