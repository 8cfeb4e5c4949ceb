"""Dates that exist, periods that run forward, the evaluated year."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import UNJUDGED, Said, verdicts


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        ("date/valid", "2020年2月29日验收。", (Status.passed, "报告.txt", "2处日期均存在 ✓")),
        ("date/valid", "2021年2月29日验收。", (Status.failed, "2021年2月29日", "日历上没有这一天")),
        ("date/valid", "6月31日招标。", (Status.failed, "6月31日", "日历上没有这一天")),
        ("date/forward", "实施期为2016年1月起至2016年12月止。",
         (Status.passed, "2016年1月起至2016年12月止", "2016-01-01 ≤ 2016-12-31 ✓")),
        ("date/forward", "实施期为2023年12月至2023年1月。",
         (Status.failed, "2023年12月至2023年1月", "2023-12-01 > 2023-01-31")),
        ("date/forward", "规划期2020-2016年。", (Status.failed, "2020-2016年", "2020-01-01 > 2016-12-31")),
        ("date/evaluated-year", "截至2023年12月31日，已支付。", (Status.passed, "2023", "此处为2023年，标题为2023年 ✓")),
        ("date/evaluated-year", "截至2022年12月31日，已支付。", (Status.failed, "2022", "此处为2022年，标题为2023年")),
        ("date/evaluated-year", "开展2022年度绩效自评工作。", (Status.failed, "2022", "此处为2022年，标题为2023年")),
    ],
)  # fmt: skip
def test_verdict(rule: str, text: str, said: Said) -> None:
    assert verdicts(rule, text) == [said]


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
