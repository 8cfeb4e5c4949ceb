"""A paragraph of a Word file to pieces: its number, its text and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct
from msgspec.structs import replace

from linter.model import WordPlace
from linter.reading.composer import Composer, Piece
from linter.reading.word.inline import Atom, Inline, text_of
from linter.reading.word.names import DEL, PPR, RPR, VANISH, P, W
from linter.reading.word.numbering import Numbering
from linter.reading.word.styles import Style, Styles
from linter.reading.word.tree import switch, value

_NUMBERED = frozenset((f"{W}numPr", f"{W}pStyle"))
"""Properties by which a paragraph may be numbered."""


class Setting(Struct, frozen=True):
    """Where blocks stand: their part, its paragraphs by number, and the table cell around them."""

    part: str
    numbers: dict[Element, int]
    headings: bool = False
    """Whether a paragraph here may be a heading."""
    table: int | None = None
    row: int | None = None
    column: int | None = None


Waiting = tuple[Element, Setting]
"""A block, or what holds blocks, that is still to be read, and where it stands."""


class Read(Struct, frozen=True):
    """A paragraph as read: its pieces, what hangs on it, whether it is one of a contents list."""

    pieces: list[Piece]
    hanging: list[Waiting]
    style: Style


Note = Callable[[str, str], "Waiting | None"]
"""Gives the note of a part (footnotes, endnotes) and an id."""
Trace = Callable[[Setting, Element, Sequence[Atom]], None]
"""Is told of each paragraph that is read, with what it shows."""


class Paragraphs:
    """Reads paragraphs in the file's order."""

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
        self._empty = Read([], [], styles.of(None))
        self._carried: list[Piece] = []
        """What stood in a paragraph whose end was deleted: it goes on in the next."""

    def carried(self) -> list[Piece]:
        """What is left of a last paragraph whose end was deleted."""
        left, self._carried = self._carried, []
        return left

    def changed(self, *, inserted: int, deleted: int) -> None:
        """Counts tracked changes of whole rows."""
        if self.first_change is None and (inserted or deleted):
            self.first_change = self._composer.at
        self.inline.inserted += inserted
        self.inline.deleted += deleted

    def read(self, paragraph: Element, here: Setting) -> Read:
        """Reads the next paragraph."""
        if shows_nothing(paragraph):
            return self._empty
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
    ) -> list[Waiting]:
        if not boxes and not notes:
            return []
        aside = replace(here, headings=False)
        found = [note for part, name in notes if (note := self._note(part, name))]
        for element, _ in found:
            self.inline.look(element)
        return [*((box, aside) for box in boxes), *found]


def numbered(root: Element) -> dict[Element, int]:
    """A part's paragraphs with their numbers in the file's order; bare ones need none."""
    return {
        paragraph: at
        for at, paragraph in enumerate(root.iter(P), 1)
        if not shows_nothing(paragraph)
    }


def shows_nothing(paragraph: Element) -> bool:
    """Whether a paragraph is empty at first sight: a form has thousands of them."""
    if not len(paragraph):
        return True
    first = paragraph[0]
    return len(paragraph) == 1 and first.tag == PPR and not any(c.tag in _NUMBERED for c in first)


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
