"""PDF: what stands on its pages put in reading order, as paragraphs and tables.

``extract`` (a process of its own) tells characters and drawn lines; from them come tables
(``ruled``, ``aligned``), columns of text and paragraphs; what every page shows again is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.model import Document, PdfPlace
from linter.reading.composer import Composer, Entry, Piece
from linter.reading.pdf.flow import over_pages
from linter.reading.pdf.notices import notices
from linter.reading.pdf.pages import Extract, pages_of
from linter.reading.pdf.rows import Row, glue, needs
from linter.reading.pdf.ruled import Grid, Slot

_PADDING = 2.0
"""How much of a cell's breadth may be kept free of text, in its characters' size."""


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:  # noqa: ARG001
    """The Document of a PDF file; what cannot be read of it is told in a notice."""
    return composed(path, pages_of(data), "PDF")


def composed(path: str, found: Extract, name: str) -> Document:
    """The Document of pages of a format of that name."""
    composer = Composer()
    for slug, severity, zh, en in notices(found):
        composer.notice(slug, severity, zh.replace("PDF", name, 1), en.replace("PDF", name, 1))
    for item in over_pages(found.pages):
        if isinstance(item, Grid):
            entries = [[_entry(slot) for slot in slots] for slots in item.rows]
            composer.table(entries, sure=item.sure and not item.top)
        else:
            composer.paragraph(_pieces(item))
    return composer.document(path, PdfPlace(1))


def _entry(slot: Slot) -> Entry:
    """A cell; a line that had room for the next one's first word ends a paragraph of it."""
    paragraphs: list[list[Row]] = []
    for row in slot.lines:
        before = paragraphs[-1][-1] if paragraphs else None
        room = slot.width - (before.right - before.left) if before else 0.0
        if before and room <= (needs(row.text) + _PADDING) * row.size:
            paragraphs[-1].append(row)
        else:
            paragraphs.append([row])
    return Entry(slot.column, [list(_pieces(lines)) for lines in paragraphs])


def _pieces(lines: Sequence[Row]) -> Iterator[Piece]:
    """Lines that make one paragraph, each with its place."""
    before = ""
    for row in lines:
        place = PdfPlace(row.page.number, row.page.shown(row.box))
        yield Piece((glue(before, row.text) if before else "") + row.text, place)
        before = row.text
