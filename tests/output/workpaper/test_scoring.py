"""The marks that formulas in use give, each named; what cannot be computed says why."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from linter.output.workpaper.scoring import Goal, Scorer, number, shown
from linter.rulebook import load
from linter.season import Indicator
from tests.output import hostile


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return Scorer(load().scanner)


def row(target: str, done: str, full: str = "10", sign: str = "", unit: str = "") -> Indicator:
    return Indicator("", "", "指标", sign, target, unit, full, done, "", "")


@pytest.mark.parametrize(
    ("target", "done", "sign", "unit", "marks"),
    [
        ("≥120场", "126场", "", "", ["10"]),
        ("120", "114", "≥", "场", ["9.5", "8.75"]),
        ("不低于95%", "91.2%", "", "", ["9.6", "9"]),
        ("≥90%", "45%", "", "", ["5", "0"]),
        ("≤2.8万元", "2.7万元", "", "", ["10"]),
        ("42.8", "44.1", "≤", "万元", ["9.71", "9.7"]),
        ("不超过3次", "7次", "", "", ["4.29", "0"]),
        ("100%", "100%", "", "", ["10"]),
        ("100%", "98%", "", "", ["9.8", "9.5"]),
        ("60个", "66个", "", "", ["10"]),
        ("2万人次", "19000人次", "≥", "", ["9.5", "8.75"]),
    ],
)
def test_marks_by_formula(
    scorer: Scorer, target: str, done: str, sign: str, unit: str, marks: list[str]
) -> None:
    scoring = scorer.scoring(row(target, done, sign=sign, unit=unit))
    assert [shown(mark) for mark in scoring.marks] == marks
    assert all(any(m in formula.name for m in marks) for formula in scoring.formulas)


@pytest.mark.parametrize(
    ("name", "target", "done", "marks"),
    [
        ("单位成本", "300元", "320元", ["10", "9.38", "9.33"]),
        ("单位成本", "300元", "270元", ["10", "9", "7.5"]),
        ("群众投诉", "5件", "7件", ["10", "7.14", "6"]),
        ("培训人次", "300人次", "270人次", ["9", "7.5"]),
    ],
)
def test_without_a_sign_a_name_may_want_less(
    scorer: Scorer, name: str, target: str, done: str, marks: list[str]
) -> None:
    scoring = scorer.scoring(replace(row(target, done), third=name))
    assert [shown(mark) for mark in scoring.marks] == marks


def test_each_formula_is_named_with_its_arithmetic(scorer: Scorer) -> None:
    names = [formula.name for formula in scorer.scoring(row("≥120场", "114场")).formulas]
    assert names == [
        "按比例 10×114场÷120场＝9.5",
        "及格线60% 10×(114场÷120场−60%)÷40%＝8.75",
    ]


@pytest.mark.parametrize(
    ("target", "done", "full", "said"),
    [
        ("有效提升", "达成预期指标", "30", "达成24—30分，部分达成18—24分，未达成0—18分"),
        ("2023年12月底前", "2023年11月", "10", "指标值不是一个数"),
        ("58座水库、12个乡镇", "58座", "10", "指标值不是一个数"),
        ("≥120场", "已完成", "10", "完成值不是一个数"),
        ("≥120场", "126人次", "10", "单位不同"),
        ("≥95%", "95%以上", "10", "不是确数"),
        ("≤0起", "0起", "10", "指标值为零"),
        ("—", "—", "10", "没有指标值"),
        ("≥120场", "126场", "—", "分值不是数字"),
    ],
)
def test_what_cannot_be_computed_says_why(
    scorer: Scorer, target: str, done: str, full: str, said: str
) -> None:
    scoring = scorer.scoring(row(target, done, full))
    assert scoring.formulas == ()
    assert said in scoring.note


def test_a_result_far_above_its_goal_is_noted(scorer: Scorer) -> None:
    assert "145%" in scorer.scoring(row("≥200人", "290人")).note
    assert scorer.scoring(row("≥200人", "260人")).note == ""
    assert scorer.scoring(row("≤200元", "290元")).note == ""


@pytest.mark.parametrize(
    ("given", "goal"),
    [
        (row("≥120场", ""), Goal("≥", "120", "场")),
        (row("120", "", sign="≥", unit="场"), Goal("≥", "120", "场")),
        (row("不超过2.8万元", ""), Goal("≤", "2.8", "万元")),
        (row("1,400册", ""), Goal("", "1,400", "册")),
        (row("有效提升", ""), Goal("定性", "有效提升", "")),
        (row("2023年12月底前", ""), Goal("", "2023年12月底前", "")),
        (row("覆盖58座", ""), Goal("", "覆盖58座", "")),
        (row("95%以上", ""), Goal("≥", "95%以上", "")),
        (row("约120场", ""), Goal("", "约120场", "")),
        (row("≥120场", "", unit="场"), Goal("≥", "≥120场", "场")),
        (row("≥95%（抽查）", ""), Goal("≥", "≥95%（抽查）", "")),
    ],
)
def test_a_goal_is_taken_apart_where_that_is_plain(
    scorer: Scorer, given: Indicator, goal: Goal
) -> None:
    assert scorer.goal(given) == goal


@pytest.mark.parametrize(
    ("text", "value"),
    [("10", "10"), ("9.50分", "9.50"), ("１０", "10"), ("1,000", "1000"), ("—", None), ("", None),
     ("10-12", None), ("²", None), ("1.2.3", None), ("9" * 16, None)],
)  # fmt: skip
def test_numbers_in_cells(text: str, value: str | None) -> None:
    assert number(text) == (None if value is None else Decimal(value))


@given(*[hostile.TEXTS | st.sampled_from(("≥95%", "12万元", "0", "10", "3"))] * 4)
def test_any_cells_give_marks_between_nothing_and_full(
    scorer: Scorer, target: str, done: str, full: str, sign: str
) -> None:
    indicator = row(target, done, full, sign)
    most = number(full)
    for formula in scorer.scoring(indicator).formulas:
        assert most is not None
        assert 0 <= formula.mark <= most
    assert len(scorer.goal(indicator).value) <= len(target)
