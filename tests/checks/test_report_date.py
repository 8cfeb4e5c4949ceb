"""When a report was written."""

from __future__ import annotations

import pytest

from linter.judging.document import checked
from linter.model import Status
from tests.cases import book, case
from tests.checks.told import told
from tests.checks.verdicts import Said, report, verdicts

RULE = "date/report"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("某局\n2024年1月1日", (Status.passed, "2024年1月1日", "在2023年12月31日之后 ✓")),
        (
            "某局\n2023年12月31日",
            (Status.failed, "2023年12月31日", "而评价期到2023年12月31日才结束"),
        ),
        ("某局\n2024年9月30日", (Status.passed, "2024年9月30日", "在2023年12月31日之后 ✓")),
        ("某局\n2024年10月1日", (Status.failed, "2024年10月1日", "距2023年度结束已超过9个月")),
        ("某局\n2023年2月30日", (Status.not_applicable, "", "没有这条规则要核对的内容")),
    ],
)
def test_edges_of_the_time_in_which_reports_are_written(text: str, said: Said) -> None:
    assert verdicts(RULE, text) == [said]


@pytest.mark.parametrize(
    ("title", "quotes"),
    [
        ("某局2023年上半年绩效自评报告\n", []),
        ("某局2021—2023年绩效自评报告\n", ["2023年7月1日"]),
        ("某局二〇二三年度绩效自评报告\n", ["2023年7月1日"]),
        ("某局2022—2023学年绩效自评报告\n", []),
        ("某局2022年度绩效自评报告（2023年7月）\n", []),
        ("某局绩效自评报告（2023年7月）\n", []),
        ("某局绩效自评报告\n2023年度，已支付。\n", []),
    ],
)
def test_period_is_that_of_the_title(title: str, quotes: list[str]) -> None:
    assert [f.quote for f in report(RULE, "某局\n2023年7月1日", title=title).findings] == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("评价小组2023年6月收集资料，随即核分。", ["2023年6月"]),
        ("本报告于2023年11月8日定稿。", ["2023年11月8日"]),
        ("评价小组2024年2月收集资料，随即核分。", []),
        ("评价小组2023年3月收集2022年度的资料，随即核分。", []),
        ("自评小组2023年6月下乡巡护。", []),
    ],
)
def test_the_evaluation_is_none_of_its_own_year(text: str, quotes: list[str]) -> None:
    assert [f.quote for f in report(RULE, text).findings] == quotes


def test_one_date_in_time_is_enough() -> None:
    assert told(RULE, "填报日期：2024年2月\n已支付。\n某局\n2023年2月1日") == []
    assert told(RULE, "2024年12月1日，我局组织了绩效评价培训。\n某局\n2024年2月1日") == []


def test_dates_far_from_the_end_are_no_signature() -> None:
    lines = "\n".join(f"第{n}批设备已交付。" for n in range(20))
    assert told(RULE, f"合同签订时间\n2023年2月1日\n{lines}") == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("2024年3月3日汇总打分。\n某局\n2024年3月2日", ["2024年3月2日"]),
        ("2024年3月3日汇总打分。\n某局\n2024年3月3日", []),
        ("2024年3月3日汇总打分。\n某局\n2024年3月", []),
        ("2024年3月3日前汇总打分。\n某局\n2024年3月2日", []),
        ("填报日期：2024年4月\n2024年3月3日汇总打分。\n某局\n2024年3月2日", []),
        ("2023年9月3日现场核查工程量。\n某局\n2024年3月2日", []),
    ],
)
def test_signature_follows_the_steps_of_the_evaluation(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes


FORM = "附件2\n\n{} \n\n| 项目名称 | 修渠 |\n|---|---|\n| 资金 | 12万元 |\n| 填报时间 | {} |\n"


@pytest.mark.parametrize(
    ("name", "day", "quotes"),
    [
        ("项目支出绩效自评表（2022年度）", "2022年2月20日", ["2022年2月20日"]),
        ("项目支出绩效自评表（2022年度）", "2023年2月20日", []),
        ("项目支出绩效目标申报表（2022年度）", "2021年11月20日", []),
    ],
)
def test_a_form_has_its_date_in_the_cell_behind_its_label(
    name: str, day: str, quotes: list[str]
) -> None:
    opened = case(FORM.format(name, day))
    rule = next(rule for rule in book().rules if rule.id == RULE)
    failed = [v for v in checked(rule, opened) if v.status is Status.failed]
    assert [v.subject for v in failed] == quotes
