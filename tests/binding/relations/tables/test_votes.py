"""Formulas that a table's rows vote for, or its headers name."""

from __future__ import annotations

import pytest

from linter.binding.relations.tables.columns import ColumnRole, TableSpec
from linter.binding.relations.tables.headers import named
from linter.binding.relations.tables.votes import formulas
from linter.language.expression import parse
from tests.cases import case

RATE = TableSpec(
    derived="rate",
    roles={
        "rate": ColumnRole(dim="percent", headers=("rate",)),
        "part": ColumnRole(headers=("executed", "done")),
        "whole": ColumnRole(same_dim="part", headers=("budget", "received")),
    },
    where="rate = part / whole",
)
REST = TableSpec(
    derived="rest",
    roles={
        "rest": ColumnRole(),
        "whole": ColumnRole(same_dim="rest"),
        "part": ColumnRole(same_dim="rest"),
    },
    where="rest = whole - part",
)


def opened(table: str):  # type: ignore[no-untyped-def]
    header, *body = [f"| {' | '.join(line.split())} |" for line in table.strip().splitlines()]
    rule = "|" + "---|" * (header.count("|") - 1)
    return case("\n".join(("某局绩效自评报告", header, rule, *body)) + "\n")


def voted(table: str, spec: TableSpec = RATE) -> list[tuple[dict[str, int], list[str]]]:
    """Each formula's columns, and the derived figures that break it."""
    found = opened(table)
    (typed,) = found.facts.tables
    return [
        (
            f.columns,
            [
                found.text(f.rows[i][spec.derived].start, f.rows[i][spec.derived].end)
                for i in f.failing
            ],
        )
        for f in formulas(typed, spec, parse(spec.where))
    ]


ROWS = "地区 合同（万元） 付款（万元） 比例\n东 120.0 96.0 80.0%\n西 250.0 200.0 80.0%\n南 310.0 217.0 {}\n北 90.0 81.0 90.0%"


def test_formula_that_holds_in_all_rows() -> None:
    assert voted(ROWS.format("70.0%")) == [({"rate": 3, "part": 2, "whole": 1}, [])]


def test_formula_that_holds_in_all_rows_but_one_is_the_table_s_own() -> None:
    assert voted(ROWS.format("77.0%")) == [({"rate": 3, "part": 2, "whole": 1}, ["77.0%"])]


@pytest.mark.parametrize(
    "table",
    [
        # two rows of four break it
        "地区 合同（万元） 付款（万元） 比例\n东 120.0 96.0 80.0%\n西 250.0 200.0 88.0%\n南 310.0 217.0 77.0%\n北 90.0 81.0 90.0%",
        # too few rows
        "地区 合同（万元） 付款（万元） 比例\n东 120.0 96.0 80.0%\n西 250.0 200.0 80.0%",
        # a percentage of something else
        "地区 合同（万元） 付款（万元） 满意率\n东 120.0 96.0 93%\n西 250.0 200.0 91%\n南 310.0 217.0 97%\n北 90.0 81.0 95%",
    ],
)
def test_table_without_formula(table: str) -> None:
    assert voted(table) == []


def test_difference_and_hedged_cells() -> None:
    table = "年份 到位（万元） 支出（万元） 结余（万元）\n甲 50.00 45.10 4.90\n乙 30.00 28.00 3.00\n丙 20.00 20.00 0.00\n丁 约9.00 7.50 1.50\n戊 10.00 7.50 2.50"
    assert voted(table, REST)[-1] == ({"rest": 3, "whole": 1, "part": 2}, ["3.00"])


def test_totals_take_part_only_where_they_may() -> None:
    table = "设备 数量（台） 单价（万元） 金额（万元）\n甲 4 96.80 387.20\n乙 9 38.60 347.40\n丙 22 2.35 51.70\n合计 35 137.75 786.30"
    spec = TableSpec(
        "amount",
        {"amount": ColumnRole(dim="money"), "price": ColumnRole(), "quantity": ColumnRole()},
        "amount = price * quantity",
        totals=False,
    )
    ((columns, failing),) = [v for v in voted(table, spec) if v[0]["amount"] == 3]
    assert ({columns["price"], columns["quantity"]}, failing) == ({1, 2}, [])


def test_headers_name_the_roles_of_a_short_table() -> None:
    found = opened(
        "资金 预算数（万元） 到位金额（万元） 支出金额（万元） 支出率\n合计 200.00 160.00 152.00 95.0%"
    )
    (typed,) = found.facts.tables
    ((_, row),) = named(typed, RATE)
    assert [
        {name: found.text(f.start, f.end) for name, f in binding.items()} for binding in row
    ] == [
        {"rate": "95.0%", "part": "152.00", "whole": "200.00"},
        {"rate": "95.0%", "part": "152.00", "whole": "160.00"},
    ]


def test_headers_that_name_nothing() -> None:
    found = opened("资金 甲（万元） 乙（万元） 丙\n合计 200.00 160.00 80.0%")
    (typed,) = found.facts.tables
    assert list(named(typed, RATE)) == []
