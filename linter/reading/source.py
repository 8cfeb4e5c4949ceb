"""From the characters of a file to a Document: what leaves the text, and where the rest stands.

A **cut** takes characters out of the text, or puts one space in their place: zero-width ones and
NUL in every format, Markdown's emphasis marks, and the line ends inside a paragraph (dropped beside
Chinese characters, a space between other words), so that no word is broken. What was cut stays in
the segment map: the text has one line for each paragraph, and ``Document.place`` still tells the
file's own line and column.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from linter.model import Block, Document, Notice, Segment, Severity, Table, TextPlace
from linter.reading.cuts import Cut, Shift, applied, moved_notice, moved_table
from linter.reading.fold import barred, fold
from linter.regexes.late import regex

_INVISIBLE = regex("[\u200b-\u200d\u2060\ufeff\u00ad\x00]+")
_LINE_END = regex("\n")


class Source(Struct, frozen=True):
    """A file's characters, and the text without those of them that cannot be seen."""

    characters: str
    text: str
    cuts: tuple[Cut, ...]
    notices: tuple[Notice, ...]


def visible(characters: str, notices: tuple[Notice, ...]) -> Source:
    """Takes zero-width characters and NUL out of decoded characters."""
    if not _INVISIBLE.search(characters):
        return Source(characters, characters, (), notices)
    cuts = tuple(Cut(*match.span()) for match in _INVISIBLE.finditer(characters))
    shift = Shift(cuts)
    moved = tuple(moved_notice(notice, shift) for notice in notices)
    zeros = characters.count("\0")
    if zeros:
        moved += (_control_characters(zeros, shift(characters.index("\0"))),)
    return Source(characters, applied(characters, cuts), cuts, moved)


def document(
    path: str,
    source: Source,
    blocks: Iterable[Block],
    tables: Sequence[Table],
    cuts: Sequence[Cut] = (),
    hidden: Sequence[tuple[int, int]] = (),
) -> Document:
    """The Document of a source whose reader found these blocks and tables (offsets in its text).

    ``cuts`` leave the text; ``hidden`` stretches (comments, code) stay in it and are blank in
    ``folded``, so that no pattern finds anything there. Both are in order and do not overlap.
    """
    text, notices = source.text, source.notices
    every = source.cuts
    if cuts:
        shift = Shift(cuts)
        text = applied(text, cuts)
        blocks = [replace(b, start=shift(b.start), end=shift(b.end)) for b in blocks]
        blocks = [block for block in blocks if text[block.start : block.end].strip()]
        tables = [moved_table(table, shift) for table in tables]
        hidden = [(shift(start), shift(end)) for start, end in hidden]
        notices = tuple(moved_notice(notice, shift) for notice in notices)
        every = _merged(source.cuts, cuts)
    return Document(
        path=path,
        text=text,
        folded=_blanked(barred(fold(text), _gaps(text, tables)), hidden),
        blocks=tuple(blocks),
        tables=tuple(tables),
        segments=tuple(_segments(source.characters, every)),
        notices=notices,
    )


def _merged(first: Sequence[Cut], later: Sequence[Cut]) -> tuple[Cut, ...]:
    """Both sets of cuts as one; the later ones count in the text that the first ones left."""
    if not first:
        return tuple(later)
    kept = [0, *(cut.end for cut in first)]
    shift = Shift(first)
    left = [shift(offset) for offset in kept]

    def back(offset: int) -> int:
        at = bisect_right(left, offset) - 1
        return kept[at] + offset - left[at]

    wide = [Cut(back(cut.start), back(cut.end - 1) + 1, cut.instead) for cut in later]
    merged: list[Cut] = []
    for cut in sorted([*first, *wide], key=lambda cut: (cut.start, -cut.end)):
        if not merged or cut.start >= merged[-1].end:
            merged.append(cut)
    return tuple(merged)


def _segments(characters: str, cuts: Sequence[Cut]) -> Iterable[Segment]:
    """A segment for each line of the file, and one for what follows each cut."""
    lines = [0, *(match.end() for match in _LINE_END.finditer(characters))]
    if not cuts:
        return (Segment(start, TextPlace(line, 1)) for line, start in enumerate(lines, 1))
    shift = Shift(cuts)
    places: dict[int, TextPlace] = {}
    for offset in sorted({*lines, *(cut.end for cut in cuts)}):
        line = bisect_right(lines, offset)
        places[shift(offset)] = TextPlace(line, offset - lines[line - 1] + 1)
    return (Segment(start, place) for start, place in places.items())


def _gaps(text: str, tables: Iterable[Table]) -> Iterator[int]:
    """Where cells of one row end with nothing but white space before the next one."""
    for table in tables:
        for row in table.rows:
            for cell, following in pairwise(row):
                between = text[cell.end : following.start]
                if between.isspace() and "\n" not in between:
                    yield cell.end


def _blanked(folded: str, hidden: Iterable[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in hidden:
        parts.append(folded[at:start])
        parts.append(re.sub(r"[^\n]", " ", folded[start:end]))
        at = end
    return "".join((*parts, folded[at:])) if at else folded


def _control_characters(count: int, at: int) -> Notice:
    message = {
        "zh": f"文件中有 {count} 个空字符（NUL），已略去",
        "en": f"{count} NUL characters were left out",
    }
    return Notice("control-characters", Severity.info, message, at, at)
