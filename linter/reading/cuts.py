"""Cuts in a text, and where what stands in it lies after them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.model import Cell, Notice, Table


class Cut(Struct, frozen=True, gc=False):
    """Characters ``start``–``end`` that leave the text, with what stands in their place."""

    start: int
    end: int
    instead: str = ""


class Shift:
    """Offsets before cuts to offsets after them; from inside a cut, to what follows it."""

    def __init__(self, cuts: Sequence[Cut]) -> None:
        self._starts = [cut.start for cut in cuts]
        self._cuts = cuts
        self._gone: list[int] = []
        gone = 0
        for cut in cuts:
            gone += cut.end - cut.start - len(cut.instead)
            self._gone.append(gone)

    def __call__(self, offset: int) -> int:
        """Where an offset lies after the cuts."""
        at = bisect_left(self._starts, offset) - 1
        if at < 0:
            return offset
        return max(offset, self._cuts[at].end) - self._gone[at]


def applied(text: str, cuts: Sequence[Cut]) -> str:
    """A text after its cuts."""
    parts: list[str] = []
    at = 0
    for cut in cuts:
        parts += (text[at : cut.start], cut.instead)
        at = cut.end
    parts.append(text[at:])
    return "".join(parts)


def moved_table(table: Table, shift: Shift) -> Table:
    """A table after cuts in its text."""
    rows = tuple(
        tuple(Cell(shift(cell.start), shift(cell.end), cell.column) for cell in row)
        for row in table.rows
    )
    return Table(shift(table.start), shift(table.end), rows, table.sure)


def moved_notice(notice: Notice, shift: Shift) -> Notice:
    """A notice after cuts in its text."""
    return replace(notice, start=shift(notice.start), end=shift(notice.end))
