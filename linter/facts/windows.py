"""Clauses, sentences and blocks of a text, by offset."""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from linter.late import regex
from linter.model import Document, Outline

Window = Literal["clause", "sentence", "block", "section", "report"]

_CLAUSE_END = regex(r"[;。\n!?]")
_SENTENCE_END = regex(r"[。\n!?]")


class Windows:
    """Answers in which stretch of text an offset lies, for each width of window."""

    def __init__(self, document: Document, outline: Outline) -> None:
        text = document.folded
        edges = [0, *(edge for block in document.blocks for edge in (block.start, block.end))]
        self._length = len(text)
        self._document = document
        self._outline = outline
        self._edges = {
            "clause": sorted([*edges, *(m.end() for m in _CLAUSE_END.finditer(text))]),
            "sentence": sorted([*edges, *(m.end() for m in _SENTENCE_END.finditer(text))]),
        }

    def bounds(self, window: Window, offset: int) -> tuple[int, int]:
        """Start and end of the window around an offset."""
        if (edges := self._edges.get(window)) is not None:
            at = bisect_right(edges, offset)
            return edges[at - 1], edges[at] if at < len(edges) else self._length
        match window:
            case "block":
                block = self._document.block_at(offset)
                return (block.start, block.end) if block else (offset, offset)
            case "section":
                section = self._outline.at(offset)
                return (section.start, section.end) if section else (0, self._length)
            case _:
                return 0, self._length

    def share(self, window: Window, one: int, other: int) -> bool:
        """Whether two offsets lie in one such window."""
        return self.bounds(window, one) == self.bounds(window, other)
