"""A bureau's own rules and profiles laid over the shipped ones; what is wrong is told by line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from linter.resources import folder
from linter.rulebook.book import Rulebook
from linter.rulebook.building import extended
from linter.rulebook.errors import RulebookError
from linter.rulebook.files import PROFILES, File
from linter.rulebook.profiles import Names, load_profile
from linter.rulebook.source import Source


class Own(Struct, frozen=True):
    """What a file brought: rules by their ids, or a profile by its id."""

    file: str
    rules: tuple[str, ...] = ()
    profile: str = ""


class Refusal(Struct, frozen=True):
    """Why a file cannot be used; ``line`` is 0 where no line is to blame."""

    file: str
    line: int
    message: str


def laid_over(book: Rulebook, files: Iterable[File]) -> tuple[Rulebook, list[Own], list[Refusal]]:
    """The rule book with the files that can be used, what each brought, and which cannot be."""
    own: list[Own] = []
    refused: list[Refusal] = []
    for file in files:
        try:
            book, brought = _with(book, file)
        except RulebookError as error:
            refused.append(Refusal(file.path, error.line, error.message))
        else:
            own.append(brought)
    return book, own, refused


def _with(book: Rulebook, file: File) -> tuple[Rulebook, Own]:
    """One more file: a list is rules, a mapping a profile."""
    data = Source(file).data
    if isinstance(data, dict) and "id" not in data:
        return _with_profile(book, file)
    rules = tuple(str(rule.get("id", "")) for rule in data or () if isinstance(rule, dict))
    return extended(book, [file]), Own(file.path, rules)


def _with_profile(book: Rulebook, file: File) -> tuple[Rulebook, Own]:
    """The rule book with a profile, which may extend a shipped one; raises ``RulebookError``."""
    with TemporaryDirectory() as place:
        path = Path(place) / PurePosixPath(file.path).name
        path.write_bytes(file.data)
        names = Names.of(book.rules, book.vocabulary)
        profile = load_profile(path, [folder("rules") / PROFILES], names)
    return replace(book, profiles=book.profiles | {profile.id: profile}), Own(
        file.path, profile=profile.id
    )
