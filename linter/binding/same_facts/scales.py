"""One amount in the text and in a table, exactly 10,000 times apart: 元 taken for 万元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.binding.case import Case
from linter.binding.names import is_told
from linter.facts.quantity import Quantity
from linter.facts.table import TypedTable

_TIMES = 10**4
_FEWEST = 3
"""How many digits, but for the zeros around them, tell that two figures are one amount."""


def table_scales(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """For each table the first amount of the text that it has 10,000 times as large or as small.

    Not where the table or another has the amount as it is.
    """
    facts = case.facts
    cells = {table.table.start: list(_amounts(table)) for table in facts.tables}
    if not any(cells.values()):
        return
    known = {cell.printed for found in cells.values() for cell in found}
    told: dict[Decimal, Quantity] = {}
    for figure in facts.by_dimension.get("money", ()):
        new = figure.printed not in known and _digits(figure) >= _FEWEST
        if new and is_told(facts, figure, planned=True):
            told.setdefault(figure.printed, figure)
    if not told:
        return
    for found in cells.values():
        pairs = ((told.get(c.printed * _TIMES) or told.get(c.printed / _TIMES), c) for c in found)
        first = next(((figure, cell) for figure, cell in pairs if figure is not None), None)
        if first is not None:
            yield first


def _amounts(table: TypedTable) -> Iterator[Quantity]:
    """The amounts in a table's cells."""
    if table.table.sure:
        for row in table.rows:
            for figure in row.figures:
                if figure is not None and figure.dimension == "money" and not figure.hedge:
                    yield figure


def _digits(figure: Quantity) -> int:
    return len(figure.printed.normalize().as_tuple().digits)
