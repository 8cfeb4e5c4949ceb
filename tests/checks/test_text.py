"""Patterns that must not occur."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import Said, report, verdicts


@pytest.mark.parametrize(
    ("rule", "text", "said"),
    [
        ("typography/deadline", "截至2018年12月31日，资金已支付。", (Status.passed, "报告.txt", "")),
        ("typography/deadline", "截止2018年12月31日，资金已支付。", (Status.failed, "截止", "")),
        ("structure/template-remnant", "一、主要问题（200字以内）\n进度慢。", (Status.failed, "（200字以内）", "")),
        ("structure/template-remnant", "下达XX万元。", (Status.failed, "XX万元", "")),
        ("arithmetic/malformed", "支出7,00.0,77万元。", (Status.failed, "7,00.0,77万元", "")),
        ("date/relative-time", "2024年3月组织自评。今年签约38个。", (Status.failed, "今年", "")),
        ("date/relative-time", "2024年3月组织自评。比上年多。", (Status.passed, "报告.txt", "")),
        ("date/relative-time", "2024年3月组织自评。2021年、2022年各签约20个、30个，比前年多。",
         (Status.passed, "报告.txt", "")),
        ("date/relative-time", "2024年3月组织自评。去年签约38个，2022年另有3个。", (Status.failed, "去年", "")),
        ("date/relative-time", "2024年3月组织自评。住户说“比去年多浇20亩”。", (Status.passed, "报告.txt", "")),
        ("date/relative-time", "2024年3月组织自评。今年建成12处（“今年”均指2023年）。",
         (Status.not_applicable, "报告.txt", "成文年份与评价年度相同或不明，或已写明“今年”所指")),
        ("date/relative-time", "今年签约38个。",
         (Status.not_applicable, "报告.txt", "成文年份与评价年度相同或不明，或已写明“今年”所指")),
    ],
)  # fmt: skip
def test_verdict(rule: str, text: str, said: Said) -> None:
    assert verdicts(rule, text) == [said]


def test_every_place_is_told_with_its_mended_words() -> None:
    found = report("typography/deadline", "截止5月底，到位3万元；截止目前，支付2万元。").findings
    assert [(f.quote, f.fix) for f in found] == [("截止", "截至"), ("截止", "截至")]
    assert len({f.fingerprint for f in found}) == 2


def test_what_recurs_may_be_told_once() -> None:
    first, other = report("typography/doubled-mark", "甲，，乙；丙。。丁，，戊。").findings
    assert (first.quote, first.fix, len(first.related)) == ("，，", "，", 1)
    assert (other.quote, other.related) == ("。。", ())
    assert "2处" in first.message


def test_tables_are_left_out_of_prose() -> None:
    text = "| 指标 | 偏差原因（100字以内） |\n|---|---|\n| 进度 | 天气 |"
    assert [s for s in verdicts("structure/template-remnant", text) if s[0] is Status.failed] == []
