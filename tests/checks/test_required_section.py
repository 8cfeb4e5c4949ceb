"""The profile's chapters are there."""

from __future__ import annotations

import pytest

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
    told = "“绩效目标（指标）完成情况”没有单独成章，正文中有“绩效分析” ✓"
    assert (Status.passed, "绩效分析", told) in verdicts(RULE, text)


OUTLINE = """一、基本情况
修路。绩效目标：修路3公里。
二、绩效评价工作开展情况
成立评价组。
三、综合评价情况及结论
得分95分。
四、绩效评价指标分析
产出完成。{}
五、主要经验及存在的问题
进度偏慢。{}
"""


@pytest.mark.parametrize("whole", [False, True])
def test_a_chapter_of_the_profile_only_spoken_of_is_told_where_all_others_have_titles(
    whole: bool,
) -> None:
    text = OUTLINE.format("修路。" * 300 if whole else "", "提出如下建议。")
    findings = report(RULE, text, profile="guobiao2020").findings
    assert [(f.severity, f.message) for f in findings] == [
        (Severity.info, "没有找到“改进措施或建议”部分，只在正文中提到，没有单独成章")
    ] * whole


def test_a_chapter_not_even_spoken_of_is_a_warning() -> None:
    (finding,) = report(RULE, OUTLINE.format("修路。" * 300, ""), profile="guobiao2020").findings
    assert finding.severity is Severity.warning


@pytest.mark.parametrize("title", ["（二）下一步打算", "六、有关建议", "（二）整改情况"])
def test_a_title_anywhere_is_the_chapter(title: str) -> None:
    text = OUTLINE.format("修路。" * 300, f"\n{title}\n加快进度。")
    assert report(RULE, text, profile="guobiao2020").findings == ()


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


SENTENCES = "\n".join(
    f"{title}\n{'修路。' * 60}"
    for title in (
        "一、路为什么要修",
        "二、三笔钱都用在哪",
        "三、评价结论",
        "四、没干完的活",
        "五、请求",
    )
)
USUAL = SENTENCES.replace("路为什么要修", "项目概况").replace("三笔钱都用在哪", "资金使用情况")


def test_chapters_of_other_names_may_be_meant() -> None:
    (overview, results) = report(RULE, SENTENCES).findings
    assert {overview.severity, results.severity} == {Severity.info}
    assert overview.message.endswith("，也许就是“路为什么要修”“三笔钱都用在哪”“没干完的活”")
    assert [len(f.related) for f in (overview, results)] == [3, 3]


def test_among_usual_titles_none_is_meant() -> None:
    text = USUAL.replace("没干完的活", "存在的问题")
    (results,) = report(RULE, text).findings
    assert results.severity is Severity.warning
    assert "也许" not in results.message


def test_a_goal_may_stand_in_a_chapter_without_headings() -> None:
    text = OUTLINE.format("修路。" * 300, "\n六、建议\n加快。").replace("绩效目标：", "")
    apart = text.replace("修路3公里。", "\n（一）立项依据\n修路。")
    for outline, severity in ((text, Severity.info), (apart, Severity.warning)):
        (goals,) = report(RULE, outline, profile="guobiao2020").findings
        assert (goals.severity, "绩效目标" in goals.message) == (severity, True)


def test_text_that_is_no_report_is_not_judged() -> None:
    found = verdicts(RULE, "今天天气很好。", title="游记\n")
    assert found == [(Status.not_applicable, "报告.txt", "不像绩效自评报告")]
