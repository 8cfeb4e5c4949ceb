"""Tables without lines: cells that stand below one another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.reading.pdf.pages import Box, Page
from linter.reading.pdf.rows import Row
from linter.reading.pdf.ruled import Grid, Slot
from linter.regexes.late import regex

_FEWEST_COLUMNS = 3
_APART = 2.6
"""How far below one another lines of a table may stand, in their characters' size."""
_CLOSE = 0.35
"""How much white at most stands between the lines of one cell, in their characters' size."""
_NEAR_TOP = 3
_BROAD = 0.6
_CROSSED = 0.1
"""The share of lines that may cross a gap between columns: a title over several of them."""
_FIGURE = regex(r"[-—]?[\d,]+(?:\.\d+)?%?")

_TOTAL = regex(r"[合总小共累] ?计|总 ?[分额数]")

Item = Row | Grid


def aligned(page: Page, rows: Sequence[Row]) -> list[Item]:
    """The lines of a column of text, with those that make a table as that table."""
    found: list[Item] = []
    at = 0
    while at < len(rows):
        stop = _run(rows, at)
        edges = _edges(rows[at:stop]) if stop else ()
        if len(edges) <= _FEWEST_COLUMNS:
            found += rows[at : max(stop, at + 1)]
            at = max(stop, at + 1)
            continue
        above = _above(rows, at, edges, found)
        del found[len(found) - above :]
        beside = [rows[n] for n in (at - above - 1, stop) if 0 <= n < len(rows)]
        parted = any(len(row.pieces) > 1 for row in beside)
        top = page.number > 1 and at - above < _NEAR_TOP
        found.append(_grid(page, edges, rows[at - above : stop], parted=parted, top=top))
        at = stop
    return found


def _run(rows: Sequence[Row], at: int) -> int:
    """Where the lines end that may be a table which begins with a line; 0 where none does."""
    if len(rows[at].pieces) < _FEWEST_COLUMNS:
        return 0
    left, right = rows[at].left, rows[at].right
    stop = end = at + 1
    full, alone = 1, 0
    while stop < len(rows):
        row = rows[stop]
        if rows[stop - 1].base - row.base > _APART * row.size:
            break
        close = _is_close(rows[stop - 1], row)
        if len(row.pieces) == 1:
            alone += not close
            if alone > 2 or row.right - row.left > _BROAD * (right - left):
                break
            if not close and row.left < left - row.size:
                break
        stop += 1
        left, right = min(left, row.left), max(right, row.right)
        if len(row.pieces) > 1:
            end, alone = stop, 0
            full += len(row.pieces) >= _FEWEST_COLUMNS
    while end < stop and _is_close(rows[end - 1], rows[end]):
        end += 1
    return end if full > 1 else 0


def _above(rows: Sequence[Row], at: int, edges: tuple[float, ...], found: Sequence[Item]) -> int:
    """How many lines above belong to the first row: its higher cells begin there."""
    count = 0
    while count < min(at, len(found)):
        row = rows[at - count - 1]
        if found[-1 - count] is not row or not _is_close(row, rows[at - count]):
            break
        if any(piece.left < edge < piece.right for piece in row.pieces for edge in edges[1:-1]):
            break
        count += 1
    return count


def _grid(
    page: Page, edges: tuple[float, ...], rows: Sequence[Row], *, parted: bool, top: bool
) -> Grid:
    """The table; it is sure where each row is whole and nothing beside it (``parted``) is alike."""
    grouped = [_slots(edges, group) for group in _groups(rows)]
    if not all(_is_row(slots) for slots in grouped):
        grouped = [_slots(edges, [row]) for row in rows]
    whole = all(_is_whole(slots) for slots in grouped)
    box: Box = (
        edges[0],
        min(row.box[1] for row in rows),
        edges[-1],
        max(row.box[3] for row in rows),
    )
    return Grid(page, box, edges, tuple(grouped), whole and not parted, top)


def _edges(rows: Sequence[Row]) -> tuple[float, ...]:
    """Where the columns begin, and where the last one ends."""
    marks = [(piece.left, 1) for row in rows for piece in row.pieces]
    marks += [(piece.right, -1) for row in rows for piece in row.pieces]
    marks.sort()
    most = int(_CROSSED * sum(len(row.pieces) >= _FEWEST_COLUMNS for row in rows))
    edges, depth = [marks[0][0]], 0
    end: float | None = None
    for at, change in marks:
        depth += change
        if change < 0 and depth <= most:
            end = at
        elif change > 0 and end is not None and depth > most:
            edges.append((end + at) / 2)
            end = None
    return (*edges, marks[-1][0])


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The lines by the rows they make: less white stands between those of one row."""
    whites = [_white(above, below) for above, below in pairwise(rows)]
    within = _CLOSE * rows[0].size
    if max(whites) <= within * 1.2:
        within = float("-inf")  # all stand alike: each line is a row
    group = [rows[0]]
    for row, white in zip(rows[1:], whites, strict=True):
        if white > within:
            yield group
            group = []
        group.append(row)
    yield group


def _white(above: Row, below: Row) -> float:
    """How much white stands between two lines; less than nothing where they overlap."""
    return above.box[1] - below.box[3]


def _slots(edges: tuple[float, ...], rows: Sequence[Row]) -> tuple[Slot, ...]:
    cells: dict[int, list[Row]] = {}
    for row in rows:
        for piece in row.pieces:
            middle = (piece.left + piece.right) / 2
            column = min(max(bisect_right(edges, middle) - 1, 0), len(edges) - 2)
            cells.setdefault(column, []).append(piece)
    return tuple(Slot(n, tuple(cells.get(n, ())), 0.0) for n in range(len(edges) - 1))


def _is_close(above: Row, below: Row) -> bool:
    return _white(above, below) < _CLOSE * below.size


def _is_row(slots: Sequence[Slot]) -> bool:
    """Whether cells may be a row: it has a first one, and none holds two figures."""
    return bool(slots[0].lines) and not any(
        sum(bool(_FIGURE.fullmatch(row.text)) for row in slot.lines) > 1 for slot in slots
    )


def _is_whole(slots: Sequence[Slot]) -> bool:
    """Whether a row has every cell but the last, where remarks stand, or begins as a total does."""
    if not slots[0].lines:
        return False
    return all(s.lines for s in slots[:-1]) or bool(_TOTAL.search(slots[0].lines[0].text))
