"""A document's figures in their context."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given

from linter.facts.codes import FILLER, kind_of
from tests.cases import book, case
from tests.generators.strategies import texts

TITLE = "某局绩效自评报告\n"


def spans(text: str, which: str) -> list[str]:
    """The words that lead to each figure, or those after it."""
    facts = case(TITLE + text).facts
    return [facts.text[slice(*getattr(facts, which)(q))] for q in facts.quantities]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("到位100万元，支出90万元。", ["到位", "，支出"]),
        ("到位100万元；支出90万元。", ["到位", "支出"]),
        ("占总支出120万元的30%。", ["占总支出", "占总支出120万元的"]),
        ("2018年支出90万元。", ["2018年支出"]),
        ("实现增长：2021年109亩，2022年285亩。", ["2021年", "，2022年"]),
    ],
)
def test_words_that_lead_to_a_figure(text: str, leads: list[str]) -> None:
    assert spans(text, "lead") == leads


def test_lead_and_trail_are_bounded() -> None:
    text = "甲" * 100 + "5人" + "乙" * 100
    assert spans(text, "lead") == ["甲" * 40]
    assert spans(text, "trail") == ["乙" * 40]


def test_trail_ends_at_the_next_figure_and_with_the_clause() -> None:
    assert spans("5人参训，6人结业；另有7人。", "trail") == ["参训，", "结业;", "。"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("企业实际投资额30.1961亿元。", ["企业实际投资额"]),
        ("年初预算数350.00万元，实际支付资金341.62万元。", ["年初预算数", "实际支付资金"]),
        ("下达资金共计100万元，其中中央资金60万元。", ["资金", "中央资金"]),
        ("培训合格率达到95%。", ["培训合格率"]),
        ("开展督查4次。", ["督查"]),
        ("建成蓄水池8座。", ["蓄水池"]),
        ("100万元。", [None]),
    ],
)
def test_name_of_a_figure(text: str, labels: list[str | None]) -> None:
    facts = case(TITLE + text).facts
    assert [facts.label(q) for q in facts.quantities] == labels


def test_within_and_by_dimension() -> None:
    facts = case(TITLE + "到位100万元，培训30人，支出90万元。").facts
    money, people = facts.by_dimension["money"], facts.by_dimension["person"]
    assert [q.printed for q in (*money, *people)] == [10**6, 9 * 10**5, 30]
    assert facts.within(money[0].end, money[1].start) == people
    assert facts.by_start[people[0].start] == people[0]


def test_kinds_are_kept_apart() -> None:
    facts = case(TITLE + "2018年5月，第3批100万元（甲财〔2018〕5号），7,00.0,77元。").facts
    assert [kind_of(f) for f in facts.figures] == [
        "period",
        "ordinal",
        "money",
        "doc-number",
        "malformed",
    ]
    assert (len(facts.moments), len(facts.references), len(facts.malformed)) == (1, 2, 1)


@given(texts())
def test_masked_text_keeps_its_length_and_every_place(text: str) -> None:
    opened = case(text)
    masked = opened.masked
    assert len(masked) == len(opened.document.text)
    for figure in opened.facts.figures:
        word = masked[figure.start : figure.end]
        assert word == book().codes[kind_of(figure)] + FILLER * (len(word) - 1)


@given(texts())
def test_figures_are_in_order_and_apart(text: str) -> None:
    found = case(text).facts.figures
    assert all(0 <= f.start < f.end <= len(text) for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("带动就业1634人，其中脱贫人口412人。", False),
        ("8月停办7场，2025年补办", False),
        ("1,402,560人", True),
        ("培训干部、农户90人", True),
        ("412人", True),
    ],
)
def test_a_cell_that_tells_in_sentences_is_no_grid(cell: str, told: bool) -> None:
    table = f"| 指标 | 目标值 | 完成情况 |\n|---|---|---|\n| 就业 | 80人 | {cell} |\n"
    facts = case(TITLE + "\n" + table).facts
    assert facts.in_table(facts.quantities[-1].start)
    assert facts.in_grid(facts.quantities[-1].start) is told


def test_the_last_words_and_the_place_behind_the_last_mark_of_a_stretch() -> None:
    facts = case("某局绩效自评报告\n甲3人，乙4人；丙5人。\n").facts
    low, high = facts.text.index("甲"), facts.text.index("丙")
    found = facts.last(re.compile(r"\d"), low, high)
    assert found is not None
    assert found[0] == "4"
    assert facts.last(re.compile("丁"), low, high) is None
    assert facts.text[facts.behind_last(",，", low, high) : high] == "乙4人;"
    assert facts.behind_last(":", low, high) == low


def test_own_words_end_where_the_reach_ends() -> None:
    facts = case("某局绩效自评报告\n全年共计培训教师3人。\n").facts
    assert facts.own_words(facts.quantities[0], 2) == "教师"
