"""Characters of a page to its lines: those on one base line, from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from linter.reading.lines import width
from linter.reading.pdf.pages import Box, Char, Page
from linter.regexes.late import regex

_SAME_LINE = 0.35
_WORD_GAP = 0.2
_GAP = 1.1
"""How wide a gap in a line must be, in its characters' size, to part two columns."""

_FIRST, _LAST = "\u3400", "\u9fff"
_TAIL, _HEAD = regex(r"[\d.,]+$"), regex(r"[\d.,]+%?|%")
_FIGURE = regex(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?%?")
_CHAR = r"(?:[—–]*[!-~]+|.)"
_WORD = regex(
    rf"[（《〈「『〔【“‘]*{_CHAR}"
    rf"(?:[，。、；：？！）》〉」』〕】％%,.;:?!)\]]|[“”‘’][（《〈「『〔【]*{_CHAR})*"
)
"""What no line ends within: an opening bracket stands never last on it, a closing one never first.

Some programs keep quotation marks together with what stands on both sides of them.
"""


class Row(Struct, frozen=True, dict=True):
    """A line as it is printed on a page: its characters from left to right."""

    chars: tuple[Char, ...]
    page: Page

    @cached_property
    def text(self) -> str:
        """The line's text; one space where there is any."""
        size, parts = self.size, [self.chars[0].text]
        for before, char in zip(self.chars, self.chars[1:], strict=False):
            if char.space or char.left - before.right > _between(before, char) * size:
                parts.append(" ")
            parts.append(char.text)
        return "".join(parts)

    @cached_property
    def size(self) -> float:
        """How wide a Chinese character of this line is: the middle one's width."""
        return _size(self.chars)

    @property
    def sized(self) -> bool:
        """Whether the size is known, not guessed from the height of letters and figures."""
        return any(_FIRST <= char.text <= _LAST for char in self.chars)

    @cached_property
    def box(self) -> Box:
        """What the line covers."""
        chars = self.chars
        return (
            chars[0].left,
            min([char.bottom for char in chars]),
            max([char.right for char in chars]),
            max([char.top for char in chars]),
        )

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.chars[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.box[2]

    @property
    def base(self) -> float:
        """The height of its base line."""
        return self.chars[0].base

    @cached_property
    def pieces(self) -> list[Row]:
        """The line's parts between wide gaps."""
        found, start, gap = [], 0, _GAP * self.size
        for at in range(1, len(self.chars)):
            if self.chars[at].left - self.chars[at - 1].right > gap:
                found.append(Row(self.chars[start:at], self.page))
                start = at
        return [*found, Row(self.chars[start:], self.page)] if start else [self]


def rows(page: Page, chars: Iterable[Char]) -> list[Row]:
    """The lines of these characters of a page, from the top down."""
    found: list[Row] = []
    line: list[Char] = []
    for char in sorted(chars, key=lambda char: -char.base):
        if line and line[0].base - char.base > _SAME_LINE * (line[0].top - line[0].bottom):
            found.append(_row(page, line))
            line = []
        line.append(char)
    return [*found, _row(page, line)] if line else found


def _row(page: Page, line: list[Char]) -> Row:
    line.sort(key=lambda char: char.left)
    return Row(tuple(_once(line)), page)


def _once(line: Sequence[Char]) -> Iterator[Char]:
    """The characters without those printed twice to look bold."""
    before: Char | None = None
    for char in line:
        if before and char.text == before.text:
            near = char.left - before.left < 0.25 * (before.right - before.left)
            if near and abs(char.base - before.base) < 1:
                continue
        yield char
        before = char


def _between(before: Char, char: Char) -> float:
    """How wide a gap must be to be a space: any between words, a broad one beside Chinese."""
    if before.text.isascii() and char.text.isascii():
        return _WORD_GAP
    return _GAP


def _size(chars: Sequence[Char]) -> float:
    widths = sorted([c.right - c.left for c in chars if _FIRST <= c.text <= _LAST])
    if widths and widths[len(widths) // 2] > 0:
        return widths[len(widths) // 2]
    heights = sorted([char.top - char.bottom for char in chars])
    return max(heights[len(heights) // 2] / 1.2, 1.0)


def glue(before: str, after: str) -> str:
    """What stands between two lines that are one: nothing beside Chinese or inside a number."""
    if width(before[-1:]) == 2 or width(after[:1]) == 2:
        return ""
    tail, head = _TAIL.search(before), _HEAD.match(after)
    return "" if tail and head and _FIGURE.fullmatch(tail[0] + head[0]) else " "


def needs(text: str) -> float:
    """How much room a line's first word needs, in Chinese characters."""
    word = _WORD.match(text)
    return width(word[0]) / 2 if word else 1.0
