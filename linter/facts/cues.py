"""Cue words: every word that any rule listens for, found in one pass over the text.

A word of one character counts only where it is not part of a longer cue word (到 is not heard in
到位); longer words count inside others too, and where they overlap (增长 in 增长率, 同比增 and
增加).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

_PATTERNS = 4
"""Of how many patterns the words are looked for one after the other."""


class CueLexicon(Struct, frozen=True):
    """Words compiled to patterns, and for each word the sets it belongs to, with its extent."""

    patterns: tuple[str, ...]
    """Each of the words of some first letters: at a place a pattern tries one letter after another.
    """
    members: dict[str, tuple[tuple[int, str], ...]]
    """word → (length, set) of every listed word that it begins with, itself included."""


def compile_lexicon(sets: Mapping[str, Iterable[str]]) -> CueLexicon:
    """A lexicon of named word sets; words are matched in the folded text."""
    of_word: dict[str, list[str]] = {}
    for name, words in sets.items():
        for word in words:
            of_word.setdefault(word, []).append(name)
    members = {}
    for word in of_word:
        heads = (word[:end] for end in range(1, len(word) + 1))
        members[word] = tuple(
            (len(head), name)
            for head in heads
            if head in of_word and (len(head) > 1 or head == word)
            for name in of_word[head]
        )
    letters = sorted({word[:1] for word in of_word})
    parts = [set(letters[n::_PATTERNS]) for n in range(min(_PATTERNS, len(letters)))]
    patterns = [trie_pattern(word for word in of_word if word[:1] in part) for part in parts]
    return CueLexicon(tuple(patterns), members)


def trie_pattern(words: Iterable[str]) -> str:
    """A regular expression of words, the longest first; it matches nothing where there are none."""
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

    def __init__(self, lexicon: CueLexicon, regexes: Iterable[re.Pattern[str]], text: str) -> None:
        self._found: list[tuple[int, int, str]] = []
        self._merged: dict[tuple[str, ...], tuple[list[int], list[int], list[str]]] = {}
        reached = 0
        for start, end in sorted(span for regex in regexes for span in _places(regex, text)):
            if end - start > 1:
                reached = max(reached, end)
            elif start < reached:
                continue
            for length, name in lexicon.members[text[start:end]]:
                self._found.append((start + length, start, name))

    def add(self, name: str, start: int, end: int) -> None:
        """Records a hit that is no word of the lexicon; before anything is asked."""
        self._found.append((end, start, name))

    @cached_property
    def _in_order(self) -> tuple[list[int], list[tuple[int, int, str]]]:
        """Every hit in order of its end, and the ends alone."""
        hits = sorted(self._found)
        return [hit[0] for hit in hits], hits

    @cached_property
    def _hits(self) -> dict[str, tuple[list[int], list[int]]]:
        """The starts and the ends of each set's hits, in order of the ends."""
        hits: dict[str, tuple[list[int], list[int]]] = {}
        for end, start, name in self._in_order[1]:
            places = hits.get(name)
            if places is None:
                places = hits[name] = [], []
            places[0].append(start)
            places[1].append(end)
        return hits

    def present(self, name: str) -> bool:
        """Whether any word of the set occurs at all."""
        return name in self._hits

    def last(self, name: str, low: int, high: int) -> tuple[int, int] | None:
        """The last hit of the set that lies within ``low``–``high``, as (start, end)."""
        hits = self._hits.get(name)
        if hits is None:
            return None
        starts, ends = hits
        at = bisect_right(ends, high) - 1
        return (starts[at], ends[at]) if at >= 0 and starts[at] >= low else None

    def within(self, low: int, high: int) -> dict[str, tuple[int, int]]:
        """The last hit of every set that has one within ``low``–``high``, as (start, end)."""
        ends, hits = self._in_order
        found: dict[str, tuple[int, int]] = {}
        for at in range(bisect_right(ends, high) - 1, bisect_right(ends, low) - 1, -1):
            end, start, name = hits[at]
            if start >= low and name not in found:
                found[name] = start, end
        return found

    def nearest(self, names: tuple[str, ...], low: int, high: int) -> str | None:
        """Of several sets the one whose hit within ``low``–``high`` ends last."""
        ends, starts, sets = self._merged.get(names) or self._merge(names)
        at = bisect_right(ends, high) - 1
        while at >= 0 and ends[at] > low:
            if starts[at] >= low:
                return sets[at]
            at -= 1
        return None

    def _merge(self, names: tuple[str, ...]) -> tuple[list[int], list[int], list[str]]:
        hits = sorted(
            (end, -order, start, name)
            for order, name in enumerate(names)
            for start, end in self.all(name)
        )
        merged = [h[0] for h in hits], [h[2] for h in hits], [h[3] for h in hits]
        self._merged[names] = merged
        return merged

    def first(self, name: str, low: int, high: int) -> tuple[int, int] | None:
        """The first hit of the set that lies within ``low``–``high``, as (start, end)."""
        hits = self._hits.get(name)
        if hits is None:
            return None
        starts, ends = hits
        at = bisect_left(starts, low)
        return (starts[at], ends[at]) if at < len(starts) and ends[at] <= high else None

    def all(self, name: str) -> list[tuple[int, int]]:
        """Every hit of the set, in order."""
        return list(zip(*self._hits.get(name, ((), ())), strict=True))


def _places(regex: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Where an expression matches, also inside its other matches."""
    at = 0
    while (match := regex.search(text, at)) is not None:
        at = match.start() + 1
        yield match.span()
