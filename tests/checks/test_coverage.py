"""Kinds of indicators that a whole table must have."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.told import told
from tests.checks.verdicts import verdicts

RULE = "indicator/missing-kind"
HEADER = "| 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |\n|---|---|---|---|---|---|---|\n"
KINDS = (
    "产出|数量|场次",
    "产出|质量|合格率",
    "产出|时效|完工",
    "成本|经济成本|总价",
    "效益|社会|知晓率",
    "满意度|对象|学员",
)


def table(*kinds: str, total: str = "100") -> str:
    rows = "".join(f"| {' | '.join(kind.split('|'))} | 9 | 9 | 10 | 10 |\n" for kind in kinds)
    return f"{HEADER}{rows}| 合计 | | | | | {total} | 100 |\n"


def test_every_kind_is_there_at_any_level() -> None:
    said = verdicts(RULE, table(*KINDS))
    assert [(status, calculation) for status, _, calculation in said] == [
        (Status.passed, "6项指标，各类都有 ✓")
    ]


@pytest.mark.parametrize("left_out", range(1, 6))
def test_a_kind_left_out_is_told_at_the_last_row(left_out: int) -> None:
    kept = [kind for at, kind in enumerate(KINDS) if at != left_out]
    assert told(RULE, table(*kept)) == [kept[-1].split("|")[-1]]


@pytest.mark.parametrize(
    "text",
    [
        table(*KINDS[:2], total="60"),
        table(*(kind.replace("产出", "过程") for kind in KINDS[:2])),
        table(*KINDS[:2]).replace("二级指标", "指标说明"),
    ],
)
def test_parts_and_other_frameworks_are_not_judged(text: str) -> None:
    assert told(RULE, text) == []
