"""Listings: figures in a row and what each is called."""

from __future__ import annotations

from linter.binding.named.listings import Listing, listings
from tests.cases import case

TITLE = "某局绩效自评报告\n"


def found(text: str) -> list[Listing]:
    facts = case(f"{TITLE}{text}\n").facts
    return list(listings(facts, *facts.windows.bounds("sentence", len(TITLE))))


def names(text: str) -> list[tuple[str, ...]]:
    return [row.names for row in found(text)]


def test_each_figure_has_the_name_before_it() -> None:
    assert names("各校近视率为一中61.2%、二中58.4%、三中63.9%。") == [("一中", "二中", "三中")]
    assert names("进度——土建72%、安装65%、绿化40%——都好。") == [("土建", "安装", "绿化")]


def test_names_may_stand_before_all_figures() -> None:
    assert names("甲、乙、丙、丁四村得分为88.5、91、86.5、90分。") == [("甲", "乙", "丙", "丁")]
    assert names("东镇、西镇和南镇收入分别为86万元、91万元、79万元。") == [("东镇", "西镇", "南镇")]


def test_years_are_names() -> None:
    (row,) = found("次均费用为2022年7,860元、2023年7,425元、2024年7,452元。")
    assert row.names == ("2022年", "2023年", "2024年")


def test_bare_numbers_take_the_unit_of_the_last() -> None:
    (row,) = found("床位数具体为12、18、24、30张。")
    assert {figure.unit for figure in row.figures} == {"张"}
    (row,) = found("三年接待9.6万、11.1万、12.3万人次。")
    assert [int(f.printed) for f in row.figures] == [96000, 111000, 123000]


def test_what_is_of_all_others_is_none_of_them() -> None:
    assert len(found("五次合格率依次为96%、98%、97%，平均为97%。")[0].figures) == 3


def test_words_of_rank_stand_behind_figures() -> None:
    (row,) = found("企业83万元占比最大，基金会79万元次之，个人71万元最少。")
    assert row.ranks == ("占比最大", "次之", "最少")


def test_a_listing_is_whole_where_nothing_says_that_there_is_more() -> None:
    text = "八家民宿入住率为62%、48%、71%。"
    assert not found(text)[0].is_whole(f"{TITLE}{text}\n")
    text = "三家民宿入住率为62%、48%、71%。"
    assert found(text)[0].is_whole(f"{TITLE}{text}\n")
    text = "民宿入住率为62%、48%、71%等。"
    assert not found(text)[0].is_whole(f"{TITLE}{text}\n")
