"""Where findings stand, and text made safe to print."""

from __future__ import annotations

from linter.late import regex
from linter.model import (
    Document,
    PdfPlace,
    Place,
    Report,
    Section,
    SheetPlace,
    TextPlace,
    WebPlace,
    WordPlace,
)
from linter.output.words import Words

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
    """A place as a reader finds it, at the least its line or paragraph."""
    name = named(place, words)
    if isinstance(place, TextPlace):
        return words.line.format(place.line)
    if isinstance(place, WordPlace | WebPlace) and place.table is None:
        return words.step.join(filter(None, (name, words.paragraph.format(place.paragraph))))
    return name


def titled(section: Section) -> str:
    """A section's title with its number before it."""
    number = section.marker.text if section.marker else ""
    return section.title if section.title.startswith(number) else f"{number}{section.title}"


def path_of(report: Report) -> str:
    """The path by which a report is known: that of its first document."""
    return report.submission.documents[0].path
