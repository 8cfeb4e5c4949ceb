"""The rule book: all rules, profiles and words that a run works with, checked and compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from linter import checks
from linter.facts.facts import Codes
from linter.facts.scan import Scanner
from linter.language.compiled import CompileError, Compiled, codes, compile_all
from linter.profile import Profile
from linter.rulebook.errors import RulebookError, did_you_mean
from linter.rulebook.profiles import load_profiles
from linter.rulebook.rule import Header, Rule
from linter.rulebook.source import Source
from linter.rulebook.vocabulary import load_vocabulary
from linter.vocabulary import Vocabulary

FAMILIES = (
    "input", "structure", "numbering", "score", "arithmetic", "consistency", "date",
    "budget", "indicator", "evidence", "typography", "layout", "corpus",
)
_ID = re.compile(rf"(?:{'|'.join(FAMILIES)})/[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_RULES = ("profiles", "vocabulary")


class Rulebook(Struct, frozen=True, dict=True):
    """Rules in order of file and place, with what they compile to."""

    rules: tuple[Rule, ...]
    profiles: dict[str, Profile]
    vocabulary: Vocabulary
    compiled: Compiled

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


def build(shipped: Path, own: Sequence[Path] = ()) -> Rulebook:
    """The rule book of the shipped rules folder and of a bureau's own files and folders.

    A rule of the same id replaces a shipped one. Raises ``RulebookError``.
    """
    vocabulary = load_vocabulary(shipped / "vocabulary")
    rules: dict[str, Rule] = {}
    for path in [*rule_files(shipped), *(f for p in own for f in rule_files(p))]:
        for rule in read_rules(path.read_text("utf-8"), str(path)):
            rules[rule.id] = rule
    try:
        compiled = compile_all(((r.id, r.spec) for r in rules.values()), vocabulary)
    except CompileError as error:
        raise RulebookError(f"规则 {error.rule}：{error.reason}", rules[error.rule].source) from error
    return Rulebook(tuple(rules.values()), load_profiles(shipped / "profiles"), vocabulary, compiled)


def rule_files(path: Path) -> list[Path]:
    """The rule files of a folder in order of name, or the one file."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise RulebookError("没有这个规则文件或文件夹", str(path))
    return sorted(
        f for f in path.rglob("*.yaml") if not set(f.relative_to(path).parts) & set(_NOT_RULES)
    )


def read_rules(text: str, path: str) -> Iterator[Rule]:
    """The rules of one YAML text, each checked; raises ``RulebookError`` with the line."""
    source = Source(text, path)
    if not isinstance(source.data, list):
        raise source.refusal("规则文件应是一个规则列表（以“- id: …”开头）")
    for index, data in enumerate(source.data):
        if not isinstance(data, dict):
            raise source.refusal("每条规则应是一组“参数: 值”", index)
        yield _rule(source, index, data)


def _rule(source: Source, index: int, data: dict[str, Any]) -> Rule:
    kinds = checks.kinds()
    named = [key for key in data if key in kinds]
    header_data = {key: value for key, value in data.items() if key not in kinds}
    if len(named) != 1:
        known = {*kinds, *Header.__struct_fields__}
        stray = next((key for key in header_data if key not in known), None)
        hint = did_you_mean(str(stray), kinds) if stray else ""
        raise source.refusal(
            f"每条规则恰有一种检查（{'、'.join(kinds)}），这里有 {len(named)} 种{hint}", index
        )
    header = source.convert(header_data, Header, index)
    if not _ID.fullmatch(header.id):
        raise source.refusal(f"规则编号 {header.id!r} 应形如 score/total，家族是 {'、'.join(FAMILIES)}", index, "id")
    if not header.examples.passing or not header.examples.failing:
        raise source.refusal("规则至少要有一个正例（pass）和一个反例（fail）", index, "examples")
    spec = source.convert(data[named[0]], kinds[named[0]].spec, index, named[0])
    return Rule(header, named[0], spec, source.path)


def select(rules: Iterable[Rule], chosen: Sequence[str], ignored: Sequence[str]) -> list[Rule]:
    """The rules that are chosen (all when none is named) and not ignored, by id, family or row."""

    def named(rule: Rule, names: Sequence[str]) -> bool:
        family = rule.id.partition("/")[0]
        return any(n in (rule.id, family, *rule.header.catalogue) for n in names)

    return [r for r in rules if (not chosen or named(r, chosen)) and not named(r, ignored)]
