"""The blocks of a document as the paragraphs, headings and tables that a reader sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import starmap

from linter.model import Block, Cell, Document, Section, Table
from linter.output.view.structures import Part, Piece
from linter.output.view.texts import shown, units


class Parts:
    """The parts of one document, in reading order."""

    def __init__(
        self, document: Document, heads: Mapping[int, Section], title: tuple[int, int]
    ) -> None:
        """``heads`` are the sections by where they begin, ``title`` is the report's extent."""
        self._document = document
        self._units = units(document.text)
        self._heads = heads
        self._title = title

    def __iter__(self) -> Iterator[Part]:
        """Each table as one part; every block is in one of them.

        Cells of no table that stand beside each other are shown as its rows all the same.
        """
        document = self._document
        tables = {
            cell.start: at for at, t in enumerate(document.tables) for r in t.rows for cell in r
        }
        written: set[int] = set()
        loose: list[Block] = []
        for block in document.blocks:
            at = tables.get(block.start) if block.kind == "cell" else None
            if at is None and block.kind == "cell":
                loose.append(block)
                continue
            yield from self._loose(loose)
            loose = []
            if at is None:
                yield self._block(block)
            elif at not in written:
                written.add(at)
                yield self._table(document.tables[at])
        yield from self._loose(loose)

    def _loose(self, cells: list[Block]) -> Iterator[Part]:
        """Cells of no table: rows where any has several, else paragraphs."""
        rows: list[list[Block]] = []
        for cell in cells:
            beside = rows and "\n" not in self._document.text[rows[-1][-1].end : cell.start]
            if beside:
                rows[-1].append(cell)
            else:
                rows.append([cell])
        if all(len(row) == 1 for row in rows):
            yield from map(self._block, cells)
            return
        made = tuple(tuple(starmap(self._piece, enumerate(row))) for row in rows)
        yield Part("table", self._units(cells[0].start), rows=made)

    def _block(self, block: Block) -> Part:
        head = self._heads.get(block.start)
        level = head.depth + 2 if head else block.level or 0
        start, end = self._title
        if not level and block.start <= start < min(block.end, end):
            level = 1
        text = shown(self._document.text[block.start : block.end])
        return Part("heading" if level else "paragraph", self._units(block.start), text, level)

    def _table(self, table: Table) -> Part:
        rows = tuple(tuple(self._piece(cell.column, cell) for cell in row) for row in table.rows)
        return Part("table", self._units(table.start), rows=rows)

    def _piece(self, column: int, cell: Block | Cell) -> Piece:
        return Piece(
            self._units(cell.start), shown(self._document.text[cell.start : cell.end]), column
        )
