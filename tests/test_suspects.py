"""Which figure of a failed calculation is told to be looked at first."""

from __future__ import annotations

import pytest

from linter.binding.sums.totals import Total, verdict
from linter.engine import lint
from linter.model import Finding, Status, Submission
from linter.opening import open_case
from tests.cases import book, document

HEAD = "某局2023年度供水项目绩效自评报告\n一、项目概况\n"
FUNDS = "项目全年预算1220.00万元，其中：中央资金620.00万元，省级配套资金300.00万元，县级财政资金250.00万元。\n"
TABLE = (
    "| 资金来源（单位：万元） | 全年预算数 | 全年执行数 |\n|---|---|---|\n{}"
    "| 中央资金 | 620.00 | 618.00 |\n| 省级配套资金 | 300.00 | 288.00 |\n"
    "| {} | {} | 244.00 |\n"
)
TOTAL = "| 年度资金总额 | 1220.00 | 1150.00 |\n"


def found(text: str, rule: str, lang: str = "zh") -> list[Finding]:
    report = lint(Submission((document(HEAD + text, "报告.md"),)), book(), lang=lang)
    return [finding for finding in report.findings if finding.rule == rule]


def suggestion(text: str, rule: str = "arithmetic/parts", lang: str = "zh") -> str:
    (finding,) = found(text, rule, lang)
    return finding.suggestion


def test_nothing_else_told_the_result_is_looked_at_first() -> None:
    assert suggestion(FUNDS).startswith("合计改为1170.00万元，或核对各分项")


def test_a_part_that_a_table_tells_as_it_should_be_is_looked_at_first() -> None:
    table = TABLE.format(TOTAL, "县级财政资金", "300.00")
    (finding,) = found(FUNDS + table, "arithmetic/parts")
    assert finding.suggestion.startswith(
        "“250.00万元”疑为300.00万元（另一处是这样写的，改后算式成立）；否则合计改为1170.00万元"
    )
    text = HEAD + FUNDS + table
    witness = finding.related[-1]
    assert witness.label == "elsewhere"
    assert text[witness.span.start - 11 : witness.span.end] == "| 县级财政资金 | 300.00"


@pytest.mark.parametrize(
    ("name", "amount"),
    [("镇级自筹资金", "300.00"), ("县级财政资金", "310.00")],
    ids=["other name", "other amount"],
)
def test_no_other_figure_vouches_for_a_part(name: str, amount: str) -> None:
    assert suggestion(FUNDS + TABLE.format("", name, amount)).startswith("合计改为1170.00万元")


def test_a_part_that_the_text_tells_again_as_it_should_be() -> None:
    again = "县级财政资金300.00万元按季度拨付。\n"
    assert suggestion(FUNDS + again).startswith("“250.00万元”疑为300.00万元")


def test_a_result_told_elsewhere_as_it_should_be_is_looked_at_first() -> None:
    again = "供水专项资金1170.00万元，县级财政资金300.00万元按季度拨付。\n"
    assert suggestion(FUNDS.replace("项目全年预算", "供水专项资金") + again).startswith(
        "合计改为1170.00万元"
    )


def test_a_whole_that_another_calculation_comes_to_is_not_the_wrong_one() -> None:
    spent = "截至年底，项目支出1158.00万元，结余62.00万元，合计1220.00万元。\n"
    assert suggestion(FUNDS + spent).startswith(
        "“1220.00万元”与另一处算出的相同，先核对其他各数；否则合计改为1170.00万元"
    )


def test_a_figure_that_two_calculations_accuse_is_looked_at_first() -> None:
    text = (
        "下达资金860.00万元，其中：项目支出370.00万元，基本支出510.00万元。\n"
        "项目支出由设备费120.00万元、材料费230.00万元组成，合计370.00万元。\n"
    )
    whole, part = found(text, "arithmetic/parts")
    assert (whole.quote, part.quote) == ("860.00万元", "370.00万元")
    assert whole.suggestion.startswith("“370.00万元”疑为350.00万元（改后相关的2处算式都成立）")
    assert part.suggestion.startswith("合计改为350.00万元")


def test_a_lead_is_told_in_the_language_asked_for() -> None:
    text = FUNDS + TABLE.format(TOTAL, "县级财政资金", "300.00")
    assert suggestion(text, lang="en").startswith("250.00万元 may be meant as 300.00万元")


def test_a_limit_says_nothing_of_what_a_figure_should_be() -> None:
    text = "发放问卷320份，收回有效问卷335份。\n另有问卷320份存档，有效问卷320份。\n"
    for finding in found(text, "arithmetic/part-within-whole"):
        assert "疑为" not in finding.suggestion


def test_a_list_with_a_part_without_a_bound_is_told_all_the_same() -> None:
    """Only that nothing is known of what its parts should be."""
    case, _ = open_case(
        document(f"{HEAD}甲镇300人、乙镇400人以上，共500人。\n", "a.md"), book(), None
    )
    first, second, whole = case.facts.by_dimension["person"]
    said = verdict(case, Total(whole, (first, second)))
    assert (said.status, said.needed) == (Status.failed, ())
