"""What the cells of an indicator's row say together."""

from __future__ import annotations

import pytest

from tests.checks.told import told

EMPTY = "indicator/empty-cell"
HEADER = "| 三级指标 | 指标值 | 完成值 | 分值 | 得分 |\n|---|---|---|---|---|\n"
FILLED = "| 巡查 | ≥12次 | 13次 | 20 | 20 |\n"
BLANK = "| 检测 | ≥40批 |  | 20 | 20 |\n"


@pytest.mark.parametrize(
    ("rows", "quotes"),
    [
        (FILLED * 2 + BLANK, ["≥40批"]),
        (FILLED + BLANK, []),
        (BLANK * 3, []),
        (FILLED * 3 + BLANK + "| 合计 | 2项 | | 100 | 98 |\n", ["≥40批"]),
    ],
)
def test_what_half_the_rows_lack_is_the_form_s_way(rows: str, quotes: list[str]) -> None:
    assert told(EMPTY, HEADER + rows) == quotes


@pytest.mark.parametrize(
    "row",
    [
        "| 检测 | ≥40批 | — | 20 | 20 |",
        "| 检测 | ≥40批 | 0 | 20 | 0 |",
        "| 检测 |  |  | 20 | 20 |",
        "| 检测 | ≥40批 |  |  |  |",
        "| 检测 | ≥40批 |",
    ],
)
def test_dashes_headings_and_cells_that_are_not_there_are_not_empty(row: str) -> None:
    assert told(EMPTY, f"{HEADER}{FILLED * 2}{row}\n") == []


def test_table_without_goals_is_not_judged() -> None:
    text = "| 指标 | 分值 | 得分 |\n|---|---|---|\n| 巡查 | 20 | 20 |\n| 检测 | 20 | |\n"
    assert told("indicator/empty-mark", text) == []
