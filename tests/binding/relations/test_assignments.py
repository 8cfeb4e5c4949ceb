"""Which figures stand between others without being of another thing, and rates of other names."""

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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("可用资金2327.77万元。以可用资金3227.77万元为分母，支出2198.46万元，执行率94.44%。", [("94.44%", WARNING)]),
        # the other base is another amount
        ("全年预算2327.77万元。到位资金2260.31万元，支出2198.46万元，执行率94.44%。", []),
    ],
)  # fmt: skip
def test_what_fits_farther_off_does_not_excuse_its_own_slip(
    text: str, found: list[tuple[str, Severity]]
) -> None:
    assert said("budget/execution-rate", text) == found


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2022年支出3042.17万元，2023年支出2198.46万元，多支156.29万元。", "156.29万元"),
        ("控制价568.60万元，中标价5527.40万元，较之低了157.20万元。", "157.20万元"),
        ("检查由上年的84620人次增加到51732人次，增加3112人次。", "3112人次"),
    ],
)
def test_a_slip_may_turn_a_difference_round(text: str, quote: str) -> None:
    assert [q for q, _ in said("arithmetic/difference", text)] == [quote]
