"""Full marks in headings against the weights of a profile."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import UNJUDGED, verdicts

RULE = "structure/weights"
PARTS = ("预算执行情况", "产出指标", "效益指标", "满意度指标")


def headings(*marks: str, parts: tuple[str, ...] = PARTS) -> str:
    """A chapter a part, each with its full marks."""
    return "\n".join(
        f"{number}、{part}（满分{mark}分，得{mark}分）\n略。"
        for number, part, mark in zip("一二三四", parts, marks, strict=False)
    )


def wrong(text: str, profile: str | None = "guobiao2020") -> list[str]:
    return [
        quote
        for status, quote, _ in verdicts(RULE, text, profile=profile)
        if status is Status.failed
    ]


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        (("10", "50", "30", "10"), []),
        (("10.0", "50", "30", "10"), []),
        (("20", "40", "30", "10"), ["20分", "40分"]),
        (("10", "50", "30", "10.5"), ["10.5分"]),
    ],
)
def test_marks_that_differ(marks: tuple[str, ...], found: list[str]) -> None:
    assert wrong(headings(*marks)) == found


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        (headings("20", "40", "30", "10"), None),
        (headings("20", "40", "30", "10"), "common"),
        (headings("20", "20", "60"), "guobiao2020"),
        (headings("20", "20", "30", "30", parts=("决策", "过程", "产出", "效益")), "guobiao2020"),
        (
            headings("9", "9", "9", "9", parts=("预算执行", "产出", "效益", "满意度调查方法")),
            "guobiao2020",
        ),
        ("一、预算执行\n略。\n二、产出\n略。\n三、效益\n略。\n四、满意度\n略。", "guobiao2020"),
    ],
)
def test_what_is_no_such_framework_is_not_judged(text: str, profile: str | None) -> None:
    """Not asked for, other parts, or no marks: what a place's own framework may have."""
    assert {status for status, _, _ in verdicts(RULE, text, profile=profile)} <= UNJUDGED


def test_parts_of_parts_are_not_taken_for_them() -> None:
    below = "（一）产出数量（满分30分，得30分）\n略。\n（二）产出质量（满分20分，得20分）\n略。\n"
    text = headings("10", "50", "30", "10").replace("三、", f"{below}三、")
    assert wrong(text) == []
