"""Rates of how far a task is done, beside money or what another task counts."""

from __future__ import annotations

import pytest

from tests.checks.verdicts import report


def said(text: str) -> list[str]:
    rule = "arithmetic/completion"
    return [f.quote for f in report(rule, text).findings if f.rule == rule]


@pytest.mark.parametrize(
    "text",
    [
        "计划投资620万元，实际完成投资586万元，工程量完成率100%。",
        "计划培训500人，实际培训486人，课时完成率100%。",
        "计划发放补贴86万元，实际发放84.5万元，按时发放率100%。",
    ],
)
def test_of_another_task(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("计划投资620万元，实际完成投资586万元，投资完成率49.52%。", "49.52%"),
        ("收入任务300万元，实际完成285万元，收入任务完成率59%。", "59%"),
        ("计划培训500人，实际培训486人，培训完成率79.2%。", "79.2%"),
    ],
)
def test_of_its_own_task(text: str, quote: str) -> None:
    assert said(text) == [quote]
