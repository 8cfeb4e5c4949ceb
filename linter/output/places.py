"""Where findings stand, and text made safe to print."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from linter.model import (
    Document,
    Outline,
    PdfPlace,
    Place,
    Report,
    Section,
    SheetPlace,
    Span,
    TextPlace,
    WebPlace,
    WordPlace,
)
from linter.output.cells import called, table_at
from linter.output.words import Words
from linter.regexes.late import regex

_BODY, _TITLE = "document", 12
"""The main part of a Word file, and how much of its title names a chapter without a number."""
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_UNPRINTABLE = regex("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Control codes, separators of lines, and marks that turn the direction of what follows."""


def printable(text: str) -> str:
    """The text, of the same length, without what would move a terminal's cursor or colours."""
    return _UNPRINTABLE.sub(lambda m: " " if m[0].isspace() else _REPLACEMENT, text)


def physical(document: Document, offset: int) -> tuple[int, int]:
    """Line and column in the file itself where it has lines, else in the document's text."""
    place = document.place(offset)
    if isinstance(place, TextPlace):
        return place.line, place.column
    return document.position(offset)


def described(document: Document, offset: int, words: Words) -> str:
    """The place as it is found in the program that shows the file; empty where a line says it."""
    return named(document.place(offset), words)


def named(place: Place, words: Words) -> str:
    """A place in words; empty where only a line or a paragraph would say it."""
    match place:
        case WordPlace() | WebPlace():
            page = place.page if isinstance(place, WordPlace) else None
            told = [words.page.format(page)] if page else []
            if place.table is not None:
                told.append(words.cell.format(place.table, place.row, place.column))
            return words.step.join(told)
        case SheetPlace():
            return words.sheet.format(place.sheet, place.cell)
        case PdfPlace():
            return words.page.format(place.page)
        case _:
            return ""


def told(place: Place, words: Words) -> str:
    """A place where no more is known of its document, at the least its line or paragraph."""
    name = named(place, words)
    if isinstance(place, TextPlace):
        return words.line.format(place.line)
    if isinstance(place, WordPlace | WebPlace) and place.table is None:
        return words.step.join(filter(None, (name, words.paragraph.format(place.paragraph))))
    return name


class Places:
    """Where things stand in documents, as a reader of the files finds them.

    A paragraph of a Word file or page is told by its chapter, and counted within it: Word counts
    none, and whoever counts by eye leaves cells out. The outline is that of the first document.
    """

    def __init__(self, documents: Sequence[Document], outline: Outline, words: Words) -> None:
        self._documents, self._outline, self._words = documents, outline, words
        self._starts: dict[int, list[int]] = {}

    def told(self, document: int, offset: int) -> str:
        """The place of an offset, at the least its line; of a cell also what people call it."""
        return self._with(document, offset, self._names(document, offset))

    def beside(self, span: Span, main: Span) -> str:
        """The place of one span beside that of another: in one table what people call its cell."""
        names = self._names(span.document, span.start)
        if names and span.document == main.document:
            whole = self._documents[span.document]
            if table_at(whole, span.start) is table_at(whole, main.start):
                return names
        return self._with(span.document, span.start, names)

    def _with(self, document: int, offset: int, names: str) -> str:
        where = self._told(document, offset)
        return self._words.bracketed.format(where, names) if names else where

    def _names(self, document: int, offset: int) -> str:
        """What people call a cell; in a text the line alone tells it."""
        whole = self._documents[document]
        told = not isinstance(whole.place(offset), TextPlace)
        return self._words.dot.join(called(whole, offset)) if told else ""

    def _told(self, document: int, offset: int) -> str:
        place, words = self._documents[document].place(offset), self._words
        if not isinstance(place, WordPlace | WebPlace):
            return told(place, words)
        if (part := getattr(place, "part", _BODY)) != _BODY:
            return next((word for name, word in words.parts.items() if part.startswith(name)), part)
        page = getattr(place, "page", None)
        before = f"{words.page.format(page)}{words.step}" if page else ""
        if place.table is None:
            return f"{before}{self._paragraph(document, offset)}"
        cell = words.cell.format(place.table, place.row, place.column)
        return f"{before}{self._chapter(document, offset, cell)}"

    def _paragraph(self, document: int, offset: int) -> str:
        words, outline = self._words, self._outline
        if document == 0 and outline.title_start <= offset < outline.title_end:
            return words.title
        starts = self._paragraphs(document)
        section = self._section(document, offset)
        head = section.start + 1 if section else 0
        if document == 0 and not section and offset >= outline.title_end:
            head = outline.title_end
        number = bisect_right(starts, offset) - bisect_left(starts, head)
        said = words.paragraph.format(number) if number else words.heading
        return self._chapter(document, offset, said)

    def _chapter(self, document: int, offset: int, said: str) -> str:
        """What is said of a place within its chapter, behind the chapter's number."""
        path = self._outline.path(self._section(document, offset))
        marks = "".join(s.marker.text if s.marker else f"“{_short(s.title)}”" for s in path)
        if marks:
            return self._words.within.format(marks, said)
        if document == 0 and any(not s.inline for s in self._outline.sections):
            return self._words.within.format(self._words.beginning, said)
        return said

    def _section(self, document: int, offset: int) -> Section | None:
        """The innermost chapter with a heading of its own."""
        section = self._outline.at(offset) if document == 0 else None
        while section is not None and section.inline:
            section = self._outline.sections[section.parent] if section.parent >= 0 else None
        return section

    def _paragraphs(self, document: int) -> list[int]:
        """Where the paragraphs outside tables begin, of lines in one paragraph the first."""
        if document not in self._starts:
            whole = self._documents[document]
            found: dict[int, int] = {}
            for block in whole.blocks:
                place = whole.place(block.start)
                if not isinstance(place, WordPlace | WebPlace) or place.table is not None:
                    continue
                if getattr(place, "part", _BODY) == _BODY:
                    found.setdefault(place.paragraph, block.start)
            self._starts[document] = list(found.values())
        return self._starts[document]


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[:_TITLE]}…"


def titled(section: Section) -> str:
    """A section's title with its number before it."""
    number = section.marker.text if section.marker else ""
    return section.title if section.title.startswith(number) else f"{number}{section.title}"


def path_of(report: Report) -> str:
    """The path by which a report is known: that of its first document."""
    return report.submission.documents[0].path
