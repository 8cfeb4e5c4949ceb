"""Which figures stand between others without being of another thing."""

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
        # the difference, what stands in brackets, the parts of one
        ("就业见习任务90人，9家单位接收86人，少了4人，按比例是15.6%。", [("15.6%", WARNING)]),
        ("管网敷设318.4公里（主管128.6公里、支管189.8公里），批复量为325公里，完成79.97%。", [("79.97%", WARNING)]),
        ("在岗人员62人，影像岗19人，检验岗15人，其他岗28人，取得上岗证的41人，持证率66.31%。", [("66.31%", WARNING)]),
        # the same, all right
        ("就业见习任务90人，9家单位接收86人，少了4人，按比例是95.6%。", []),
        ("管网敷设318.4公里（主管128.6公里、支管189.8公里），批复量为325公里，完成97.97%。", []),
        ("在岗人员62人，影像岗19人，检验岗15人，其他岗28人，取得上岗证的41人，持证率66.13%。", []),
        # parts that are not all of them leave it open
        ("在岗人员62人，影像岗19人，检验岗15人，取得上岗证的41人，持证率66.31%。", []),
    ],
)  # fmt: skip
def test_figures_of_one_of_the_operands_are_beside_the_point(
    text: str, found: list[tuple[str, Severity]]
) -> None:
    assert said("arithmetic/completion", text) == found
