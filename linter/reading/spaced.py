"""Texts that set figures apart from Chinese by spaces (共 21 个站): these spaces leave the text.

Whoever writes so does it everywhere, and it says nothing; without them 2020 年 is a year like any.
What was cut stays in the segment map, as in ``source``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from linter.late import regex
from linter.model import Block, Cell, Document, Segment, Table

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
    cuts = sorted(at for block in document.blocks for at in _within(text, block, spaced))
    return _without(document, cuts)


def _within(text: str, block: Block, spaced: Sequence[int]) -> Sequence[int]:
    """The spaces of a block that say nothing."""
    low, high = bisect_left(spaced, block.start), bisect_left(spaced, block.end)
    if low == high or not (block.kind == "cell" or _SENTENCE.search(text, block.start, block.end)):
        return ()
    first = _NUMBERED.match(text[block.start : spaced[low]]) is not None
    return spaced[low + first : high]


def _without(document: Document, cuts: Sequence[int]) -> Document:
    def moved(offset: int) -> int:
        return offset - bisect_left(cuts, offset)

    def table(of: Table) -> Table:
        rows = tuple(
            tuple(Cell(moved(cell.start), moved(cell.end), cell.column) for cell in row)
            for row in of.rows
        )
        return Table(moved(of.start), moved(of.end), rows, of.sure)

    segments = {moved(segment.start): segment.origin for segment in document.segments}
    segments |= {moved(at + 1): document.place(at + 1) for at in cuts}
    return replace(
        document,
        text=_cut(document.text, cuts),
        folded=_cut(document.folded, cuts),
        blocks=tuple(
            replace(block, start=moved(block.start), end=moved(block.end))
            for block in document.blocks
        ),
        tables=tuple(map(table, document.tables)),
        segments=tuple(Segment(start, segments[start]) for start in sorted(segments)),
        notices=tuple(
            replace(notice, start=moved(notice.start), end=moved(notice.end))
            for notice in document.notices
        ),
    )


def _cut(text: str, cuts: Sequence[int]) -> str:
    ends = [-1, *cuts, len(text)]
    return "".join(text[before + 1 : at] for before, at in pairwise(ends))
