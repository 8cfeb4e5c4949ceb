"""Standard streams that print on any console: what its encoding lacks is replaced."""

from __future__ import annotations

import codecs
import io
from typing import TextIO

_INSTEAD = {
    "✓": "√",
    "√": "OK",
    "−": "-",
    "–": "-",
    "—": "-",
    "─": "-",
    "│": "|",
    "÷": "/",
    "×": "x",
    "≠": "!=",
    "≥": ">=",
    "≤": "<=",
    "≈": "~",
    "›": ">",
    "→": "->",
    "·": "-",
    "…": "...",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "（": "(",
    "）": ")",
    "：": ": ",
    "，": ", ",
    "、": ", ",
    "。": ".",
    "；": "; ",
    "％": "%",
    "＝": "=",
    "\u00a0": " ",
}
_ERRORS = "jixiao"


def never_fail(stream: TextIO) -> None:
    """Let a stream replace the characters that its encoding lacks."""
    if isinstance(stream, io.TextIOWrapper):
        codecs.register_error(_ERRORS, _replace)
        stream.reconfigure(errors=_ERRORS)


def as_utf8(stream: TextIO) -> None:
    """Let a stream write UTF-8: JSON is UTF-8 whatever the console's encoding."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors=_ERRORS)


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_encodable(c, error.encoding) for c in lacking), error.end


def _encodable(character: str, encoding: str) -> str:
    """The nearest that an encoding has: a similar character, or an escape."""
    instead = _INSTEAD.get(character)
    while instead is not None:
        try:
            instead.encode(encoding)
        except UnicodeEncodeError:
            instead = _INSTEAD.get(instead)
        else:
            return instead
    return character.encode("ascii", "backslashreplace").decode("ascii")
