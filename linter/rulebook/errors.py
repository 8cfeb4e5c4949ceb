"""Refusals of rule files: where, what is wrong, what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import takewhile


class RulebookError(ValueError):
    """A rule, profile or vocabulary file that cannot be used."""

    def __init__(self, message: str, path: str = "", line: int = 0) -> None:
        where = f"{path}:{line}: " if line else f"{path}: " if path else ""
        super().__init__(where + message)
        self.message, self.path, self.line = message, path, line


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint in Chinese at the known word most like this one, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), n=5, cutoff=0.5)
    return f"，是否想写 {max(close, key=partial(_likeness, word))}？" if close else ""


def _likeness(word: str, known: str) -> float:
    """Likeness from 0 to 1; a common beginning counts more, as Winkler has it."""
    from difflib import SequenceMatcher

    ratio = SequenceMatcher(None, word, known).ratio()
    begins = takewhile(lambda pair: pair[0] == pair[1], zip(word[:4], known, strict=False))
    return ratio + 0.1 * len(list(begins)) * (1 - ratio)
