"""The rule book: all rules, profiles and words that a run works with, checked and compiled."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from linter.facts.codes import Codes
from linter.facts.scan import Scanner
from linter.language.compiled import Compiled, codes
from linter.profile import Profile
from linter.rulebook.files import rule_files
from linter.rulebook.rule import FAMILIES, Rule
from linter.vocabulary import Vocabulary

__all__ = ["FAMILIES", "Rulebook", "rule_files", "select"]


class Rulebook(Struct, frozen=True, dict=True):
    """Rules in order of file and place, with what they compile to."""

    rules: tuple[Rule, ...]
    profiles: dict[str, Profile]
    vocabulary: Vocabulary
    compiled: Compiled

    @cached_property
    def of_one_report(self) -> tuple[Rule, ...]:
        """The rules that are asked of each report by itself."""
        return tuple(rule for rule in self.rules if not rule.across)

    @cached_property
    def scanner(self) -> Scanner:
        """The reader of figures, built when first needed."""
        return Scanner(self.vocabulary)

    @cached_property
    def codes(self) -> Codes:
        """The mask codes of figures."""
        return codes(self.vocabulary)

    @cached_property
    def header_words(self) -> frozenset[str]:
        """Every name of a table column."""
        return frozenset(word for words in self.vocabulary.headers.values() for word in words)

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of an id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)


def select(
    rules: tuple[Rule, ...], chosen: Sequence[str], ignored: Sequence[str]
) -> tuple[Rule, ...]:
    """The rules that are chosen (all when none is named) and not ignored, by id, family or row."""
    if not (chosen or ignored):
        return rules

    def named(rule: Rule, names: Sequence[str]) -> bool:
        family = rule.id.partition("/")[0]
        return any(n in (rule.id, family, *rule.header.catalogue) for n in names)

    return tuple(r for r in rules if (not chosen or named(r, chosen)) and not named(r, ignored))
