"""Documents that are one report in two formats: a Word file and the PDF made of it."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model import Document, PdfPlace
from linter.regexes.late import regex

_BARE = regex(r"\W+")
_LEAST = 12
"""How long a piece of text between marks must be to count."""
_SHARE = 0.8


def copies(documents: Sequence[Document]) -> dict[int, int]:
    """Which documents (by index) tell what another one tells; the other is the one to edit."""
    pieces = [_pieces(document) for document in documents]
    order = sorted(range(len(documents)), key=lambda i: (_is_pdf(documents[i]), i))
    found: dict[int, int] = {}
    for at, later in enumerate(order):
        for first in order[:at]:
            shared = len(pieces[later] & pieces[first])
            fewer = min(len(pieces[later]), len(pieces[first]))
            more = max(len(pieces[later]), len(pieces[first]))
            if first not in found and fewer and shared >= _SHARE * fewer and fewer >= 0.5 * more:
                found[later] = first
                break
    return found


def _pieces(document: Document) -> set[str]:
    text = document.folded.replace("\n", "").replace("\t", "").replace(" ", "")
    return {piece for piece in _BARE.split(text) if len(piece) >= _LEAST}


def _is_pdf(document: Document) -> bool:
    return isinstance(document.place(0), PdfPlace)
