"""What the commands share of rule books: the option ``--rules``, and rules and profiles by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from linter import resources, rulebook
from linter.cli.usage import Parser, UsageError
from linter.output.words import ZH
from linter.profile import Profile
from linter.regexes.late import regex
from linter.rulebook.book import FAMILIES, Rulebook, rule_files
from linter.rulebook.files import PROFILES, SUFFIXES
from linter.rulebook.rule import Rule

_COMMA = regex("[,，、]")


def add_option(parser: Parser) -> None:
    """The option ``--rules``."""
    parser.options.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="PATH",
        help="另加自编规则（文件或文件夹，可重复）；编号相同的替换内置规则",
    )


def load(paths: Sequence[str]) -> Rulebook:
    """The shipped rules and those of ``paths``; a wrong rule file is wrong use."""
    try:
        return rulebook.load([Path(path) for path in paths])
    except rulebook.RulebookError as error:
        raise UsageError(str(error)) from error


def load_own(path: Path) -> tuple[Rulebook, list[Rule]]:
    """The rule book with a bureau's file or folder in it, and the rules that stand there."""
    book = load([str(path)])
    files = {str(file) for file in rule_files(path)}
    return book, [rule for rule in book.rules if rule.source in files]


def rule(name: str, book: Rulebook) -> Rule:
    """The rule of an id."""
    found = book.rule(name)
    if found is None:
        row = [rule.id for rule in book.rules if name in rule.header.catalogue]
        if row:
            raise UsageError(f"{name} 是规则目录的一行，它的规则有 {'、'.join(row)}")
        raise UsageError.unknown("规则", name, [rule.id for rule in book.rules])
    return found


def named(names: Iterable[str], book: Rulebook) -> list[str]:
    """Rule ids, families and catalogue rows from comma-separated lists, each known.

    A family may go by its Chinese name, and a comma may be Chinese.
    """
    families = {told: family for family, told in ZH.families.items()}
    rows = {row for rule in book.rules for row in rule.header.catalogue}
    known = {*FAMILIES, *rows, *(rule.id for rule in book.rules)}
    given = (name.strip() for names_ in names for name in _COMMA.split(names_))
    found = [families.get(name, name) for name in given if name]
    for name in found:
        if name not in known and not name.startswith("input/"):
            raise UsageError.unknown("规则、家族或目录行", name, sorted(known))
    return found


def profile(name: str | None, book: Rulebook, rules: Sequence[str] = ()) -> Profile | None:
    """A profile by its name, which may lie in a folder of ``rules``, or by the path of its file."""
    if name is None or name in book.profiles:
        return book.profiles[name] if name else None
    if not name.endswith(SUFFIXES):
        unknown = UsageError.unknown("框架（profile）", name, book.profiles)
        files = [f"{name}{suffix}" for suffix in SUFFIXES if Path(f"{name}{suffix}").is_file()]
        raise UsageError(f"{unknown}（要用文件，写 {files[0]}）") if files else unknown
    from linter.rulebook.profiles import Names, load_profile

    folders = [resources.folder("rules"), *map(Path, rules)]
    try:
        names = Names.of(book.rules, book.vocabulary)
        return load_profile(Path(name), [folder / PROFILES for folder in folders], names)
    except rulebook.RulebookError as error:
        raise UsageError(str(error)) from error
