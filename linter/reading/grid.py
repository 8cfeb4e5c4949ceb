"""A grid of cells, of a sheet or of a page's table, as paragraphs, loose rows and tables.

A form such as the 自评表 is one grid with several parts. A table begins where a row of known
headers stands and ends before an empty row, a note, the next row of headers, or the next part of
the form; a part's name beside its table (绩效指标, merged over all its rows) goes before it. What
stands outside of tables is a paragraph where it is alone in its row, else a loose row of cells.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct

from linter.reading.cells import is_header, is_note
from linter.reading.composer import Composer, Entry, Piece
from linter.reading.fold import fold
from linter.regexes.late import regex

_FIGURE = regex(r"[-+—<>=≥≤≧≦]{0,2}\d[\d,]*(?:\.\d+)?(?!年)[^\d年月]{0,5}")
_TOTAL = regex(r"合计|总计|小计|总分|总得分|累计|共计")
_GRAND = regex(r"合计|总计|总分|总得分|总分值|得分合计")
_FEWEST_KNOWN = 3
_DEEPEST_HEADER = 3
_FEWEST_COLUMNS, _FEWEST_ROWS = 3, 2
_LONGEST_CELL = 60
_MOST_TRIES = 8
_MOST_ALONE = 8
_MOST_BLANK = 20
"""A table with more blank cells for each with something in it gets none of them."""


class GridCell(Struct, frozen=True):
    """What begins at a row and column, over how many of each, by paragraphs."""

    row: int
    column: int
    paragraphs: Sequence[Sequence[Piece]]
    rows: int = 1
    columns: int = 1

    @property
    def text(self) -> str:
        """Its characters; paragraphs by line feeds."""
        if len(self.paragraphs) == 1 and len(self.paragraphs[0]) == 1:
            return self.paragraphs[0][0].text
        return "\n".join(["".join([piece.text for piece in line]) for line in self.paragraphs])


Row = Sequence[GridCell]


def lay(
    composer: Composer,
    rows: Iterable[Row],
    headers: frozenset[str],
    *,
    declared: bool = False,
    sure: bool = True,
) -> None:
    """Adds a grid's rows, in order, each of cells with text in order of column.

    ``headers`` are the folded words that tables have as headers. A ``declared`` grid is a table by
    what the file says (HTML, Word): without known headers it is one whole. ``sure`` is false where
    rows or columns are missing.
    """
    layout = _Layout(composer, headers, sure)
    if not declared:
        for block in _blocks(rows):
            layout.block(block)
        return
    filled = [row for row in rows if row]
    if any(layout.is_header_row(row) for row in filled):
        layout.block(filled)
    elif len(filled) > 1 and any(len(row) > 1 for row in filled):
        layout.table(filled)
    else:
        layout.loose(filled)


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Runs of rows without an empty one between them that no cell reaches over."""
    block: list[Row] = []
    reach = 0
    for row in rows:
        if not row:
            continue
        if block and row[0].row > reach + 1:
            yield block
            block = []
        block.append(row)
        reach = max(reach, *[cell.row + cell.rows - 1 for cell in row])
    if block:
        yield block


class _Layout:
    """Puts the rows of one grid into a composer."""

    def __init__(self, composer: Composer, headers: frozenset[str], sure: bool) -> None:
        self._composer = composer
        self._headers = headers
        self._sure = sure
        self._known: dict[str, bool] = {}
        self._figure: dict[str, bool] = {}

    def block(self, rows: Sequence[Row]) -> None:
        """Adds rows that follow each other."""
        at = 0
        for start in range(len(rows)):
            if start >= at and self.is_header_row(rows[start]):
                first = start - (start > at and self._heads(rows[start - 1], rows[start]))
                self._headless(rows[at:first])
                at = self._table_end(rows, first)
                self.table(rows[first:at])
        self._headless(rows[at:])

    def is_header_row(self, row: Row) -> bool:
        """Whether a row is known headers: three of them, two side by side, or all, and no figure.

        项目名称 and 单位名称 each before its value are none.
        """
        if len(row) < 2:
            return False
        if any(self._is_figure(cell) for cell in row):
            return False
        known = [self._is_known(cell) for cell in row]
        count = sum(known)
        if count < min(len(row), _FEWEST_KNOWN):
            return False
        beside = any(a and b for a, b in pairwise(known))
        return beside or count * 2 > len(row)

    def _heads(self, above: Row, row: Row) -> bool:
        """Whether the row above one of headers is the first of them.

        A cell reaches down from there, or would where cells were merged.
        """
        if len(above) < 2 or any(self._is_figure(cell) for cell in above):
            return False
        reaching = any(cell.rows > 1 and cell.row + cell.rows == row[0].row + 1 for cell in above)
        known = sum(self._is_known(cell) for cell in above)
        return reaching or (above[0].column < row[0].column and known * 2 > len(above))

    def loose(self, rows: Iterable[Row]) -> None:
        """Adds rows that are no table."""
        for row in rows:
            if len(row) == 1:
                for paragraph in row[0].paragraphs:
                    self._composer.paragraph(paragraph)
            elif row:
                self._composer.row([Entry(n, cell.paragraphs) for n, cell in enumerate(row)])

    def table(self, rows: Sequence[Row]) -> None:
        """Adds a table: its first row holds headers; columns in which nothing begins are none."""
        label, body = self._label(rows)
        columns = sorted({cell.column for row in body for cell in row})
        if label and len(columns) > 1:
            first = columns[1] if columns[0] == label.column else columns[0]
            columns = [column for column in columns if column != label.column]
            if any(cell.column == first for cell in body[0]):
                self.loose([[label]])
            else:
                body = [[_moved(label, first), *body[0]], *body[1:]]
        self._composer.table(_entries(body, columns), sure=self._sure)

    def _headless(self, rows: Sequence[Row]) -> None:
        """Adds rows without known headers, as a table from where on they have the shape of one."""
        at = 0
        for start, end in _runs(rows):
            begin = self._shaped(rows[start:end])
            if begin is not None:
                self.loose(rows[at : start + begin])
                self.table(rows[start + begin : end])
                at = end
        self.loose(rows[at:])

    def _shaped(self, rows: Sequence[Row]) -> int | None:
        """From which row on rows are a table: names alone, then in each a figure in one column."""
        figures = [frozenset(c.column for c in row if self._is_figure(c)) for row in rows]
        tries = 0
        for at in range(len(rows) - _FEWEST_ROWS):
            if figures[at] or not figures[at + 1]:
                continue
            tries += 1
            if tries > _MOST_TRIES:
                break
            head = {cell.column for cell in rows[at]}
            body = rows[at + 1 :]
            within = all(cell.column in head for row in body for cell in row)
            common = frozenset.intersection(*figures[at + 1 :]) - {rows[at][0].column}
            if within and common and len(head) >= _FEWEST_COLUMNS:
                return at
        return None

    def _table_end(self, rows: Sequence[Row], start: int) -> int:
        """The index of the first row after the table whose headers begin at ``start``."""
        depth = self._depth(rows, start)
        label, _ = self._label(rows[start:])
        words = [cell.text for cell in rows[start]]
        for at in range(start + depth, len(rows)):
            row = rows[at]
            if self.is_header_row(row) and [cell.text for cell in row] != words:
                return at
            if is_note(row[0].text) or (len(row) == 1 and self._is_text(rows, at)):
                return at
            first, above = row[0], rows[at - 1]
            below_total = at > start + depth + 1 and _GRAND.fullmatch(_bare(above[0].text))
            if below_total and not any(self._is_figure(cell) for cell in row):
                return at
            if label and first.column <= label.column and not _TOTAL.search(first.text):
                return at
        return len(rows)

    def _is_text(self, rows: Sequence[Row], at: int) -> bool:
        """Whether a cell that is alone in its row is no row of the table: a sentence, a heading.

        One that names what stands below it in the table (产出指标) has rows of figures there.
        """
        for row in rows[at : at + _MOST_ALONE]:
            text = row[0].text.rstrip()
            if len(row) > 1:
                return self.is_header_row(row)
            if len(text) > _LONGEST_CELL or text.endswith("。"):
                return True
        return True

    def _depth(self, rows: Sequence[Row], start: int) -> int:
        """How many rows of headers there are: further ones hold a known one and no figure."""
        depth = 1
        while depth < _DEEPEST_HEADER and start + depth < len(rows):
            row = rows[start + depth]
            if any(self._is_figure(c) for c in row) or not any(self._is_known(c) for c in row):
                break
            depth += 1
        return depth

    def _label(self, rows: Sequence[Row]) -> tuple[GridCell | None, Sequence[Row]]:
        """The name of the part beside its table, and the rows without it.

        It stands at the first column of the headers, and nothing stands below it in the first row
        of figures.
        """
        depth = self._depth(rows, 0)
        if depth >= len(rows) or len(rows[0]) < _FEWEST_COLUMNS:
            return None, rows
        first, below = rows[0][0], rows[depth][0]
        if below.column <= first.column or below.row > first.row + max(first.rows - 1, depth):
            return None, rows
        return first, [rows[0][1:], *rows[1:]]

    def _is_known(self, cell: GridCell) -> bool:
        word = cell.text
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = is_header(word, self._headers)
        return known

    def _is_figure(self, cell: GridCell) -> bool:
        word = cell.text
        figure = self._figure.get(word)
        if figure is None:
            figure = len(word) <= _LONGEST_CELL and bool(_FIGURE.fullmatch(fold(word).strip()))
            self._figure[word] = figure
        return figure


def _entries(rows: Sequence[Row], columns: Sequence[int]) -> Iterator[list[Entry]]:
    """The rows with a cell at each column, blank ones too.

    Where a cell from above or from the left reaches over a column there is none, since the row may
    share what that cell says; save in front, where the levels of indicators are merged.
    """
    index = {column: n for n, column in enumerate(columns)}
    dense = len(rows) * len(columns) <= _MOST_BLANK * sum(map(len, rows))
    until: dict[int, int] = {}
    for row in rows:
        begun: dict[int, Sequence[Sequence[Piece]]] = {}
        for cell in row:
            at = index.get(cell.column, 0)
            begun[at] = (*begun[at], *cell.paragraphs) if at in begun else cell.paragraphs
            if dense and (cell.rows > 1 or cell.columns > 1):
                _reach(cell, columns, until)
        if dense and len(begun) < len(columns):
            begun = _filled(begun, [until.get(column, -1) >= row[0].row for column in columns])
        yield [Entry(n, paragraphs) for n, paragraphs in begun.items()]


def _reach(cell: GridCell, columns: Sequence[int], until: dict[int, int]) -> None:
    """Notes to which row a merged cell reaches down in its columns."""
    reached = columns[bisect_left(columns, cell.column) :]
    over = takewhile((cell.column + cell.columns).__gt__, reached)
    until |= dict.fromkeys(over, cell.row + cell.rows - 1)


def _filled(
    begun: dict[int, Sequence[Sequence[Piece]]], covered: Sequence[bool]
) -> dict[int, Sequence[Sequence[Piece]]]:
    """A row with blank cells where nothing begins, save where a cell reaches over behind others."""
    first = min(begun)
    return {
        n: begun.get(n, ())
        for n, is_covered in enumerate(covered)
        if n in begun or n < first or not is_covered
    }


def _runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Where several cells stand side by side, row after row."""
    start = 0
    for at in range(len(rows) + 1):
        if at == len(rows) or len(rows[at]) < 2:
            if at - start > _FEWEST_ROWS:
                yield start, at
            start = at + 1


def _bare(text: str) -> str:
    return "".join(text.split())


def _moved(cell: GridCell, column: int) -> GridCell:
    return GridCell(cell.row, column, cell.paragraphs)
