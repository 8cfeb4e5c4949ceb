"""Tables in plain text: rows by pipes, tabs or gaps (those of one cell a line: ``cells``).

A table of rows is a run of at least two lines of one kind. It ends at the first line of another
shape; one blank line inside is allowed where the next row has as many cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from linter.model import Block, Cell, Table
from linter.reading.cells import Grid, cell_grids, is_header
from linter.reading.lines import Line
from linter.regexes.late import regex

_PIPE = regex(r"(?<!\\)[|｜]")
_GAP = regex("[ \u00a0\u3000]{2,}")
_TAB, _WIDE = regex("\t"), regex("\u3000+")
_SEPARATOR = regex("[|｜\t\u3000]|[ \u00a0]{2}")
_SINGLE, _SPACE = regex(r"[^\s，。；;|｜]+(?: [^\s，。；;|｜]+){2,}"), regex(" ")
"""A row of words and figures with one space between them, as copied from a page."""
_SPREAD = regex(
    "(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?P<gap>[ \u3000]+)[\u4e00-\u9fff](?=[ \u3000:：])"
)
"""A name of two characters spread to the width of others: 小　　学, 总　　计."""
_RULE_CELL = regex(r":?[-—─═=]{2,}:?|:?-:?|")
_LONG_RULE = regex(r"[-—─═=]{2}")
_MARKER_ALONE = regex(r"(?:[(（]?[一二三四五六七八九十]+[)）、.．]|[(（]?\d{1,2}[)）.．、])$")
_BROAD = 60
"""A line with a single pipe, single spaces or one filled cell is a row only up to this length."""
_YEAR = regex("(?:19|20)\\d\\d年")
"""With one of these a header may begin."""
_FIGURE = regex(r"[≥≤><]?-?\d[\d,]*(?:\.\d+)?[%％‰]?[\u4e00-\u9fff]{0,2}")
_NONE = regex("—+|-+|/|无")
"""What stands where there is no figure."""
_TOTAL = regex("(?:合 ?计|总 ?计|小 ?计)(?:数|额)?")
_PAIR = 2


def blocks(table: Table) -> Iterator[Block]:
    """A block for each cell with text."""
    for row in table.rows:
        for cell in row:
            if cell.start < cell.end:
                yield Block(cell.start, cell.end, "cell")


def grids(text: str, lines: Sequence[Line], headers: frozenset[str]) -> list[Grid]:
    """Every table, in order. ``headers`` are folded words that tables have as headers."""
    found = list(_row_grids(text, lines, headers))
    if headers:
        found += cell_grids(text, lines, headers, found)
        found.sort(key=lambda grid: grid.first)
    return found


class _Row(Struct, frozen=True):
    shape: str
    cells: tuple[Cell, ...]


def _row(text: str, line: Line) -> _Row | None:
    if not _SEPARATOR.search(text, line.start, line.end):
        return _single_row(text, line)
    return (
        _pipe_row(text, line)
        or _tab_row(text, line)
        or _gap_row(text, line)
        or _gap_row(text, line, wide=True)
    )


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
    cells = _tab_cells(text, line)
    filled = [cell for cell in cells if cell.start < cell.end]
    first = filled[0]
    if len(filled) == 2 and _MARKER_ALONE.match(text, first.start, first.end):
        return None  # a heading whose number is followed by a tab
    return _Row("tab", cells)


def _tab_cells(text: str, line: Line) -> tuple[Cell, ...]:
    end = text.find("\n", line.end)
    end = len(text) if end < 0 else end
    return _cells(text, line.begin, end, [m.span() for m in _TAB.finditer(text, line.begin, end)])


def _title_row(text: str, line: Line, row: _Row) -> _Row | None:
    """A short line whose first cell alone has a text, as many as a row by the tabs behind it."""
    short = row.shape == "tab" and line.end - line.start <= _BROAD
    cells = _tab_cells(text, line) if short else ()
    alone = len(cells) == len(row.cells) > _PAIR and cells[0].start == line.start
    return _Row("tab", cells) if alone else None


def _gap_row(text: str, line: Line, *, wide: bool = False) -> _Row | None:
    """A row parted by wide gaps, or (``wide``) a short one by single full-width spaces."""
    spread = {m.span("gap") for m in _SPREAD.finditer(text, line.start, line.end)}
    every = [m.span() for m in (_WIDE if wide else _GAP).finditer(text, line.start, line.end)]
    gaps = [gap for gap in every if gap not in spread]
    if len(gaps) < 2 or (wide and line.end - line.start > _BROAD):
        return None
    return _Row(
        f"{'wide' if wide else 'gaps'} {len(gaps)}", _cells(text, line.start, line.end, gaps)
    )


def _single_row(text: str, line: Line) -> _Row | None:
    if line.end - line.start > _BROAD or not _SINGLE.fullmatch(text, line.start, line.end):
        return None
    gaps = [m.span() for m in _SPACE.finditer(text, line.start, line.end)]
    return _Row(f"single {len(gaps)}", _cells(text, line.start, line.end, gaps))


def _cells(text: str, start: int, end: int, between: list[tuple[int, int]]) -> tuple[Cell, ...]:
    cells = []
    for column, (stop, next_start) in enumerate((*between, (end, end))):
        piece = text[start:stop]
        stripped = piece.strip()
        at = start + len(piece) - len(piece.lstrip()) if stripped else start
        cells.append(Cell(at, at + len(stripped), column))
        start = next_start
    return tuple(cells)


def _row_grids(text: str, lines: Sequence[Line], headers: frozenset[str]) -> Iterator[Grid]:
    at = 0
    while at < len(lines):
        row = _row(text, lines[at]) if lines[at] else None
        if row is None:
            at += 1
            continue
        rows, last = _run(text, lines, at, row)
        if len(rows) > 1 and _may_be_table(text, rows, headers):
            yield Grid(at, last, _table(text, lines, at, last, rows))
        at = last


def _may_be_table(text: str, rows: list[_Row], headers: frozenset[str]) -> bool:
    """Whether rows are more than lines that happen to be alike."""
    shape = rows[0].shape[0]
    if shape == "s":
        header, *body = ([text[cell.start : cell.end] for cell in row.cells] for row in rows)
        return _may_head(header) and (
            _are_in_columns(body) or (_is_known(header, headers) and _tell_figures(body))
        )
    return shape != "w" or _are_figures(text, rows[1:])


def _may_head(header: list[str]) -> bool:
    """Whether each of some words may be that of a column: spaced-out characters are none."""
    return all(len(word) > 1 and (not word[0].isdigit() or _YEAR.match(word)) for word in header)


def _is_known(header: list[str], headers: frozenset[str]) -> bool:
    """Whether two words at least are known headers, or one is and years are beside it."""
    known = sum(is_header(word, headers) for word in header)
    years = sum(_YEAR.match(word) is not None for word in header)
    return known > 0 and known + years >= _PAIR


def _tells(word: str) -> bool:
    """Whether a cell tells a figure, or that there is none."""
    return _FIGURE.fullmatch(word) is not None or _NONE.fullmatch(word) is not None


def _tell_figures(body: list[list[str]]) -> bool:
    return sum(any(map(_FIGURE.fullmatch, row[1:])) for row in body) >= _PAIR


def _are_in_columns(body: list[list[str]]) -> bool:
    """Whether rows tell figures alone in two columns at least; for one a dash may stand."""
    columns = list(zip(*body, strict=True))[1:]
    figures = [column for column in columns if all(map(_tells, column))]
    return len(figures) >= _PAIR and _tell_figures(body)


def _are_figures(text: str, rows: list[_Row]) -> bool:
    """Whether each row has a cell that begins with a digit: a full-width space parts words too."""
    return all(any(text[c.start : c.end][:1].isdigit() for c in row.cells[1:]) for row in rows)


def _run(text: str, lines: Sequence[Line], at: int, row: _Row) -> tuple[list[_Row], int]:
    """The rows that go on from one row, and the index of the line after them."""
    rows, last = [row], at + 1
    while last < len(lines):
        blank = not lines[last]
        here = last + 1 if blank else last
        if here >= len(lines) or not lines[here]:
            break
        following = _as_like(text, lines[here], row) or _total_like(text, lines[here], rows)
        if following is None:
            break
        if blank and len(following.cells) != len(rows[-1].cells):
            break
        rows.append(following)
        last = here + 1
    return rows, last


def _as_like(text: str, line: Line, row: _Row) -> _Row | None:
    """A line as a row of the shape of another; nothing where it is none.

    Behind a long name one full-width space may be left of a wide gap.
    """
    following = _row(text, line)
    if following is not None and following.shape == row.shape:
        return following
    if following is None and (title := _title_row(text, line, row)) is not None:
        return title
    narrow = _gap_row(text, line, wide=True) if row.shape[0] == "g" else None
    alike = narrow is not None and len(narrow.cells) == len(row.cells)
    return _Row(row.shape, narrow.cells) if narrow is not None and alike else None


def _total_like(text: str, line: Line, rows: Sequence[_Row]) -> _Row | None:
    """A line of totals whose name takes the place of a row's number and name: 合计  178  987.45."""
    found, first = _row(text, line), rows[0]
    if found is None or found.shape[0] != first.shape[0] or first.shape[0] not in "gs":
        return None
    name, *figures = found.cells
    if len(found.cells) + 1 != len(first.cells) or not _TOTAL.fullmatch(text, name.start, name.end):
        return None
    told = [text[cell.start : cell.end] for cell in figures]
    named = (text[row.cells[1].start : row.cells[1].end] for row in rows[1:])
    if not all(map(_tells, told)) or any(map(_FIGURE.fullmatch, named)):
        return None
    moved = (structs.replace(cell, column=cell.column + 1) for cell in figures)
    return _Row(first.shape, (name, Cell(name.end, name.end, 1), *moved))


def _table(text: str, lines: Sequence[Line], first: int, last: int, rows: list[_Row]) -> Table:
    kept = [row.cells for n, row in enumerate(rows) if not _is_rule(text, row, n)]
    return Table(lines[first].start, lines[last - 1].end, tuple(kept))


def _is_rule(text: str, row: _Row, index: int) -> bool:
    """Whether a row only draws a line: ``|---|`` anywhere, ``|-|`` as the second row."""
    words = [text[cell.start : cell.end] for cell in row.cells]
    if not any(words) or not all(_RULE_CELL.fullmatch(word) for word in words):
        return False
    return row.shape == "pipe" and (index == 1 or any(map(_LONG_RULE.search, words)))
