"""Paragraphs without a mark at their end: only those that end a section with sentences."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "typography/paragraph-end"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("一、甲\n全年完成任务30项，比上年增加了5项以上\n二、乙", ["上"]),
        ("一、甲\n全年完成任务。比上年又有不小的增加的幅度\n二、乙", ["度"]),
        ("一、甲\n全年完成任务，比上年又有不小的增加的幅度\n二、乙", []),  # perhaps a title
        ("一、甲\n完成30项，多5项\n二、乙", []),  # too short
        ("一、甲\n全年完成任务30项，比上年增加了5项以上", []),  # the report's end
        ("一、甲\n全年完成任务30项，比上年增加了5项以上\n略。\n二、乙", []),
        (
            "一、甲\n全年完成任务30项，比上年增加了5项以上\n（一）乙\n略。",
            [],
        ),  # leads to what follows
        ("全年完成任务30项，比上年增加了5项以上\n一、甲\n略。", []),  # before the first chapter
        ("一、甲\n完成任务\n全年完成任务30项，比上年增加了5项以上\n二、乙", []),  # a list
        ("一、甲\n略。\n全年完成任务30项，比上年增加了5项以上\n二、乙", ["上"]),
        ("一、甲\n（一）乙。全年完成任务，\n（二）丙。略。\n二、丁", ["，"]),  # broken off
        ("一、甲\n1.完成任务，\n2.通过验收。\n二、丁", []),  # items that a comma parts
        ("一、甲\n附件\n全年完成任务30项，比上年增加了5项以上\n二、乙", []),
    ],
)
def test_ends(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
