"""The pages of a PDF as one flow of paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.reading.pdf.aligned import aligned
from linter.reading.pdf.columns import in_order, middles
from linter.reading.pdf.continued import says_again, tells_unit, together, without_header
from linter.reading.pdf.furniture import without_furniture
from linter.reading.pdf.pages import Page
from linter.reading.pdf.paragraphs import Frame, frames, goes_on
from linter.reading.pdf.rows import Row, rows
from linter.reading.pdf.ruled import Grid, ruled

Paragraph = list[Row]


class _Line(Struct, frozen=True):
    """A line of text, its column's frame, and the number of the column's stretch on its page."""

    row: Row
    frame: Frame
    stretch: int


def over_pages(pages: Sequence[Page]) -> Iterator[Paragraph | Grid]:
    """Paragraphs and tables in reading order, those that go on over a page put together."""
    flow = _Flow()
    for item in _items(pages):
        yield from flow.table(item) if isinstance(item, Grid) else flow.line(item)
    yield from flow.end()


class _Flow:
    """The paragraph and the table that may still go on."""

    def __init__(self) -> None:
        self._paragraph: list[_Line] = []
        self._table: Grid | None = None
        self._captions: list[_Line] = []
        """What stands between the table and its next part."""
        self._page = 1

    def table(self, item: Grid) -> Iterator[Paragraph | Grid]:
        """Takes a table; gives what cannot go on any more."""
        *first, last = self._parts(item)
        alone = bool(first) or self._table is None
        if alone and item.page.number > self._page and without_header(item):
            last = replace(last, sure=False)  # what it goes on from was not found
        self._table = first[0] if first else None
        if not first:
            self._captions = []
        yield from self.end()
        self._table, self._page = last, item.page.number

    def _parts(self, item: Grid) -> tuple[Grid, ...]:
        """The last table and this one, put together where they are one."""
        table = self._table
        if table is None:
            return (item,)
        follows = item.page.number == table.page.number + 1
        beside = item.page is table.page and item.box[0] >= table.box[2]  # in the next column
        if not follows and not beside:
            return table, item
        return together(table, item, told=any(says_again(line.row) for line in self._captions))

    def line(self, line: _Line) -> Iterator[Paragraph | Grid]:
        """Takes a line; gives what cannot go on any more."""
        self._page = line.row.page.number
        if self._table is not None and _may_caption_rest(self._table, line.row):
            self._captions.append(line)
            return
        if self._table is not None or (self._paragraph and not _goes_on(self._paragraph[-1], line)):
            yield from self.end()
        self._paragraph.append(line)

    def end(self) -> Iterator[Paragraph | Grid]:
        """What is still held."""
        if self._paragraph:
            yield [line.row for line in self._paragraph]
        if self._table is not None:
            yield self._table
        yield from ([line.row] for line in self._captions)
        self._paragraph, self._table, self._captions = [], None, []


def _items(pages: Sequence[Page]) -> Iterator[_Line | Grid]:
    """Lines and tables in reading order."""
    grids, free = [], []
    for page in pages:
        tables, chars = ruled(page)
        grids.append(tables)
        free.append(rows(page, chars))
    free = without_furniture(pages, free)
    places = zip(pages, grids, free, middles(free), strict=True)
    laid = [list(in_order(page, tables, lines, at)) for page, tables, lines, at in places]
    shapes = iter(frames([p for parts in laid for p in parts if not isinstance(p, Grid)]))
    for page, parts in zip(pages, laid, strict=True):
        for number, part in enumerate(parts):
            if isinstance(part, Grid):
                yield part
                continue
            frame = next(shapes)
            for item in aligned(page, part.rows):
                yield item if isinstance(item, Grid) else _Line(item, frame, number)


def _may_caption_rest(table: Grid, row: Row) -> bool:
    """Whether a line may stand over what goes on from a table of the page before."""
    below = row.page.number == table.page.number + 1
    return below and (says_again(row) or tells_unit(row))


def _goes_on(before: _Line, line: _Line) -> bool:
    beside = before.row.page is line.row.page and before.stretch == line.stretch
    return goes_on(before.row, line.row, before.frame, line.frame, beside=beside)
