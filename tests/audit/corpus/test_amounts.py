"""Amounts of documents and projects: what two reports cannot both say, and what they can."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from linter import rulebook
from linter.audit.corpus.amounts import Told, _differing
from linter.audit.corpus.members import At, Member
from linter.interval import Interval
from linter.model import Span
from linter.season import Entry, Figures, Key, State
from tests.audit.corpus.seasons import seen, told

BOOK = rulebook.load()
NUMBER = "沅财预〔2023〕51号"


def across(rule: str, *texts: str, units: tuple[str, ...] = ("沅坪县水务局",) * 3) -> list[str]:
    projects = ("渠系维修", "河湖保洁", "水质监测")
    reports = {
        f"{at}.txt": f"{units[at]}2023年度{projects[at]}项目绩效自评报告\n一、资金情况\n{text}\n"
        for at, text in enumerate(texts)
    }
    return [one.quote for one in told(rule, reports, BOOK)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"根据{NUMBER}，下达我局资金860万元。", f"{NUMBER}下达我局资金680万元。"),
        (f"《通知》（{NUMBER}）安排本单位共计1.2亿元。", f"按{NUMBER}，本单位收到1.02亿元。"),
        (f"{NUMBER}下达我局资金合计3,600,000元。", f"县财政以{NUMBER}下达我局资金合计36万元。"),
    ],
)
def test_a_document_has_one_amount_for_a_unit(one: str, other: str) -> None:
    assert len(across("corpus/document-amount", one, other)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{NUMBER}下达我局资金860万元。", f"{NUMBER}下达我局资金8,600,000元。"),
        (f"{NUMBER}下达我局资金0.086亿元。", f"{NUMBER}下达我局资金859.7万元。"),
        (f"{NUMBER}下达我局资金约860万元。", f"{NUMBER}下达我局资金858.4万元。"),
        (f"{NUMBER}下达渠系维修资金300万元。", f"{NUMBER}下达河湖保洁资金120万元。"),
        (f"{NUMBER}第一批下达我局资金300万元。", f"{NUMBER}下达我局资金860万元。"),
        (f"{NUMBER}下达我局资金860万元。", "沅财预〔2023〕52号下达我局资金680万元。"),
        (f"{NUMBER}要求规范管理。我局支出860万元。", f"{NUMBER}下达我局资金680万元。"),
    ],
)
def test_what_two_reports_of_a_unit_can_both_say(one: str, other: str) -> None:
    assert across("corpus/document-amount", one, other) == []


def test_the_odd_one_of_three_is_told() -> None:
    texts = [f"{NUMBER}下达我局资金{amount}万元。" for amount in (680, 860, 860)]
    assert across("corpus/document-amount", *texts) == [f"{NUMBER}下达我局资金680万元"]


def test_a_document_allots_other_amounts_to_other_units() -> None:
    texts = [f"{NUMBER}下达我局资金{amount}万元。" for amount in (680, 860)]
    units = ("沅坪县水务局", "沅坪县教育局")
    assert across("corpus/document-amount", *texts, units=units) == []


def test_a_project_has_one_budget_however_it_is_written() -> None:
    own = "渠系维修项目全年预算数为120.50万元。"
    same = "渠系维修项目预算1205000元，与本项目分开核算。"
    assert across("corpus/project-amount", own, same) == []
    assert across("corpus/project-amount", own, "渠系维修项目年初预算数为100万元。") == []
    assert across("corpus/project-amount", own, "水质监测项目预算90万元。") == []
    assert len(across("corpus/project-amount", own, "渠系维修项目预算102.5万元。")) == 1


def test_many_amounts_take_no_longer_each() -> None:
    _, made = seen("a.txt", "沅坪县水务局", BOOK)
    members = [
        Member.of(Entry(path, (path,), State.checked, Key(), Figures()), made) for path in "ab"
    ]

    def spent(times: int) -> float:
        told = [
            Told(At(at % 2, Span(at, at + 1)), Interval(Decimal(at), Decimal(at)), "文")
            for at in range(times)
        ]
        start = time.process_time()
        assert len(list(_differing(told, members))) == times // 2
        return time.process_time() - start

    few = spent(1_000)
    assert spent(10_000) < 30 * max(few, 0.01)
