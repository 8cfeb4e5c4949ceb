"""Files → rule book: YAML read, checked and compiled."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from linter import checks
from linter.facts.scan import Scanner
from linter.language.compiled import CompileError, compile_all
from linter.profile import Profile
from linter.rulebook.book import Rulebook
from linter.rulebook.errors import did_you_mean
from linter.rulebook.examples import alike
from linter.rulebook.files import PROFILES, File, RuleFiles
from linter.rulebook.meaning import Known, check, locate
from linter.rulebook.profiles import Names, check_names, read_profiles
from linter.rulebook.rule import Failing, Header, Passing, Rule
from linter.rulebook.source import Source
from linter.rulebook.vocabulary import read_vocabulary
from linter.vocabulary import Vocabulary

_OF_PROFILES = {"extends", "chapters"}
"""What tells a profile that lies among rules."""


class Placed(Struct, frozen=True):
    """A rule and where it stands: the how manieth of which file."""

    rule: Rule
    source: Source
    index: int


def build(files: RuleFiles) -> Rulebook:
    """The rule book of files; a rule replaces one of the same id in a folder named before.

    Raises ``RulebookError`` with file and line.
    """
    vocabulary, profiles = read_vocabulary(files.vocabulary), read_profiles(files.profiles)
    book = _laid_over((), files.rules, profiles, vocabulary)
    own = [file for folder in files.profiles[1:] for file in folder]
    if own:
        names = Names.of(book.rules, vocabulary)
        for file in own:
            check_names(Source(file), names)
    return book


def extended(book: Rulebook, files: Iterable[File]) -> Rulebook:
    """A rule book with the rules of more files laid over its own; raises ``RulebookError``."""
    return _laid_over(book.rules, (files,), book.profiles, book.vocabulary)


def _laid_over(
    under: Iterable[Rule],
    folders: Iterable[Iterable[File]],
    profiles: dict[str, Profile],
    vocabulary: Vocabulary,
) -> Rulebook:
    known, scanner = Known.of(vocabulary, profiles), Scanner(vocabulary)
    placed: dict[str, Placed] = {}
    for files in folders:
        for found in _read_folder(files):
            check(found.rule, found.source, found.index, known)
            _check_examples(found, scanner, profiles)
            placed[found.rule.id] = found
    own = {name: found.rule for name, found in placed.items()}
    rules = tuple(({rule.id: rule for rule in under} | own).values())
    try:
        compiled = compile_all(((rule.id, rule.spec) for rule in rules), vocabulary)
    except CompileError as error:
        found = placed[error.rule]
        raise locate(error, found.rule, found.source, found.index, vocabulary) from error
    return Rulebook(rules, profiles, vocabulary, compiled)


def _read_folder(files: Iterable[File]) -> Iterator[Placed]:
    """The rules of the files of one folder, of which no two have the same id."""
    paths: dict[str, str] = {}
    for file in files:
        for found in read_rules(file):
            other = paths.setdefault(found.rule.id, file.path)
            if other != file.path:
                message = f"编号 {found.rule.id} 已在 {other} 里用过"
                raise found.source.refusal(message, found.index, "id")
            yield found


def _check_examples(found: Placed, scanner: Scanner, profiles: Collection[str]) -> None:
    """Failing examples show different ways to fail; profiles that examples name are there."""
    examples = found.rule.header.examples
    groups: dict[str, Sequence[Passing | Failing]] = {
        "pass": examples.passing,
        "fail": examples.failing,
    }
    for group, members in groups.items():
        for number, example in enumerate(members):
            if example.profile is not None and example.profile not in profiles:
                hint = did_you_mean(example.profile, profiles)
                message = f"没有名为 {example.profile} 的框架{hint}"
                at = ("examples", group, number, "profile")
                raise found.source.refusal(message, found.index, *at)
            _check_lines(found, group, number, example)
    same = alike([example.text for example in examples.failing], scanner)
    if same:
        first, second = same
        message = f"反例 {second + 1} 与反例 {first + 1} 只有数字和单位不同，请换一种写法"
        raise found.source.refusal(message, found.index, "examples", "fail", second)


def _check_lines(found: Placed, group: str, number: int, example: Passing | Failing) -> None:
    """The lines whose layout an example states are there."""
    last = example.text.rstrip("\n").count("\n") + 1
    for lines in example.layout.lines if example.layout else ():
        if int(lines.rpartition("-")[2]) > last:
            at = ("examples", group, number, "layout", "lines", lines)
            raise found.source.refusal(f"例子只有 {last} 行，没有第 {lines} 行", found.index, *at)


def read_rules(file: File) -> Iterator[Placed]:
    """The rules of one file, each of the right shape; raises ``RulebookError`` with the line."""
    source = Source(file)
    if not isinstance(source.data, list):
        misplaced = isinstance(source.data, dict) and not _OF_PROFILES.isdisjoint(source.data)
        hint = f"；框架文件请放在规则文件夹的 {PROFILES}/ 里" if misplaced else ""
        raise source.refusal(f"规则文件应是一个规则列表（以“- id: …”开头）{hint}")
    lines: dict[str, int] = {}
    for index, data in enumerate(source.data):
        if not isinstance(data, dict):
            raise source.refusal("每条规则应是一组“参数: 值”", index)
        rule = _rule(source, index, data)
        if rule.id in lines:
            message = f"编号 {rule.id} 已在第 {lines[rule.id]} 行用过"
            raise source.refusal(message, index, "id")
        lines[rule.id] = source.line(index, "id")
        yield Placed(rule, source, index)


def _rule(source: Source, index: int, data: dict[str, Any]) -> Rule:
    kind = _kind(source, index, data)
    header_data = {key: value for key, value in data.items() if key != kind}
    header = source.convert(header_data, Header, index)
    spec = source.convert(data[kind], checks.kinds()[kind].spec, index, kind)
    return Rule(header, kind, spec, source.path)


def _kind(source: Source, index: int, data: dict[str, Any]) -> str:
    """The one check kind that a rule names."""
    kinds = checks.kinds()
    named = [key for key in data if key in kinds]
    if len(named) == 1:
        return named[0]
    if named:
        raise source.refusal(f"每条规则只有一种检查，这里有{'、'.join(named)}", index, named[1])
    for key in data:
        if key not in Header.__struct_fields__ and not did_you_mean(key, Header.__struct_fields__):
            raise source.refusal(f"没有名为 {key} 的检查{did_you_mean(key, kinds)}", index, key)
    raise source.refusal(f"没有写检查的种类（{'、'.join(kinds)}）", index)
