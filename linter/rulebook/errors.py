"""Refusals of rule files: where, what is wrong, what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable


class RulebookError(ValueError):
    """A rule, profile or vocabulary file that cannot be used."""

    def __init__(self, message: str, path: str = "", line: int = 0) -> None:
        where = f"{path}:{line}: " if line else f"{path}: " if path else ""
        super().__init__(where + message)
        self.message, self.path, self.line = message, path, line


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint in Chinese at the known word most like this one, or nothing."""
    import difflib

    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"，是否想写 {close[0]}？" if close else ""
