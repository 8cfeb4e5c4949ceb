"""Two writings of one thing: in which window they must meet, and what is told of them."""

from __future__ import annotations

import pytest

from linter.checks.variants import Variants, check
from linter.facts.windows import Window
from linter.model import Status, Verdict
from tests.cases import own_case
from tests.checks.told import told


def said(
    text: str, *groups: tuple[str, ...], window: Window = "report", unless: tuple[str, ...] = ()
) -> list[Verdict]:
    spec = Variants(groups, window=window, unless=unless)
    return list(check("a/b", spec, own_case(f"绩效自评报告\n\n{text}\n", "a/b", spec)))


@pytest.mark.parametrize(
    ("text", "window", "told"),
    [
        ("签订甲。\n签定乙。", "report", ["签定"]),
        ("签订甲。\n签定乙。", "block", []),
        ("签订甲。签定乙。", "block", ["签定"]),
        ("签订甲。签定乙。", "sentence", []),
        ("签定甲，签定乙。", "report", []),
        ("签订甲，签订乙。", "report", []),
        ("签订甲。<!-- 签定乙。 -->", "report", []),
        ("<!-- 签订甲。 -->签定乙。", "report", []),
    ],
)
def test_they_must_meet_in_the_window(text: str, window: Window, told: list[str]) -> None:
    verdicts = said(text, ("签订", "签定"), window=window)
    assert [v.subject for v in verdicts if v.status is Status.failed] == told


def test_what_is_told() -> None:
    (verdict,) = said("签订甲，签定乙，签定丙，鉴订丁。", ("签订", "签定", "鉴订"))
    assert (verdict.fix, verdict.values["count"]) == ("签订", "3")
    assert [related.label for related in verdict.related] == ["right", "again", "again"]
    assert verdict.span is not None
    assert verdict.related[0].span < verdict.span < verdict.related[1].span


def test_each_thing_is_told_once_and_all_alike_pass_once() -> None:
    groups = (("签订", "签定"), ("账户", "帐户"))
    assert len(said("签订甲，签定乙，账户丙，帐户丁，帐户戊。", *groups)) == 2
    assert [v.status for v in said("签订甲，账户乙。", *groups)] == [Status.passed]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("县人民政府同意，县政府印发。", 1),
        ("县委、县政府同意，县人民政府印发。", 0),
        ("县委、县政府同意。县人民政府批准，县政府印发。", 1),
        ("县委、县政府同意，县人民政府印发。县人民政府批准，县政府印发。", 1),
    ],
)
def test_what_excuses_does_so_in_its_window(text: str, told: int) -> None:
    groups = ("县人民政府", "县政府")
    (verdict,) = said(text, groups, window="sentence", unless=("委、县政府",))
    assert verdict.values.get("count", "0") == str(told)


MARKS, SCORE = "（满分20分，得20分）", "（满分20分，得分20分）"


def headings(*marks: str) -> str:
    return "".join(f"（{n}）部分{m}\n完成。\n" for n, m in zip("一二三四", marks, strict=False))


@pytest.mark.parametrize(
    ("marks", "quotes"),
    [
        ((MARKS, MARKS, SCORE), ["满分20分，得分20分"]),
        ((MARKS, SCORE, SCORE), ["满分20分，得20分"]),
        ((MARKS, SCORE), ["满分20分，得分20分"]),
        ((SCORE, MARKS, SCORE, MARKS), ["满分20分，得20分"]),
        ((MARKS, MARKS, MARKS), []),
        ((SCORE,), []),
        ((), []),
    ],
)
def test_the_usual_way_is_right_and_the_first_rules_a_tie(
    marks: tuple[str, ...], quotes: list[str]
) -> None:
    assert told("score/written-alike", headings(*marks)) == quotes


def test_running_text_is_no_heading() -> None:
    text = headings(MARKS, MARKS) + "其中数量满分10分，得分10分。"
    assert told("score/written-alike", text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("绩效评价中心组织，绩效评价中心验收。", []),
        ("绩效评价中心组织，评价中心验收。", ["评价中心"]),
        ("评价中心组织，由评价中心验收。", []),
    ],
)
def test_a_writing_within_a_longer_one_is_none(text: str, quotes: list[str]) -> None:
    spec = Variants(groups=(("绩效评价中心", "评价中心"),))
    found = check("x/own", spec, own_case(text, "x/own", spec))
    failed = [v for v in found if v.status is Status.failed]
    assert [text[v.span.start : v.span.end] for v in failed if v.span] == quotes
