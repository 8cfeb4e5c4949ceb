"""Ordinals told one after the other."""

from __future__ import annotations

import pytest

from linter.binding.counts.in_turn import one_missed, out_of_turn
from tests.cases import case


def told(text: str) -> list[tuple[str, str]]:
    facts = case(text).facts
    return [
        (facts.text[f.span.start : f.span.end], facts.text[f.other.start : f.other.end])
        for f in out_of_turn(facts)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("先后开会三次，第一次定方案，第二次审预算，第四次验收。", ("第四次", "三次")),
        ("资金分三批下达，第一批3月到账，第三批6月到账，第二批9月到账。", ("第二批", "第三批")),
        ("调度会开过两次，第一次在4月，第一次在10月。", ("第一次", "第一次")),
    ],
)
def test_out_of_turn(text: str, expected: tuple[str, str]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "先后开会五次，第一次定方案，第二次审预算，第四次验收。",
        "安排两批资金，第一批150万元，第二批90万元，第一批执行率100%，第二批执行率80%。",
        "第一批150万元，第一批已全部支付。",
        "第二次会议定方案，第一次现场检查在5月，第三次会议验收。",
        "甲镇第一批200万元，乙镇第一批100万元。",
        "先后开会两次，第一次在4月，第二次",
        "首次引进，首次推广，两次都成功。",
        "每年体检两次，2022年首次在5月，2023年第三次在5月。",
    ],
)
def test_in_turn(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("管网共分三期：一期去年完工，二期今年完工，四期明年开工。", ["四期"]),
        ("分三期：第一期80万元、第二期60万元、第二期40万元。", ["第二期"]),
        ("巡诊第十站设在东村，随后一站也就是第十二站设在西村。", ["第十二站"]),
        ("名单已公布三批，最近公布的第四批有农户87户。", ["第四批"]),
        ("分三批，首批在5月、次批在8月、第四批在11月。", ["第四批"]),
        ("分三批：首批5月到库，第三批7月到库，末批9月到库。", ["第三批"]),
        ("一季度92分，二季度93分，二季度91分，四季度95分。", ["二季度"]),
        ("一季度92分，二季度93分，三季度91分，四季度95分。", []),
        ("一季度92分，二季度93分，二季度比一季度高1分，四季度95分。", []),
        ("分三批：首批5月到库，次批7月到库，末批9月到库。", []),
        ("分三个标段，第一标段由甲建，第二标段由乙建，第二标段增加造价。", []),
        ("名单已公布三批，第四批正在审核。", []),
    ],
)
def test_one_missed(text: str, quotes: list[str]) -> None:
    facts = case(text).facts
    assert [facts.text[f.span.start : f.span.end] for f in one_missed(facts)] == quotes
