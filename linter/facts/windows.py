"""Clauses, sentences and blocks of a text, by offset, and the part of one that is near a place.

A line of a million characters without a full stop is one clause; whoever asks for every figure what
its clause holds must not be given all of it.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from linter.model import Document, Outline
from linter.regexes.late import regex

Window = Literal["clause", "sentence", "block", "section", "report"]

_REACH = 160
"""How far a window reaches before and behind a place where nothing else is told."""

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

    def before(self, window: Window, at: int, most: int = _REACH) -> tuple[int, int]:
        """What stands before a place in its window, at most so many characters."""
        low, _ = self.bounds(window, at)
        return max(low, at - most), at

    def behind(self, window: Window, start: int, end: int, most: int = _REACH) -> tuple[int, int]:
        """What stands behind a stretch in the window in which it begins."""
        _, high = self.bounds(window, start)
        return end, min(high, end + most)

    def around(
        self, window: Window, start: int, end: int, most: int = _REACH, behind: int | None = None
    ) -> tuple[int, int]:
        """A stretch with what stands before and behind it in the window in which it begins."""
        low, high = self.bounds(window, start)
        return max(low, start - most), min(high, end + (most if behind is None else behind))

    def share(self, window: Window, one: int, other: int) -> bool:
        """Whether two offsets lie in one such window."""
        return self.bounds(window, one) == self.bounds(window, other)
