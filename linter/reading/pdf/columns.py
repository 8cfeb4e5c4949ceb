"""The order in which a page's lines are read: columns of text one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.reading.pdf.pages import Page
from linter.reading.pdf.rows import Row
from linter.reading.pdf.ruled import Grid

_FEWEST = 4
"""How many lines in a row leave a gutter free."""
_LONGEST_CELL = 9.0
"""Lines of a column of text are mostly longer than this, in their characters' size."""
_NARROWEST = 0.8
_MOST_CHANGES = 8
"""How often a page may change from one column to two."""


class Column(Struct, frozen=True):
    """A run of lines that stand below one another, and which of how many columns it is."""

    page: Page
    rows: tuple[Row, ...]
    index: int = 0
    of: int = 1


def middles(rows: Iterable[Sequence[Row]]) -> list[float | None]:
    """Where each page's columns of text part; a page that does not show it is like the others."""
    gutters = [_gutter(lines) for lines in rows]
    found = Counter(round(gutter[0]) for gutter in gutters if gutter)
    usual = found.most_common(1)[0][0] if found.total() * 3 >= len(gutters) and found else None
    return [gutter[0] if gutter else usual for gutter in gutters]


def in_order(
    page: Page, grids: Sequence[Grid], rows: Sequence[Row], middle: float | None
) -> Iterator[Column | Grid]:
    """The lines and tables of a page (both from the top down) in the order they are read.

    ``middle`` is where columns of text part. A table across it, or where there is none with no line
    beside it, parts what is above it from what is below.
    """
    across: list[Grid] = []
    others: list[Grid] = []
    for grid in grids:
        if middle is None:
            parts = not any(grid.box[1] < row.base < grid.box[3] for row in rows)
        else:
            parts = grid.box[0] < middle < grid.box[2]
        (across if parts else others).append(grid)
    for grid in across:
        stop = next((n for n, row in enumerate(rows) if row.base <= grid.box[1]), len(rows))
        band = [other for other in others if other.box[3] > grid.box[1]]
        others = [other for other in others if other.box[3] <= grid.box[1]]
        yield from _band(page, band, rows[:stop], middle)
        yield grid
        rows = rows[stop:]
    yield from _band(page, others, rows, middle)


def _band(
    page: Page, grids: Sequence[Grid], rows: Sequence[Row], middle: float | None
) -> Iterator[Column | Grid]:
    """The lines and tables between two that go across the page."""
    if middle is None or not all(_leaves_free(row, middle) for row in rows):
        yield from _with_grids(_columns(page, rows), grids)
        return
    for number, side in enumerate(_sides(page, rows, middle)):
        inside = [g for g in grids if (g.box[0] + g.box[2] > 2 * middle) is bool(number)]
        yield from _with_grids([Column(page, side, number, 2)] if side else [], inside)


def _with_grids(columns: Sequence[Column], grids: Sequence[Grid]) -> Iterator[Column | Grid]:
    """Columns with the tables that stand in them, each where its lines leave room."""
    left = list(grids)
    for column in columns:
        right = max(row.right for row in column.rows)
        inside = [grid for grid in left if (grid.box[0] + grid.box[2]) / 2 < right]
        left = [grid for grid in left if grid not in inside]
        at = 0
        for grid in inside:
            stop = at
            while stop < len(column.rows) and column.rows[stop].base > grid.box[1]:
                stop += 1
            if stop > at:
                yield replace(column, rows=column.rows[at:stop])
            yield grid
            at = stop
        if at < len(column.rows):
            yield replace(column, rows=column.rows[at:])
    yield from left


def _columns(page: Page, rows: Sequence[Row]) -> list[Column]:
    """Lines of a page in the order in which they are read."""
    found: list[Column] = []
    for _ in range(_MOST_CHANGES):
        gutter = _gutter(rows)
        if gutter is None:
            break
        at, first, last = gutter
        sides = tuple(_sides(page, rows[first:last], at))
        found += [Column(page, tuple(rows[:first]))] if first else []
        found += [Column(page, side, number, 2) for number, side in enumerate(sides) if side]
        rows = rows[last:]
    return [*found, Column(page, tuple(rows))] if rows else found


def _sides(page: Page, rows: Sequence[Row], middle: float) -> Iterator[tuple[Row, ...]]:
    """What stands left of the middle, and what stands right of it."""
    for beyond in (False, True):
        sides = [tuple(c for c in row.chars if (c.left > middle) is beyond) for row in rows]
        yield tuple(Row(chars, page) for chars in sides if chars)


def _gutter(rows: Sequence[Row]) -> tuple[float, int, int] | None:
    """Where two columns of text part, and from which line to which."""
    gaps: Counter[int] = Counter()
    for row in rows:
        for before, after in zip(row.pieces, row.pieces[1:], strict=False):
            gaps[round((before.right + after.left) / 20)] += 1
    best: tuple[float, int, int] | None = None
    for place, _ in gaps.most_common(3):
        at = place * 10.0
        start = None
        for n in range(len(rows) + 1):
            free = n < len(rows) and _leaves_free(rows[n], at)
            if free and start is None:
                start = n
            elif not free and start is not None:
                if _is_text(rows[start:n], at) and (best is None or n - start > best[2] - best[1]):
                    best = (at, start, n)
                start = None
    return best


def _leaves_free(row: Row, at: float) -> bool:
    margin = _NARROWEST * row.size / 2
    return all(piece.right < at + margin or piece.left > at - margin for piece in row.pieces) and (
        not any(piece.left < at - margin < at + margin < piece.right for piece in row.pieces)
    )


def _is_text(rows: Sequence[Row], at: float) -> bool:
    """Whether both sides are columns of running text, not of a table."""
    for beyond in (False, True):
        pieces = [[piece for piece in row.pieces if (piece.left > at) is beyond] for row in rows]
        filled = [p for p in pieces if p]
        long = sum(
            len(p) == 1 and p[0].right - p[0].left > _LONGEST_CELL * p[0].size for p in filled
        )
        if len(filled) < _FEWEST or long * 2 < len(filled):
            return False
    return True
