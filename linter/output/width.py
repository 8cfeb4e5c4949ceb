"""Text in terminal cells: a Chinese character takes two, so length is not width."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

_OPENING = r"（《【“‘〔「(\["
_CLOSING = r"，。；：、！？）》】”’〕」…％,.;:!?%)\]"
_WORD = re.compile(rf"\s+|[{_OPENING}]*(?:[!-~]+|[^\s])[{_CLOSING}]*")
"""What stays on one line: a run of figures or letters, or a character, with its punctuation."""


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text within ``width`` cells; no line begins with closing punctuation."""
    line, used = "", 0
    for word in _WORD.findall(text):
        cells = cell_len(word)
        if used + cells > width:
            if line.strip():
                yield line.rstrip()
            line, used = "", 0
            if word.isspace():
                continue
            *full, word = _chopped(word, width)
            yield from full
            cells = cell_len(word)
        line += word
        used += cells
    if line.strip():
        yield line.rstrip()


def fitted(text: str, width: int) -> str:
    """The beginning of a text within ``width`` cells, with … where more would follow."""
    if cell_len(text) <= width:
        return text
    return text[: fitting(text, width - 1)] + "…"


def fitting(text: str, width: int) -> int:
    """How many characters from the start of a text fit within ``width`` cells."""
    used = 0
    for count, character in enumerate(text):
        used += cell_len(character)
        if used > width:
            return count
    return len(text)


def _chopped(word: str, width: int) -> list[str]:
    pieces = []
    while cell_len(word) > width:
        count = max(fitting(word, width), 1)
        pieces.append(word[:count])
        word = word[count:]
    return [*pieces, word]
