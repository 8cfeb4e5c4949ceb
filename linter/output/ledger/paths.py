"""Paths in cells: what a program that saves the workbook anew could change is written as %20."""

from __future__ import annotations

import re

from linter.regexes.late import regex

_WRITTEN = regex(r"(?:%[0-9A-F]{2})+")


def written(path: str) -> str:
    """A path, of any characters, as a cell keeps it."""
    return "".join(c if c.isprintable() and c not in " %" else _escaped(c) for c in path)


def read(text: str) -> str:
    """The path that was written so."""
    return _WRITTEN.sub(_plain, text)


def _escaped(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def _plain(found: re.Match[str]) -> str:
    # what somebody typed may be of no characters
    data = bytes.fromhex(found[0].replace("%", ""))
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return found[0]
