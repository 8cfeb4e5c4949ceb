"""Steps told in sentences of their own that cannot come before another."""

from __future__ import annotations

import pytest

from linter.binding.dates.steps_apart import steps_apart
from tests.cases import case


def _told(text: str) -> list[str]:
    facts = case(text + "\n").facts
    return [
        facts.text[found.before.moment.start : found.before.moment.end]
        for found in steps_apart(facts)
    ]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("报告2024年4月15日定稿。核查组已于同年5月25日下到县里。", ["5月25日"]),
        ("报告于2024年4月15日审定，评价组2024年5月20日现场核查。", ["2024年5月20日"]),
        ("报告2024年4月15日定稿。核查组已于同年3月25日下到县里。", []),
    ],
)
def test_nobody_is_in_the_field_after_the_report(text: str, before: list[str]) -> None:
    assert _told(text) == before


@pytest.mark.parametrize(
    "text",
    [
        "报告2024年4月15日定稿。评价组2024年5月20日到县里反馈意见。",
        "报告2024年4月15日定稿，财政局抽查组于5月25日复核，督查组5月27日进驻县里督查。",
        "上年报告2023年4月15日定稿。核查组2024年5月25日下到县里。",
        "报告计划2024年4月15日定稿，核查组2024年5月25日下到县里。",
    ],
)
def test_nothing_that_may_be_of_another_report(text: str) -> None:
    assert not _told(text)
