"""Which figure of a failed calculation is told to be looked at first."""

from __future__ import annotations

import pytest

from linter.binding.sums.totals import Total, verdict
from linter.engine import lint
from linter.judging.opening import open_case
from linter.model import Finding, Status, Submission
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
        "“250.00万元”疑为300.00万元（另一处是这样写的，改后算式成立）；若不是，再核对"
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
        "另一处用“1220.00万元”算得通，先核对其他各数；否则合计改为1170.00万元"
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


def test_the_only_figure_that_is_one_slip_away_is_looked_at_first() -> None:
    text = "从2024年起，每月补助由300元提高到30元，提高20%。\n"
    assert suggestion(text, "arithmetic/growth").startswith(
        "“30元”疑为360元（改后相关的2处算式都成立）；若不是"
    )
    assert not found(text, "arithmetic/direction")
    rate = "普查，全镇渠道总长186.0公里，其中已衬砌的89.8公里，衬砌率42.9%。\n"
    assert suggestion(rate, "arithmetic/completion").startswith("“89.8公里”疑为79.8公里")


@pytest.mark.parametrize(
    "text",
    [
        "从2024年起，每月补助由300元提高到360元，提高26%。\n",
        "从2024年起，每月补助由300元提高到310元，提高20%。\n补助310元按月发放。\n",
        "从2024年起，每户补助由3元提高到4元，提高90%。\n",
    ],
    ids=["the result is one too", "told again as it is", "too few digits"],
)
def test_no_figure_is_accused_where_more_may_be_wrong(text: str) -> None:
    assert "疑为" not in suggestion(text, "arithmetic/growth")


def test_a_figure_keeps_its_thousands_marks() -> None:
    text = "设备费8,000万元、县级自筹6,400万元，合计12,600万元。\n"
    assert suggestion(text).startswith("“6,400万元”疑为4,600万元（只差一处笔误")


def test_of_two_amounts_in_other_units_one_is_told_in_the_wrong_one() -> None:
    text = "水费收入由2022年的412.00万元增加到463.50亿元，增长12.50%。\n"
    assert suggestion(text, "arithmetic/growth").startswith(
        "“412.00万元”和“463.50亿元”的单位疑有一个写错（改成同一单位后算式成立）；若不是"
    )


def test_a_total_told_elsewhere_is_no_slip_beside_a_part_that_is_one() -> None:
    text = (
        "项目支出1,278.42万元。\n支出1,278.42万元的构成为：管网维修费812.18万元、设备购置费430.00万元、"
        "监理费36.42万元。\n"
    )
    assert suggestion(text).startswith("“36.42万元”疑为36.24万元")


MARKS = (
    "自评总分{}分，其中产出指标20分。\n"
    "| 一级指标 | 三级指标 | 分值 | 得分 |\n|---|---|---|---|\n| 产出 | 检测批次 | 3 | 3.12 |\n"
    "| 产出 | 修缮水池 | 10 | 10.00 |\n| 效益 | 受益人口 | 87 | 84.00 |\n| 合计 |  | 100 | 97.00 |\n"
)


def test_a_mark_above_its_full_mark_is_told_with_the_total_that_needs_it() -> None:
    report = lint(Submission((document(HEAD + MARKS.format(97), "报告.md"),)), book())
    (finding,) = [f for f in report.findings if "3.12" in f.message]
    assert (finding.rule, finding.quote) == ("score/within-full-marks", "3.12")
    assert finding.message.endswith("（同一个数还使另外1处算式不成立）")
    assert finding.suggestion.startswith("“3.12”疑为3.00（改后相关的2处算式都成立）；否则得分")


WORKERS = "施工期间共吸纳群众务工26人，其中脱贫劳动力97人；本镇的271人，占{}人的94.8%。\n"


def test_a_broken_bound_is_told_with_the_like_figure_that_keeps_it() -> None:
    text = WORKERS.format("务工总人数286")
    (finding,) = found(text, "arithmetic/part-within-whole")
    assert finding.suggestion.startswith(
        "“26人”疑为286人（另一处是这样写的，只差一处笔误）；若不是"
    )
    witness = finding.related[-1]
    assert (HEAD + text)[witness.span.start : witness.span.end] == "286人"


@pytest.mark.parametrize("other", ["务工总人数296", "全镇286"], ids=["no slip", "other words"])
def test_no_unlike_figure_vouches_for_a_broken_bound(other: str) -> None:
    text = WORKERS.format(other).replace("26人", "28人" if other.endswith("296") else "26人")
    assert "疑为" not in suggestion(text, "arithmetic/part-within-whole")
