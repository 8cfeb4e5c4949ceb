"""Plans of earlier years that are counted as this year's work."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.told import told
from tests.checks.verdicts import verdicts

RULE = "date/past-plan"


@pytest.mark.parametrize(
    "text",
    [
        "《2023年防火方案》",
        "《2024年防火方案》",
        "《2021—2025年防火方案》",
        "《2022年防火年报》",
        "《2022年防火方案（2023年修订）》",
    ],
)
def test_what_may_be_made_in_the_year(text: str) -> None:
    assert told(RULE, f"一、完成情况\n印发了{text}。") == []


@pytest.mark.parametrize(
    ("lead", "quotes"),
    [
        ("印发了", ["2022年"]),
        ("2022年3月印发了", []),
        ("上年印发了", []),
        ("2023年3月印发了", ["2022年"]),
        ("省政府印发了", []),
        ("我县历年印发了", []),
    ],
)
def test_words_that_lead_to_it_tell_when(lead: str, quotes: list[str]) -> None:
    assert told(RULE, f"一、完成情况\n{lead}《2022年防火方案》。") == quotes


def test_history_is_told_in_other_chapters() -> None:
    text = "一、项目概况\n印发了《2022年防火方案》。\n二、完成情况\n已落实。"
    assert told(RULE, text) == []


def test_without_a_year_nothing_is_judged() -> None:
    title = "某局绩效自评报告\n"
    assert verdicts(RULE, "一、完成情况\n略。", title=title) == [
        (Status.not_evaluated, "报告.txt", "没有写明评价年度")
    ]
