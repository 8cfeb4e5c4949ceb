"""A form that is one table: the parts of it that have headers of their own.

The national 项目支出绩效自评表 has labels and values at its head, then the money with its header
(年初预算数、全年预算数、全年执行数 …), the goals, and the indicators with theirs; in Word and Excel
all that is one table.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from linter.model import Cell, Table
from linter.regexes.late import regex

_FEWEST = 3
_ASIDE = regex(r"[*\s]|\([^()]*\)")
_FIGURE = regex(r"\d(?![\d年月])")

Cells = tuple[Cell, ...]


def parts(text: str, table: Table, known: Collection[str]) -> Iterator[Table]:
    """The table's parts, each beginning with its header; ``text`` is folded.

    ``known`` are words of headers. A header that stands again, as on a new page, begins no part and
    is left out.
    """
    part: list[Cells] = []
    header: list[list[str]] = []
    """The words of the rows that the part begins with."""
    for row in table.rows:
        # a row with a figure begins no part: that is seen at less cost than its words are cleaned
        line = text[row[0].start : row[-1].end] if part and row else ""
        if _FIGURE.search(line) and not _ASIDE.search(line):
            part.append(row)
            continue
        words = [_ASIDE.sub("", text[cell.start : cell.end]) for cell in row]
        begins = len(part) == len(header)
        if part and _known(words, known) >= _FEWEST and not any(map(_FIGURE.search, words)):
            if words in header and not begins:
                continue
            if not begins or not _known(header[-1], known):
                yield _part(table, part)
                part, header = [], []
            header.append(words)
        elif not part:
            header.append(words)
        part.append(row)
    yield _part(table, part) if len(part) < len(table.rows) else table


def _known(words: list[str], known: Collection[str]) -> int:
    return sum(word in known for word in words)


def _part(table: Table, rows: list[Cells]) -> Table:
    cells = [cell for row in rows for cell in row]
    return Table(cells[0].start, cells[-1].end, tuple(rows), table.sure)
