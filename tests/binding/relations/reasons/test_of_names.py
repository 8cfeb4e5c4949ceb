"""Rates of another name, or of another task, than the figures beside them."""

from __future__ import annotations

import pytest

from linter.model import Severity
from tests.checks.verdicts import report


def said(rule: str, text: str) -> list[tuple[str, Severity]]:
    return [(f.quote, f.severity) for f in report(rule, text).findings if f.rule == rule]


WARNING, ERROR = Severity.warning, Severity.error


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # kin of the rate's name, and another name by what can hardly be chance
        ("交付验收的单位工程42个，头一遍就通过的39个，一次验收合格率29.9%。", [("29.9%", WARNING)]),
        ("常住人口62400人，已签约27924人，常住人口签约覆盖率47.45%。", [("47.45%", WARNING)]),
        ("政策性保险覆盖率83.66%：应保母猪1.7600万头，实保1.5200万头。", [("83.66%", ERROR)]),
        ("应检锅炉1260台，已检1187台，隐患整改率92.41%。", [("92.41%", WARNING)]),
        # another name, by what may be chance, or not a slip
        ("应检锅炉1260台，已检1187台，隐患整改率98.6%。", []),
        ("应检锅炉120台，已检114台，隐患整改率93%。", []),
    ],
)
def test_rates_of_another_name(text: str, found: list[tuple[str, Severity]]) -> None:
    assert said("arithmetic/completion", text) == found


def quotes(text: str) -> list[str]:
    return [quote for quote, _ in said("arithmetic/completion", text)]


@pytest.mark.parametrize(
    "text",
    [
        "计划投资620万元，实际完成投资586万元，工程量完成率100%。",
        "计划培训500人，实际培训486人，课时完成率100%。",
        "计划发放补贴86万元，实际发放84.5万元，按时发放率100%。",
    ],
)
def test_of_another_task(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("计划投资620万元，实际完成投资586万元，投资完成率49.52%。", "49.52%"),
        ("收入任务300万元，实际完成285万元，收入任务完成率59%。", "59%"),
        ("计划培训500人，实际培训486人，培训完成率79.2%。", "79.2%"),
    ],
)
def test_of_its_own_task(text: str, quote: str) -> None:
    assert quotes(text) == [quote]
