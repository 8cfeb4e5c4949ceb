"""Lists side by side."""

from __future__ import annotations

import pytest

from linter.binding.sums.parallel import DERIVED, parallel
from tests.cases import case

PLANNED = "三镇计划125户、148户、96户，"
DONE = "实际120户、145户、90户，"


def wrong(text: str) -> list[str]:
    opened = case(f"某局绩效自评报告\n{text}\n")
    figures = [place.figures[DERIVED] for place in parallel(opened) if not place.holds]
    return [opened.text(figure.start, figure.end) for figure in figures]


def held(text: str) -> int:
    opened = case(f"某局绩效自评报告\n{text}\n")
    return sum(place.holds for place in parallel(opened))


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        (f"{PLANNED}{DONE}完成率依次为96.0%、89.8%、93.8%。", "89.8%"),
        ("收入120万元、145万元、90万元，次年132万元、159.5万元、99万元，增长10%、10%、19%。", "19%"),
        (("合同价312.5万元、286.4万元、198.0万元，审定305.2万元、280.1万元、190.5万元，"
         "核减7.3万元、6.3万元、5.7万元。"), "5.7万元"),
        (("购置12台、25台、8台，单价3.2万元、1.5万元、6.4万元，"
         "金额38.4万元、35.7万元、51.2万元。"), "35.7万元"),
        ("培训120人、145人、90人，男60人、70人、50人，女60人、57人、40人。", "57人"),
    ],
)  # fmt: skip
def test_one_place_that_does_not_go_with_the_others(text: str, figure: str) -> None:
    assert wrong(text) == [figure]


def test_all_places_that_go_together() -> None:
    assert held(f"{PLANNED}{DONE}完成率依次为96.0%、98.0%、93.8%。") == 3


def test_a_rate_is_no_more_than_all() -> None:
    assert wrong("计划40台、25台、18台，实到38台、24台、20台，占95%、96%、100%。") == []


def test_two_that_do_not_fit_are_of_something_else() -> None:
    assert wrong(f"{PLANNED}{DONE}合格率依次为95.0%、89.8%、93.8%。") == []


def test_a_change_may_go_the_other_way() -> None:
    text = "收入120万元、145万元、90万元，次年132万元、139.2万元、99万元，增长10%、4%、10%。"
    assert wrong(text) == []


def test_lists_of_another_length_do_not_go_together() -> None:
    assert wrong("三镇计划125户、148户、96户，实际120户、145户，完成率96.0%、89.8%、93.8%。") == []


def test_what_was_spent_need_not_be_all_that_was_left() -> None:
    text = "预算120万元、95万元、60万元，收回10万元、5万元、5万元，支出105万元、90万元、55万元。"
    assert wrong(text) == []
