"""Patterns, equations and cue words of a rule book, compiled; plain data but for the regexes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from linter.facts.codes import Codes
from linter.facts.cues import CueLexicon, compile_lexicon
from linter.language.expression import Equation, ExpressionError, parse
from linter.language.needs import Spec
from linter.language.pattern import Pattern, PatternError, compile_pattern
from linter.regexes.programs import compiled
from linter.vocabulary import Vocabulary


class Compiled(Struct, frozen=True, dict=True):
    """Sources as they stand in rules, with what they compile to."""

    patterns: dict[str, Pattern]
    equations: dict[str, Equation]
    lexicon: CueLexicon

    @cached_property
    def _regexes(self) -> dict[str, re.Pattern[str]]:
        return {}

    def regex(self, pattern: str) -> re.Pattern[str]:
        """The compiled regular expression of a pattern; compiled when first asked for."""
        found = self._regexes.get(pattern)
        if found is None:
            found = self._regexes[pattern] = compiled(self.patterns[pattern].regex)
        return found

    @cached_property
    def heads(self) -> dict[str, set[str]]:
        """The words of the patterns by their first two letters (a word of one by itself)."""
        heads: dict[str, set[str]] = {}
        for pattern in self.patterns.values():
            for word in itertools.chain(*pattern.words):
                heads.setdefault(word[:2], set()).add(word)
        return heads

    @cached_property
    def letters(self) -> list[str]:
        """The words of one letter."""
        return [head for head in self.heads if len(head) == 1]

    @cached_property
    def by_word(self) -> dict[str, list[str]]:
        """The patterns by each of the words of which they need one; under "" those of no words."""
        by_word: dict[str, list[str]] = {}
        for source, pattern in self.patterns.items():
            for word in min(pattern.words, key=len, default=("",)):
                by_word.setdefault(word, []).append(source)
        return by_word

    @cached_property
    def cue_regexes(self) -> list[re.Pattern[str]]:
        """The expressions that find every cue word."""
        return [compiled(pattern) for pattern in self.lexicon.patterns]


class CompileError(ValueError):
    """A rule whose language cannot be compiled; says which rule and why."""

    def __init__(self, rule: str, reason: str) -> None:
        super().__init__(f"{rule}: {reason}")
        self.rule, self.reason = rule, reason


def codes(vocabulary: Vocabulary) -> Codes:
    """The mask codes for a vocabulary's dimensions."""
    names = dict.fromkeys(unit.dimension for unit in vocabulary.units.by_word.values())
    return Codes((*names, "number", "fraction", "ratio"))


def compile_all(specs: Iterable[tuple[str, Spec]], vocabulary: Vocabulary) -> Compiled:
    """Compiles what the rules (id, spec) ask for; raises ``CompileError``."""
    patterns: dict[str, Pattern] = {}
    equations: dict[str, Equation] = {}
    sets: dict[str, tuple[str, ...]] = dict(vocabulary.cues)
    mask = codes(vocabulary)
    for rule, spec in specs:
        try:
            for source, window in spec.patterns():
                patterns[source] = compile_pattern(source, mask, vocabulary.cues, window)
            for source in spec.equations():
                equations[source] = parse(source)
        except (PatternError, ExpressionError) as error:
            raise CompileError(rule, str(error)) from error
        for name, words in spec.cues():
            if "" in words:
                raise CompileError(rule, f"{name} 的词组里有空的词")
            unknown = [w for w in words if w.startswith("@") and w[1:] not in vocabulary.cues]
            if unknown:
                raise CompileError(rule, f"没有名为 {unknown[0]} 的词组")
            sets[f"{rule}.{name}"] = tuple(w for w in words if not w.startswith("@"))
    return Compiled(patterns, equations, compile_lexicon(sets))
