"""What people call a cell of a table: the words of its row, and the header of its column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from linter.model import Cell, Document, Table
from linter.regexes.late import regex

_MARKS = regex(r"^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]+|[“\"《])")
_WORDS = regex(r"^[^\W\d_]")
"""A cell that begins, behind a number or a quotation mark, with a letter; amounts, goals (≥95%) and
numbers of rows do not."""
_VALUE = regex("(?:指标|目标|完成|实际|年度)值|目标$|实际|完成情况|结果")
"""In the header of what was wanted or done."""
_LONGEST = 16


def table_at(document: Document, offset: int) -> Table | None:
    """The table in which an offset lies, if any."""
    at = bisect_right(document.tables, offset, key=lambda table: table.start) - 1
    return document.tables[at] if at >= 0 and offset <= document.tables[at].end else None


def called(document: Document, offset: int) -> tuple[str, ...]:
    """The name of the row and of the column of the cell at an offset, as far as there are any."""
    table = table_at(document, offset)
    if table is None:
        return ()
    number = bisect_right(table.rows, offset, key=lambda row: row[0].start if row else -1) - 1
    row = table.rows[number] if number >= 0 else ()
    cell = next((cell for cell in row if cell.start <= offset <= cell.end), None)
    if cell is None or number == 0:
        return ()
    names = _row_name(document, table, number, cell), _column_name(document, table, number, cell)
    return tuple(f"{n[:_LONGEST]}…" if len(n) > _LONGEST else n for n in names if n)


def _row_name(document: Document, table: Table, number: int, cell: Cell) -> str:
    """The last words left of a cell: groups of rows stand before the names of their rows.

    Words of goals and results (制度健全) name nothing, where others do.
    """
    left = [other for other in table.rows[number] if other.start < cell.start]
    words = [other for other in left if _is_of_words(_text(document, other))]
    names = [w for w in words if not _VALUE.search(_column_name(document, table, number, w))]
    return _text(document, (names or words)[-1]) if words else ""


def _column_name(document: Document, table: Table, number: int, cell: Cell) -> str:
    """The nearest header above a cell: that of the last row before any with figures."""
    names = list(_headers(document, table, number, cell.column))
    return names[-1] if names else ""


def _headers(document: Document, table: Table, number: int, column: int) -> Iterator[str]:
    for row in table.rows[:number]:
        texts = {other.column: _text(document, other) for other in row}
        if any(text and not _is_of_words(text) for text in texts.values()):
            return
        if texts.get(column):
            yield texts[column]


def _is_of_words(text: str) -> bool:
    return _WORDS.match(_MARKS.sub("", text, count=1)) is not None


def _text(document: Document, cell: Cell) -> str:
    return "".join(document.text[cell.start : cell.end].split())
