"""A Document put together piece by piece, for formats that say where paragraphs and cells are.

A paragraph is a line of the text, a table's row a line with tabs between its cells, which are bars
in the folded twin as in Markdown. A line break inside a paragraph begins a line of its own, inside
a cell it is a space. Characters that cannot be seen leave the text; the segment map still knows the
place of what follows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from linter.model import Block, Cell, Document, Notice, Place, Segment, Severity, Table, TextPlace
from linter.reading.fold import barred, fold
from linter.regexes.late import regex

_BREAK = regex("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_IN_CELL = regex("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = regex("[\u200b-\u200d\u2060\ufeff\u00ad\x00]+")


class Piece(Struct, frozen=True, gc=False):
    """Characters that run on from one place of the file."""

    text: str
    place: Place


class Entry(Struct, frozen=True):
    """What stands in a table's row at a column (counted from 0), by paragraphs."""

    column: int
    paragraphs: Sequence[Sequence[Piece]]


class Composer:
    """Takes paragraphs and tables in reading order; ``document`` gives the whole."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []
        self._segments: list[Segment] = []
        self._bars: list[int] = []
        self._notices: list[Notice] = []

    def paragraph(self, pieces: Iterable[Piece], level: int | None = None) -> None:
        """Adds a paragraph; with a ``level`` it is a heading. An empty one leaves no trace."""
        start = self._at
        text = "".join([self._put(piece.text, piece.place, "\n") for piece in pieces])
        if not text:
            return
        for line in text.split("\n"):
            span = _stripped(line, start)
            if span and level is not None:
                self._blocks.append(Block(*span, "heading", level))
            elif span:
                self._blocks.append(Block(*span))
            start += len(line) + 1
        self._append("\n")

    def table(self, rows: Iterable[Sequence[Entry]], *, sure: bool = True) -> None:
        """Adds a table; ``sure`` is false where its columns were guessed.

        A merged cell stands once, where it begins.
        """
        start = self._at
        laid = tuple([self._row(row) for row in rows])
        if any(cell.start < cell.end for cells in laid for cell in cells):
            self._tables.append(Table(start, self._at - 1, laid, sure))

    def row(self, row: Sequence[Entry]) -> None:
        """Adds cells that stand side by side and are no table: 项目名称 and what it is."""
        self._row(row)

    @property
    def at(self) -> int:
        """The offset at which the next piece will stand."""
        return self._at

    def notice(
        self, slug: str, severity: Severity, zh: str, en: str, at: int | None = None
    ) -> None:
        """Says something of an offset, or else of the place where the next piece will stand."""
        at = self._at if at is None else at
        self._notices.append(Notice(slug, severity, {"zh": zh, "en": en}, at, at))

    def document(self, path: str, origin: Place | None = None) -> Document:
        """The Document; ``origin`` is the place of its beginning, if nothing was added."""
        text = "".join(self._parts).removesuffix("\n")
        start = Segment(0, origin or TextPlace(1, 1))
        return Document(
            path=path,
            text=text,
            folded=barred(fold(text), [at for at in self._bars if at < len(text)]),
            blocks=tuple(self._blocks),
            tables=tuple(self._tables),
            segments=tuple(self._segments) or (start,),
            notices=tuple(_within(notice, len(text)) for notice in self._notices),
        )

    def _row(self, row: Sequence[Entry]) -> tuple[Cell, ...]:
        cells = []
        for number, entry in enumerate(row):
            if number:
                self._bars.append(self._at)
                self._append("\t")
            start, text = self._at, ""
            for paragraph in entry.paragraphs:
                if text and not text.endswith(" "):
                    self._append(" ")
                    text += " "
                for piece in paragraph:
                    text += self._put(piece.text, piece.place, " ")
            span = _stripped(text, start)
            if span:
                self._blocks.append(Block(*span, "cell"))
            cells.append(Cell(*(span or (start, start)), entry.column))
        self._append("\n")
        return tuple(cells)

    def _put(self, text: str, place: Place, instead: str) -> str:
        """Appends a piece's characters and their segments; gives what was appended."""
        if text and text.isprintable():  # most are: nothing to leave out or to break at
            self._segments.append(Segment(self._at, place))
            self._append(text)
            return text
        breaks = _BREAK if instead == "\n" else _IN_CELL
        kept, at = [], 0
        for unseen in (*_UNSEEN.finditer(text), None):
            seen = text[at : unseen.start() if unseen else len(text)]
            if seen:
                self._segments.append(Segment(self._at, place.shift(at) if at else place))
                kept.append(breaks.sub(instead, seen))
                self._append(kept[-1])
            at = unseen.end() if unseen else at
        return "".join(kept)

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)


def _stripped(text: str, at: int) -> tuple[int, int] | None:
    """The extent without white space around it of a text that stands at an offset."""
    bare = text.strip()
    if not bare:
        return None
    start = at if len(bare) == len(text) else at + len(text) - len(text.lstrip())
    return start, start + len(bare)


def _within(notice: Notice, length: int) -> Notice:
    at = min(notice.start, length)
    return Notice(notice.slug, notice.severity, notice.message, at, at)
