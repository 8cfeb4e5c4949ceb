"""Numbered editions and their years."""

from __future__ import annotations

import pytest

from linter.model import Status
from linter.vocabulary import Series
from tests.checks.told import told
from tests.checks.verdicts import Said, verdicts

RULE = "date/edition"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("参加第六届进博会。", (Status.passed, "第六届进博会", "第六届进博会在2023年 ✓")),
        ("参加第 6 届进博会。", (Status.passed, "第 6 届进博会", "第 6 届进博会在2023年 ✓")),
        ("参加2022年第五届进博会。", (Status.passed, "第五届进博会", "第五届进博会在2022年 ✓")),
        ("参加上年的第五届进博会。", (Status.passed, "第五届进博会", "第五届进博会在2022年 ✓")),
        ("第六届进博会成交额比2022年增长8%。", (Status.not_applicable, "", "没有这条规则要核对的内容")),
        ("第七届进博会2023年11月举行。", (Status.failed, "第七届进博会", "第七届进博会在2024年，文中为2023年")),
        ("参加第五届进博会。", (Status.failed, "第五届进博会", "第五届进博会在2022年，评价年度为2023年")),
        ("参加第133届广交会。", (Status.passed, "第133届广交会", "第133届广交会在2023年 ✓")),
        ("参加第134届广交会。", (Status.passed, "第134届广交会", "第134届广交会在2023年 ✓")),
        ("参加第135届广交会。", (Status.failed, "第135届广交会", "第135届广交会在2024年，评价年度为2023年")),
        ("参加第十届赛歌会。", (Status.not_applicable, "", "没有这条规则要核对的内容")),
    ],
)  # fmt: skip
def test_verdict(text: str, said: Said) -> None:
    assert verdicts(RULE, text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "由第三届进博会参展企业提供。",
        "第五届进博会与第六届进博会均参展。",
        "筹备第七届进博会。",
        "第五届、第六届进博会参展。",
        "第五届进博会（2022年）参展8家，第六届进博会参展9家。",
    ],
)
def test_editions_of_other_years(text: str) -> None:
    assert told(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("办第五届茶赛（首届在2019年，一年一届）。", []),
        ("办第六届茶赛（首届在2019年，一年一届）。", ["第六届"]),
        ("办第六届茶赛（首届在2019年）。", []),
        ("办第六届茶赛，一年一届。", []),
    ],
)
def test_series_that_the_text_itself_declares(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes


def test_years_of_series() -> None:
    series = Series(1929, 2, ((46, 2022),))
    assert [series.year(number) for number in (44, 45, 46, 47)] == [2017, 2019, 2022, 2023]
