"""The totals that the marks of chapters are held against."""

from __future__ import annotations

import pytest

from linter.binding.marks.levels import score_sums
from linter.binding.marks.wholes import is_of_another
from linter.binding.sums.totals import Total
from tests.cases import case

TITLE = "某局2023年度绩效自评报告\n"
CHAPTERS = "一、过程（满分40分，得37分）\n规范。\n二、产出（满分60分，得57分）\n完成。\n三、结论\n"
"""They come to 94."""


def held(text: str) -> list[str]:
    opened = case(TITLE + text + "\n")
    wholes = [total.whole for total in score_sums(opened, "obtained")]
    return [opened.text(whole.start, whole.end) for whole in wholes if whole]


@pytest.mark.parametrize(
    ("conclusion", "totals"),
    [
        ("自评总分94分。", ["94分"]),
        ("自评总分98分。", ["98分"]),
        ("上年自评总分91分。", []),
        ("2022年度总分91分，2023年度总分97分。", ["97分"]),
        ("2024年力争总分达到98分。", []),
        ("综合得分94分，另一项目综合得分92分。", ["94分"]),
        ("初评总分98分，经审定调整为94分。", []),
        ("综合得分94分。\n经复核，最终总分92分。", ["94分"]),
        ("综合得分94分。\n因此本项目综合得分为92分。", ["94分", "92分"]),
        ("两部分合计94分，获表彰加1分，自评总分95分。", []),
        ("因资料迟报倒扣2分，自评总分92分。", []),
        ("获表彰加1分，自评总分97分。", ["97分"]),
        ("自评总分98分，其中创新加分2分、迟报扣1分。", ["98分"]),
        ("执行率90%，预算执行得2分，自评总分96分。", []),
        ("总分90分（含）以上为优。", []),
        ("总分90分以上为优，综合得分96分。", ["96分"]),
    ],
)
def test_totals_of_the_chapters(conclusion: str, totals: list[str]) -> None:
    assert held(CHAPTERS + conclusion) == totals


@pytest.mark.parametrize(
    ("total", "found"), [("94分（四舍五入取整）", []), ("95分（四舍五入取整）", ["95分"])]
)
def test_a_rounded_total(total: str, found: list[str]) -> None:
    assert held(CHAPTERS.replace("57分", "57.4分") + f"综合得分{total}。") == found


def test_each_project_has_its_own_total() -> None:
    text = (
        "一、东线\n（一）过程（满分40分，得37分）\n（二）产出（满分60分，得57分）\n综合得分94分。\n"
        "二、西线\n（一）过程（满分40分，得36分）\n（二）产出（满分60分，得56分）\n综合得分{}分。"
    )
    assert held(text.format(92)) == ["94分", "92分"]
    assert held(text.format(97)) == ["94分", "97分"]


def full(text: str) -> list[Total]:
    return list(score_sums(case(TITLE + text + "\n"), "full"))


@pytest.mark.parametrize(
    "rest",
    [
        "预算执行率92%，得9.2分。",
        "| 指标 | 分值 | 得分 |\n|---|---|---|\n| 预算执行率 | 10 | 9.2 |\n",
        "预算管理10分不适用，按比例折算。",
    ],
)
def test_full_marks_whose_rest_is_told_elsewhere(rest: str) -> None:
    chapters = "一、产出（50分，得48分）\n完成。\n二、效益（40分，得38分）\n良好。\n三、其他\n"
    assert full(chapters + rest) == []
    assert full(chapters + "各项工作均已完成。") != []


@pytest.mark.parametrize(
    ("name", "held_to_all"), [("质量指标", False), ("效益指标", True), ("产出指标", True)]
)
def test_full_marks_of_one_part(name: str, held_to_all: bool) -> None:
    chapters = f"一、数量指标（70分，得68分）\n完成。\n二、{name}（20分，得18分）\n良好。"
    assert bool(full(chapters)) is held_to_all


def test_full_marks_of_which_much_is_missing() -> None:
    chapters = "一、{}（30分，得28分）\n完成。\n二、{}（20分，得18分）\n良好。"
    assert full(chapters.format("立项", "预算编制")) == []
    assert full(chapters.format("产出", "效益")) != []


@pytest.mark.parametrize(
    ("text", "of_another"),
    [
        ("全市平均总分95分", True),
        ("比年中监控总分95分", True),
        ("本项目总分95分", False),
        ("经综合评定，总分95分", False),
        ("第三方评价得分90分，自评总分95分", False),
    ],
)
def test_words_that_make_a_total_another_one(text: str, of_another: bool) -> None:
    opened = case(TITLE + text + "。\n")
    assert is_of_another(opened, opened.scores[-1].figure) is of_another


def test_marks_below_headings_that_were_not_seen_are_not_the_whole() -> None:
    text = (
        "1.数量（10分，得10分）\n2.质量（30分，得27分）\n"
        "**效益**\n1.增收（20分，得20分）\n2.满意（8分，得8分）\n三、结论\n综合得分92分。"
    )
    assert held(text) == []
    assert held(text.replace("1.增收", "3.增收").replace("2.满意", "4.满意")) == ["92分"]
