"""The numbers of a table's rows."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "numbering/table-serial"


def table(numbers: str, header: str = "序号") -> str:
    """A table whose rows have these numbers, one a letter; ``-`` is an empty cell."""
    rows = [f"| {'' if n == '-' else n} | 标段{at} | {at + 3}.5 |" for at, n in enumerate(numbers)]
    head = f"| {header} | 标段 | 里程 |\n|---|---|---|"
    return "\n".join(("某局绩效自评报告", head, *rows)) + "\n"


@pytest.mark.parametrize(
    "numbers", ["1234", "3456", "1212", "12x4", "1123", "123", "12-34", "2357"]
)
def test_rows_that_may_be_numbered_so(numbers: str) -> None:
    assert told(RULE, table(numbers)) == []


@pytest.mark.parametrize(
    ("numbers", "quote"), [("12245", "2"), ("12346", "6"), ("13345", "3"), ("12-445", "4")]
)
def test_the_only_number_out_of_turn_is_told(numbers: str, quote: str) -> None:
    assert told(RULE, table(numbers)) == [quote]


def test_other_columns_count_what_they_will() -> None:
    assert told(RULE, table("12245", "栋数")) == []
