"""Why a rule said nothing: an answer for every rule, and the right one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from linter import checks
from linter.binding.case import Case
from linter.judging import opening
from linter.model import Status
from linter.reading import read
from linter.rulebook import Rule
from linter.silence import Silence, explain
from tests.cases import book, document
from tests.rulebook.thinned import of_each

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*-*.*"))
TITLE = "青山县水利局2023年度灌渠项目绩效自评报告\n"


def silence(rule: str, text: str, **options: Any) -> Silence:
    found = book().rule(rule)
    assert found is not None
    return explain(found, document(text), book(), **options)


def sought(found: Silence) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {s.what: (s.found, s.missing) for s in found.seeks}


@pytest.fixture(scope="module")
def opened() -> dict[str, tuple[Case, str]]:
    """The examples, each opened once."""
    files = (read(path.name, path.read_bytes(), book().header_words) for path in EXAMPLES)
    return {file.path: opening.open_case(file, book()) for file in files}


@of_each(book().rules, fast=6)
def test_there_is_an_answer_for_every_rule_and_example(
    rule: Rule, opened: dict[str, tuple[Case, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "open_case", lambda file, *_: opened[file.path])
    for case, _ in opened.values():
        found = explain(rule, case.document, book())
        told = [v for v in found.verdicts if v.status in (Status.passed, Status.failed)]
        assert found.verdicts
        assert found.seeks or told
        assert len(told) < len(found.verdicts) or not found.seeks
        assert all(v.reason for v in found.verdicts if v not in told)
        assert all(s.what for s in found.seeks)
    assert len(opened) == 6


def test_every_kind_has_such_a_rule() -> None:
    assert {rule.kind for rule in book().rules} == checks.kinds().keys()


def test_a_text_without_anything_gets_an_answer_from_every_rule() -> None:
    for rule in book().rules:
        for text in ("", "略。\n"):
            found = explain(rule, document(text), book())
            assert found.verdicts
            unlike = rule.id.startswith("structure/") and not (text and rule.kind == "text")
            told = ("不像绩效自评报告，章节没有检查（--force 可强制检查）",)
            waits = rule.id.startswith("layout/")
            asked = ("版式平时不检查（--select layout，或在框架中写 layout）",)
            assert found.barred == (told if unlike else asked if waits else ())


def test_a_pass_is_told_with_its_arithmetic() -> None:
    found = silence(
        "budget/execution-rate", f"{TITLE}全年预算数100万元，支出90万元，预算执行率90%。\n"
    )
    assert [v.calculation for v in found.verdicts] == ["90万元 ÷ 100万元 = 90% ✓"]
    assert found.seeks == ()


def test_words_that_are_there_and_words_that_are_not() -> None:
    found = silence("budget/balance", f"{TITLE}到位资金320万元，\n支出288万元。\n")
    assert [v.status for v in found.verdicts] == [Status.not_applicable]
    there, missing = sought(found)["roles.base.cue"]
    assert "到位（第2行）" in there
    assert "批复" in missing
    assert sought(found)["roles.left.cue"][0] == ()
    assert sought(found)["数字（money）"][0] == ("320万元（第2行）", "288万元（第3行）")


def test_a_figure_that_was_found_and_not_judged_has_its_reason() -> None:
    found = silence("budget/balance", f"{TITLE}年末结余31.5万元。\n")
    assert [(v.subject, v.reason) for v in found.verdicts] == [
        ("31.5万元", "附近没有能与它核对的数字")
    ]
    assert sought(found)["roles.left.cue"][0] == ("结余（第2行）",)


def test_sets_of_words_are_spelt_out() -> None:
    there, missing = sought(silence("arithmetic/growth", f"{TITLE}增幅可观。\n"))["roles.rate.cue"]
    assert "增幅（第2行）" in there
    assert "下降" in missing


def test_columns_by_their_headers() -> None:
    table = "| 指标 | 指标值 | 得分 |\n|---|---|---|\n| 修渠 | 3公里 | 5 |\n"
    file = read("a.md", f"{TITLE}\n{table}".encode(), book().header_words)
    rule = book().rule("indicator/empty-cell")
    assert rule is not None
    found = sought(explain(rule, file, book()))
    assert found["cells（表头）"] == (("指标值",), ("分值", "实际完成值"))


def test_chapters_by_their_titles() -> None:
    found = sought(silence("evidence/problems-unanswered", f"{TITLE}一、存在的问题\n略。\n"))
    there, missing = found["章节"]
    assert there == ("一、存在的问题（第2行）",)
    assert missing[0].startswith("改进措施或建议（标题含建议、改进、")


def test_patterns_by_their_first_match() -> None:
    found = sought(silence("consistency/state", f"{TITLE}渠道已完工。\n"))
    assert found["pairs.完工.one"] == (("已完工（第2行）",), ())


def test_a_rule_that_is_not_asked() -> None:
    text = f"{TITLE}综合得分为85分，评价等级为差。\n"
    common = book().profiles["common"]
    off = silence("score/grade", text, profile=replace(common, off=("score/grade",)))
    assert off.barred == ("框架 common 关闭了这条规则（off）",)
    assert [v.status for v in off.verdicts] == [Status.failed]
    for options in ({"chosen": ["A01"]}, {"ignored": ["score"]}):
        found = silence("score/grade", text, **options)
        assert found.barred == ("--select、--ignore 没有选中这条规则",)
    assert silence("score/grade", text, chosen=["C04"]).barred == ()
    assert silence("score/grade", "略。\n", force=True).barred == ()


def test_combinations_that_were_tried() -> None:
    text = f"{TITLE}到位320万元，其中器材12万元，另有80万元，资金使用率为88%。\n"
    found = silence("budget/execution-rate", text)
    assert [v.status for v in found.verdicts] == [Status.not_evaluated]
    ((tried, _),) = [both for what, both in sought(found).items() if "试过" in what]
    assert tried[0].startswith("base=")
    assert all("不相等" in one and "rate=88%" in one for one in tried)


@pytest.mark.parametrize(
    ("rule", "text", "told"),
    [
        (
            "budget/execution-rate",
            "投资1900万元，奖补190万元，执行率95%。",
            "95%（第2行）：总数在后而又较小",
        ),
        (
            "arithmetic/parts",
            "脱贫户860户、低保户320户，两类户合计980户，重复200户。",
            "980户（第2行）：分项有重复",
        ),
    ],
)
def test_why_what_seems_wrong_is_not_told(rule: str, text: str, told: str) -> None:
    found = silence(rule, f"{TITLE}{text}\n甲30万元、乙20万元，合计50万元。\n")
    assert found.withheld == (told,)


def test_figures_too_large_to_calculate_with() -> None:
    text = f"{TITLE}{'9' * 30}万元，比上年{'9' * 30}亿元的，增长{'9' * 30}%。\n"
    for rule in book().rules:
        assert explain(rule, document(text), book()).verdicts
