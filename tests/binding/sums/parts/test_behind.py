"""Parts that 其中 names, of the whole before it or of what is left of that."""

from __future__ import annotations

import pytest

from linter.binding.sums.parts.behind import figure_parts, is_apart
from tests import cases


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("领走电脑26台，其中笔记本40台。", [False]),
        ("领走电脑26台，都已入账，其中笔记本40台。", [False]),
        ("领走电脑26台，学校那边另行登记造册，其中中心校40台。", []),
        ("领走电脑26台，剩下的归学校，其中中心校40台。", []),
        ("领走电脑26台，发到了各处使用，其中笔记本40台。", [True]),
        ("领走的26台里其余40台是台式机。", [False]),
        ("领走电脑26台，其中笔记本12台，余下的是台式机。", [False]),
    ],
)
def test_the_rest_has_parts_of_its_own(text: str, apart: list[bool]) -> None:
    facts = cases.case(f"某局绩效自评报告\n{text}\n").facts
    assert [is_apart(facts, *pair) for pair in figure_parts(facts)] == apart


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("中央资金740万元全部用完，其中设备96亿元。", [("96亿元", "740万元")]),
        ("中央资金740万元全部用完，其中设备2.6万亿元。", []),
        ("项目资金740万元，其中带动社会投资2.6亿元。", []),
    ],
)
def test_a_part_far_above_its_whole(text: str, pairs: list[tuple[str, str]]) -> None:
    opened = cases.case(f"某局绩效自评报告\n{text}\n")
    found = [
        tuple(opened.text(f.start, f.end) for f in pair) for pair in figure_parts(opened.facts)
    ]
    assert found == pairs
