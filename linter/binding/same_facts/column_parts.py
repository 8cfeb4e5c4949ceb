"""Percentages of the text that a table bears out, though it does not tell them.

A table's share is of its amounts, the text's of its people: 重点群体占总人次的31.12%, where the row
has 9260人次 of 29758 and says 31.02%, its share of the money.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable
from linter.interval import Interval
from linter.interval import total as sum_of


def is_of_another_column(facts: Facts, figure: Quantity, cell: Quantity) -> bool:
    """Whether a percentage is what a cell's row has of one column, and the cell what of another.

    Where the cell is of no column itself, it may be the one that is wrong.
    """
    if figure.dimension != "percent" or cell.dimension != "percent":
        return False
    found = next((t for t in facts.tables if t.table.start <= cell.start < t.table.end), None)
    row = next((r for r in found.rows if cell in r.figures), None) if found else None
    if found is None or row is None or row.total:
        return False
    shares = list(_shares(found, row))
    return all(any(share.meets(f.value) for share in shares) for f in (figure, cell))


def _shares(table: TypedTable, row: Row) -> Iterator[Interval]:
    """What a row has of the total of each column, as the total row or the sum of all tells it."""
    for at, part in enumerate(row.figures):
        if part is None or part.dimension == "percent":
            continue
        told = [r.figures[at] for r in table.rows if r.total]
        parts = [f.value for r in table.rows if not r.total and (f := r.figures[at])]
        for whole in [f.value for f in told if f] or [sum_of(parts)]:
            if whole.low > 0:
                yield part.value / whole
