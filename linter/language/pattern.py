"""The pattern language of rules, compiled to ``re`` over the masked text.

In the masked text each figure is one code character and fillers (``facts.codes``), so that a typed
slot such as ``{rate:percent}`` is one character class and every pattern runs in linear time: there
is no unbounded repetition but that of the filler, and a gap is bounded. Words that stand for a year
or a period (上年, 年初) stay as they are: a pattern may name one, and ``{:year}`` means any.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from linter.facts.codes import FILLER, Codes
from linter.facts.moment import SPOKEN
from linter.facts.quantity import NOT_MEASURED
from linter.reading.fold import fold
from linter.regexes.needed import MOST, NOTHING, Needed, Words
from linter.resources import grammar

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

MAX_GAP = 120
MAX_LENGTH, MAX_DEPTH = 800, 8
_DEFAULT_GAP = 30
_MAX_GAPS = 4

_WITHIN = {
    "clause": r"[^\n;。!?]",
    "sentence": r"[^\n。!?]",
    **dict.fromkeys(("block", "section", "report"), r"[^\n]"),
}


class PatternError(ValueError):
    """A pattern that cannot be read; the message says what is wrong and what was meant."""


@cache
def _parser() -> Lark:
    from lark import Lark

    return Lark(grammar("pattern"), parser="lalr")


def _depth(source: str) -> int:
    """How deep brackets are nested."""
    return max(itertools.accumulate((c == "(") - (c == ")") for c in source), default=0)


class Pattern(Struct, frozen=True):
    """The regular expression of a pattern, as a string, and sets of words.

    Any match has a word of each set; where there are none it may have anything in it.
    """

    regex: str
    words: tuple[Words, ...]


def compile_pattern(
    source: str, codes: Codes, words: Mapping[str, Iterable[str]], window: str = "clause"
) -> Pattern:
    """The regular expression for a pattern.

    ``words`` are the named word sets; ``window`` is what no gap may leave. Raises ``PatternError``.
    """
    from lark.exceptions import UnexpectedInput

    if len(source) > MAX_LENGTH or _depth(source) > MAX_DEPTH:
        raise PatternError(
            f"模式 {source[:20]!r}… 太长或括号太深（至多 {MAX_LENGTH} 个字符、{MAX_DEPTH} 层）"
        )
    try:
        tree = _parser().parse(source)
    except UnexpectedInput as error:
        raise PatternError(f"模式 {source!r} 第 {error.column} 个字符处无法理解") from error
    writer = _Writer(codes, words, _WITHIN[window])
    regex = writer.write(tree)
    if writer.gaps > _MAX_GAPS:
        raise PatternError(f"模式 {source!r} 有 {writer.gaps} 处省略，至多 {_MAX_GAPS} 处")
    return Pattern(regex, _Words(words).of(tree))


class _Words(Needed["Tree[Token]"]):
    """Of a pattern's tree."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        self._words = words

    def of(self, part: Tree[Token]) -> tuple[Words, ...]:
        match part.data:
            case "alternatives":
                return self.of_any(branches(part))
            case "sequence":
                return self.of_each(branches(part))
            case "start" | "group":
                return self.of(branches(part)[0])
            case _:
                return ()

    def strings(self, part: Tree[Token]) -> Words:
        found: Words = ()
        match part.data:
            case "literal":
                found = (_folded(str(part.children[0])),)
            case "class":
                found = tuple(fold(word) for word in self._words[str(part.children[0])[1:]])
            case "without" | "followed" | "edge":
                found = NOTHING
            case "start" | "group":
                found = self.strings(branches(part)[0])
            case "optional":
                inner = self.strings(branches(part)[0])
                found = (*inner, "") if inner else ()
            case "alternatives":
                found = self.strings_of_any(branches(part))
            case "sequence":
                found = self.strings_of_each(branches(part))
        return found if len(found) <= MOST else ()


def branches(tree: Tree[Token]) -> list[Tree[Token]]:
    """The parts of a pattern that are patterns."""
    return [part for part in tree.children if not isinstance(part, str)]


def _folded(literal: str) -> str:
    return fold(literal.removeprefix("\\") if len(literal) > 1 else literal)


class _Writer:
    def __init__(self, codes: Codes, words: Mapping[str, Iterable[str]], within: str) -> None:
        self._codes, self._words, self._within = codes, words, within
        self._names: set[str] = set()
        self.gaps = 0

    def write(self, tree: object) -> str:
        name: str = tree.data  # type: ignore[attr-defined]
        parts = tree.children  # type: ignore[attr-defined]
        if name in ("literal", "class", "slot", "gap", "edge"):
            method: Callable[[str], str] = getattr(self, f"_{name}")
            return method(str(parts[0]))
        inner = [self.write(part) for part in parts]
        match name:
            case "alternatives":
                return "|".join(inner)
            case "group":
                return f"(?:{inner[0]})"
            case "optional":
                return f"(?:{inner[0]})?"
            case "without":
                return f"(?!{inner[0]})"
            case "followed":
                return f"(?={inner[0]})"
            case _:
                return "".join(inner)

    def _literal(self, text: str) -> str:
        return re.escape(_folded(text))

    def _class(self, text: str) -> str:
        words = self._words.get(text[1:])
        if words is None:
            raise PatternError(f"没有名为 {text} 的词组")
        return f"(?:{'|'.join(re.escape(fold(w)) for w in sorted(words, key=len, reverse=True))})"

    def _slot(self, text: str) -> str:
        name, _, dimension = text[1:-1].partition(":")
        code = self._code(dimension)
        if name and name in self._names:
            raise PatternError(f"槽位 {name} 出现两次")
        self._names.add(name)
        figure = f"{code}{FILLER}*+"
        if dimension in SPOKEN:
            figure = f"(?:{figure}|{SPOKEN[dimension]})"
        return f"(?P<{name}>{figure})" if name else figure

    def _code(self, dimension: str) -> str:
        if dimension == "any":
            measured = (n for n in self._codes.quantities if n not in NOT_MEASURED)
            return f"[{''.join(self._codes[name] for name in measured)}]"
        if dimension == "count":
            things = [n for n in self._codes.quantities if n.startswith("count:")]
            counted = (*things, "person", "household", "person-time")
            return f"[{''.join(self._codes[name] for name in counted)}]"
        if dimension not in self._codes:
            raise PatternError(f"没有名为 {dimension} 的量纲")
        return self._codes[dimension]

    def _gap(self, text: str) -> str:
        self.gaps += 1
        size = int(text[1:] or _DEFAULT_GAP)
        if size > MAX_GAP:
            raise PatternError(f"省略至多 {MAX_GAP} 个字，这里是 {size} 个")
        return f"{self._within}{{0,{size}}}?"

    def _edge(self, text: str) -> str:
        return r"(?m:^)[ \t]*+" if text == "^" else "(?m:$)"
