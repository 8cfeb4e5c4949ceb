"""Dates that exist, periods that run forward, the evaluated year."""

from __future__ import annotations

import pytest

from linter.model import Severity, Status
from tests.checks.verdicts import UNJUDGED, Said, report, verdicts


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        ("date/valid", "2020年2月29日验收。", (Status.passed, "报告.txt", "2处日期均存在 ✓")),
        ("date/valid", "2021年2月29日验收。", (Status.failed, "2021年2月29日", "")),
        ("date/valid", "6月31日招标。", (Status.failed, "6月31日", "")),
        ("date/forward", "实施期为2016年1月起至2016年12月止。",
         (Status.passed, "2016年1月起至2016年12月止", "2016年1月1日 ≤ 2016年12月31日 ✓")),
        ("date/forward", "实施期为2023年12月至2023年1月。",
         (Status.failed, "2023年12月至2023年1月", "2023年12月1日 > 2023年1月31日")),
        ("date/forward", "规划期2020-2016年。", (Status.failed, "2020-2016年", "2020年1月1日 > 2016年12月31日")),
        ("date/evaluated-year", "截至2023年12月31日，已支付。", (Status.passed, "2023", "此处为2023年，标题为2023年 ✓")),
        ("date/evaluated-year", "截至2022年12月31日，已支付。", (Status.failed, "2022", "此处为2022年，标题为2023年")),
        ("date/evaluated-year", "开展2022年度绩效自评工作。", (Status.failed, "2022", "此处为2022年，标题为2023年")),
    ],
)  # fmt: skip
def test_verdict(rule: str, text: str, said: Said) -> None:
    assert verdicts(rule, text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "2022年度同类项目的自评报告曾以完成投资计算执行率。",
        "2022年度绩效自评中反映的问题已整改。",
        "财政局对我局2021年度部门整体支出开展了重点评价。",
        "截至2022年12月31日，建成充电桩1200个。2023年新建380个。",
        "截至2022年底，尚有危房46户。本年改造46户。",
        "今后将提前谋划2024年度绩效自评工作。",
        "编制2024年度绩效目标时，与预算同步申报。",
        "服务合同截至2024年12月31日。",
    ],
)
def test_another_year_may_have_its_own(text: str) -> None:
    told = verdicts("date/evaluated-year", f"开展2023年度绩效自评。\n{text}")
    assert [status for status, _, _ in told] == [Status.passed]


@pytest.mark.parametrize(
    "text",
    [
        "2023年到位，截至2022年12月31日，支出480万元。",
        "截至2024年12月31日，支出480万元。",
        "现将2022年度部门整体支出绩效自评情况报告如下。",
        "对照2022年度绩效目标，各项均已完成。",
        "表1 2022年度项目支出绩效自评表",
    ],
)
def test_another_year_in_place_of_the_report_s_own_is_told(text: str) -> None:
    told = verdicts("date/evaluated-year", f"开展2023年度绩效自评。\n{text}")
    assert [status for status, _, _ in told] == [Status.passed, Status.failed]


_WORKS = "2023年3月批复立项，{year}年8月20日完工。\n{text}\n某县水利局\n{signed}"


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("截至2024年12月31日，支出480万元。", "2025年3月15日"),
        ("评价基准日：2024年12月31日\n截至2024年底，全部验收。", "二〇二五年四月十二日"),
        ("评价时段：2023年1月1日至2024年12月31日", "2025年6月3日"),
        ("截至2024年12月31日，支出480万元。\n截至2024年底，全部验收。", ""),
    ],
)
def test_a_project_of_one_year_may_be_evaluated_up_to_a_later_day(text: str, signed: str) -> None:
    told = verdicts("date/evaluated-year", _WORKS.format(year=2024, text=text, signed=signed))
    assert Status.failed not in {status for status, _, _ in told}


@pytest.mark.parametrize(
    ("year", "text", "signed"),
    [
        (2024, "截至2024年12月31日，支出480万元。", "2024年3月15日"),
        (2023, "截至2024年12月31日，支出480万元。", "2025年3月15日"),
        (2024, "截至2024年12月31日，支出480万元。", ""),
        (2024, "截至2023年底，支出460万元。\n截至2024年12月31日，支出480万元。", "2025年3月15日"),
        (2024, "截至2024年12月31日，支出480万元。\n开展2024年度绩效自评。", "2025年3月15日"),
    ],
)
def test_a_later_day_is_told_where_nothing_speaks_for_it(year: int, text: str, signed: str) -> None:
    told = verdicts("date/evaluated-year", _WORKS.format(year=year, text=text, signed=signed))
    assert Status.failed in {status for status, _, _ in told}


def test_a_title_whose_year_stands_nowhere_else_is_told_against_it() -> None:
    text = "2022年度绩效自评中有三项。\n2022年度绩效自评的分数为93分。"
    told = verdicts("date/evaluated-year", text)
    assert [status for status, _, _ in told] == [Status.failed, Status.failed]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("2023年1月5日到货，2月29日发完。", ["2月29日"]),
        ("2021年5月5日到货，2月29日发完。", ["2月29日"]),
        ("2023年5月5日到货，2月29日发完。", []),
        ("2024年1月5日到货，2月29日发完。", []),
        ("2023年1月5日到货，次年2月29日发完。", []),
        ("2024年评2022年度的资金，2月29日结束。", []),
        ("2月29日发完。", []),
    ],
)
def test_a_leap_day_is_of_the_year_that_is_told_before_it(text: str, quotes: list[str]) -> None:
    told = verdicts("date/valid", text, title="某局绩效自评报告\n")
    assert [quote for status, quote, _ in told if status is Status.failed] == quotes


def test_every_day_that_does_not_exist_is_told() -> None:
    assert [quote for _, quote, _ in verdicts("date/valid", "2月30日开工，4月31日完工。")] == [
        "2月30日",
        "4月31日",
    ]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("date/valid", "已验收。"),
        ("date/forward", "2023年验收。"),
        ("date/forward", "3月至5月验收。"),
        ("date/evaluated-year", "2022年度结转资金30万元，绩效自评已完成。"),
    ],
)
def test_without_a_date_nothing_is_judged(rule: str, text: str) -> None:
    assert {status for status, _, _ in verdicts(rule, text, title="某局绩效自评报告\n")} <= {
        *UNJUDGED, Status.passed,
    }  # fmt: skip


def test_report_without_a_year_cannot_be_held_against_it() -> None:
    found = verdicts("date/evaluated-year", "已支付。", title="某局绩效自评报告\n")
    assert found == [(Status.not_evaluated, "报告.txt", "没有写明评价年度")]


@pytest.mark.parametrize(("year", "doubted"), [(2024, True), (2021, False)])
def test_a_notice_may_bear_the_year_of_its_own(year: int, doubted: bool) -> None:
    notice = f"根据《关于开展{year}年度财政支出绩效自评工作的通知》，我局开展了自评。"
    (found,) = report("date/evaluated-year", notice).findings
    assert (found.severity is Severity.warning) is doubted
