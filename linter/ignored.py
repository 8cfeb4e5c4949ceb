"""``.gitignore`` files, honoured in walks through folders.

Read are those of the folder walked, of the folders below it, and of the folders above it up to the
one that holds ``.git``; not ``.git/info/exclude``, and not the user's own file of exclusions.
Understood are comments, ``!``, ``/`` at either end and inside, ``*``, ``?``, ``[…]``, ``**`` and
escaped characters (``?`` and ``[…]`` stand for a character where git means a byte).
"""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from linter.regexes.late import regex

_NAME = ".gitignore"


class Pattern(Struct, frozen=True):
    """One line of a ``.gitignore``."""

    folder: str
    """The folder of its file, with a slash at the end; what it says is of the paths below."""
    regex: re.Pattern[str]
    negated: bool
    folders_only: bool


class Ignored:
    """What the ``.gitignore`` files met so far say; the last pattern that matches decides."""

    def __init__(self) -> None:
        self._patterns: list[Pattern] = []

    @classmethod
    def above(cls, folder: Path) -> Ignored:
        """The files that hold for a folder from outside: those of its parents in the repository."""
        ignored, parents = cls(), list(folder.resolve().parents)
        if (folder / ".git").exists():
            return ignored
        root = next((n for n, parent in enumerate(parents) if (parent / ".git").exists()), -1)
        for parent in reversed(parents[: root + 1]):
            ignored.enter(parent)
        return ignored

    def __bool__(self) -> bool:
        return bool(self._patterns)

    def enter(self, folder: Path) -> None:
        """Add the file of one more folder, if it has one."""
        try:
            text = (folder / _NAME).read_text("utf-8", "replace")
        except OSError:
            return
        base = f"{folder.resolve().as_posix().rstrip('/')}/"
        self._patterns += (p for line in text.splitlines() if (p := parse(line, base)))

    def matches(self, path: Path, *, is_folder: bool) -> bool:
        """Whether a file or folder is ignored; what lies in an ignored folder must not be asked."""
        if not self._patterns:
            return False
        full = f"{path.parent.resolve().as_posix().rstrip('/')}/{path.name}"
        for pattern in reversed(self._patterns):
            if pattern.folders_only and not is_folder:
                continue
            below = full.startswith(pattern.folder)
            if below and pattern.regex.fullmatch(full, len(pattern.folder)):
                return not pattern.negated
        return False


def parse(line: str, folder: str) -> Pattern | None:
    """The pattern on a line of the ``.gitignore`` of ``folder`` (ends in a slash), if any."""
    text = re.sub(r"(?<!\\) +$", "", line)
    if not text or text.startswith("#"):
        return None
    negated = text.startswith("!")
    text = text[negated:]
    folders_only = text.endswith("/")
    text = text.rstrip("/")
    anchored = "/" in text
    try:
        regex = re.compile(
            ("" if anchored else "(?:.*/)?") + _translate(text.lstrip("/")), re.DOTALL
        )
    except re.error:
        return None
    return Pattern(folder, regex, negated, folders_only) if text else None


_TOKEN = regex(r"\A\*\*/|/\*\*/|/\*\*\Z|\*+|\?|\\.|\[[!^]?\]?[^\]]*\]|.", re.DOTALL)


def _translate(glob: str) -> str:
    return "".join(_piece(token) for token in _TOKEN.findall(glob))


def _piece(token: str) -> str:
    match token:
        case "**/":
            return "(?:.*/)?"
        case "/**/":
            return "/(?:.*/)?"
        case "/**":
            return "/.*"
        case "?":
            return "[^/]"
    if token.startswith("*"):
        return "[^/]*"
    if token.startswith("[") and len(token) > 1:
        inside = re.sub(r"[\\\[&~|]", r"\\\g<0>", token[1:-1])
        negated = inside.startswith(("!", "^"))
        return f"(?!/)[{'^' if negated else ''}{inside[negated:]}]"
    return re.escape(token[-1])
