"""Titles among their siblings and below the title above."""

from __future__ import annotations

import pytest

from tests.checks.told import told
from tests.checks.verdicts import report

END, NAME = "numbering/title-end", "numbering/title-repeats"
VOICE = "numbering/title-voice"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("一、甲\n略。\n二、乙。\n略。\n", ["二、乙。"]),
        ("一、甲。\n略。\n二、乙。\n略。\n三、丙\n略。\n", ["三、丙"]),
        ("一、甲。\n略。\n二、乙。\n略。\n", []),
        ("一、甲\n（一）丁。\n略。\n二、乙\n（一）戊\n略。\n", []),  # lists of their own
        ("一、甲\n略。\n二、乙。\n", []),  # nothing below: an item
        ("一、甲\n略。\n二、乙。丙。\n略。\n", []),  # a paragraph
        ("一、甲\n略。\n二、乙完成3个。\n略。\n", []),
        ("一是甲\n略。\n二是乙。\n略。\n", []),
        ("目标1：甲\n略。\n目标2：乙。\n略。\n", []),
        ("一、甲\n略。\n（一）乙。\n略。\n", []),
        ("# 甲\n\n略。\n\n# 乙。\n\n略。\n", []),
    ],
)
def test_ends(text: str, quotes: list[str]) -> None:
    assert told(END, text) == quotes


def test_all_that_end_otherwise_are_one_finding() -> None:
    (finding,) = report(END, "一、甲\n略。\n二、乙。\n（一）丁\n略。\n（二）戊。\n略。\n").findings
    assert (finding.quote, len(finding.related)) == ("二、乙。", 1)
    assert "2处" in finding.message


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("一、产 出\n（一）产出\n略。\n", ["（一）产出"]),
        ("一、产出\n（一）产出\n", []),
        ("一、产出\n（一）产出。略。\n", []),
        ("一、产出\n（一）数量\n1.产出\n略。\n", []),
        ("一、产出\n略。\n二、产出\n略。\n", []),
    ],
)
def test_names(text: str, quotes: list[str]) -> None:
    assert told(NAME, text) == quotes


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("一、甲\n略。\n二、我们做了乙\n略。\n三、丙\n略。\n", ["二、我们做了乙"]),
        ("一、甲\n略。\n二、乙真好！\n略。\n三、丙\n略。\n", ["二、乙真好！"]),
        ("一、甲\n略。\n二、我们做了乙\n略。\n", []),  # one other shows nothing
        ("一、我们做了甲\n略。\n二、我们做了乙\n略。\n三、丙\n略。\n", []),
        ("一、甲，丁\n略。\n二、我们做了乙\n略。\n三、丙\n略。\n", []),
        ("一、甲\n略。\n二、了解乙\n略。\n三、丙\n略。\n", []),
    ],
)
def test_voices(text: str, quotes: list[str]) -> None:
    assert told(VOICE, text) == quotes
