"""A part in the only row of 其中 below a total row, which no sum can be of."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.sums.tables.adding_up import is_summed
from linter.binding.sums.tables.row_titles import is_detail, is_source
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable


def single_parts(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """Each (part, total) of a total row with one row of 其中 below it, which no sum can be of."""
    for table in facts.tables:
        rows = table.rows if table.table.sure else ()
        for total, part, after in zip(rows, rows[1:], (*rows[2:], None), strict=False):
            if not total.total or not is_detail(part):
                continue
            if after is None or after.total or not is_source(after):
                yield from _shared(table, part, total)


def _shared(table: TypedTable, part: Row, total: Row) -> Iterator[tuple[Quantity, Quantity]]:
    for column, a, b in zip(table.columns, part.figures, total.figures, strict=True):
        if a is None or b is None or not is_summed(column, b):
            continue
        if a.dimension == b.dimension and not (a.hedge or b.hedge):
            yield a, b
