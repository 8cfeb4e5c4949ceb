"""Tables with typed columns, and the figure of each cell: a bare number takes its column's unit."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property, partial
from itertools import islice

import msgspec
from msgspec import Struct

from linter.facts.columns import (
    Caption,
    Column,
    Unit,
    caption_of,
    kind_of_header,
    typed,
    with_percents,
    with_unit,
    with_units,
)
from linter.facts.forms import parts
from linter.facts.quantity import WELL_FORMED, Quantity, bare, negative
from linter.facts.year import YEARS
from linter.interval import exactly
from linter.model import Cell, Document, Table
from linter.regexes.late import regex
from linter.vocabulary import Vocabulary

_CAPTION_UNITS = regex(r"(单价[^\s():。,，;]{0,8})?单位: ?((?:[,，、;] ?|[^\s():。,，、;]){1,30})")
_CAPTION_REACH = 120
_CORNER_UNIT = regex(r"\((?:单位:?)?(亿元|万元|千元|元)\)")
_STARS = regex(r"[*\s]")
_NOT_NAME = regex(r"[:\s*]")
_BARE = regex(r"\d{1,12}(?:\.\d{1,6})?")
_DIGIT = regex(r"\d")
"""A figure that may head a column of a year."""
_NOT_NUMERIC = regex(r"[年月]|\d分|20%|10%")
_FIGURE_CELL = regex(
    rf"(?:{WELL_FORMED.pattern})(?:%|(?![年月日季分级类档标段期批])[\u4e00-\u9fff]{{1,3}})?"
)
"""A cell of a figure, maybe with its unit: 2,986户."""
_NUMBER, _WORDED = regex(r"[\d.,]+"), regex(r"[\u4e00-\u9fff]{2,6}[\d.,]+[\u4e00-\u9fff]{1,3}")
"""A cell that says what its figure is, as no header does."""
_NAMES = 3
"""Among how many cells that say something the word stands that makes a row a total."""
_TOTAL = regex(
    r"^(?:合计|总计|小计|总分(?![馆支所店部院社行校公])|累计|共计|年度资金总额|资金总额|总得分)|(?:小计|合计|总计)$"
)


_BRACKETED, _CHANGES = (
    regex(r"\([\d,.]+\)"),
    regex("[调追][整剂减增加]|增减|变[动化]|差[额异]|盈亏|[+±]"),
)
"""A cell that keeps accounts' sign for less than nothing, and the header of a column with such."""


class Row(Struct, frozen=True):
    """A data row: the texts of its cells, their figures, and whether it is a total."""

    cells: tuple[Cell | None, ...]
    texts: tuple[str, ...]
    figures: tuple[Quantity | None, ...]
    total: bool

    def column_of(self, figure: Quantity) -> int:
        """The number of the column in which a figure of the row stands."""
        return next(n for n, f in enumerate(self.figures) if f and f.start == figure.start)


class TypedTable(Struct, frozen=True, dict=True):
    """A table read as columns and data rows."""

    table: Table
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def column(self, kind: str) -> int | None:
        """The index of the only column of a kind; nothing where there is none or more than one."""
        return self._alone.get(kind)

    def dimensions(self, *, totals: bool) -> list[Counter[str]]:
        """How many figures of each column are of each dimension, with totals or without."""
        return self._dimensions if totals else self._dimensions_without_totals

    @cached_property
    def _dimensions(self) -> list[Counter[str]]:
        return _counted([row.figures for row in self.rows])

    @cached_property
    def _dimensions_without_totals(self) -> list[Counter[str]]:
        return _counted([row.figures for row in self.rows if not row.total])

    @cached_property
    def _alone(self) -> dict[str | None, int]:
        """The kinds of which there is one column, with its index."""
        kinds = [column.kind for column in self.columns]
        return {kind: at for at, kind in enumerate(kinds) if kinds.count(kind) == 1}


def _counted(rows: Sequence[Sequence[Quantity | None]]) -> list[Counter[str]]:
    return [
        Counter(f.dimension for f in column if f is not None) for column in zip(*rows, strict=True)
    ]


def type_tables(
    document: Document, quantities: Sequence[Quantity], vocabulary: Vocabulary
) -> tuple[list[TypedTable], dict[int, Quantity]]:
    """The document's tables, and the cell figures that took their column's unit, by offset."""
    starts = [q.start for q in quantities]
    kind_of = cache(partial(kind_of_header, kinds=vocabulary.kinds_of_columns))
    tables, changed = [], {}
    for whole in document.tables:
        for table in parts(document.folded, whole, vocabulary.column_words):
            typed = _type_table(
                document, table, whole.start, quantities, starts, vocabulary, kind_of
            )
            if typed is not None:
                tables.append(typed)
                for row in typed.rows:
                    changed.update({f.start: f for f in row.figures if f is not None})
    return tables, changed


def _type_table(
    document: Document,
    table: Table,
    begin: int,
    quantities: Sequence[Quantity],
    starts: list[int],
    vocabulary: Vocabulary,
    kind_of: Callable[[str], str | None],
) -> TypedTable | None:
    """A table, or the part of one that begins at ``begin``, below its caption."""
    text = document.folded
    headers, body = _split_header(text, table, kind_of)
    width = max((cell.column for row in table.rows for cell in row), default=-1) + 1
    if not body or width < 2:
        return None
    caption = _caption(text, begin, headers)
    columns = tuple(
        with_percents(
            typed(headers[i] if i < len(headers) else "", caption, kind_of),
            (text[c.start : c.end].strip() for row in body for c in row if c.column == i),
        )
        for i in range(width)
    )
    rows = [
        _row(text, cells, units, quantities, starts, vocabulary)
        for units, cells in with_units(text, columns, body)
    ]
    return TypedTable(table, columns, tuple(_with_nothing(_signed(rows, columns))))


def _caption(text: str, begin: int, headers: Sequence[str]) -> Caption:
    """The units of a table: in its first header (项目资金(万元)), else said above it."""
    corner = _CORNER_UNIT.search(headers[0]) if headers else None
    if corner:
        return Caption(corner[1])
    captions = _CAPTION_UNITS.findall(text, begin - _CAPTION_REACH, begin)
    if not captions:
        return Caption()
    priced, units = captions[-1]
    return caption_of(units, priced=bool(priced))


def _split_header(
    text: str, table: Table, kind_of: Callable[[str], str | None]
) -> tuple[list[str], tuple[tuple[Cell, ...], ...]]:
    """The header texts by column (several header rows joined), and the rows below."""
    headers: list[str] = []
    for number, row in enumerate(table.rows[:3]):
        words = [(_clean(text[c.start : c.end]), c.column) for c in row]
        if not number and (_is_of_figures([w for w, _ in words]) or _is_like_next(text, table)):
            return headers, table.rows
        if number and (
            any(_is_numeric(word) for word, _ in words)
            or not any(kind_of(word) for word, _ in words)
        ):
            return headers, table.rows[number:]
        for word, column in words:
            headers += [""] * (column + 1 - len(headers))
            headers[column] = word if not headers[column] else f"{headers[column]} {word}"
    return headers, table.rows[3:] if len(table.rows) > 3 else ()


def _is_of_figures(words: Sequence[str]) -> bool:
    """Whether the first row of a table has a name and figures, and so is no header: 小学, 1,047."""
    figures = [word for word in words[1:] if word]
    return (
        bool(figures)
        and bool(words[0])
        and not _DIGIT.search(words[0])
        and all(_FIGURE_CELL.fullmatch(word) and not YEARS.fullmatch(word) for word in figures)
        and [*map(str, range(1, len(figures) + 1))] != figures
    )


def _is_like_next(text: str, table: Table) -> bool:
    """Whether a cell of the first row differs from the one below in its figure: 应挂1486户."""
    first, *others = ([_clean(text[c.start : c.end]) for c in row] for row in table.rows[:2])
    return any(
        _WORDED.fullmatch(one) is not None and _NUMBER.sub("", one) == _NUMBER.sub("", other)
        for row in others
        for one, other in zip(first, row, strict=False)
        if one != other
    )


def _is_numeric(word: str) -> bool:
    return bool(_DIGIT.search(word)) and not _NOT_NUMERIC.search(word)


def _clean(text: str) -> str:
    return _STARS.sub("", text)


def _row(
    text: str,
    cells: tuple[Cell, ...],
    units: Sequence[Unit],
    quantities: Sequence[Quantity],
    starts: list[int],
    vocabulary: Vocabulary,
) -> Row:
    placed: list[Cell | None] = [None] * len(units)
    for cell in cells:
        if cell.column < len(units):
            placed[cell.column] = cell
    texts = tuple([text[c.start : c.end].strip() if c else "" for c in placed])
    figures = tuple(
        [
            _figure(cell, word, *unit, quantities, starts, vocabulary) if cell and word else None
            for cell, word, unit in zip(placed, texts, units, strict=True)
        ]
    )
    return Row(
        tuple(placed), texts, figures, any(map(is_total, islice(filter(None, texts), _NAMES)))
    )


def _signed(rows: list[Row], columns: Sequence[Column]) -> list[Row]:
    """The rows, a figure in brackets below nothing where its column may fall: 调整, (5.0)."""
    falling = [_CHANGES.search(column.header) is not None for column in columns]
    if not any(falling):
        return rows
    return [
        msgspec.structs.replace(
            row,
            figures=tuple(
                negative(figure) if figure and may_fall and _BRACKETED.fullmatch(text) else figure
                for figure, text, may_fall in zip(row.figures, row.texts, falling, strict=True)
            ),
        )
        for row in rows
    ]


def _with_nothing(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, a zero in whole units exact where its column tells figures finer: 0 of 33.90."""
    width = len(rows[0].figures)
    finest = [
        min((f.step for r in rows if (f := r.figures[n])), default=None) for n in range(width)
    ]
    for row in rows:
        figures = [
            f if f is None or f.printed or f.step <= (step or 0) else _nothing(f)
            for f, step in zip(row.figures, finest, strict=True)
        ]
        yield msgspec.structs.replace(row, figures=tuple(figures))


def _nothing(figure: Quantity) -> Quantity:
    return msgspec.structs.replace(figure, value=exactly(figure.printed))


def is_total(name: str) -> bool:
    """Whether a cell says that its row is a total."""
    may_be = "计" in name or "总" in name
    return may_be and _TOTAL.search(_NOT_NAME.sub("", name)) is not None


def _figure(
    cell: Cell,
    word: str,
    unit_word: str | None,
    counted: bool,
    quantities: Sequence[Quantity],
    starts: list[int],
    vocabulary: Vocabulary,
) -> Quantity | None:
    """The one figure that fills a cell, with its column's unit."""
    at = bisect_left(starts, cell.start)
    if at == len(starts) or quantities[at].end > cell.end:
        if not _BARE.fullmatch(word):
            return None
        # its unit or sign stands in the next cell
        figure = bare(cell.start, word)
    else:
        figure = quantities[at]
        alone = at + 1 == len(starts) or quantities[at + 1].end > cell.end
        if not alone or figure.end - figure.start < len(word.lstrip("+")) * 0.6:
            return None
    if figure.unit is not None or figure.factor != 1:
        return figure
    if unit_word is not None:
        return with_unit(figure, unit_word, vocabulary)
    if counted and figure.step >= 1 and figure.hedge is None:
        return msgspec.structs.replace(figure, value=exactly(figure.printed))
    return figure
