"""From a stretch of the Document to the elements of the Word file that show it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct

from linter.model import Document, Span, WordPlace
from linter.reading.composer import Composer
from linter.reading.word.file import Word
from linter.reading.word.inline import Atom
from linter.reading.word.names import P, W
from linter.reading.word.paragraphs import Setting

_BODY = "document"
_REFERENCES = {"footnotes": f"{W}footnoteReference", "endnotes": f"{W}endnoteReference"}


class Point(Struct, frozen=True):
    """A character that an element of the body shows: which of its characters, from 0."""

    element: Element
    character: int


class Anchor(Struct, frozen=True):
    """First and last character of what a comment stands at.

    ``exact`` is false where the very words cannot bear a comment: an automatic number, a note, a
    header; the comment then stands at the paragraph, the mark of the note, the first paragraph.
    A point whose element is a paragraph stands for one that shows nothing.
    """

    first: Point
    last: Point
    exact: bool


class Anchors:
    """Where the paragraphs of a file show their characters."""

    def __init__(self, word: Word) -> None:
        self._word = word
        self._starts: dict[int, list[int]] = {}
        self._atoms: dict[int, Sequence[Atom]] = {}
        self._paragraphs: dict[int, Element] = dict(enumerate(word.root.iter(P), 1))
        word.tell(Composer(), self._trace)

    def of(self, document: Document, span: Span) -> Anchor:
        """The anchor of a stretch of the Document that was read from this file."""
        first = _place(document, span.start)
        last = _place(document, max(span.start, span.end - 1))
        if first.part != _BODY or last.part != _BODY:
            return self._outside(first if first.part != _BODY else last)
        exact = first.character > 0 and span.end > span.start
        start = self._point(first)
        if not exact and last.character in (0, first.character):
            whole = self._point(WordPlace(first.paragraph, 1 << 30))
            return Anchor(start, whole, exact=False)
        return Anchor(start, self._point(last), exact)

    def _trace(self, here: Setting, paragraph: Element, atoms: Sequence[Atom]) -> None:
        if here.part != _BODY or not atoms:
            return
        number = here.numbers[paragraph]
        starts, at = [], 1
        for atom in atoms:
            starts.append(at)
            at += len(atom.text)
        self._starts[number], self._atoms[number] = starts, atoms

    def _point(self, place: WordPlace) -> Point:
        """The character at a place; beyond a paragraph's end its last."""
        starts = self._starts.get(place.paragraph)
        if starts is None:
            return Point(self._paragraphs.get(place.paragraph, self._paragraphs[1]), 0)
        at = max(0, bisect_right(starts, place.character) - 1)
        atom = self._atoms[place.paragraph][at]
        character = min(max(place.character, 1) - starts[at], len(atom.text) - 1)
        return Point(atom.element, character)

    def _outside(self, place: WordPlace) -> Anchor:
        """Comments stand in the body alone: at the mark of a note, else at the first paragraph."""
        mark = _REFERENCES.get(place.part)
        name = self._word.note_at(place.part, place.paragraph)
        found = (e for e in self._word.root.iter(mark) if e.get(f"{W}id") == name) if mark else ()
        element = next(iter(found), None)
        if element is not None:
            point = Point(element, 0)
            return Anchor(point, point, exact=False)
        first = min(self._starts, default=1)
        return Anchor(
            self._point(WordPlace(first)), self._point(WordPlace(first, 1 << 30)), exact=False
        )


def _place(document: Document, offset: int) -> WordPlace:
    place = document.place(offset)
    return place if isinstance(place, WordPlace) else WordPlace(1)
