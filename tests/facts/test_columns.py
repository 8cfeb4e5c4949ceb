"""The units of a table's bare numbers."""

from __future__ import annotations

import pytest

from tests.cases import case

TITLE = "某局绩效自评报告\n"


def dimensions(rows: str) -> list[list[str | None]]:
    """Those of each row's figures in the only table of a text, whose first line is its header."""
    header, *body = [f"| {' | '.join(line.split())} |" for line in rows.strip().splitlines()]
    rule = "|" + "---|" * header.count(" | ") + "---|"
    (table,) = case(TITLE + "\n".join((header, rule, *body)) + "\n").facts.tables
    return [[f and f.dimension for f in row.figures] for row in table.rows]


@pytest.mark.parametrize("name", ["改厕数量（户）", "改厕户数(户)"])
def test_a_rows_name_says_the_unit_of_all_its_values(name: str) -> None:
    told = dimensions(f"指标 目标值 实际值 完成率 分值\n{name} 750 658 87.73% 5\n")
    assert told == [[None, "household", "household", "percent", "score"]]


def test_a_column_of_units_says_the_unit_of_its_row() -> None:
    told = dimensions("内容 计量单位 计划数 完成数\n改厕 户 750 658\n道路 公里 12.5 12.4\n")
    assert told == [[None, None, "household", "household"], [None, None, "length", "length"]]


def test_brackets_that_say_no_unit_leave_a_number_bare() -> None:
    told = dimensions("指标 目标值 实际值\n培训（线上） 12 11\n厕所（2022） 8 8\n")
    assert told == [[None, "number", "number"], [None, "number", "number"]]


def test_the_unit_of_a_column_stands_before_that_of_a_row() -> None:
    told = dimensions("指标 计划(万元) 完成(万元)\n改厕奖补(户) 75 65\n")
    assert told == [[None, "money", "money"]]
