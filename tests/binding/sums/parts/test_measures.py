"""Figures behind 其中 that are more than the whole, and no part of it."""

from __future__ import annotations

import pytest

from linter.binding.sums.parts.behind import figure_parts
from tests import cases


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("结余13万元，其中校舍安排210万元、实支203万元。", 0),
        ("净流出320人，其中迁入680人、迁出1000人。", 0),
        ("新增停车位340个，其中老城由1200个增加到1420个。", 0),
        ("担保费2.88万元，其中按中标额96万元的3%收取。", 0),
        ("贴息31万元，其中合作社贷款620万元、贴息31万元。", 0),
        ("监理费31万元，其中620万元工程监理24万元、其他7万元。", 0),
        ("职工工资5200元，其中管理岗6400元、工勤岗4100元。", 0),
        ("结余42万元，其中道路结余52万元、饮水结余10万元。", 1),
        ("新增床位120张，其中县医院380张、中医院40张。", 1),
        ("到位资金460万元，其中中央预算480万元、省级30万元。", 1),
    ],
)
def test_what_measures_a_part_is_none(text: str, pairs: int) -> None:
    facts = cases.case(f"某局绩效自评报告\n{text}\n").facts
    assert len(list(figure_parts(facts))) == pairs
