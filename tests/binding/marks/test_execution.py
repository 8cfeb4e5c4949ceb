"""The execution rate that goes with the total score."""

from __future__ import annotations

import pytest

from linter.binding.marks.execution import total_and_rate
from tests.cases import case

TABLE = """| 资金 | 预算数 | 执行数 | 执行率 |
|---|---|---|---|
| 中央 | 80 | 80 | 100% |
| 县级 | 20 | 2 | 10% |
| 合计 | 100 | 82 | 82% |
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("自评得分98分。预算执行率60%。", [("98分", "60%")]),
        ("自评得分98分。执行率60%，调整后预算执行率为75%。", [("98分", "75%")]),
        ("自评得分98分。上半年预算执行率35%。", []),
        ("自评得分98分。9月底预算执行率70%。", []),
        ("自评得分98分。2021年预算执行率60%。", []),
        ("自评得分98分。其中县级预算执行率60%。", []),
        ("自评得分98分。要求预算执行率达到90%以上。", []),
        ("预算执行率60%。", []),
        ("自评得分98分。", []),
        (f"自评得分98分。\n{TABLE}", [("98分", "82%")]),
        ("布展项目执行率41%，经评定，自评总分92分。", [("92分", "41%")]),
        ("布展项目执行率41%，专家评分的自评总分92分。", []),
        ("布展项目执行率41%。\n布展项目自评总分92分。", [("92分", "41%")]),
        ("布展项目执行率41%。\n布展项目自评总分92分。\n巡展项目自评总分88分。", []),
        ("自评得分98分。\n| 指标 | 得分 |\n|---|---|\n| 执行率（62%） | 6.2 |", [("98分", "62%")]),
    ],
)
def test_the_highest_rate_of_the_whole_year(text: str, found: list[tuple[str, str]]) -> None:
    opened = case(f"某局2022年度绩效自评报告\n{text}\n")
    pairs = list(total_and_rate(opened))
    assert [tuple(opened.text(f.start, f.end) for f in pair) for pair in pairs] == found
