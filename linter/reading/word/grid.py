"""A Word table as rows of cells at their columns, merged cells once."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from msgspec import Struct

from linter.reading.word.names import DEL, INS, TC, TCPR, TR, TRPR, VAL, W
from linter.reading.word.tree import as_number, number, unwrapped

_LAST_COLUMN = 127
"""Word has 63 columns; what lies beyond this one is put into it."""
_NARROWEST = 115
"""Two millimetres in twips: lines closer than that are one that was drawn askew."""
_TO_ROWS, _TO_CELLS = (TR,), (TC,)


class Slot(Struct, frozen=True, gc=False):
    """A cell at its column, counted from 0; a cell merged into the one above has no element."""

    column: int
    cell: Element | None


class Grid(Struct, frozen=True):
    """The rows of a table, and how many of them were deleted or inserted as tracked changes."""

    rows: list[list[Slot]]
    deleted: int
    inserted: int

    @property
    def is_frame(self) -> bool:
        """Whether it has one column: a frame around text rather than a table."""
        return all(len(row) < 2 for row in self.rows)


def grid(table: Element) -> Grid:
    """The grid of a table; rows and cells deleted as tracked changes are left out."""
    rows, deleted, inserted = [], 0, 0
    columns = _columns(table)
    for row in unwrapped(table, _TO_ROWS):
        properties = row.find(TRPR)
        if properties is not None and properties.find(DEL) is not None:
            deleted += 1
            continue
        inserted += properties is not None and properties.find(INS) is not None
        rows.append(list(_slots(row, properties, columns)))
    return Grid(rows, deleted, inserted)


def _columns(table: Element) -> list[int]:
    """The column that each column of the file's grid belongs to: slivers to the one after them."""
    columns, wide = [], 0
    for width in table.iterfind(f"{W}tblGrid/{W}gridCol"):
        columns.append(wide)
        size = as_number(width.get(f"{W}w"))
        wide += size is None or size >= _NARROWEST
    return columns


def _column(columns: list[int], at: int) -> int:
    if at < len(columns):
        return min(columns[at], _LAST_COLUMN)
    beyond = columns[-1] + 1 - len(columns) if columns else 0
    return min(at + beyond, _LAST_COLUMN)


def _slots(row: Element, properties: Element | None, columns: list[int]) -> Iterator[Slot]:
    column = max(0, number(properties, f"{W}gridBefore") or 0)
    for cell in unwrapped(row, _TO_CELLS):
        said = cell.find(TCPR)
        if said is None:
            yield Slot(_column(columns, column), cell)
            column += 1
            continue
        span = max(1, number(said, f"{W}gridSpan") or 1)
        if said.find(f"{W}cellDel") is None and not _goes_on(said, "hMerge"):
            merged = _goes_on(said, "vMerge")
            yield Slot(_column(columns, column), None if merged else cell)
        column += span


def _goes_on(properties: Element, name: str) -> bool:
    """Whether a merged cell is one that another cell has swallowed."""
    merge = properties.find(f"{W}{name}")
    return merge is not None and merge.get(VAL, "continue") == "continue"
