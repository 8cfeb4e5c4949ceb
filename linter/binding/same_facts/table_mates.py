"""Figures that the text tells together and a table has in one row or column.

工勤用了62.40万元，执行率96.00%: where the text tells one figure of a row, the next one is likely of
that row too, whatever the words call it; and rates told one after another are of one column.
"""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_REACH, _BESIDE = 60, 2
"""How far to either side, and how many figures to either side, are looked at."""
_FEWEST, _MOST = 3, 8
"""How many digits a figure must have to tell where in a table it stands, and how many cells at
most may have it."""


class _Place(Struct, frozen=True, gc=False):
    """Where a figure stands, by numbers."""

    table: int
    row: int
    column: int

    def is_in_line_with(self, other: _Place) -> bool:
        return self.table == other.table and (self.row == other.row or self.column == other.column)


class TableMates:
    """Tells which figures of the text stand beside those of a cell's row or column."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def are_beside(self, figure: Quantity, cell: Quantity) -> bool:
        """Whether a figure next to one of the text stands in the row or the column of a cell."""
        place = self._places.get(cell.start)
        if place is None or figure.start in self._facts.gridded:
            return False
        value = self._facts.size(cell)
        told = (self._facts.size(f) for f in _beside(self._facts, figure))
        return any(
            other.is_in_line_with(place)
            for size in told
            if size != value and len(self._told.get(size, ())) <= _MOST
            for other in self._told.get(size, ())
        )

    @cached_property
    def _figures(self) -> list[tuple[Quantity, _Place]]:
        """The figures that fill cells, and where each stands."""
        return [
            (figure, _Place(table, row, column))
            for table, typed in enumerate(self._facts.tables)
            for row, line in enumerate(typed.rows)
            for column, figure in enumerate(line.figures)
            if figure is not None
        ]

    @cached_property
    def _places(self) -> dict[int, _Place]:
        """Where each of them stands, by its offset."""
        return {figure.start: place for figure, place in self._figures}

    @cached_property
    def _told(self) -> dict[float, list[_Place]]:
        """Where those of some digits stand, by their size."""
        told: dict[float, list[_Place]] = {}
        for figure, place in self._figures:
            if self._facts.digits(figure) >= _FEWEST:
                told.setdefault(self._facts.size(figure), []).append(place)
        return told


def _beside(facts: Facts, figure: Quantity) -> list[Quantity]:
    """The figures next to one in its sentence."""
    low, high = facts.windows.bounds("sentence", figure.start)
    low, high = max(low, figure.start - _REACH), min(high, figure.end + _REACH)
    around = facts.around(figure, low, high)
    before = [f for f in around if f.start < figure.start][-_BESIDE:]
    behind = [f for f in around if f.start > figure.start][:_BESIDE]
    return before + behind
