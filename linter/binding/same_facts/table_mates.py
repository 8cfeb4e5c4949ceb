"""Figures that the text tells together and a table has in one row or column.

工勤用了62.40万元，执行率96.00%: where the text tells one figure of a row, the next one is likely of
that row too, whatever the words call it; and rates told one after another are of one column.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_REACH, _BESIDE = 60, 2
"""How far to either side, and how many figures to either side, are looked at."""
_FEWEST, _MOST = 3, 8
"""How many digits a figure must have to tell where in a table it stands, and how many cells at
most may have it."""
_SURE = 2
"""So many figures of a column, told beside one another, are a list of it."""


class TableMates:
    """Tells which figures of the text stand beside those of a cell's row or column."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def are_beside(self, figure: Quantity, cell: Quantity) -> bool:
        """Whether a figure next to one of the text stands in the row or the column of a cell."""
        return any(row or column for row, column in self._lines(figure, cell))

    def are_of_its_row(self, figure: Quantity, cell: Quantity) -> bool:
        """Whether a figure next to one of the text stands in a cell's row, or two in its column."""
        lines = list(self._lines(figure, cell))
        return any(row for row, _ in lines) or sum(column for _, column in lines) >= _SURE

    def _lines(self, figure: Quantity, cell: Quantity) -> Iterator[tuple[bool, bool]]:
        """Of each figure next to one of the text: whether it is of a cell's row, of its column."""
        facts = self._facts
        if cell.start not in facts.cells or figure.start in facts.gridded:
            return
        for size in {facts.size(f) for f in _beside(facts, figure)} - {facts.size(cell)}:
            mates = self._told.get(size, ())
            if len(mates) <= _MOST:
                lines = [_line(facts, cell, mate) for mate in mates]
                yield any(row for row, _ in lines), any(column for _, column in lines)

    @cached_property
    def _told(self) -> dict[float, list[Quantity]]:
        """The figures of some digits that fill cells, by their size."""
        told: dict[float, list[Quantity]] = {}
        rows = chain.from_iterable(table.rows for table in self._facts.tables)
        for figure in chain.from_iterable(row.figures for row in rows):
            if figure is not None and self._facts.digits(figure) >= _FEWEST:
                told.setdefault(self._facts.size(figure), []).append(figure)
        return told


def _line(facts: Facts, one: Quantity, other: Quantity) -> tuple[bool, bool]:
    """Whether two figures stand in one row of a table, and whether in one column."""
    (table, row), (tables, rows) = facts.cells[one.start], facts.cells[other.start]
    if table is not tables:
        return False, False
    return row is rows, row.column_of(one) == rows.column_of(other)


def _beside(facts: Facts, figure: Quantity) -> list[Quantity]:
    """The figures next to one in its sentence."""
    low, high = facts.windows.around("sentence", figure.start, figure.end, _REACH)
    around = facts.around(figure, low, high)
    before = [f for f in around if f.start < figure.start][-_BESIDE:]
    behind = [f for f in around if f.start > figure.start][:_BESIDE]
    return before + behind
