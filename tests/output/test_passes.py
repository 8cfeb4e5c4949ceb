"""What passed is told once, and only where it says something."""

from __future__ import annotations

from linter.engine import lint
from linter.model import RuleVerdict, Status, Submission
from linter.output.passes import worth_telling
from tests.cases import book, document

HEAD = "某局2023年度供水项目绩效自评报告\n一、项目概况\n"


def told(text: str) -> list[RuleVerdict]:
    report = lint(Submission((document(HEAD + text, "报告.md"),)), book())
    passed = (said for said in report.verdicts if said.verdict.status is Status.passed)
    return [said for said in worth_telling(passed) if said.verdict.related]


def calculations(text: str) -> list[str]:
    return [said.verdict.calculation for said in told(text)]


def test_a_sum_however_it_is_turned_is_told_once() -> None:
    text = "到位资金1261.40万元，支出1198.33万元，年末结余63.07万元，即到位1261.40万元减去支出1198.33万元。\n"
    found = calculations(text)
    assert len([one for one in found if "63.07" in one]) == 1
    assert any("÷" in one or "−" in one or "+" in one for one in found)


def test_one_that_reads_the_same_elsewhere_stands_for_both_places() -> None:
    text = "两村的25.00万元缺口分两年补足，2024年补15.00万元，2025年补10.00万元，合计25.00万元。\n"
    (said,) = [s for s in told(text) if s.verdict.calculation.startswith("15.00")]
    whole = HEAD + text
    places = [whole[span.start : span.end] for span in sorted(said.verdict.spans)]
    assert places == ["25.00万元", "15.00万元", "10.00万元", "25.00万元"]


def test_bounds_are_not_told() -> None:
    text = "全镇耕地14260亩，其中水田10695亩。群众满意度94.1%。\n"
    report = lint(Submission((document(HEAD + text, "报告.md"),)), book())
    bounds = {v.verdict.calculation for v in report.verdicts if v.verdict.status is Status.passed}
    assert {"10695亩 ≤ 14260亩 ✓", "94.1% ≤ 100% ✓"} <= bounds
    assert not [one for one in calculations(text) if "≤" in one]


def test_what_only_comes_near_a_figure_that_was_reached_is_not_told() -> None:
    text = "山塘整治座均造价31.74万元（412.60万元，13座），没有突破概算座均32万元。\n"
    near = [one for one in calculations(text) if "×" in one]
    assert near == ["31.74万元 × 13座 = 412.62万元 ≈ 412.60万元 ✓"]


def test_a_rate_that_only_keeps_to_a_limit_is_held_against_no_stray_figures() -> None:
    text = "山塘整治412.60万元，概算座均32万元；其他费用占支出的6.8%，低于8%的控制线。\n"
    assert not [one for one in calculations(text) if "8%" in one]


def test_a_share_that_keeps_to_a_word_says_so() -> None:
    (said,) = [
        s for s in told("建成62户，占任务86户的七成以上。\n") if "÷" in s.verdict.calculation
    ]
    assert said.verdict.calculation == "62户 ÷ 86户 = 72.09%，符合“七成以上” ✓"
