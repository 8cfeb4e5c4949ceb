"""Tables in plain text: rows by pipes, tabs or wide gaps, and tables with one cell a line.

A table of rows is a run of at least two lines of one kind. It ends at the first line of another
shape; one blank line inside is allowed where the next row has as many cells. A table of one cell a
line begins with three or more known headers and ends at a heading, a note or a long line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.model import Block, Cell, Table
from linter.reading.fold import fold
from linter.reading.lines import Line

_PIPE = re.compile(r"(?<!\\)[|｜]")
_GAP = re.compile("[ \u00a0\u3000]{2,}")
_TAB = re.compile("\t")
_SEPARATOR = re.compile("[|｜\t]|[ \u00a0\u3000]{2}")
_RULE_CELL = re.compile(r":?[-—─═=]{2,}:?|:?-:?|")
_LONG_RULE = re.compile(r"[-—─═=]{2}")
_MARKER_ALONE = re.compile(r"(?:[(（]?[一二三四五六七八九十]+[)）、.．]|[(（]?\d{1,2}[)）.．、])$")
_BROAD = 60
"""A line with a single pipe counts as a row only up to this length."""

_LONGEST_CELL = 60
_NOTE = re.compile(r"(?:注|备注|说明|填[报表制]|联系|单位|审核|负责)[^:\n]{0,6}:")
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第.{1,3}[章节]|附[件录表]"
)
_ANNEX = re.compile(r"\([^()]*\)$")


class Grid(Struct, frozen=True):
    """A table and the lines (by index, end exclusive) that it was read from."""

    first: int
    last: int
    table: Table


def blocks(table: Table) -> Iterator[Block]:
    """A block for each cell with text."""
    for row in table.rows:
        for cell in row:
            if cell.start < cell.end:
                yield Block(cell.start, cell.end, "cell")


def grids(text: str, lines: Sequence[Line], headers: frozenset[str]) -> list[Grid]:
    """Every table, in order. ``headers`` are folded words that tables have as headers."""
    found = list(_row_grids(text, lines)) if _SEPARATOR.search(text) else []
    if headers:
        found += _cell_grids(text, lines, headers, found)
        found.sort(key=lambda grid: grid.first)
    return found


class _Row(Struct, frozen=True):
    shape: str
    cells: tuple[Cell, ...]


def _row(text: str, line: Line) -> _Row | None:
    return _pipe_row(text, line) or _tab_row(text, line) or _gap_row(text, line)


def _pipe_row(text: str, line: Line) -> _Row | None:
    pipes = [m.start() for m in _PIPE.finditer(text, line.start, line.end)]
    if not pipes:
        return None
    framed = pipes[0] == line.start
    if not framed and len(pipes) < 2 and line.end - line.start > _BROAD:
        return None
    start = line.start + 1 if framed else line.start
    end = line.end - 1 if pipes[-1] == line.end - 1 and pipes[-1] >= start else line.end
    inner = [(at, at + 1) for at in pipes if start <= at < end]
    return _Row("pipe", _cells(text, start, end, inner))


def _tab_row(text: str, line: Line) -> _Row | None:
    if "\t" not in text[line.start : line.end]:
        return None
    end = text.find("\n", line.end)
    end = len(text) if end < 0 else end
    cells = _cells(text, line.begin, end, [m.span() for m in _TAB.finditer(text, line.begin, end)])
    filled = [cell for cell in cells if cell.start < cell.end]
    first = filled[0]
    if len(filled) == 2 and _MARKER_ALONE.match(text, first.start, first.end):
        return None  # a heading whose number is followed by a tab
    return _Row("tab", cells)


def _gap_row(text: str, line: Line) -> _Row | None:
    gaps = [m.span() for m in _GAP.finditer(text, line.start, line.end)]
    if len(gaps) < 2:
        return None
    return _Row(f"gaps {len(gaps)}", _cells(text, line.start, line.end, gaps))


def _cells(text: str, start: int, end: int, between: list[tuple[int, int]]) -> tuple[Cell, ...]:
    cells = []
    for column, (stop, next_start) in enumerate((*between, (end, end))):
        piece = text[start:stop]
        stripped = piece.strip()
        at = start + len(piece) - len(piece.lstrip()) if stripped else start
        cells.append(Cell(at, at + len(stripped), column))
        start = next_start
    return tuple(cells)


def _row_grids(text: str, lines: Sequence[Line]) -> Iterator[Grid]:
    at = 0
    while at < len(lines):
        row = _row(text, lines[at]) if lines[at] else None
        if row is None:
            at += 1
            continue
        rows, last = _run(text, lines, at, row)
        if len(rows) > 1:
            yield Grid(at, last, _table(text, lines, at, last, rows))
        at = last


def _run(text: str, lines: Sequence[Line], at: int, row: _Row) -> tuple[list[_Row], int]:
    """The rows that go on from one row, and the index of the line after them."""
    rows, last = [row], at + 1
    while last < len(lines):
        blank = not lines[last]
        here = last + 1 if blank else last
        if here >= len(lines) or not lines[here]:
            break
        following = _row(text, lines[here])
        if following is None or following.shape != row.shape:
            break
        if blank and len(following.cells) != len(rows[-1].cells):
            break
        rows.append(following)
        last = here + 1
    return rows, last


def _table(text: str, lines: Sequence[Line], first: int, last: int, rows: list[_Row]) -> Table:
    kept = [row.cells for n, row in enumerate(rows) if not _is_rule(text, row, n)]
    return Table(lines[first].start, lines[last - 1].end, tuple(kept))


def _is_rule(text: str, row: _Row, index: int) -> bool:
    """Whether a row only draws a line: ``|---|`` anywhere, ``|-|`` as the second row."""
    words = [text[cell.start : cell.end] for cell in row.cells]
    if not any(words) or not all(_RULE_CELL.fullmatch(word) for word in words):
        return False
    return row.shape == "pipe" and (index == 1 or any(map(_LONG_RULE.search, words)))


def _cell_grids(
    text: str, lines: Sequence[Line], headers: frozenset[str], taken: Sequence[Grid]
) -> list[Grid]:
    inside = {n for grid in taken for n in range(grid.first, grid.last)}
    numbers = [n for n, line in enumerate(lines) if line and n not in inside]
    found = []
    at = 0
    while at < len(numbers):
        columns = _header_run(text, lines, numbers, at, headers)
        if columns < 3:
            at += max(columns, 1)
            continue
        stop = at + columns
        while stop < len(numbers) and _is_cell(text, lines[numbers[stop]]):
            if numbers[stop] - numbers[stop - 1] > 1 and not _adjoins(lines, numbers, stop):
                break
            stop += 1
        if stop > at + columns:
            cells = [lines[n] for n in numbers[at:stop]]
            found.append(
                Grid(numbers[at], numbers[stop - 1] + 1, _cell_table(text, cells, columns))
            )
        at = stop
    return found


def _adjoins(lines: Sequence[Line], numbers: Sequence[int], at: int) -> bool:
    """Whether only blank lines lie between a line and the one before it in ``numbers``."""
    return not any(lines[n] for n in range(numbers[at - 1] + 1, numbers[at]))


def _header_run(
    text: str, lines: Sequence[Line], numbers: Sequence[int], at: int, headers: frozenset[str]
) -> int:
    """How many header cells begin here; one unknown word between known ones counts too."""
    count = known = 0
    while at + count < len(numbers):
        if _is_header(text, lines[numbers[at + count]], headers):
            count, known = count + 1, known + 1
        elif (
            known >= 3
            and at + count + 1 < len(numbers)
            and _is_header(text, lines[numbers[at + count + 1]], headers)
        ):
            count += 1
        else:
            break
    return count if known >= 3 else known


def _is_header(text: str, line: Line, headers: frozenset[str]) -> bool:
    if line.end - line.start > 40:
        return False
    word = fold(text[line.start : line.end]).replace(" ", "").lstrip("*")
    return word in headers or _ANNEX.sub("", word) in headers


def _is_cell(text: str, line: Line) -> bool:
    length = line.end - line.start
    if length > _LONGEST_CELL or (length > 20 and text[line.end - 1] == "。"):
        return False
    folded = fold(text[line.start : line.end])
    return not _HEADING.match(folded) and not _NOTE.match(folded)


def _cell_table(text: str, cells: Sequence[Line], columns: int) -> Table:
    words = [text[cell.start : cell.end] for cell in cells]
    head = words[:columns]
    rows: list[tuple[Cell, ...]] = []
    at, sure = 0, True
    while at < len(cells):
        stop = min(at + columns, len(cells))
        # a header repeated on the next page begins a row even where cells were lost before it
        again = next((n for n in range(at + 1, stop) if words[n : n + columns] == head), stop)
        sure &= again - at == columns
        rows.append(tuple(Cell(c.start, c.end, column) for column, c in enumerate(cells[at:again])))
        at = again
    return Table(cells[0].start, cells[-1].end, tuple(rows), sure)
