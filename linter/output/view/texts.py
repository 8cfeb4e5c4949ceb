"""Texts and offsets as a script in a browser takes them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from linter.regexes.late import regex

_HOSTILE = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_ASTRAL = regex("[\U00010000-\U0010ffff]")


def shown(text: str) -> str:
    """The text, of the same length, without what moves, hides or turns other text."""
    return _HOSTILE.sub(_REPLACEMENT, text)


def units(text: str) -> Callable[[int], int]:
    """What gives an offset in UTF-16 code units for one in characters."""
    wide = [match.start() for match in _ASTRAL.finditer(text)] if not text.isascii() else []
    return (lambda offset: offset + bisect_left(wide, offset)) if wide else (lambda offset: offset)
