"""Texts that set figures apart from Chinese by spaces (共 21 个站): these spaces leave the text.

Whoever writes so does it everywhere, and it says nothing; without them 2020 年 is a year like any.
What was cut stays in the segment map, as in ``source``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from linter.model import Block, Document, Segment
from linter.reading.cuts import Cut, Shift, applied, moved_notice, moved_table
from linter.regexes.late import regex

_HAN = "\u4e00-\u9fff"
_SPACED = regex(rf" (?:(?<=[{_HAN}] )(?=\d)|(?<=[\d%] )(?=[{_HAN}]))")
_CLOSE = regex(rf"\d(?:(?<=[{_HAN}]\d)|%?(?=[{_HAN}]))")
_FEWEST = 20
"""How many such spaces a text has at least; more often than not a space must stand there."""
_SENTENCE = regex("[，,。；;]")
"""In a paragraph of running text: else its spaces may be what sets columns apart."""
_NUMBERED = regex(r"[\s#*]*\d+(?:\.\d+)*$")
"""From the start of a block to a space: the number of a heading."""


def closed_up(document: Document) -> Document:
    """The document without such spaces, or as it is where they are no habit of its text."""
    text = document.folded
    if text.count(" ") < _FEWEST:
        return document
    spaced = [match.start() for match in _SPACED.finditer(text)]
    if len(spaced) < _FEWEST or len(spaced) < sum(1 for _ in _CLOSE.finditer(text)):
        return document
    spaces = sorted(at for block in document.blocks for at in _within(text, block, spaced))
    return _without(document, [Cut(at, at + 1) for at in spaces])


def _within(text: str, block: Block, spaced: Sequence[int]) -> Sequence[int]:
    """The spaces of a block that say nothing."""
    low, high = bisect_left(spaced, block.start), bisect_left(spaced, block.end)
    if low == high or not (block.kind == "cell" or _SENTENCE.search(text, block.start, block.end)):
        return ()
    first = _NUMBERED.match(text[block.start : spaced[low]]) is not None
    return spaced[low + first : high]


def _without(document: Document, cuts: Sequence[Cut]) -> Document:
    shift = Shift(cuts)
    segments = {shift(segment.start): segment.origin for segment in document.segments}
    segments |= {shift(cut.end): document.place(cut.end) for cut in cuts}
    return replace(
        document,
        text=applied(document.text, cuts),
        folded=applied(document.folded, cuts),
        blocks=tuple(replace(b, start=shift(b.start), end=shift(b.end)) for b in document.blocks),
        tables=tuple(moved_table(table, shift) for table in document.tables),
        segments=tuple(Segment(start, segments[start]) for start in sorted(segments)),
        notices=tuple(moved_notice(notice, shift) for notice in document.notices),
    )
