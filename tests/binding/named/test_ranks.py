"""Ranks, levels and floors."""

from __future__ import annotations

import pytest

from linter.binding.named.ranks import ranks
from tests.cases import case


def found(text: str) -> list[bool]:
    return [rank.holds for rank in ranks(case(f"某局绩效自评报告\n{text}\n").facts)]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("排名由第7位上升至第4位，前进2位。", "排名由第7位上升至第4位，前进3位。"),
        ("考核倒退2位，由第4名变为第2名。", "考核前进2位，由第4名变为第2名。"),
        ("由第5名上升2个名次至第7名。", "由第5名上升2个名次至第3名。"),
        ("由三级馆升为二级馆，连升两级。", "由三级馆升为一级馆，连升两级。"),
        ("窗口由三楼迁至一楼，上移两层。", "窗口由三楼迁至一楼，下移两层。"),
        ("由2023年的第21位前移到2024年的第16位，进位6个。", "由第21位前移到第16位，进位5个。"),
        ("食堂量化等级从C级到A级，提升一级。", "食堂量化等级从C级到A级，提升两级。"),
        ("本年第9位，比上年第6位上升3位。", "本年第9位，比上年第6位后退3位。"),
        ("上年全市第6，今年进位3名，位居第2。", "上年全市第6，今年进位3名，位居第3。"),
        ("2022年列第20名，2023年降至第15名。", "2022年列第20名，2023年升至第15名。"),
        ("由市级三等奖提高到一等奖，提升一个等次。", "由三等奖提高到一等奖，提升两个等次。"),
        ("水质自劣Ⅴ类改善至Ⅳ类，提升三个类别。", "水质自劣Ⅴ类改善至Ⅳ类，提升两个类别。"),
        ("在14个县区中列第15位。", "在14个县区中列第13位，在全省列第15位。"),
        ("在18家单位中由倒数第1（第17名）升至第5名。", "在18家单位中为倒数第1（第18名）。"),
        (
            "排位连续三年提升：2022年第8，2023年第5，2024年第6。",
            "排位连续三年提升：2022年第8，2023年第5，2024年第3。",
        ),
    ],
)
def test_what_ranks_refute(wrong: str, right: str) -> None:
    assert False in found(wrong)
    assert False not in found(right)


def test_other_ordinals_are_no_ranks() -> None:
    assert found("由第一批扩大到第二批，提升15户；由第一季度升到第二季度。") == []
