"""An announced number and the items listed for it."""

from __future__ import annotations

import pytest

from linter.model import Severity, Status
from tests.checks.verdicts import UNJUDGED, report, verdicts

RULE = "consistency/count"


@pytest.mark.parametrize(
    ("text", "status", "quote", "calculation"),
    [
        (
            "补助3个村：甲村、乙村、丙村。",
            Status.passed,
            "3个",
            "列出3项（甲村、乙村、丙村），文中为3个 ✓",
        ),
        (
            "补助3个村（甲村、乙村、丙村）。",
            Status.passed,
            "3个",
            "列出3项（甲村、乙村、丙村），文中为3个 ✓",
        ),
        ("由王某、李某、赵某等三位副主任负责。", Status.passed, "三位", "文中为三位 ✓"),
        ("补助3个村：甲村、乙村等。", Status.passed, "3个", "文中为3个 ✓"),
        ("补助3个村：甲村（含东、西两片）、乙村、丙村。", Status.passed, "3个", "列出3项"),
        (
            "补助3个村：甲村、乙村、丙村、丁村。",
            Status.failed,
            "3个",
            "列出4项（甲村、乙村、丙村、丁村），文中为3个",
        ),
        ("补助2个村：甲村、乙村、丙村等。", Status.failed, "2个", "文中为2个"),
        ("建成两座泵站，分别是东河泵站、西河泵站、南河泵站。", Status.failed, "两座", "列出3项"),
        ("由王某、李某、赵某等四位副主任负责。", Status.failed, "四位", "列出3项（"),
        # names of the kind that is counted, before the number or with figures of their own
        ("在东镇、西镇、南乡四个乡镇开展。", Status.failed, "四个", "列出3项"),
        ("在东镇、西镇、南乡三个乡镇开展。", Status.passed, "三个", "列出3项"),
        ("分在四个乡镇：东镇5座、西镇4座、南乡3座。", Status.failed, "四个", "列出3项"),
        ("评价分三步走。第一步，准备；第二步，查看。", Status.failed, "三步", "列出2项"),
        (
            "建议有三点：第一，早立项；第二，早开工。",
            Status.failed,
            "三点",
            "列出2项（早立项、早开工），",
        ),
        (
            "建设内容共五类：一是山塘清淤整治14座；二是渠道防渗38.5公里；三是泵站改造6座，四是管网21.6公里。",
            Status.failed,
            "五类",
            "列出4项（山塘清淤整治14座、渠道防渗38.5公里、泵站改造6座、管网21.6公里），文中为五类",
        ),
        # a clause behind names of the kind, or with a month, is no more of the list
        ("分四个标段：东片、中片、西片，3月2日公告。", Status.failed, "四个", "列出3项"),
        ("辖4个县区，包括甲县、乙县、丙区，县级大厅另设。", Status.failed, "4个", "列出3项"),
        ("五个子项中四个（甲补贴、乙补贴、丙补贴）足额执行。", Status.failed, "四个", "列出3项"),
        ("内控制度四项，即《甲办法》《乙细则》《丙规定》。", Status.failed, "四项", "列出3项"),
        ("产出目标四项：①建成泵站；②培训人员；③更新设备。", Status.failed, "四项", "列出3项"),
        ("资料分四类，一类是合同，一类是发票，一类是台账。", Status.failed, "四类", "列出3项"),
        # what 和 may part or not
        (
            "合同划分3个标段，即山塘标、渠道标、泵站及管网标。",
            Status.passed,
            "3个",
            "列出3至4项（山塘标、渠道标、泵站、管网标），文中为3个",
        ),
    ],
)
def test_verdict(text: str, status: Status, quote: str, calculation: str) -> None:
    ((found, words, reached),) = verdicts(RULE, text)
    assert (found, words) == (status, quote)
    assert calculation in reached


@pytest.mark.parametrize(
    "text",
    [
        "补助3个村。",
        "第3个村：甲村、乙村。",
        "约3个村：甲村、乙村。",
        "每3个村（甲村、乙村）一组。",
        "资金下达给6个县（市、区）和市本级。",
        "覆盖11个乡镇（街道）、102个村（社区）。",
        "补助3个村，农户满意，道路、水渠畅通。",
        "补助30个村：甲村、乙村、丙村。",
        "在东乡、西乡6个村实施。",
        "新建东镇、西镇三个乡镇卫生院。",
        "于早八点开始，第一，签到；第二，开班。",
        "问题四条。一是台账不全；二是签字不全；其余两条为格式问题。",
        "产出指标六项：①数量类；②质量类；③时效类。",
    ],
)
def test_without_a_list_nothing_is_judged(text: str) -> None:
    assert {status for status, _, _ in verdicts(RULE, text)} <= UNJUDGED


def test_number_far_from_the_list_is_asked_about() -> None:
    (finding,) = report(RULE, "补助5个村：甲村、乙村。").findings
    assert finding.severity is Severity.warning


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("补助3个村：甲村、乙村、丙村、丁村。", "改为4个，"),
        ("在东镇、西镇、南乡四个乡镇开展。", "改为三个，"),
        ("评价分三步走。第一步，准备；第二步，查看。", "改为两步，"),
    ],
)
def test_the_number_is_suggested_as_it_is_written(text: str, suggestion: str) -> None:
    (finding,) = report(RULE, text).findings
    assert finding.suggestion.startswith(suggestion)


def test_two_items_are_no_list_of_many() -> None:
    assert not report(RULE, "补助9个村：甲村、乙村。").findings
