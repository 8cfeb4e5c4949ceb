"""One wrong figure in a table is told once, where it stands; two wrong ones are told apart."""

from __future__ import annotations

import pytest

from linter.engine import lint
from linter.judging.together import amount_off
from linter.model import Finding, Report, Severity, Status, Submission, Verdict
from tests.cases import book, document

ROWS = [
    ("修路", 100, 20, 90), ("建站", 200, 15, 200), ("种树", 300, 10, 300), ("培训", 50, 5, 52),
    ("养护", 80, 8, 70), ("设备", 60, 6, 66), ("差旅", 30, 3, 31),
]  # fmt: skip
HEADER = ("项目", "年初预算数", "调整数", "全年预算数", "全年执行数", "结余数")


def table(wrong: dict[tuple[int, int], float]) -> str:
    """A table of rows and their total, with figures at row and column replaced by wrong ones."""
    rows = [[a, d, a + d, e, a + d - e] for _, a, d, e in ROWS]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    lines = ["单位：万元\n", f"| {' | '.join(HEADER)} |", "|---" * len(HEADER) + "|"]
    for n, row in enumerate(rows):
        name = ROWS[n][0] if n < len(ROWS) else "合计"
        cells = [f"{wrong.get((n, m), value):.2f}" for m, value in enumerate(row)]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def linted(wrong: dict[tuple[int, int], float], lang: str = "zh") -> Report:
    text = f"# 某局2023年度项目支出绩效自评报告\n\n## 一、资金情况\n\n{table(wrong)}\n"
    return lint(Submission((document(text, "a.md"),)), book(), lang=lang)


def told(report: Report) -> list[Finding]:
    return [f for f in report.findings if f.rule.split("/")[0] in ("arithmetic", "budget")]


@pytest.mark.parametrize(
    ("wrong", "quote"),
    [
        ({(1, 2): 251.0}, "251.00"),
        ({(1, 3): 210.0}, "210.00"),
        ({(4, 0): 90.0}, "90.00"),
        ({(7, 2): 878.0}, "878.00"),
    ],
)
def test_one_figure_is_told_once(wrong: dict[tuple[int, int], float], quote: str) -> None:
    report = linted(wrong)
    (finding,) = told(report)
    assert (finding.quote, finding.severity) == (quote, Severity.error)
    assert "（同一个数还使另外" in finding.message
    failed = [
        v.verdict for v in report.verdicts if v.verdict.status is Status.failed and v.verdict.span
    ]
    places = {finding.span, *(related.span for related in finding.related)}
    assert {
        v.span for v in failed if v.values.keys() & {"whole.expected", "rest.expected"}
    } <= places


def test_one_calculation_is_told_once_however_it_is_turned() -> None:
    rows = "| 乙 | 30.00 | 28.00 | 3.00 |\n| 丙 | 20.00 | 20.00 | 0.00 |\n| 丁 | 10.00 | 7.50 | 2.50 |\n"
    text = f"某局绩效自评报告\n| 项目 | 到位（万元） | 支出（万元） | 结余（万元） |\n|---|---|---|---|\n| 甲 | 50.00 | 45.10 | 4.90 |\n{rows}"
    (finding,) = told(lint(Submission((document(text, "a.md"),)), book()))
    assert (finding.quote, finding.message[-1]) == ("3.00", "0")
    assert len(finding.related) == 2


def test_in_english() -> None:
    (finding,) = told(linted({(1, 2): 251.0}, "en"))
    assert finding.message.endswith("(2 more calculations fail by it)")


def test_two_figures_are_told_apart() -> None:
    quotes = [finding.quote for finding in told(linted({(1, 2): 251.0, (4, 3): 77.0}))]
    assert quotes == ["251.00", "809.00"]  # with two rows wrong none of them is told


def test_a_figure_and_a_total_off_by_something_else_are_told_apart() -> None:
    quotes = [finding.quote for finding in told(linted({(1, 4): 51.0, (7, 3): 890.0}))]
    assert "890.00" in quotes
    assert len(quotes) == 2


def test_right_tables_tell_nothing() -> None:
    assert told(linted({})) == []


@pytest.mark.parametrize(
    ("values", "amount"),
    [
        ({"whole": "887.00万元", "whole.expected": "923.00万元"}, 36.0),
        ({"whole": "1,887", "whole.expected": "1,923"}, 36.0),
        ({"whole": "无", "whole.expected": "923"}, None),
        ({"whole": "887"}, None),
        ({}, None),
    ],
)
def test_by_how_much(values: dict[str, str], amount: float | None) -> None:
    assert amount_off(Verdict(Status.failed, "", values=values)) == amount


def test_a_figure_that_differs_from_a_table_and_from_the_text_is_told_once() -> None:
    text = (
        "# 某局2023年度供水项目绩效自评报告\n\n## 一、项目概况\n\n主要建设内容为新建集中供水水厂16座，改造老旧管网84.6公里。\n\n## 二、完成情况\n\n"
        "| 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n"
        "| 新建集中供水水厂 | ≥16座 | 16座 | 10 | 10 |\n| 改造老旧管网 | ≥84.6公里 | 84.6公里 | 10 | 10 |\n\n"
        "## 三、产出\n\n全年新建集中供水水厂17座，改造老旧管网84.6公里。\n"
    )
    report = lint(Submission((document(text, "a.md"),)), book())
    found = [f for f in report.findings if f.quote == "17座"]
    failed = [v for v in report.verdicts if v.verdict.status is Status.failed]
    places = {r.span for v in failed for r in v.verdict.related}
    assert len(failed) > len(found) == 1
    assert {related.span for related in found[0].related} == places
    assert found[0].message.endswith("（另有1处也与它不同）")


def test_a_figure_that_another_place_and_a_calculation_refute_is_told_once() -> None:
    text = (
        "# 某局2023年度供水项目绩效自评报告\n\n## 一、预算执行\n\n调整预算2,969.50万元，全年支出决算2,918.70万元。\n\n"
        "## 二、过程\n\n调整预算2,969.50万元，全年支出决算2,918.50万元，预算执行率98.29%。\n"
    )
    report = lint(Submission((document(text, "a.md"),)), book())
    found = [f for f in report.findings if "2,918" in f.message]
    assert [f.quote for f in found] == ["2,918.50万元"]
    assert found[0].suggestion.startswith("“2,918.50万元”疑为2,918.70万元")
    assert found[0].message.endswith("（同一个数还使另外1处算式不成立）")


def test_a_calculation_that_holds_with_one_more_figure_is_not_told() -> None:
    text = "某局2023年度绩效自评报告\n本年下达300万元，上年结转340万元，支出312万元，年末结余328万元。\n"
    report = lint(Submission((document(text),)), book())
    assert any(v.verdict.status is Status.failed and v.verdict.needed for v in report.verdicts)
    assert told(report) == []
