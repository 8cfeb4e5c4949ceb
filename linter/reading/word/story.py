"""A Word file's stories (body, notes, headers) to paragraphs and tables, in reading order.

A footnote or endnote comes after the paragraph, or the table, that refers to it; so does a text
box, and a table inside a table's cell. A table of one column is a frame: its paragraphs are read as
paragraphs. Blocks wait on a stack, so that no nesting is too deep.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from linter.reading.composer import Composer, Entry, Piece
from linter.reading.word.continued import Continued
from linter.reading.word.grid import Slot, grid
from linter.reading.word.names import PPR, TBL, TCPR, P, W
from linter.reading.word.paragraphs import (
    Paragraphs,
    Setting,
    Waiting,
    numbered,
    shows_nothing,
)
from linter.reading.word.styles import Style, as_level
from linter.reading.word.tree import number, unwrapped
from linter.regexes.late import regex

_BLOCKS = frozenset((P, TBL))
_LONGEST_HEADING = 60
_SENTENCE = regex("。.")


class Story:
    """Reads stories one after the other into one Composer."""

    def __init__(self, paragraphs: Paragraphs, composer: Composer) -> None:
        self._paragraphs, self._composer = paragraphs, composer
        self._inline = paragraphs.inline
        self._continued = Continued(composer)
        self._tables = 0

    def read(self, root: Element, container: Element, part: str, *, body: bool = False) -> None:
        """Reads a part's story, or another container of blocks in it, to its end."""
        self._inline.begin(root, 1 if body else None)
        setting = Setting(part, numbered(root), headings=body)
        stack = [_blocks(container, setting)]
        bare = False
        while stack:
            waiting = next(stack[-1], None)
            if waiting is None:
                stack.pop()
                continue
            element, here = waiting
            before, bare = bare, element.tag == P and not len(element)
            if before and bare:  # of several bare paragraphs in a row all but the first say nothing
                continue
            if element.tag == P:
                hanging = self._paragraph(element, here)
            elif element.tag == TBL:
                hanging = self._table(element, here)
            else:
                hanging = _blocks(element, here)
            if hanging is not None:
                stack.append(hanging)
        self._continued.flush()
        self._composer.paragraph(self._paragraphs.carried())

    def _paragraph(self, paragraph: Element, here: Setting) -> Iterator[Waiting] | None:
        read = self._paragraphs.read(paragraph, here)
        hanging = iter(read.hanging) if read.hanging else None
        if read.style.contents:
            return hanging
        text = "".join([piece.text for piece in read.pieces])
        held = self._continued.holds(text, read.pieces, alone=not read.hanging)
        if held or not read.pieces:  # an empty paragraph leaves no trace
            return hanging
        level = self._level(paragraph, read.style, text) if here.headings else None
        self._composer.paragraph(read.pieces, level)
        return hanging

    def _level(self, paragraph: Element, style: Style, text: str) -> int | None:
        """The outline level; nothing for a text of sentences that was given one by mistake."""
        if len(text) > _LONGEST_HEADING and _SENTENCE.search(text):
            return None
        own = number(paragraph.find(PPR), f"{W}outlineLvl")
        return style.level if own is None else as_level(own)

    def _table(self, table: Element, here: Setting) -> Iterator[Waiting]:
        self._tables += 1
        cells = grid(table)
        self._paragraphs.changed(inserted=cells.inserted, deleted=cells.deleted)
        inside = replace(here, table=self._tables)
        if cells.is_frame:
            self._continued.flush()
            return _framed(cells.rows, inside)
        hanging: list[Waiting] = []
        aside = replace(inside, headings=False)
        rows = [
            self._row(row, replace(aside, row=n), hanging) for n, row in enumerate(cells.rows, 1)
        ]
        self._continued.table(rows, alone=not hanging)
        return iter(hanging)

    def _row(self, row: Sequence[Slot], here: Setting, hanging: list[Waiting]) -> list[Entry]:
        """The entries of a row; where it goes on over a page, each cell does so by itself."""
        start = end = self._inline.page
        entries = []
        for slot in row:
            self._inline.page = start
            if slot.cell is None or _is_bare(slot.cell):
                entries.append(Entry(slot.column, ()))
                continue
            cell = replace(here, column=slot.column + 1)
            paragraphs = self._cell(slot.cell, cell, hanging)
            entries.append(Entry(slot.column, paragraphs))
            if start is not None and end is not None and self._inline.page is not None:
                end = max(end, self._inline.page)
                first = next((pieces[0].place for pieces in paragraphs), None)
                start = max(start, getattr(first, "page", None) or start)
        self._inline.page = end
        return entries

    def _cell(self, cell: Element, here: Setting, hanging: list[Waiting]) -> list[list[Piece]]:
        paragraphs = []
        for block in unwrapped(cell, _BLOCKS):
            if block.tag == TBL:
                hanging.append((block, replace(here, row=None, column=None)))
                continue
            read = self._paragraphs.read(block, here)
            hanging += read.hanging
            if read.pieces:
                paragraphs.append(read.pieces)
        return paragraphs


def _is_bare(cell: Element) -> bool:
    """Whether a cell has nothing but an empty paragraph."""
    if len(cell) > 2:
        return False
    return all(b.tag == TCPR or (b.tag == P and shows_nothing(b)) for b in cell)


def _blocks(container: Element, here: Setting) -> Iterator[Waiting]:
    return ((block, here) for block in unwrapped(container, _BLOCKS))


def _framed(rows: Sequence[Sequence[Slot]], here: Setting) -> Iterator[Waiting]:
    for at, row in enumerate(rows, 1):
        for slot in row:
            if slot.cell is not None:
                yield from _blocks(slot.cell, replace(here, row=at, column=slot.column + 1))
