"""A whole, what was done and what is left, in any order and words."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/rest"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("仍有27个行政村未通千兆光纤，而全镇89个行政村中已通达的为64个。", "27个"),
        ("馆藏待修复古籍1,200册（含善本85册），完成修复468册，待修复量降至742册。", "742册"),
        (
            "拟化解的债务为734.2万元；经清理，已销账518.6万元，未化解部分还有225.6万元。",
            "225.6万元",
        ),
        (
            "拖欠的供暖款640万元约定分四年等额偿还，三年间已还480万元，最后一年应还180万元。",
            "180万元",
        ),
        (
            "合同价364万元，按5%预留质保金，其余95%计345.8万元已付讫，尚留质保金19.2万元。",
            "19.2万元",
        ),
        ("设备款共计96万元，头一笔付了57.6万元，还需支付39.4万元。", "39.4万元"),
    ],
)
def test_what_is_left_is_what_was_not_done(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "计划检测300批次，实际检测286批次，不合格5批次。",
        "全市应建充电桩400个，建成335个、在建40个，未开工25个，未建成的合计65个。",
        "年末基金结余4.3亿元，当年收入6.2亿元，支出5.8亿元。",
        "项目预算350万元，资金到位340万元，支付率95%，结余17万元。",
        "6条目标，完成了3条；没完成的是2条。",
        "上年结转120件，已办结98件，剩余15件转为线下办理。",
    ],
)
def test_what_need_not_be_of_one_whole(text: str) -> None:
    assert told(RULE, text) == []
