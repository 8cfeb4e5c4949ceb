"""Figures by their names against what such a figure can be."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from linter.engine import lint
from linter.model import Severity, Status, Submission
from tests.cases import book, document
from tests.checks.verdicts import report, verdicts

RULE = "budget/bounded-rate"
TABLE = "| 指标 | 指标值 | 实际完成值 | 偏差率 |\n|---|---|---|---|\n| {} | {} | {} | 120% |"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("合格率100%。", [(Status.passed, "100%", "100% ≤ 100% ✓")]),
        ("合格率100.1%。", [(Status.failed, "100.1%", "100.1% ≤ 100%")]),
        ("合格率（合格数÷抽检数）为101%。", [(Status.failed, "101%", "101% ≤ 100%")]),
        (TABLE.format("合格率", "≥102%", "98%"), [(Status.passed, "98%", "98% ≤ 100% ✓")]),
        (TABLE.format("合格率", "≥90%", "198%"), [(Status.failed, "198%", "198% ≤ 100%")]),
    ],
)
def test_verdict(text: str, said: list[object]) -> None:
    assert verdicts(RULE, text) == said


@pytest.mark.parametrize(
    "text",
    [
        "合格率提高120%。",
        "完成率120%，合格率（见附表），增长120%。",
        "满意度目标为105%。",
        TABLE.format("任务完成率", "≥90%", "120%"),
    ],
)
def test_other_figures_are_not_judged(text: str) -> None:
    assert [s for s in verdicts(RULE, text) if s[0] in (Status.passed, Status.failed)] == []


@pytest.mark.parametrize(("reason", "told"), [("包括上年结转。", False), ("进度较快。", True)])
def test_an_explanation_near_by_excuses(reason: str, told: bool) -> None:
    said = verdicts("budget/rate-above-whole", f"预算执行率105%。\n{reason}")
    assert (Status.failed in {status for status, _, _ in said}) is told


REPORT = "一、项目概况\n修路。\n二、绩效完成情况\n{}\n三、评价结论\n得分96分。\n四、问题\n{}"


@pytest.mark.parametrize(
    ("rate", "problem", "severities"),
    [
        ("58%", "宣传不够。", [Severity.warning]),
        ("89.9%", "宣传不够。", [Severity.info]),
        ("90%", "宣传不够。", []),
        ("58%", "资金支付滞后。", []),
    ],
)
def test_a_whole_report_is_asked_for_reasons(
    rate: str, problem: str, severities: list[Severity]
) -> None:
    text = REPORT.format(f"预算执行率{rate}。\n\n再看支付率50%。", problem)
    found = report("budget/low-rate", text).findings
    asked = [f.severity for f in found if f.quote == rate]
    assert asked == severities
    assert len(found) == (0 if "滞后" in problem else 1)


def test_an_extract_is_not_asked() -> None:
    assert report("budget/low-rate", "预算执行率58%。").findings == ()


def test_other_sources_of_a_table_are_other_rates() -> None:
    table = "| 资金 | 预算数 | 执行数 | 执行率 |\n|---|---|---|---|\n| 县级配套 | 50 | 20 | 40% |\n"
    assert report("budget/low-rate", REPORT.format(table, "宣传不够。")).findings == ()


LOW = (
    "一、项目概况\n管护乡道。\n二、资金执行情况\n全年预算执行率{}。\n三、评价结论\n自评得分95分。\n"
    "四、存在的问题\n巡查不够。"
)


@pytest.mark.parametrize(
    ("limit", "rate", "said"),
    [
        (None, "85%", (Status.failed, "执行率85%低于90%，全文没有看到原因")),
        (None, "90%", (Status.passed, "90% ≥ 90% ✓")),
        ("0.8", "85%", (Status.passed, "85% ≥ 80% ✓")),
        ("0.8", "79.6%", (Status.failed, "执行率79.6%低于80%，全文没有看到原因")),
        ("0.955", "95.2%", (Status.failed, "执行率95.2%低于95.5%，全文没有看到原因")),
    ],
)
def test_the_profile_says_from_where_on_a_rate_is_low(
    limit: str | None, rate: str, said: tuple[Status, str]
) -> None:
    common = book().profiles["common"]
    own = {} if limit is None else {"low-rate": Decimal(limit)}
    file = document(f"某局2023年度绩效自评报告\n{LOW.format(rate)}\n", "报告.txt")
    profile = replace(common, thresholds=own)
    made = lint(Submission((file,)), book(), chosen=["budget/low-rate"], profile=profile)
    (verdict,) = (v.verdict for v in made.verdicts)
    told = [f.message for f in made.findings] or [verdict.calculation]
    assert (verdict.status, *told) == said
