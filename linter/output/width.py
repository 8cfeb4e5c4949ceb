"""Text in terminal cells: a Chinese character takes two, so length is not width."""

from __future__ import annotations

import codecs
import locale
import os
import re
import unicodedata
from collections.abc import Iterator
from typing import TextIO

from msgspec import Struct
from rich.cells import cell_len

from linter.regexes.late import regex

MORE = "…"
"""What stands where a text was cut."""

_OPENING = r"（《【“‘〔「(\["
_CLOSING = r"，。；：、！？）》】”’〕」…％,.;:!?%)\]"
_WORD = regex(rf"\s+|[{_OPENING}]*(?:[!-~]+|[^\s])[{_CLOSING}]*")
"""What stays on one line: a run of figures or letters, or a character, with its punctuation."""

_CHINESE_ENCODINGS = frozenset(("gb2312", "gbk", "gb18030", "big5", "big5hkscs", "cp950"))
_SIGNS = "[^\x00-\xa0\u3000-\u9fff\uff00-\uffef]"
"""Characters that may be of the ambiguous sort: neither ASCII nor surely Chinese.

Slow to compile and seldom needed: compiled by ``re`` at its first use.
"""


class Cells(Struct, frozen=True):
    """Measures texts for one terminal.

    Consoles of Chinese Windows draw “ ” … ÷ × ─ two cells wide (Unicode calls their width
    ambiguous), others one.
    """

    wide_signs: bool = False

    def of(self, text: str) -> int:
        """How many cells a text takes."""
        cells = cell_len(text)
        if self.wide_signs:
            cells += sum(unicodedata.east_asian_width(c) == "A" for c in re.findall(_SIGNS, text))
        return cells

    def wrapped(self, text: str, width: int) -> Iterator[str]:
        """The lines of a text within ``width`` cells; none begins with closing punctuation."""
        if self.of(text) <= width:
            if text.strip():
                yield text.rstrip()
            return
        line, used = "", 0
        for word in _WORD.findall(text):
            cells = self.of(word)
            if used + cells <= width:
                line, used = line + word, used + cells
                continue
            if line.strip():
                yield line.rstrip()
            *full, line = self._chopped(word, width) if not word.isspace() else [""]
            yield from full
            used = self.of(line)
        if line.strip():
            yield line.rstrip()

    def fitted(self, text: str, width: int) -> str:
        """The beginning of a text within ``width`` cells, with … where more would follow."""
        if self.of(text) <= width:
            return text
        return text[: self.fitting(text, width - self.of(MORE))] + MORE

    def fitting(self, text: str, width: int) -> int:
        """How many characters from the start of a text fit within ``width`` cells."""
        surely = max(width // 2, 0)
        used = self.of(text[:surely])
        for count in range(surely, len(text)):
            used += self.of(text[count])
            if used > width:
                return count
        return len(text)

    def _chopped(self, word: str, width: int) -> list[str]:
        pieces = []
        while self.of(word) > width:
            count = max(self.fitting(word, width), 1)
            pieces.append(word[:count])
            word = word[count:]
        return [*pieces, word]


def cells_for(stream: TextIO) -> Cells:
    """The measure for a stream: signs are wide on consoles with a Chinese code page."""
    if "WT_SESSION" in os.environ:
        return Cells()
    encodings = (getattr(stream, "encoding", None), locale.getencoding())
    return Cells(any(_is_chinese(encoding) for encoding in encodings if encoding))


def _is_chinese(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding).name in _CHINESE_ENCODINGS
    except LookupError:
        return False
