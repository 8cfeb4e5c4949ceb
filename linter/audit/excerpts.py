"""The words around a stretch of a document, within its block."""

from __future__ import annotations

from collections.abc import Sequence

from linter.model import Document, Span
from linter.season import BEFORE, Excerpt


def excerpt(documents: Sequence[Document], span: Span, where: str = "") -> Excerpt:
    """A stretch of a document between the words around it, within its block."""
    document = documents[span.document]
    block = document.block_at(span.start)
    low, high = (block.start, block.end) if block else (span.start, span.end)
    text = document.text
    return Excerpt(
        text[max(low, span.start - BEFORE) : span.start],
        text[span.start : span.end],
        text[span.end : max(span.end, min(high, span.end + BEFORE))],
        where,
    )
