"""How many times another a thing is, told before both: 甲片是乙片的2倍：乙片一亩40元，甲片80元.

The figures that explain it stand behind it, each with the name of its own thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.named.pairs import TOLD, Together
from linter.binding.names import pairs
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation
from linter.regexes.late import regex

_SAID = regex(
    r"(?:(?<=[,，;。:\n])|^)(?P<a>[\u4e00-\u9fff]{2,14}?)(?:恰好?|正好?|刚好)?(?:是|为|相当于|达到?)"
    r"(?P<b>(?:\d{4}年)?[\u4e00-\u9fff]{2,8}?|\d{4}年)的(?=\d|[一二两三四五六七八九十])"
)
_LEADS = regex("[:(]")
_NOT = regex("平均|[中里近约不]")
_NO_NAME = regex("[:,，()“”]|[一每][一-鿿]{1,3}$|[共有为是达]+$")
"""Around the name of a thing before its figure: what says no other thing of it."""
_FAR, _PAIR, _SHORTEST = 60, 2, 2
_EQUATION = Equation("", "=", ["role", TOLD], ["div", ["role", "a"], ["role", "b"]])


def times_explained(facts: Facts) -> Iterator[Together]:
    """Each 甲是乙的几倍 that the two figures of its sentence behind it explain."""
    for said in _SAID.finditer(facts.text):
        told = facts.by_start.get(said.end())
        if not isinstance(told, Quantity) or told.dimension != "times" or told.hedge:
            continue
        if not _LEADS.match(facts.text, told.end) or facts.in_table(told.start):
            continue
        both = _both(facts, said, told)
        if both is not None:
            figures = {**both, TOLD: told}
            holds = _EQUATION.holds({name: f.value for name, f in figures.items()})
            yield Together(figures, _EQUATION, holds)


def _both(facts: Facts, said: re.Match[str], told: Quantity) -> dict[str, Quantity] | None:
    """The figures of both things, where there are just two of a kind, each by its own name."""
    near = facts.windows.behind("sentence", told.start, told.end, _FAR)
    behind = [f for f in facts.within(*near) if not _is_one(f)]
    if len(behind) < _PAIR or len({(f.dimension, f.per) for f in behind[:_PAIR]}) > 1:
        return None
    first, second, *others = behind
    if any(f.dimension == first.dimension for f in others) or first.hedge or second.hedge:
        return None
    words = [facts.text[told.end : first.start], facts.text[first.end : second.start]]
    names = _names(said, words)
    return dict(zip(names, (first, second), strict=True)) if names else None


def _names(said: re.Match[str], words: list[str]) -> tuple[str, str] | None:
    """Of which of the things each of two figures is, by the words before it."""
    a, b = said["a"], said["b"]
    if any(_NOT.search(word) or _is_measured(word, a, b) for word in words):
        return None
    of_b = [b in word for word in words]
    of_a = [a[:_SHORTEST] in word and b not in word for word in words]
    if of_b == [True, False] and of_a[1]:
        return "b", "a"
    return ("a", "b") if of_b == [False, True] and of_a[0] else None


def _is_measured(word: str, a: str, b: str) -> bool:
    """Whether words before a figure say that it is of another measure: 造价是2倍：全长12公里."""
    rest = _NO_NAME.sub("", _NO_NAME.sub("", word)).replace(b, "")
    rest = rest.removeprefix(a[:_SHORTEST])
    return len(rest) >= _SHORTEST and not pairs(rest) & pairs(a[_SHORTEST:])


def _is_one(figure: Quantity) -> bool:
    """Whether a figure only says of how much another is: 一亩400元."""
    return figure.printed == 1
