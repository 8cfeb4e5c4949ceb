"""Simple means of listings."""

from __future__ import annotations

from linter.binding.named.means import simple_means
from tests.cases import case


def found(text: str) -> list[bool]:
    return [mean.holds for mean in simple_means(case(f"某局绩效自评报告\n{text}\n").facts)]


def test_a_simple_mean_is_that_of_the_figures_printed() -> None:
    assert found("五次合格率依次为96%、98%、97%、99%、95%，简单平均为98%。") == [False]
    assert found("五次合格率依次为96%、98%、97%、99%、95%，简单平均为97%。") == [True]


def test_a_mean_of_as_many_as_are_listed() -> None:
    assert found("四村得分为88.5、91、86.5、90，四村均分89.5分。") == [False]
    assert found("近三年接待9.6万、11.1万、12.3万人次，年均12万人次。") == [False]
    assert found("三站客流为320人次、286人次、415人次，三站平均340人次。") == [True]


def test_means_that_may_be_weighted_or_of_others() -> None:
    assert found("三站满意度为91%、93%、98%，三站平均94.6%。") == []
    assert found("三村人均增收1200元、1350元、980元，三村平均1186元。") == []
    assert found("三家满意度为94%、97%、91%，四者简单平均93%。") == []
    assert found("五人打分为85、90、92、95、88分，去掉最高分和最低分后五人平均90分。") == []
    assert found("三站客流为320人次、286人次、415人次，八站平均360人次。") == []
