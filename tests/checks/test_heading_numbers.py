"""How the numbers of headings are written."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.told import told
from tests.checks.verdicts import UNJUDGED, report, verdicts

STYLE, MARK = "numbering/level-style", "numbering/mark-after"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("一、甲\n①乙\n略。\n②丙\n略。\n", ["①"]),
        ("一、甲\n①乙\n略。\n", []),  # one alone is no level
        ("一、甲\n①乙\n②丙\n二、丁\n", []),  # nothing below: items of a list
        ("一、甲\n（1）乙\n①丙\n略。\n②丁\n略。\n", []),  # a fifth level has no sign of its own
        ("一、甲\n①乙\n⑴丙\n略。\n⑵丁\n略。\n②戊\n略。\n", ["①", "⑴"]),
        ("一、甲\n略。\n附件\n①甲\n略。\n②乙\n略。\n", []),
        ("一、甲\n⑴宣传。进村26场。\n⑵培训。办班3期。\n", ["⑴"]),  # titles run in
        ("一、甲\n①修路3公里。群众满意。\n②建桥2座。方便出行。\n", []),  # no titles
    ],
)
def test_levels(text: str, quotes: list[str]) -> None:
    assert sorted(told(STYLE, text)) == quotes


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("一、甲\n（一）、乙\n略。\n（二）、丙\n略。\n", "（一）"),
        ("一、甲\n（ 一 ）乙\n略。\n(二)丙\n略。\n", None),
        ("一 、甲\n略。\n二、乙\n略。\n", None),
        ("一、甲\n略。\n二.乙\n略。\n", "二、"),
        ("一、甲\n1、乙\n略。\n２、丙\n略。\n", "1."),
        ("一、甲\n㈠乙\n略。\n㈡丙\n略。\n", "（一）"),
    ],
)
def test_marks_behind_numbers(text: str, mended: str | None) -> None:
    assert [f.fix for f in report(MARK, text).findings] == [mended] * (mended is not None)


def test_a_style_that_is_right_passes_and_none_is_not_judged() -> None:
    assert (Status.passed, "一、", "2个序号写法正确 ✓") in verdicts(
        MARK, "一、甲\n略。\n二、乙\n略。"
    )
    assert {status for status, _, _ in verdicts(MARK, "略。")} <= UNJUDGED
