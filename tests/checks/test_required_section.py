"""The profile's chapters are there."""

from __future__ import annotations

from linter.model import Severity, Status
from tests.checks.verdicts import report, verdicts

RULE = "structure/required-chapters"
ALL = "一、项目概况\n修路。\n二、绩效目标完成情况\n已完成。\n三、评价结论\n优。"
LACKING = "一、项目概况\n修路。\n二、资金管理\n规范。\n三、自评结果\n优。"


def test_chapters_that_are_there() -> None:
    assert verdicts(RULE, ALL) == [
        (Status.passed, "一、项目概况", "有“项目概况” ✓"),
        (Status.passed, "二、绩效目标完成情况", "有“绩效目标完成情况” ✓"),
        (Status.passed, "三、评价结论", "有“评价结论” ✓"),
    ]


def test_absence_is_placed_at_the_last_heading() -> None:
    failed = [said for said in verdicts(RULE, LACKING) if said[0] is Status.failed]
    assert failed == [
        (Status.failed, "三、自评结果", "标题中没有完成情况、实现情况、绩效分析、指标分析")
    ]


def test_words_in_the_text_stand_for_a_chapter() -> None:
    text = LACKING.replace("规范", "绩效分析见下")
    assert (Status.passed, "绩效目标（指标）完成情况", "正文中有这部分内容 ✓") in verdicts(
        RULE, text
    )


def test_extract_is_asked_about_and_whole_report_told() -> None:
    long = LACKING.replace("修路。", "修路。" * 300)
    for text, severity in ((LACKING, Severity.warning), (long, Severity.error)):
        found = report(RULE, text, profile="guobiao2020").findings
        assert {f.severity for f in found if "完成情况" in f.message} == {severity}


def test_short_text_without_headings_may_hold_all() -> None:
    found = report(RULE, "培训480人次，资金全部支付。").findings
    assert {f.severity for f in found} == {Severity.info}


def test_outline_of_one_s_own_is_not_doubted() -> None:
    text = "一、钱从哪里来\n区里。\n二、办了多少事\n办案。\n三、打了多少分\n自评得分96分。\n"
    found = report(RULE, text + "四、怎么改\n" + "办案。" * 300).findings
    assert {f.severity for f in found} == {Severity.info}


def test_text_that_is_no_report_is_not_judged() -> None:
    found = verdicts(RULE, "今天天气很好。", title="游记\n")
    assert found == [(Status.not_applicable, "报告.txt", "不像绩效自评报告")]
