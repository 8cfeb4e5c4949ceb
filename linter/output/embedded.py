"""JSON inside a page: whatever the texts hold, none of it is markup, script or a line's end."""

from __future__ import annotations

import json
import re

import msgspec

from linter.regexes.late import regex

_UNSAFE = regex("[<>&\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What ends a script element or a line of script, or turns the direction of what follows it."""
_REPLACED = regex("[\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def embedded(value: object) -> str:
    """The value as JSON to stand in a ``script`` element; only ASCII of markup is escaped.

    Marks that turn the direction of text, and halves of characters, become U+FFFD.
    """
    text = json.dumps(msgspec.to_builtins(value), ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if _REPLACED.match(character):
        return _REPLACEMENT
    return f"\\u{ord(character):04x}"
