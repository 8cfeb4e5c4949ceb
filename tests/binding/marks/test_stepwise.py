"""Marks lost by so many for each step."""

from __future__ import annotations

import pytest

from linter.binding.marks.stepwise import stepwise
from tests.cases import case


def told(text: str) -> list[tuple[str, str, bool]]:
    facts = case(f"某局绩效自评报告\n{text}\n").facts
    return [
        (facts.text[found.lost.start : found.lost.end], str(found.reached), found.holds)
        for found in stepwise(facts)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("每低于目标1个百分点扣0.5分，实际低4个百分点，扣2分。", ("2分", "2.0", True)),
        ("每低于目标1个百分点扣0.5分，实际低4个百分点，扣3分。", ("3分", "2.0", False)),
        ("低4个百分点，扣3分（每低1个百分点扣0.5分）。", ("3分", "2.0", False)),
        ("少120人次，按每少50人次扣1分，扣4分。", ("4分", "2.4", False)),
        ("目标90%，每低1个百分点扣0.5分，实际86%，扣2分。", ("2分", "2.0", True)),
        ("成本每超出预算1%扣1分，实际超出3%，扣2分。", ("2分", "3", False)),
    ],
)
def test_how_far_it_is_off_says_how_much_is_lost(text: str, wanted: tuple[str, str, bool]) -> None:
    assert told(text) == [wanted]


def test_a_step_that_was_begun_may_count_or_not() -> None:
    lost = ("扣2分", "扣3分", "扣2.4分")
    assert all(told(f"少120人次，按每少50人次扣1分，{words}。")[0][2] for words in lost)


def test_no_more_may_be_lost_than_there_is() -> None:
    assert told("每逾期一个月扣2分，扣完为止；逾期5个月，扣8分。") == [("8分", "10", True)]


def test_each_rule_has_its_own_marks() -> None:
    text = "每逾期1天扣0.1分，逾期12天，扣1.2分；每缺1份资料扣0.5分，缺2份，扣2分。"
    assert told(text) == [("1.2分", "1.2", True), ("2分", "1.0", False)]


def test_what_was_lost_for_other_reasons_too_is_left_alone() -> None:
    assert told("每缺一份扣1分，缺3份，另因逾期扣2分，共扣5分。") == []
