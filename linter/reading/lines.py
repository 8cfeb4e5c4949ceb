"""Lines of a text: their visible extent, their width on a screen, and which belong together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from linter.reading.cuts import Cut
from linter.regexes.late import regex

_NUMERALS = "一二三四五六七八九十"
_MARKED = regex(
    rf"第?[{_NUMERALS}]{{1,3}} ?[、.．，,:：是章节部篇]"
    rf"|[(（] ?(?:[{_NUMERALS}]{{1,3}}|\d{{1,2}}) ?[)）]"
    rf"|\d{{1,2}} ?[.．、)）](?!\d)|[①-⒛㈠-㈩]|其[{_NUMERALS}]|附[件录表]|\d+(?:\.\d+)+ "
)
"""How a numbered heading or item may begin; what does goes on no line before it."""

_CAPTION = regex(r"[表图] ?\d|[（(]?单位[:：]|备?注[:：]")
_DATE_ALONE = regex(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?$")
# Slow to compile and seldom needed: compiled by ``re`` at its first use.
_WIDE = ("[\u1100-\u115f\u2010-\u2027\u2030-\u205e\u2460-\u303e\u3041-\ua4cf\uac00-\ud7a3"
         "\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]")  # fmt: skip
_SENTENCE_END = frozenset("。！？!?；;：:")
_COMMENT, _COMMENT_END = "<!--", "-->"


class Line(Struct, frozen=True, gc=False):
    """A line: the extent of its text without the white space around it, and where it began."""

    start: int
    end: int
    begin: int

    def __bool__(self) -> bool:
        return self.start < self.end


def lines(text: str) -> list[Line]:
    """Every line of a text, empty ones included."""
    found, begin = [], 0
    for piece in text.split("\n"):
        stripped = piece.strip()
        start = begin + len(piece) - len(piece.lstrip()) if stripped else begin
        found.append(Line(start, start + len(stripped), begin))
        begin += len(piece) + 1
    return found


def width(text: str) -> int:
    """How many columns of a screen a text fills: a Chinese character fills two."""
    return len(text) if text.isascii() else len(text) + len(re.findall(_WIDE, text))


def marked(text: str, start: int) -> bool:
    """Whether a numbered heading or item seems to begin here."""
    return _MARKED.match(text, start) is not None


def starts_anew(text: str, line: Line) -> bool:
    """Whether a line cannot go on the paragraph of the line before it."""
    return (
        marked(text, line.start)
        or _CAPTION.match(text, line.start, line.end) is not None
        or _DATE_ALONE.match(text, line.start, line.end) is not None
    )


def ends_sentence(text: str, line: Line) -> bool:
    """Whether a line ends where a sentence or clause does."""
    return text[line.end - 1] in _SENTENCE_END


def join(text: str, before: Line, after: Line) -> Cut:
    """The cut that makes two lines one: nothing beside a wide character, a space between words."""
    return Cut(before.end, after.start, between(text[before.end - 1], text[after.start]))


def between(before: str, after: str) -> str:
    """What stands for a line end between two characters: nothing beside a wide one, or a space."""
    return "" if re.match(_WIDE, before) or re.match(_WIDE, after) else " "


def comments(text: str) -> list[tuple[int, int]]:
    """The extents of ``<!-- … -->`` comments; one that is not closed is none."""
    found = []
    at = text.find(_COMMENT)
    while at >= 0:
        end = text.find(_COMMENT_END, at + len(_COMMENT))
        if end < 0:
            break
        end += len(_COMMENT_END)
        found.append((at, end))
        at = text.find(_COMMENT, end)
    return found


def without(all_lines: Iterable[Line], text: str, hidden: list[tuple[int, int]]) -> Iterator[Line]:
    """The lines, with hidden stretches at their ends taken off; what is all hidden is empty."""
    at = 0
    for line in all_lines:
        while at < len(hidden) and hidden[at][1] <= line.start:
            at += 1
        yield _trimmed(line, text, hidden, at) if at < len(hidden) and line else line


def _trimmed(line: Line, text: str, hidden: list[tuple[int, int]], at: int) -> Line:
    start, end = line.start, line.end
    while at < len(hidden) and hidden[at][0] <= start < end:
        start = min(hidden[at][1], end)
        start += len(text[start:end]) - len(text[start:end].lstrip())
        at += 1
    last = at
    while last < len(hidden) and hidden[last][0] < end:
        last += 1
    while last > at and hidden[last - 1][1] >= end > start:
        end = max(hidden[last - 1][0], start)
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        last -= 1
    return Line(start, end, line.begin)
