"""Totals below lines of which each holds one part."""

from __future__ import annotations

import pytest

from linter.binding.sums.lists.lines import line_totals
from tests.cases import case


def found(text: str) -> list[str]:
    opened = case(f"某局绩效自评报告\n{text}\n")
    return [
        f"{opened.text(total.start, total.end)}: "
        + "+".join(opened.text(p.start, p.end) for p in parts)
        for total, parts in line_totals(opened.facts)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（1）维修126.35万元；\n（2）翻新48.2万元。\n以上两项共计174.55万元。", "174.55万元: 126.35万元+48.2万元"),
        ("1．2021年安排0.45亿元，用于征地；\n2．2022年安排0.62亿元。\n以上两年合计1.07亿元。", "1.07亿元: 0.45亿元+0.62亿元"),
        ("投入：15分\n过程：25分\n产出：60分\n权重合计：100分", "100分: 15分+25分+60分"),
        ("东镇　120\n西镇　130\n合计　250", "250: 120+130"),
        ("道路 20.50\n管网 30.20 含基金10.15\n照明 22.70\n合计 74.30", "74.30: 20.50+30.20+22.70"),
        ("1.道路 20.50万元；\n2.管网 30.20万元，含基金10万元；\n合计 51.70万元", "51.70万元: 20.50万元+30.20万元"),
        ("管网 30.20 在建\n照明 22.70\n合计 52.90", "52.90: 30.20+22.70"),
        ("总支出 73.40\n道路 20.50\n管网 52.90\n合计 73.40", "73.40: 20.50+52.90"),
    ],
)  # fmt: skip
def test_lines(text: str, expected: str) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # a line without a part, with two, more lines than are said, a price, another unit
        "（1）完成验收；\n（2）翻新48.2万元；\n（3）改造25.4万元。\n以上共计73.6万元。",
        "（1）维修126万元，其中人工5万元；\n（2）翻新48万元。\n以上两项共计174万元。",
        "1.省级100万元。\n2.市级50万元。\n3.县级20万元。\n以上两项共计150万元为上级资金。",
        "1.甲类每户300元。\n2.乙类每户200元。\n合计发放500元。",
        "1.新建道路12公里。\n2.新建渠道8公里。\n共计改善灌溉面积1200亩。",
        "维修126.35万元，翻新48.2万元。\n共计174.55万元。",
        # what may be another part, a part of its own lines, or the heading
        "道路 20.50 管网 30.20\n照明 12.30\n绿化 10.40\n合计 73.40",
        "绿化 9.00\n基本 50.70 含以下两项\n人员 20.50\n公用 30.20\n合计 59.70",
        "合同价 100.00 不含税\n道路 20.50\n管网 30.20\n合计 50.80",
    ],
)
def test_no_list(text: str) -> None:
    assert found(text) == []
