"""Totals at the end of a row, or at its beginning: |份数|168|79|11|2|合计260|.

A column called a total need not be that of all the others; so one row is told only where the other
rows of the table add up.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity, comes_to
from linter.facts.table import Row, TypedTable
from linter.model import Severity
from linter.regexes.late import regex

_TOTAL = regex("(?:合计|小计|总计|共计|总数|计)(?:\\([^()]*\\))?")
_FEWEST = 2


def row_totals(facts: Facts) -> Iterator[Total]:
    """Each row's total with the row's other figures, where at most one row does not add up."""
    for table in facts.tables:
        at = _total_column(table) if table.table.sure else None
        if at is None:
            continue
        sums = [found for row in table.rows if (found := _sum(row, at)) is not None]
        failing = [found for found in sums if not comes_to(*found)]
        if len(sums) > 1 and len(failing) <= 1:
            for whole, parts in sums:
                yield Total(whole, parts, severity=Severity.warning, loose=True)


def _total_column(table: TypedTable) -> int | None:
    """The only column that is called a total, if all figures stand on one side of it."""
    called = [
        at for at, column in enumerate(table.columns) if _TOTAL.fullmatch(column.header.strip())
    ]
    if len(called) != 1:
        return None
    (at,) = called
    sides = {
        at < other for row in table.rows for other, f in enumerate(row.figures) if f and other != at
    }
    return at if len(sides) == 1 else None


def _sum(row: Row, at: int) -> tuple[Quantity, tuple[Quantity, ...]] | None:
    """A row's total and its other figures; nothing where a cell between them has none."""
    whole = row.figures[at]
    parts = [f for other, f in enumerate(row.figures) if f is not None and other != at]
    alike = all(whole and f.dimension == whole.dimension and not f.hedge for f in parts)
    if whole is None or whole.hedge or not alike or len(parts) < _FEWEST:
        return None
    return whole, tuple(parts)
