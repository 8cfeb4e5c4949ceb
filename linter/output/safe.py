"""Texts and names from reports made safe for files: what any program may be given."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from linter.regexes.late import regex

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_BREAK = regex("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HOSTILE = regex(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What XML cannot hold, and marks that turn the direction of what follows."""
_FORMULA = regex(r"\s*[=+\-@＝＋－＠]")
_NO_FILE = regex(r'[<>:"/\\|?*]')
_NO_SHEET = regex(r"[\[\]:*?/\\]")
_RESERVED = regex(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(?:\.|$)")
"""Names that Windows keeps for devices, whatever ending they have."""
_FILE_BYTES, _SHEET_UNITS = 255, 31
_NAMELESS = "未命名"
_KEPT = ("history", "历史记录")
"""Names that Excel keeps for itself."""


def plain(text: str) -> str:
    """The text without what moves, hides or breaks; tabs are spaces, and lines end alike."""
    return _HOSTILE.sub(_REPLACEMENT, _BREAK.sub("\n", text).replace("\t", " "))


def begins_like_formula(text: str) -> bool:
    """Whether a program that takes the text from a cell could read it as a formula."""
    return _FORMULA.match(text) is not None


def cut(text: str, units: int) -> str:
    """The text within so many UTF-16 units, which is how Excel counts; … says that more follows."""
    if 2 * len(text) <= units or _units(text) <= units:
        return text
    while _units(text) >= units:
        text = text[: len(text) - max(1, (_units(text) - units) // 2)]
    return f"{text}…"


class Names:
    """Names that are safe and differ from each other, whatever they are made from."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {_key(name) for name in (*_KEPT, *taken)}

    def file(self, name: str, ending: str) -> str:
        """A file's name for every system, of 255 bytes at most; ``ending`` begins with a dot."""
        name = _NO_FILE.sub("_", _line(name)).strip(" .") or _NAMELESS
        if _RESERVED.match(name):
            name = f"_{name}"
        return self._unique(name, ending, " .", lambda text: len(text.encode()), _FILE_BYTES)

    def sheet(self, name: str) -> str:
        """A sheet's name, of 31 UTF-16 units at most."""
        name = _NO_SHEET.sub("_", _line(name)).strip(" '") or _NAMELESS
        return self._unique(name, "", " '", _units, _SHEET_UNITS)

    def _unique(
        self, name: str, ending: str, not_last: str, size: Callable[[str], int], most: int
    ) -> str:
        number = 1
        while True:
            tail = f"（{number}）" if number > 1 else ""
            head = name
            while size(f"{head}{tail}{ending}") > most:
                head = head[:-1]
            found = f"{head.rstrip(not_last)}{tail}{ending}"
            if _key(found) not in self._taken:
                self._taken.add(_key(found))
                return found
            number += 1


def _line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(plain(text).replace(_REPLACEMENT, "_").split()))


def _key(name: str) -> str:
    """What file systems and Excel compare: case and width of letters do not count."""
    return unicodedata.normalize("NFKC", name).casefold()


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
