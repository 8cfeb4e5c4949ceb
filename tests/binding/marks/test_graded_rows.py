"""Rows of marks and grades: told by the bands that a report states, else where none would fit."""

from __future__ import annotations

import pytest

from linter.binding.marks.bands import Bands, stated_bands
from linter.binding.marks.graded_rows import graded_rows
from tests.cases import case

HEAD = "| 单位 | 得分 | 等级 |\n|---|---|---|\n"
STATED = "90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中。\n"


def rows(text: str) -> list[str]:
    """The grades of the tables that are looked at."""
    opened = case(f"某局绩效自评报告\n{text}\n")
    bands = Bands.of(stated_bands(opened.facts.text), opened.profile, opened.facts.text)
    return [found.word for found in graded_rows(opened, bands)]


def test_all_rows_of_a_table_that_fits() -> None:
    assert rows(f"{HEAD}| 甲 | 95 | 优 |\n| 乙 | 85 | 良 |") == ["优", "良"]


@pytest.mark.parametrize(("said", "told"), [("", False), (STATED, True)])
def test_other_bands_may_be_in_use_where_none_are_stated(said: str, told: bool) -> None:
    table = f"{HEAD}| 甲 | 96 | 优 |\n| 乙 | 85 | 良 |\n| 丙 | 92 | 良 |"
    assert bool(rows(said + table)) is told


def test_no_bands_fit_a_higher_mark_with_a_lower_grade() -> None:
    assert rows(f"{HEAD}| 甲 | 91 | 优 |\n| 乙 | 85 | 良 |\n| 丙 | 92 | 良 |") == ["优", "良", "良"]


@pytest.mark.parametrize(
    "table",
    [
        "| 单位 | 得分 | 风险等级 |\n|---|---|---|\n| 甲 | 95 | 优 |\n| 乙 | 85 | 良 |",
        "| 单位 | 分值 | 得分 | 等级 |\n|---|---|---|---|\n| 甲 | 100 | 95 | 优 |\n| 乙 | 100 | 85 | 良 |",
        "| 单位 | 自评得分 | 复核得分 | 等级 |\n|---|---|---|---|\n| 甲 | 91 | 89 | 良 |\n| 乙 | 88 | 87 | 良 |",
        f"{HEAD}| 甲 | 95 | A |\n| 乙 | 85 | B |",
        f"乙因事故降档。\n{HEAD}| 甲 | 95 | 优 |\n| 乙 | 85 | 良 |",
        f"{HEAD}| 甲 | 19 | 优 |\n| 乙 | 17 | 良 |",
    ],
)
def test_tables_that_are_left_alone(table: str) -> None:
    assert rows(table) == []
