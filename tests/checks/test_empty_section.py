"""Chapters that say nothing."""

from __future__ import annotations

import pytest

from linter.model import Severity, Status
from tests.checks.verdicts import UNJUDGED, Said, report, verdicts

RULE = "structure/empty-chapter"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一、存在的问题\n支付进度偏慢。", (Status.passed, "一、存在的问题", "正文7字 ✓")),
        (
            "自评得分96分。\n一、存在的问题\n无。",
            (Status.failed, "无。", "正文只有“无。”，而自评有扣分"),
        ),
        ("一、存在的问题\n暂无\n二、其他\n略。", (Status.failed, "暂无", "正文只有“暂无”")),
        ("一、有关建议\n/", (Status.failed, "/", "正文只有“/”")),
        ("一、存在的问题\n二、其他\n略。", (Status.failed, "一、存在的问题", "没有正文")),
        (
            "一、经费方面存在的问题\n二、其他\n略。",
            (Status.failed, "一、经费方面存在的问题", "没有正文"),
        ),
        (
            "一、甲\n（一）主要问题及原因\n（二）略\n",
            (Status.failed, "（一）主要问题及原因", "没有正文"),
        ),
    ],
)
def test_verdict(text: str, said: Said) -> None:
    assert verdicts(RULE, text) == [said]


@pytest.mark.parametrize(
    ("body", "says_nothing"),
    [
        ("不涉及。", True),
        ("经自查，各环节均未发现问题。", True),
        ("本项目基本没有需要说明的问题", True),
        ("目前暂未发现明显不足。", True),
        ("各方面存在明显不足。", False),
        ("没有发现挪用资金的问题，但验收偏晚。", False),
        ("无障碍坡道没有建成。", False),
    ],
)
def test_what_says_nothing(body: str, says_nothing: bool) -> None:
    ((status, _, _),) = verdicts(RULE, f"一、存在的问题\n{body}")
    assert (status is Status.failed) is says_nothing


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("自评得分96分。\n一、存在的问题\n无。", Severity.error),
        ("自评得分100分。\n一、存在的问题\n无。", Severity.warning),
        ("一、存在的问题\n无。", Severity.warning),
    ],
)
def test_severity(text: str, severity: Severity) -> None:
    assert [f.severity for f in report(RULE, text).findings] == [severity]


def test_chapter_with_sections_of_its_own_is_judged_by_them() -> None:
    found = verdicts(RULE, "一、存在的问题\n（一）支付慢\n无预付款。")
    assert {status for status, _, _ in found} == {Status.not_applicable}


@pytest.mark.parametrize("text", ["一、概况\n无。", "没有标题的正文。"])
def test_other_chapters_are_not_judged(text: str) -> None:
    assert {status for status, _, _ in verdicts(RULE, text)} <= UNJUDGED


@pytest.mark.parametrize(
    "points",
    [
        "（一）专业人员不足\n（二）问题整改不彻底",
        "1.建议提高补助标准。\n2.明确整改措施；",
        "①技术措施不足\n②重建轻管问题仍然存在",
    ],
)
def test_points_of_a_list_are_no_chapters(points: str) -> None:
    found = verdicts(RULE, f"自评得分96分。\n一、存在的问题\n{points}\n二、其他\n略。")
    assert {status for status, _, _ in found} == {Status.not_applicable}
