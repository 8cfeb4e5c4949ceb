"""One thing written in several ways."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "score/forms"
MARKS, SCORE = "（满分20分，得20分）", "（满分20分，得分20分）"


def headings(*marks: str) -> str:
    return "".join(f"（{n}）部分{m}\n完成。\n" for n, m in zip("一二三四", marks, strict=False))


@pytest.mark.parametrize(
    ("marks", "quotes"),
    [
        ((MARKS, MARKS, SCORE), ["满分20分，得分20分"]),
        ((MARKS, SCORE, SCORE), ["满分20分，得20分"]),
        ((MARKS, SCORE), ["满分20分，得分20分"]),
        ((SCORE, MARKS, SCORE, MARKS), ["满分20分，得20分"]),
        ((MARKS, MARKS, MARKS), []),
        ((SCORE,), []),
        ((), []),
    ],
)
def test_the_rarer_way_is_told_once_and_the_first_rules_a_tie(
    marks: tuple[str, ...], quotes: list[str]
) -> None:
    assert told(RULE, headings(*marks)) == quotes


def test_running_text_is_no_heading() -> None:
    assert told(RULE, headings(MARKS, MARKS) + "其中数量满分10分，得分10分。") == []
