r"""Markdown: headings, tables, items, and paragraphs put together from their lines.

Spans point inside the marks (#, -, >), which stay in the text. Emphasis marks, code marks and
backslashes before punctuation leave it, so that no word is cut by them; the line ends inside a
paragraph do too. Front matter, fenced code and comments are in no block and blank in ``folded``.

Some files have a paragraph a line and no blank lines between them, which shows by headings (一、
（一）) next to other lines. There a line goes on the one before only where that one was broken at a
fixed width.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from linter.model import Block, Document
from linter.reading import tables
from linter.reading.cuts import Cut
from linter.reading.decode import decode
from linter.reading.lines import (
    Line,
    comments,
    ends_sentence,
    join,
    lines,
    marked,
    starts_anew,
    width,
    without,
)
from linter.reading.source import document, visible
from linter.regexes.late import regex

_QUOTE = regex(r"(?:>[ \t]?)+[ \t]*")
_HEADING = regex(r"(#{1,6})(?:[ \t\u3000]+|(?=[^\s!-~]))")
_BULLET = regex(r"[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_RULE = regex(r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$")
_UNDERLINE = regex(r"=+$|-{2,}$")
_FENCE = regex(r"`{3,}|~{3,}")
_BOLD_ONLY = regex(r"(\*\*|__)(?=\S)[^*_]+\1$")
_HARD_BREAK = "  "
_FRONT = regex(r"---[ \t]*\n[\w-]+[ \t]*:[^\n]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_MARK = regex(
    r"(?P<star>(?<!\*)\*{2,3}(?!\*))|(?P<line>(?<!_)__(?!_))|(?P<code>(?<!`)`{1,2}(?!`))"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]|$))|(?P<break><br ?/?>)"
    r"|(?P<tag></?(?:p|div|center|span|font|strong|em|su[bp]|small|big|[biu])(?: [^<>\n]{0,200})?>)"
)
_MARK_SIGN = regex(r"[*_`\\<]")
_WIDEST = 200
"""A line wider than this was not broken at a fixed width."""

_FILLED = 0.85
"""How much of the widest line a line fills that was broken there."""

_CHAPTER = regex("[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]")
_LONGEST_UNDERLINED = 50


class _Piece(Struct):
    """A block in the making, with the lines that it is joined from."""

    lines: list[Line]
    heading: bool = False
    level: int | None = None

    def block(self) -> Block:
        """The block from the first line's start to the last line's end."""
        start, end = self.lines[0].start, self.lines[-1].end
        return Block(start, end, "heading" if self.heading else "paragraph", self.level)


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:
    """The Document of a Markdown file; ``headers`` make tables of one cell a line, as in text."""
    source = visible(*decode(data))
    text = source.text
    hidden = _hidden(text)
    content = [_unquoted(text, line) for line in without(lines(text), text, hidden)]
    grids = tables.grids(text, content, headers)
    dense = _is_dense(text, content)
    blocks: list[Block] = []
    cuts: list[Cut] = []
    at = 0
    for grid in (*grids, None):
        for piece in _pieces(text, content[at : grid.first if grid else len(content)], dense):
            blocks.append(piece.block())
            cuts += (join(text, *pair) for pair in pairwise(piece.lines))
            cuts += _marks(text, ((line.start, line.end) for line in piece.lines))
        if grid:
            cells = list(tables.blocks(grid.table))
            blocks += cells
            cuts += (cut for cell in cells for cut in _marks(text, [(cell.start, cell.end)]))
            at = grid.last
    cuts.sort(key=lambda cut: cut.start)
    return document(path, source, blocks, [grid.table for grid in grids], cuts, hidden)


def _hidden(text: str) -> list[tuple[int, int]]:
    """Front matter, comments and fenced code, in order, none overlapping another."""
    front = _FRONT.match(text) if text.startswith("---") else None
    found = [front.span()] if front else []
    found += comments(text)
    if "```" in text or "~~~" in text:
        found += _fenced(text, found)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


class _Fence(Struct, frozen=True):
    line: Line
    mark: str
    bare: bool
    """Only a fence with nothing behind it closes another."""

    def closes(self, other: _Fence) -> bool:
        return self.bare and self.mark.startswith(other.mark)


def _fenced(text: str, hidden: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Fenced code; a fence that is not closed is none, so that no text is lost."""
    fences = [
        _Fence(line, found[0], found.end() == line.end)
        for line in without(lines(text), text, hidden)
        if line and (found := _FENCE.match(text, line.start, line.end))
    ]
    longest: dict[str, int] = {}
    closable = []
    for fence in reversed(fences):
        kind, length = fence.mark[0], len(fence.mark)
        closable.append(longest.get(kind, 0) >= length)
        if fence.bare:
            longest[kind] = max(longest.get(kind, 0), length)
    closable.reverse()
    opened: _Fence | None = None
    for fence, has_end in zip(fences, closable, strict=True):
        if opened is None:
            opened = fence if has_end else None
        elif fence.closes(opened):
            yield opened.line.start, fence.line.end
            opened = None


def _unquoted(text: str, line: Line) -> Line:
    quote = _QUOTE.match(text, line.start, line.end) if line else None
    return Line(quote.end(), line.end, line.begin) if quote else line


def _is_dense(text: str, content: Sequence[Line]) -> bool:
    """Whether the file has a paragraph a line without blank lines between them."""
    return any(
        before and line and (_CHAPTER.match(text, before.start) or _CHAPTER.match(text, line.start))
        for before, line in pairwise(content)
    )


def _pieces(text: str, content: Sequence[Line], dense: bool) -> Iterator[_Piece]:
    """The blocks between two tables."""
    at = 0
    while at < len(content):
        stop = at
        while stop < len(content) and content[stop]:
            stop += 1
        if stop > at:
            yield from _group(text, content[at:stop], dense)
        at = max(stop, at + 1)


def _group(text: str, content: Sequence[Line], dense: bool) -> Iterator[_Piece]:
    """The blocks among lines with no blank line between them."""
    full = max(width(text[line.start : line.end]) for line in content)
    open_piece: _Piece | None = None
    for line in content:
        if open_piece and _underlines(text, open_piece, line):
            open_piece.heading = True
            open_piece.level = 1 if text[line.start] == "=" else 2
        elif _RULE.match(text, line.start, line.end):
            pass
        elif open_piece and _goes_on(text, open_piece, line, full, dense):
            open_piece.lines.append(line)
            continue
        else:
            if open_piece:
                yield open_piece
            open_piece = _begun(text, line)
            if not open_piece.heading:
                continue
        if open_piece:
            yield open_piece
        open_piece = None
    if open_piece:
        yield open_piece


def _begun(text: str, line: Line) -> _Piece:
    """The block that a line begins."""
    heading = _HEADING.match(text, line.start, line.end)
    if heading and heading.end() < line.end:
        inside = Line(heading.end(), _heading_end(text, heading.end(), line.end), line.begin)
        return _Piece([inside], True, len(heading[1]))
    bullet = _BULLET.match(text, line.start, line.end)
    if bullet:
        return _Piece([Line(bullet.end(), line.end, line.begin)])
    return _Piece([line], bool(_BOLD_ONLY.match(text, line.start, line.end)))


def _heading_end(text: str, start: int, end: int) -> int:
    """Where a heading's words end: before the #s that may close it."""
    words = text[start:end]
    bare = words.rstrip("#")
    closed = bare != words and bare != bare.rstrip() and bare.strip()
    return start + len(bare.rstrip()) if closed else end


def _underlines(text: str, piece: _Piece, line: Line) -> bool:
    """Whether a line of = or - makes the line before it a heading."""
    only = piece.lines[0]
    return (
        len(piece.lines) == 1
        and _UNDERLINE.match(text, line.start, line.end) is not None
        and only.end - only.start <= _LONGEST_UNDERLINED
        and not ends_sentence(text, only)
    )


def _goes_on(text: str, piece: _Piece, line: Line, full: int, dense: bool) -> bool:
    """Whether a line is the rest of the one before it in the same paragraph."""
    before = piece.lines[-1]
    if full > _WIDEST or _starts_block(text, before, line):
        return False
    if ends_sentence(text, before):
        return not dense
    filled = width(text[before.start : before.end])
    if dense or marked(text, piece.lines[0].start):
        return filled >= _FILLED * full
    return filled * 2 >= width(text[line.start : line.end])


def _starts_block(text: str, before: Line, line: Line) -> bool:
    return bool(
        starts_anew(text, line)
        or _HEADING.match(text, line.start, line.end)
        or _BULLET.match(text, line.start, line.end)
        or _BOLD_ONLY.match(text, line.start, line.end)
        or text.startswith(_HARD_BREAK, before.end)
        or text[before.end - 1] == "\\"
    )


def _marks(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Cut]:
    """Cuts for marks of emphasis and code that come in pairs, escapes and tags, in one block."""
    waiting: dict[str, re.Match[str]] = {}
    for start, end in spans:
        if not _MARK_SIGN.search(text, start, end):
            continue
        for mark in _MARK.finditer(text, start, end):
            kind = mark.lastgroup or ""
            if kind in ("escape", "tag"):
                yield Cut(*mark.span())
            elif kind == "break":
                yield Cut(*mark.span(), " ")
            elif kind in waiting and not text[mark.start() - 1].isspace():
                yield Cut(*waiting.pop(kind).span())
                yield Cut(*mark.span())
            elif _opens(text, mark, start, end):
                waiting[kind] = mark


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a mark may begin emphasis: 张**、 does not."""
    if mark.end() >= end or text[mark.end()].isspace():
        return False
    inside = mark.start() > start and text[mark.start() - 1].isalnum()
    return not inside or text[mark.end()].isalnum()
