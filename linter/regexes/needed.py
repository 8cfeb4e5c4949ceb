"""Words of which any match of an expression has one: a text that has none need not be searched."""

from __future__ import annotations

import itertools
import math
import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any, Generic, TypeVar

Words = tuple[str, ...]
Part = TypeVar("Part")
Node = tuple[Any, Any]
"""An operation of ``re`` as Python parses it, and what it is done to."""

NOTHING: Words = ("",)
MOST = 60
"""Of how many words a set is kept."""
_MOST_JOINED, _MOST_LOOKED_FOR, _SETS = 12, 24, 3
"""Of how many where parts of an expression make them together, and of those of ``re``; of these so
many sets are kept."""
REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
WIDTHLESS = frozenset(("AT", "ASSERT", "ASSERT_NOT"))


class Needed(ABC, Generic[Part]):
    """Finds the sets of words of an expression's parts: any match has a word of each set."""

    @abstractmethod
    def of(self, part: Part) -> tuple[Words, ...]:
        """The sets of a part; none where it can be anything."""

    @abstractmethod
    def strings(self, part: Part) -> Words:
        """All that a part can be; none where that is open or too much."""

    def of_any(self, parts: Sequence[Part]) -> tuple[Words, ...]:
        """One set of words for alternatives: the most telling ones of each."""
        choices = list(map(self.of, parts))
        if len(choices) == 1 or not all(choices):
            return choices[0] if len(choices) == 1 else ()
        words = tuple(itertools.chain(*(max(sets, key=telling) for sets in choices)))
        return (_shortest(words),) if len(words) <= MOST else ()

    def of_each(self, parts: Sequence[Part]) -> tuple[Words, ...]:
        """The sets of parts that stand one behind the other."""
        return tuple(filter(None, map(_shortest, self._joined(parts))))

    def strings_of_any(self, parts: Sequence[Part]) -> Words:
        """All that alternatives can be."""
        choices = list(map(self.strings, parts))
        return tuple(itertools.chain(*choices)) if all(choices) else ()

    def strings_of_each(self, parts: Sequence[Part]) -> Words:
        """All that parts can be together."""
        choices = list(map(self.strings, parts))
        return reduce(_product, choices, NOTHING) if math.prod(map(len, choices)) <= MOST else ()

    def _joined(self, parts: Sequence[Part]) -> Iterator[Words]:
        """What parts that stand together can be, and the words of those that can be anything."""
        joined = NOTHING
        for part in parts:
            strings = self.strings(part)
            if not strings or len(strings) > _MOST_JOINED // len(joined):
                yield joined
                joined = NOTHING
            if not strings:
                yield from self.of(part)
            elif joined != NOTHING or "" not in strings:
                joined = _product(joined, strings)
        yield joined


class _NeededByRe(Needed[Node]):
    """Of the operations of ``re``, by their names."""

    def of(self, part: Node) -> tuple[Words, ...]:
        name, inner = str(part[0]), part[1]
        if name == "BRANCH":
            return self.of_any([_sequence(choice) for choice in inner[1]])
        if name == "each":
            return self.of_each(inner)
        if (name in REPEATS and inner[0]) or name == "ATOMIC_GROUP" or is_plain_group(part):
            return self.of(_sequence(inner if name == "ATOMIC_GROUP" else inner[-1]))
        return ()

    def strings(self, part: Node) -> Words:
        name, inner = str(part[0]), part[1]
        found: Words = ()
        if name == "LITERAL":
            found = (chr(inner),)
        elif name in WIDTHLESS:
            found = NOTHING
        elif name == "IN" and all(str(kind) == "LITERAL" for kind, _ in inner):
            found = tuple(chr(code) for _, code in inner)
        elif name == "each":
            found = self.strings_of_each(inner)
        elif name == "BRANCH":
            found = self.strings_of_any([_sequence(choice) for choice in inner[1]])
        elif is_plain_group(part):
            found = self.strings(_sequence(inner[-1]))
        elif name in REPEATS and inner[1] == 1:
            once = self.strings(_sequence(inner[-1]))
            found = (*once, "") if once and not inner[0] else once
        return found if len(found) <= MOST else ()


def of_expression(tree: Any, flags: int) -> tuple[Words, ...]:
    """The most telling sets of words of what ``re`` has parsed, those that are not too large.

    None where any text may have a match, or where case does not count.
    """
    if flags & re.IGNORECASE:
        return ()
    sets = [words for words in _NeededByRe().of(_sequence(tree)) if len(words) <= _MOST_LOOKED_FOR]
    return tuple(sorted(sets, key=telling, reverse=True)[:_SETS])


def telling(words: Words) -> tuple[int, int]:
    """How seldom a text has one of some words: the longer and fewer they are."""
    return min(map(len, words), default=0), -len(words)


def _sequence(tree: Any) -> Node:
    return "each", list(tree)


def is_plain_group(part: Node) -> bool:
    """Whether an operation is a group in which case counts as it does around it."""
    return str(part[0]) == "SUBPATTERN" and not any(part[1][1:3])


def _product(heads: Words, tails: Words) -> Words:
    return tuple(head + tail for head in heads for tail in tails)


def _shortest(words: Words) -> Words:
    """Words without those that have another one in them; none where any text has one of them."""
    if "" in words:
        return ()
    return tuple(w for w in dict.fromkeys(words) if not any(o != w and o in w for o in words))
