"""An earlier year's evaluation as the report of the year after tells it."""

from __future__ import annotations

import pytest

from linter.model import Severity
from tests.checks.verdicts import report

TITLE = "某局2023年度部门整体支出绩效评价报告\n"
OPENING = "我局对2023年度部门整体支出绩效进行了评价。\n二、评价结论\n{}三、其他需要说明的情况\n"
OWN = "综合评价得分92.40分，等级为“优”。\n"


def told(text: str, own: str = OWN) -> list[Severity]:
    """How severe what is said of the years of a text is."""
    whole = report("date/evaluated-year", OPENING.format(own) + text, title=TITLE)
    return [finding.severity for finding in whole.findings]


@pytest.mark.parametrize(
    "text",
    [
        "2022年度部门整体支出绩效评价得分90.68分，两年指标不完全相同。",
        "2022年度部门整体支出绩效评价由第三方机构实施，得分88分。",
        "2022年度部门整体支出绩效评价等级为“良”。",
        "2022年度部门整体支出绩效评价中，我局被评为良好。",
        "2022年度部门整体支出绩效评价共指出问题4个，其中3个已整改。",
        "2022年度部门整体绩效评价结果已在年初部门预算中应用。",
        "2022年度绩效自评报告已在门户网站公开。",
        "对2022年度部门整体支出绩效评价反馈的3个问题，逐项整改。",
        "按照2022年度部门整体支出绩效评价反馈意见，修订办法2个。",
        "完成2022年度部门整体支出绩效评价整改任务3项。",
        "表8 2022年度部门整体支出绩效评价问题整改情况表",
        "在区财政局组织的2022年度部门整体支出绩效评价中得分88分。",
        "区财政局对2022年度部门整体支出绩效进行了评价，评价等级为良。",
        "2021年度绩效自评得分92分，2022年度绩效自评得分94.2分，逐年提高。",
        "2022年度绩效自评由我局自行组织，2023年度改由第三方机构实施。",
        "四、上年度评价结果及整改\n2022年度部门整体支出绩效评价情况如下：",
        "2023年8月，区财政局委托第三方机构对我局2022年度部门整体支出绩效进行了评价。",
    ],
)
def test_what_it_came_to_leaves_the_year_its_own(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "2022年度部门整体支出绩效评价得分92.40分，等级为优。",
        "2022年度部门整体支出绩效评价综合得分92.4分，两年指标不完全相同。",
        "现将2022年度部门整体支出绩效评价情况报告如下。",
        "2022年度部门整体支出绩效评价结果如下：",
        "根据区财政局要求，我局完成了2022年度部门整体支出绩效自评，发现问题3个。",
    ],
)
def test_the_report_s_own_mark_or_work_does_not(text: str) -> None:
    assert told(text) == [Severity.error]


def test_a_mark_in_a_report_that_tells_no_own_one_is_doubted() -> None:
    text = "2022年度部门整体支出绩效评价得分90.68分。"
    assert told(text, own="各项指标已完成。\n") == [Severity.warning]


@pytest.mark.parametrize(
    "text",
    [
        "2022年度部门整体支出绩效评价得分90.68分，在42个部门中列第8位。",
        "2022年度部门整体支出绩效评价由第三方机构实施，得分88分。",
    ],
)
def test_a_mark_beside_others_ranks_is_not(text: str) -> None:
    assert told(text, own="各项指标已完成。\n") == []


def test_a_report_that_tells_more_of_the_year_of_its_title_is_of_that() -> None:
    text = "2022年度绩效自评的问题已整改。2022年度绩效自评中我局得优。"
    told_of = report("date/evaluated-year", f"2023年支出{text}2023年结余2万元。2023年到位。")
    assert [finding.severity for finding in told_of.findings] == []
