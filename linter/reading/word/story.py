"""A Word file's stories (body, notes, headers) to paragraphs and tables, in reading order.

A footnote or endnote comes after the paragraph, or the table, that refers to it; so does a text
box, and a table inside a table's cell. A table of one column is a frame: its paragraphs are read as
paragraphs. Blocks wait on a stack, so that no nesting is too deep.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from linter.late import regex
from linter.model import WordPlace
from linter.reading.composer import Composer, Entry, Piece
from linter.reading.word.continued import Continued
from linter.reading.word.grid import Slot, grid
from linter.reading.word.inline import Atom, Inline, text_of
from linter.reading.word.names import DEL, PPR, RPR, TBL, TCPR, VANISH, P, W
from linter.reading.word.numbering import Numbering
from linter.reading.word.styles import Style, Styles, as_level
from linter.reading.word.tree import number, switch, unwrapped, value

_BLOCKS = frozenset((P, TBL))
_NUMBERED = frozenset((f"{W}numPr", f"{W}pStyle"))
"""Properties by which a paragraph may be numbered."""
_LONGEST_HEADING = 60
_SENTENCE = regex("。.")


class Setting(Struct, frozen=True):
    """Where blocks stand: their part, its paragraphs by number, and the table cell around them."""

    part: str
    numbers: dict[Element, int]
    headings: bool = False
    """Whether a paragraph here may be a heading."""
    table: int | None = None
    row: int | None = None
    column: int | None = None


_Waiting = tuple[Element, Setting]


class Read(Struct, frozen=True):
    """A paragraph as read: its pieces, what hangs on it, whether it is one of a contents list."""

    pieces: list[Piece]
    hanging: list[_Waiting]
    style: Style


Note = Callable[[str, str], "_Waiting | None"]
"""Gives the note of a part (footnotes, endnotes) and an id."""
Trace = Callable[[Setting, Element, Sequence[Atom]], None]
"""Is told of each paragraph that is read, with what it shows."""


class Story:
    """Reads stories one after the other into one Composer."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        composer: Composer,
        note: Note,
        trace: Trace | None = None,
    ) -> None:
        self.inline = Inline(styles)
        self.first_change: int | None = None
        """Where in the text the first tracked change stands, and the first hidden text."""
        self.first_hidden: int | None = None
        self._styles, self._numbering, self._composer = styles, numbering, composer
        self._note, self._trace = note, trace
        self._tables = 0
        self._bare = Read([], [], styles.of(None))
        self._carried: list[Piece] = []
        """What stood in a paragraph whose end was deleted: it goes on in the next."""
        self._continued = Continued(composer)

    def read(self, root: Element, container: Element, part: str, *, body: bool = False) -> None:
        """Reads a part's story, or another container of blocks in it, to its end."""
        self.inline.begin(root, 1 if body else None)
        setting = Setting(part, numbered(root), headings=body)
        stack = [_blocks(container, setting)]
        while stack:
            waiting = next(stack[-1], None)
            if waiting is None:
                stack.pop()
                continue
            element, here = waiting
            if element.tag == P:
                hanging = self._paragraph(element, here)
            elif element.tag == TBL:
                hanging = self._table(element, here)
            else:
                hanging = _blocks(element, here)
            stack.append(hanging)
        self._continued.flush()
        if self._carried:
            self._composer.paragraph(self._carried)
            self._carried = []

    def _paragraph(self, paragraph: Element, here: Setting) -> Iterator[_Waiting]:
        read = self._read(paragraph, here)
        hanging = iter(read.hanging)
        if read.style.contents:
            return hanging
        text = "".join([piece.text for piece in read.pieces])
        if self._continued.holds(text, read.pieces, alone=not read.hanging):
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

    def _read(self, paragraph: Element, here: Setting) -> Read:
        if _shows_nothing(paragraph):
            return self._bare
        properties = paragraph.find(PPR)
        style = self._styles.of(value(properties, f"{W}pStyle"))
        mark = properties.find(RPR) if properties is not None else None
        changes, hidden = self._changes(), self.inline.hidden
        shown = self.inline.read(paragraph, hidden=style.hidden)
        at = self._composer.at
        if self.first_change is None and self._changes() > changes:
            self.first_change = at
        if self.first_hidden is None and self.inline.hidden > hidden:
            self.first_hidden = at
        if self._trace is not None:
            self._trace(here, paragraph, shown.atoms)
        pieces = _pieces(shown.atoms, here, here.numbers[paragraph])
        hanging = self._hanging(shown.boxes, shown.notes, here)
        if mark is not None and mark.find(DEL) is not None:
            self._carried += pieces
            return Read([], hanging, style)
        pieces, self._carried = [*self._carried, *pieces], []
        unseen = not pieces and (style.hidden or bool(switch(mark, VANISH)))
        label = "" if unseen else self._numbering.label(properties, style)
        if label:
            page = pieces[0].place.page if pieces else self.inline.page  # type: ignore[attr-defined]
            place = replace(_place(here, here.numbers[paragraph], page), character=0)
            pieces.insert(0, Piece(label, place))
        return Read(pieces, hanging, style)

    def _changes(self) -> int:
        return self.inline.inserted + self.inline.deleted

    def _hanging(
        self, boxes: Sequence[Element], notes: Sequence[tuple[str, str]], here: Setting
    ) -> list[_Waiting]:
        if not boxes and not notes:
            return []
        aside = replace(here, headings=False)
        found = [note for part, name in notes if (note := self._note(part, name))]
        for element, _ in found:
            self.inline.look(element)
        return [*((box, aside) for box in boxes), *found]

    def _table(self, table: Element, here: Setting) -> Iterator[_Waiting]:
        self._tables += 1
        cells = grid(table)
        if self.first_change is None and (cells.deleted or cells.inserted):
            self.first_change = self._composer.at
        self.inline.deleted += cells.deleted
        self.inline.inserted += cells.inserted
        inside = replace(here, table=self._tables)
        if cells.is_frame:
            self._continued.flush()
            return _framed(cells.rows, inside)
        hanging: list[_Waiting] = []
        aside = replace(inside, headings=False)
        rows = [
            self._row(row, replace(aside, row=n), hanging) for n, row in enumerate(cells.rows, 1)
        ]
        self._continued.table(rows, alone=not hanging)
        return iter(hanging)

    def _row(self, row: Sequence[Slot], here: Setting, hanging: list[_Waiting]) -> list[Entry]:
        """The entries of a row; where it goes on over a page, each cell does so by itself."""
        start = end = self.inline.page
        entries = []
        for slot in row:
            self.inline.page = start
            if slot.cell is None or _is_bare(slot.cell):
                entries.append(Entry(slot.column, ()))
                continue
            cell = replace(here, column=slot.column + 1)
            paragraphs = self._cell(slot.cell, cell, hanging)
            entries.append(Entry(slot.column, paragraphs))
            if start is not None and end is not None and self.inline.page is not None:
                end = max(end, self.inline.page)
                first = next((pieces[0].place for pieces in paragraphs), None)
                start = max(start, getattr(first, "page", None) or start)
        self.inline.page = end
        return entries

    def _cell(self, cell: Element, here: Setting, hanging: list[_Waiting]) -> list[list[Piece]]:
        paragraphs = []
        for block in unwrapped(cell, _BLOCKS):
            if block.tag == TBL:
                hanging.append((block, replace(here, row=None, column=None)))
                continue
            read = self._read(block, here)
            hanging += read.hanging
            if read.pieces:
                paragraphs.append(read.pieces)
        return paragraphs


def numbered(root: Element) -> dict[Element, int]:
    """A part's paragraphs with their numbers in the file's order; bare ones need none."""
    return {
        paragraph: at
        for at, paragraph in enumerate(root.iter(P), 1)
        if not _shows_nothing(paragraph)
    }


def _shows_nothing(paragraph: Element) -> bool:
    """Whether a paragraph is empty at first sight: a form has thousands of them."""
    if not len(paragraph):
        return True
    first = paragraph[0]
    return len(paragraph) == 1 and first.tag == PPR and not any(c.tag in _NUMBERED for c in first)


def _is_bare(cell: Element) -> bool:
    """Whether a cell has nothing but an empty paragraph."""
    if len(cell) > 2:
        return False
    return all(b.tag == TCPR or (b.tag == P and _shows_nothing(b)) for b in cell)


def _blocks(container: Element, here: Setting) -> Iterator[_Waiting]:
    return ((block, here) for block in unwrapped(container, _BLOCKS))


def _framed(rows: Sequence[Sequence[Slot]], here: Setting) -> Iterator[_Waiting]:
    for at, row in enumerate(rows, 1):
        for slot in row:
            if slot.cell is not None:
                yield from _blocks(slot.cell, replace(here, row=at, column=slot.column + 1))


def _place(here: Setting, paragraph: int, page: int | None) -> WordPlace:
    return WordPlace(paragraph, 1, here.part, here.table, here.row, here.column, page)


def _pieces(atoms: Sequence[Atom], here: Setting, paragraph: int) -> list[Piece]:
    """A piece for all that stands on one page."""
    if not atoms:
        return []
    place = _place(here, paragraph, atoms[0].page)
    if atoms[0].page == atoms[-1].page:
        return [Piece(text_of(atoms), place)]
    pieces, at, count = [], 0, 1
    for stop, atom in enumerate([*atoms, None]):
        if atom is None or atom.page != atoms[at].page:
            text = text_of(atoms[at:stop])
            pieces.append(Piece(text, replace(place, character=count, page=atoms[at].page)))
            at, count = stop, count + len(text)
    return pieces
