"""Ordinals told one after the other."""

from __future__ import annotations

import pytest

from linter.binding.counts.in_turn import out_of_turn
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
    ],
)
def test_in_turn(text: str) -> None:
    assert told(text) == []
