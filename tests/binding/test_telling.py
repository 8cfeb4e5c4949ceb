"""What is told of a figure: the arithmetic, what is needed in its stead, and what a pass says."""

import pytest

import linter

TITLE = "某镇2023年度绩效自评报告\n"


def told(rule: str, text: str) -> list[linter.Verdict]:
    report = linter.lint(TITLE + text, select=[rule])
    return [said.verdict for said in report.verdicts]


def test_pass_shows_an_equation_that_holds() -> None:
    text = "渔业产值由1.00亿元增加到1.04亿元，增加0.04亿元，增长4%。\n"
    assert [v.calculation for v in told("arithmetic/growth", text)] == [
        "1.04亿元 ÷ 1.00亿元 − 1 = 4% ✓"
    ]


def test_what_only_rounding_lets_hold_is_no_pass_among_other_figures() -> None:
    text = "渔业产值0.04亿元，林业产值6.76亿元，服务业产值1.04亿元，增长3.6%。\n"
    (verdict,) = told("arithmetic/growth", text)
    assert (verdict.status, verdict.subject) == ("not_evaluated", "3.6%")


@pytest.mark.parametrize(
    "text",
    [
        "全县从业人员5.4万人，培训不少于150人，培训合格率不低于90%。\n",
        "计划培训200人，实际培训超过150人，完成率为90%。\n",
        "任务数至少300人，全年完成240人，完成率为70%。\n",
    ],
)
def test_open_operands_let_nothing_pass(text: str) -> None:
    assert all(verdict.status != "pass" for verdict in told("arithmetic/completion", text))


def test_an_open_figure_passes_but_is_not_computed_anew() -> None:
    text = "参训人数由上年的100人增加到125人，增长超过20%。\n"
    (verdict,) = told("arithmetic/growth", text)
    assert (verdict.status, verdict.recomputed) == ("pass", False)


@pytest.mark.parametrize(
    ("rate", "calculation", "recomputed"),
    [
        ("96.10%", "480.5万元 ÷ 500万元 = 96.10% ✓", True),
        ("96.1%", "480.5万元 ÷ 500万元 = 96.1% ✓", True),
        ("96.01%", "480.5万元 ÷ 500万元 = 96.10% ≈ 96.01% ✓", False),
    ],
)
def test_recomputed_is_what_comes_out_as_printed(
    rate: str, calculation: str, recomputed: bool
) -> None:
    text = f"预算500万元，实际到位480.5万元，资金到位率{rate}。\n"
    (verdict,) = told("budget/arrival-rate", text)
    assert (verdict.calculation, verdict.recomputed) == (calculation, recomputed)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("budget/bounded-rate", "收回有效问卷300份，群众满意度93.50%。\n"),
        ("budget/within-funds", "预算500万元，支出445.96万元。\n"),
        ("evidence/satisfaction", "通过问卷调查，群众满意度93.50%。\n"),
        ("date/forward", "2023年11月1日至2023年11月30日实施。\n"),
    ],
)
def test_bounds_presence_and_order_say_nothing_of_a_value(rule: str, text: str) -> None:
    assert not any(verdict.recomputed for verdict in told(rule, text))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("arithmetic/parts", "培训360人，其中男性200人、女性160人。\n"),
        ("consistency/count", "开展了三项工作：修渠、筑路、架桥。\n"),
    ],
)
def test_sums_and_counts_are_recomputed(rule: str, text: str) -> None:
    assert [verdict.recomputed for verdict in told(rule, text)] == [True]


@pytest.mark.parametrize(
    ("printed", "needed"),
    [("7.52%", "8.00%"), ("7.5%", "8.0%"), ("7%", "8%")],
)
def test_what_is_needed_has_the_decimals_of_what_is_printed(printed: str, needed: str) -> None:
    text = f"培训人数由上年的450人增加到486人，增长{printed}。\n"
    (finding,) = linter.lint(TITLE + text, select=["arithmetic/growth"]).findings
    assert f"应为{needed}，" in finding.message
    assert finding.calculation == f"486人 ÷ 450人 − 1 = {needed}"


def test_the_arithmetic_keeps_a_decimal_more_where_it_says_more() -> None:
    text = "入库1863万元，比上年增收327万元，增长31.3%。\n"
    (finding,) = linter.lint(TITLE + text, select=["arithmetic/growth"]).findings
    assert "应为21.3%，" in finding.message
    assert finding.calculation.endswith("= 21.29%")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("群众满意度93.50%", "满意度"),
        ("满意率为93.50%", "满意率"),
        ("问卷满意率达到93.50%", "满意率"),
    ],
)
def test_a_rate_is_told_by_its_name(words: str, name: str) -> None:
    text = f"收回有效问卷300份，其中满意279份，{words}。\n"
    (finding,) = linter.lint(TITLE + text, select=["arithmetic/completion"]).findings
    assert finding.message.startswith(f"{name}93.50%应为93.00%")


@pytest.mark.parametrize(
    ("total", "severity"),
    [
        ("605", "error"),  # one digit
        ("56", "error"),  # one digit lost
        ("640", "error"),  # not far
        ("1930", "warning"),
    ],
)
def test_what_is_far_off_by_no_slip_is_a_doubt(total: str, severity: str) -> None:
    text = f"{TITLE}=300万元＋260万元＝{total}万元，其中市级300万元、县级260万元。\n"
    report = linter.lint(text, select=["arithmetic/formula"])
    told_so = [f.severity.name for f in report.findings if f.rule == "arithmetic/formula"]
    assert told_so == [severity]
