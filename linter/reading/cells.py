"""Tables with one cell a line, as they come out of a form that was copied as text.

Such a table begins with three or more known headers and ends at a heading, a note or a long line.
Where the headers are not known, a caption (表2 支出构成) and cells that come round in one order,
row by row, tell it too.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from linter.model import Cell, Table
from linter.reading.fold import fold
from linter.reading.lines import Line
from linter.regexes.late import regex

_LONGEST_CELL = 60
_LONGEST_HEADER = 40
_SPACE = regex(r"\s+")
_NOTE = regex(r"(?:注|备注|说明|填[报表制]|联系|单位|审核|负责)[^:\n]{0,6}:")
_HEADING = regex(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第.{1,3}[章节]|附[件录表]"
)
_CAPTION = regex(
    r"表 ?[\d一二三四五六七八九十]{1,3}[-—.\d]*[ :：]|.{2,30}(?:情况|明细|构成|统计|汇总)表"
)
_UNIT_LINE = regex(r"\(?单位:")
_FIGURE = regex(r"[-—]?[\d,]+(?:\.\d+)?%?|—+|-+|/|无")
_FEWEST_COLUMNS, _MOST_COLUMNS = 3, 10
_FEWEST_ROWS = 2
_ANNEX = regex(r"\([^()]*\)$")


class Grid(Struct, frozen=True):
    """A table and the lines (by index, end exclusive) that it was read from."""

    first: int
    last: int
    table: Table


def cell_grids(
    text: str, lines: Sequence[Line], headers: frozenset[str], taken: Sequence[Grid]
) -> list[Grid]:
    """The tables of one cell a line in the lines that no other table has."""
    inside = {n for grid in taken for n in range(grid.first, grid.last)}
    numbers = [n for n, line in enumerate(lines) if line and n not in inside]
    found = []
    at = 0
    while at < len(numbers):
        columns = _header_run(text, lines, numbers, at, headers)
        if columns < _FEWEST_COLUMNS:
            grid, at = _captioned(text, lines, numbers, at, max(columns, 1))
            found += [grid] if grid else []
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
        if is_header(_word(text, lines[numbers[at + count]]), headers):
            count, known = count + 1, known + 1
        elif (
            known >= _FEWEST_COLUMNS
            and at + count + 1 < len(numbers)
            and is_header(_word(text, lines[numbers[at + count + 1]]), headers)
        ):
            count += 1
        else:
            break
    return count if known >= _FEWEST_COLUMNS else known


def is_header(word: str, headers: frozenset[str]) -> bool:
    """Whether a cell holds a known header, stars and what stands in parentheses behind it aside."""
    if len(word) > _LONGEST_HEADER:
        return False
    word = _SPACE.sub("", fold(word)).lstrip("*")
    return word in headers or _ANNEX.sub("", word) in headers


def is_note(word: str) -> bool:
    """Whether a cell begins a note below a table: 注：, 填报人：."""
    return _NOTE.match(fold(word)) is not None


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


def _captioned(
    text: str, lines: Sequence[Line], numbers: Sequence[int], at: int, skipped: int
) -> tuple[Grid | None, int]:
    """The table below a caption whose cells come round in one order, and where to go on."""
    first = at + skipped
    if not _CAPTION.match(text, lines[numbers[at]].start, lines[numbers[at]].end):
        return None, first
    if first < len(numbers) and _UNIT_LINE.match(fold(_word(text, lines[numbers[first]]))):
        first += 1
    stop = first
    while stop < len(numbers) and _is_cell(text, lines[numbers[stop]]):
        if stop > first and not _adjoins(lines, numbers, stop):
            break
        stop += 1
    cells = [lines[n] for n in numbers[first:stop]]
    columns = _period([_is_figure(text, cell) for cell in cells])
    if columns is None:
        return None, at + skipped
    return Grid(numbers[first], numbers[stop - 1] + 1, _cell_table(text, cells, columns)), stop


def _period(figures: Sequence[bool]) -> int | None:
    """After how many cells the pattern of names and figures comes round, if but one number fits.

    The first row is of names alone; each further row has a name first and figures in the same
    places.
    """
    fitting = []
    for columns in range(_FEWEST_COLUMNS, _MOST_COLUMNS + 1):
        rows = [figures[i : i + columns] for i in range(0, len(figures), columns)]
        head, body = rows[0] if rows else [], rows[1:]
        if len(figures) % columns or len(body) < _FEWEST_ROWS or any(head):
            continue
        if all(row == body[0] for row in body) and not body[0][0] and any(body[0]):
            fitting.append(columns)
    return fitting[0] if len(fitting) == 1 else None


def _is_figure(text: str, line: Line) -> bool:
    return _FIGURE.fullmatch(_word(text, line)) is not None


def _word(text: str, line: Line) -> str:
    return text[line.start : line.end]
