"""Where findings stand, and text made safe to print."""

from __future__ import annotations

from linter.model import Document, Report, TextPlace

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029)
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_PRINTABLE = {
    code: " " if chr(code).isspace() else "\N{REPLACEMENT CHARACTER}"
    for code in (*_CONTROLS, *_DIRECTIONS)
}


def printable(text: str) -> str:
    """The text, of the same length, without what would move a terminal's cursor or colours."""
    return text.translate(_PRINTABLE)


def physical(document: Document, offset: int) -> tuple[int, int]:
    """Line and column in the file itself where it has lines, else in the document's text."""
    place = document.place(offset)
    if isinstance(place, TextPlace):
        return place.line, place.column
    return document.position(offset)


def path_of(report: Report) -> str:
    """The path by which a report is known: that of its first document."""
    return report.submission.documents[0].path
