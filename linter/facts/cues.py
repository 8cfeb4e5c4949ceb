"""Cue words: every word that any rule listens for, found in one pass over the text.

Longest word first, left to right. A word of one character counts only where it is not part of a
longer cue word (到 is not heard in 到位); longer words count inside others too (增长 in 增长率).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping

from msgspec import Struct


class CueLexicon(Struct, frozen=True):
    """Words compiled to one pattern, and for each word the sets it belongs to, with its extent."""

    pattern: str
    members: dict[str, tuple[tuple[int, int, str], ...]]
    """word → (start, end, set) of every listed word inside it, itself included."""


def compile_lexicon(sets: Mapping[str, Iterable[str]]) -> CueLexicon:
    """A lexicon of named word sets; words are matched in the folded text."""
    of_word: dict[str, list[str]] = {}
    for name, words in sets.items():
        for word in words:
            of_word.setdefault(word, []).append(name)
    members = {}
    for word in of_word:
        inside = []
        for start in range(len(word)):
            for end in range(start + 1, len(word) + 1):
                part = word[start:end]
                if part in of_word and (end - start > 1 or part == word):
                    inside += [(start, end, name) for name in of_word[part]]
        members[word] = tuple(inside)
    return CueLexicon(_trie_pattern(of_word), members)


def _trie_pattern(words: Iterable[str]) -> str:
    trie: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = trie
        for c in word:
            node = node.setdefault(c, {})
        node[""] = {}
    return _trie_regex(trie) or "(?!)"


def _trie_regex(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    branches = [re.escape(c) + _trie_regex(child) for c, child in sorted(node.items()) if c]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and "" not in node else f"(?:{'|'.join(branches)})"
    return body + ("?" if "" in node else "")


class CueHits:
    """Where each set's words stand in one text."""

    def __init__(self, lexicon: CueLexicon, regex: re.Pattern[str], text: str) -> None:
        self._starts: dict[str, list[int]] = {}
        self._ends: dict[str, list[int]] = {}
        members = lexicon.members
        for match in regex.finditer(text):
            at = match.start()
            for start, end, name in members[match[0]]:
                self.add(name, at + start, at + end)

    def add(self, name: str, start: int, end: int) -> None:
        """Records a hit; hits of one set must come in order of their end."""
        self._starts.setdefault(name, []).append(start)
        self._ends.setdefault(name, []).append(end)

    def present(self, name: str) -> bool:
        """Whether any word of the set occurs at all."""
        return name in self._ends

    def last(self, name: str, low: int, high: int) -> tuple[int, int] | None:
        """The last hit of the set that lies within ``low``–``high``, as (start, end)."""
        ends = self._ends.get(name)
        if ends is None:
            return None
        at = bisect_right(ends, high) - 1
        if at < 0 or self._starts[name][at] < low:
            return None
        return self._starts[name][at], ends[at]

    def first(self, name: str, low: int, high: int) -> tuple[int, int] | None:
        """The first hit of the set that lies within ``low``–``high``, as (start, end)."""
        starts = self._starts.get(name)
        if starts is None:
            return None
        at = bisect_left(starts, low)
        if at == len(starts) or self._ends[name][at] > high:
            return None
        return starts[at], self._ends[name][at]

    def all(self, name: str) -> list[tuple[int, int]]:
        """Every hit of the set, in order."""
        return list(zip(self._starts.get(name, ()), self._ends.get(name, ()), strict=True))
