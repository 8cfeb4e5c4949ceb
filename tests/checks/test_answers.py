"""Problems and the measures that answer them."""

from __future__ import annotations

import pytest

from tests.checks.told import told
from tests.checks.verdicts import verdicts

RULE = "evidence/problems-unanswered"
MEASURES = "二、改进措施"


def points(count: int) -> str:
    return "".join(f"（{n}）要点\n内容。\n" for n in "一二三四五"[:count])


def words(count: int) -> str:
    return "；".join(f"{n}是内容" for n in "一二三四五"[:count]) + "。\n"


@pytest.mark.parametrize(
    ("problems", "measures", "told_of"),
    [
        (points(3), points(2), True),
        (words(3), points(2), True),
        (points(3), words(2), True),
        (points(2), points(3), False),
        (points(3), points(3), False),
        (points(3), "加快支付。\n", False),
        (points(1), points(2), False),
    ],
)
def test_fewer_measures_than_problems(problems: str, measures: str, told_of: bool) -> None:
    text = f"一、存在的问题\n{problems}{MEASURES}\n{measures}"
    assert told(RULE, text) == ([MEASURES] if told_of else [])


@pytest.mark.parametrize(
    "text",
    [
        f"一、存在的问题\n{points(3)}{MEASURES}\n{points(2)}三、有关建议\n{points(2)}",
        f"一、偏离的原因和改进措施\n（一）偏离情况\n{words(3)}（二）改进措施\n{words(2)}",
        f"一、存在的问题\n{points(3)}",
    ],
)
def test_more_chapters_or_fewer_are_not_judged(text: str) -> None:
    assert {calculation for _, _, calculation in verdicts(RULE, text)} == {
        "没有这条规则要核对的内容"
    }
