"""Plain text: each line is a block, runs of rows are tables.

Text that was broken at a fixed width is put together again where that is unmistakable: most lines
are as wide as the widest, and most of those end in the middle of a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from linter.model import Block, Document
from linter.reading import lines as lines_
from linter.reading import tables
from linter.reading.cuts import Cut
from linter.reading.decode import decode
from linter.reading.lines import Line
from linter.reading.source import document, visible

_NARROWEST, _WIDEST = 40, 160
_SLACK = 4
"""How much narrower than the widest a full line may be: a word or a mark went to the next line."""


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:
    """The Document of a text file; ``headers`` are words that make a table of one cell a line."""
    source = visible(*decode(data))
    text = source.text
    hidden = lines_.comments(text)
    all_lines = lines_.lines(text)
    if hidden:
        all_lines = list(lines_.without(all_lines, text, hidden))
    grids = tables.grids(text, all_lines, headers)
    runs = _wrapped(text, all_lines)
    blocks: list[Block] = []
    cuts: list[Cut] = []
    at = 0
    for grid in (*grids, None):
        stop = grid.first if grid else len(all_lines)
        _paragraphs(text, all_lines[at:stop], runs, blocks, cuts)
        if grid:
            blocks += tables.blocks(grid.table)
            at = grid.last
    return document(path, source, blocks, [grid.table for grid in grids], cuts, hidden)


def _paragraphs(
    text: str, run: Sequence[Line], full: int, blocks: list[Block], cuts: list[Cut]
) -> None:
    """Appends a block for each line, or for each run of lines that were one before wrapping."""
    before: Line | None = None
    for line in run:
        if line and before and full and _goes_on(text, before, line, full):
            cuts.append(lines_.join(text, before, line))
            blocks[-1] = Block(blocks[-1].start, line.end)
        elif line:
            blocks.append(Block(line.start, line.end))
        before = line


def _goes_on(text: str, before: Line, line: Line, full: int) -> bool:
    return (
        lines_.width(text[before.start : before.end]) >= full - _SLACK
        and not lines_.ends_sentence(text, before)
        and not lines_.starts_anew(text, line)
        and line.start == line.begin
    )


def _wrapped(text: str, all_lines: Sequence[Line]) -> int:
    """The width at which a text was wrapped; 0 where it wasn't, or not beyond doubt."""
    filled = [line for line in all_lines if line]
    if len(filled) < 6 or max(line.end - line.start for line in filled) > _WIDEST:
        return 0
    widths = [lines_.width(text[line.begin : line.end]) for line in filled]
    full = max(widths)
    if not _NARROWEST <= full <= _WIDEST:
        return 0
    wide = [line for line, w in zip(filled, widths, strict=True) if w >= full - _SLACK]
    broken = sum(not lines_.ends_sentence(text, line) for line in wide)
    return full if len(wide) * 2 >= len(filled) and broken * 3 >= len(wide) * 2 else 0
