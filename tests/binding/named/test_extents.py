"""The highest and the lowest by their figures."""

from __future__ import annotations

from linter.binding.case import Case
from linter.binding.named.extents import gaps, strays, surpassed
from tests.cases import case


def _case(text: str) -> Case:
    return case(f"某局绩效自评报告\n{text}\n")


def apart(text: str) -> list[bool]:
    return [gap.holds for gap in gaps(_case(text))]


def within(text: str) -> list[bool]:
    return [stray.holds for stray in strays(_case(text))]


def beyond(text: str) -> list[str]:
    told = _case(text)
    return [told.text(s.beyond.start, s.beyond.end) for s in surpassed(told.facts)]


def test_how_far_the_highest_and_the_lowest_are_apart() -> None:
    assert apart("各班最高为58人、最低为34人，相差26人。") == [False]
    assert apart("各班最高为58人、最低为34人，相差24人。") == [True]
    assert apart("执行率91.3%、96.8%、98.2%，波动幅度在5个百分点以内。") == [False]
    assert apart("各班最高为58人、最低为34人，与上年相差26人。") == []


def test_a_figure_told_for_the_least_of_a_listing() -> None:
    assert beyond("报价为186万元、179万元和182万元，最低报价为182万元。") == ["179万元"]
    assert beyond("报价为186万元、179万元和182万元，最低报价为179万元。") == []
    assert beyond("客流为186人、179人和182人，单日最高12人。") == []


def test_an_extreme_past_the_bound_of_all() -> None:
    assert within("各镇进度均在85%以上，最低的南镇83.9%。") == [False]
    assert within("各镇进度均在85%以上，最低的南镇85.9%。") == [True]
    assert within("人数介于38人与46人之间，最多的三班48人。") == [False]
    assert within("要求进度均在85%以上，最低的南镇83.9%。") == []
