"""What is told of a figure that fits: the arithmetic by which it does."""

import linter


def test_pass_shows_an_equation_that_holds() -> None:
    text = "某镇2023年度绩效自评报告\n渔业产值0.04亿元，林业产值6.76亿元，服务业产值1.04亿元，增长3.6%。\n"
    report = linter.lint(text, select=["arithmetic/growth"])
    assert [v.verdict.calculation for v in report.verdicts if v.verdict.subject == "3.6%"] == [
        "0.04亿元 ÷ 1.04亿元 = 3.85% ✓"
    ]
