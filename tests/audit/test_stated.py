"""What a submission states of itself: whose it is, its figures, its form's rows."""

from __future__ import annotations

import pytest

from linter import reading, rulebook
from linter.audit import identity, stated
from linter.binding.case import Case
from linter.judging.opening import open_case
from linter.season import Figures, Key

BOOK = rulebook.load()
FORM = """# 项目支出绩效自评表

| 项目名称 | 灌溉渠项目 | 主管部门 | 青山县水利局 | 实施单位 | 青山县水利站 |
|---|---|---|---|---|---|

| 项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
|---|---|---|---|---|---|---|
| 年度资金总额 | 100.00 | 120.00 | 118.00 | 10 | 98.33% | 9.83 |
| 其中：当年财政拨款 | 100.00 | 100.00 | 98.00 | — | — | — |

| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施 |
|---|---|---|---|---|---|---|---|
| 产出指标 | 数量指标 | 渠道长度 | ≥12公里 | 12公里 | 50 | 50 | |
| | 质量指标 | 验收合格率 | ≥95% | 93% | 40 | 38 | 一处返工 |
| 总分 | | | | | 100 | 97.83 | |
"""


def case(text: str, name: str = "a.md") -> Case:
    (document,) = reading.documents(name, text.encode(), BOOK.header_words)
    return open_case(document, BOOK)[0]


def figures(text: str, name: str = "a.txt") -> Figures:
    return stated.values(stated.figures([case(text, name)]))


def test_a_form_states_the_row_of_the_whole() -> None:
    told = figures(FORM, "a.md")
    assert (told.budget, told.executed, told.rate) == ("1200000", "1180000", "0.9833")


def test_the_rows_of_a_form_are_as_printed() -> None:
    first, second = stated.indicators([case(FORM)])
    assert (first.first, first.second, first.third, first.target) == ("产出指标", "数量指标", "渠道长度", "≥12公里")  # fmt: skip
    assert (second.first, second.full, second.done, second.mark, second.reason) == ("产出指标", "40", "93%", "38", "一处返工")  # fmt: skip


def test_a_form_says_whose_it_is() -> None:
    assert identity.key([case(FORM)]) == Key(
        unit="青山县水利站", project="灌溉渠项目", department="青山县水利局"
    )


@pytest.mark.parametrize(
    ("text", "department"),
    [
        ("主管部门：青山县水利局", "青山县水利局"),
        ("主管部门  青山县水利局", "青山县水利局"),
        ("主管部门（盖章）：农业农村科", "农业农村科"),
        ("项目经主管部门研究后立项实施。", ""),
        ("由主管部门负责日常监管。", ""),
        ("主管部门组织了验收，部门名称不详。", ""),
        ("报主管部门备案后实施。", ""),
        ("会同主管部门青山县水利局验收。", ""),
    ],
)
def test_the_department_is_read_from_a_field_and_not_from_prose(text: str, department: str) -> None:
    assert identity.key([case(f"{HEAD}{text}\n", "a.txt")]).department == department


@pytest.mark.parametrize(
    "text", ["项目由实施单位严格按计划推进。", "项目编码,预算单位,业务处室\n1,,\n"]
)
def test_words_behind_a_label_in_prose_or_a_header_are_no_unit(text: str) -> None:
    assert identity.key([case(text, "a.csv" if "," in text else "a.txt")]).unit == ""


def test_a_notice_names_no_project() -> None:
    title = "关于开展2023年度项目支出绩效自评工作的通知"
    assert identity.key([case(f"{title}\n各预算单位：\n请按时报送。\n")]) == Key()


@pytest.mark.parametrize(
    ("text", "budget"),
    [
        ("年初预算200.00万元，年中追加87.04万元，全年预算数287.04万元。", "2870400"),
        ("年初预算数为200万元，追加预算87.04万元，调整后预算数为287.04万元。", "2870400"),
        ("年初预算200万元。当年预算安排150万元，已全部执行。", "1500000"),
        ("年初预算安排200万元，全年实际支出190万元。", "2000000"),
        ("年初预算200万元，项目预算180万元。", ""),
        ("全年预算数200万元；调整后预算数180万元。", ""),
    ],
)
def test_of_several_budgets_the_one_last_valid_is_read(text: str, budget: str) -> None:
    assert figures(f"{HEAD}{text}\n").budget == budget


HEAD = "青山县水利局2023年度灌溉渠项目绩效自评报告\n一、项目概况\n"


@pytest.mark.parametrize(
    ("sentence", "budget", "executed"),
    [
        ("全年预算数120万元，实际支出118万元。", "1200000", "1180000"),
        ("项目预算资金为120万元，全年执行118万元。", "1200000", "1180000"),
        ("预算安排共计120.5万元；累计支付118.25万元。", "1205000", "1182500"),
        ("其中：预算安排20万元。", "", ""),
        ("上年预算数为100万元，上年支出90万元。", "", ""),
        ("预算数120万元，调整后预算数130万元。", "", ""),
        ("计划支出118万元。", "", ""),
        ("实际支出约118万元。", "", ""),
        ("人员支出30万元，设备支出40万元。", "", ""),
        ("补助资金120万元。", "", ""),
    ],
)
def test_running_text_states_only_what_is_plain(sentence: str, budget: str, executed: str) -> None:
    told = figures(HEAD + sentence)
    assert (told.budget, told.executed) == (budget, executed)


def test_score_and_grade_are_the_reports_own() -> None:
    told = figures(f"{HEAD}自评得分95.60分，等级为“优秀”。")
    assert (told.score, told.grade) == ("95.6", "优")


@pytest.mark.parametrize(
    ("title", "unit", "project"),
    [
        ("青山县水利局2023年度灌溉渠项目绩效自评报告", "青山县水利局", "灌溉渠项目"),
        ("附件2：关于青山县水利局2023年灌溉渠项目支出绩效自评的报告", "青山县水利局", "灌溉渠"),
        ("青山县水利局2023年度部门整体支出绩效自评报告", "青山县水利局", ""),
        ("2023年度灌溉渠项目绩效自评报告", "", "灌溉渠项目"),
        ("工作总结", "", ""),
    ],
)
def test_a_title_says_whose_a_report_is(title: str, unit: str, project: str) -> None:
    key = identity.key([case(f"{title}\n一、项目概况\n已完工。\n")])
    assert (key.unit, key.project) == (unit, project)


def test_a_signature_says_whose_a_report_is() -> None:
    text = "2023年度灌溉渠项目绩效自评报告\n一、项目概况\n已完工。\n青山县水利局\n2024年3月5日\n"
    assert identity.key([case(text)]).unit == "青山县水利局"


@pytest.mark.parametrize(
    ("path", "unit", "region", "department"),
    [
        ("青山县/水利局/灌溉渠", "水利局", "青山县", ""),
        ("青山县/水利局", "水利局", "青山县", ""),
        ("青山县/农业农村局/水利站/灌溉渠", "水利站", "青山县", "农业农村局"),
        ("报告.txt", "", "", ""),
        ("第一批/灌溉渠", "", "", ""),
    ],
)
def test_folders_say_what_a_report_does_not(
    path: str, unit: str, region: str, department: str
) -> None:
    key = identity.placed(Key(), path)
    assert (key.unit, key.region, key.department) == (unit, region, department)
