"""Compiled rule books kept between runs, as JSON in the user's cache folder.

An entry's name is a digest of all that it was made of, so that it is right or not there at all.
Whatever goes wrong, the rule book is built anew.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Raw, Struct

import linter
from linter import cached, checks
from linter.language.compiled import Compiled
from linter.profile import Profile
from linter.rulebook.book import Rulebook
from linter.rulebook.files import RuleFiles
from linter.rulebook.rule import Header, Rule
from linter.vocabulary import Vocabulary

_KEPT = 8
"""How many entries stay: those of other checkouts and of a bureau's own rules among them."""
_CODE = ("rulebook", "language", "checks", "binding", "facts", "regexes")
"""The rooms whose code decides what a rule book holds, beside the modules outside rooms."""


class _Rule(Struct, frozen=True, array_like=True):
    header: Header
    kind: str
    spec: Raw
    source: str


class _Entry(Struct, frozen=True, array_like=True):
    rules: tuple[_Rule, ...]
    profiles: dict[str, Profile]
    vocabulary: Vocabulary
    compiled: Compiled


def digest(files: RuleFiles, grammars: Path) -> str:
    """A name for all that a rule book is made of: the files, the code, the Python."""
    hashed = sha256()
    for part in _parts(files, grammars):
        hashed.update(b"%d:" % len(part))
        hashed.update(part)
    return hashed.hexdigest()[:32]


def _parts(files: RuleFiles, grammars: Path) -> Iterator[bytes]:
    yield linter.__version__.encode()
    yield repr(sys.version_info[:3]).encode()
    for group in (*files.rules, *files.profiles, files.vocabulary):
        yield b"%d" % len(group)
        for file in group:
            yield os.fsencode(file.path)
            yield file.data
    for grammar in sorted(grammars.glob("*.lark")):
        yield grammar.read_bytes()
    yield from _code()


def _code() -> Iterator[bytes]:
    """The code as Python itself tells whether a compiled module is stale: by size and time."""
    package = os.path.dirname(linter.__file__)
    for folder in (package, *(os.path.join(package, room) for room in _CODE)):
        for module in sorted(_modules(folder, deep=folder != package), key=lambda e: e.path):
            with suppress(OSError):
                told = module.stat()
                yield f"{module.name} {told.st_size} {told.st_mtime_ns}".encode()


def _modules(folder: str, *, deep: bool) -> Iterator[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                yield entry
            elif deep and entry.is_dir() and entry.name != "__pycache__":
                yield from _modules(entry.path, deep=True)


def read(folder: Path, name: str) -> Rulebook | None:
    """The entry of a digest, or nothing where it is not there or damaged."""
    content = cached.read(_path(folder, name))
    if content is None:
        return None
    try:
        return decoded(content)
    except (msgspec.MsgspecError, KeyError):
        return None


def write(folder: Path, name: str, book: Rulebook) -> None:
    """Keeps an entry and lets the longest unread go; does nothing where it cannot be written."""
    try:
        content = encoded(book)
    except UnicodeEncodeError:
        return  # a lone surrogate, in a path or written with an escape, is no JSON
    cached.write(_path(folder, name), content, _KEPT)


def _path(folder: Path, name: str) -> Path:
    return folder / f"rules-{name}.json"


def encoded(book: Rulebook) -> bytes:
    """A rule book as bytes, for another process; raises ``UnicodeEncodeError``."""
    rules = tuple(
        _Rule(rule.header, rule.kind, Raw(msgspec.json.encode(rule.spec)), rule.source)
        for rule in book.rules
    )
    return msgspec.json.encode(_Entry(rules, book.profiles, book.vocabulary, book.compiled))


def decoded(content: bytes) -> Rulebook:
    """The rule book of ``encoded`` bytes."""
    entry = msgspec.json.decode(content, type=_Entry)
    kinds = checks.kinds()
    rules = tuple(
        Rule(r.header, r.kind, msgspec.json.decode(r.spec, type=kinds[r.kind].spec), r.source)
        for r in entry.rules
    )
    return Rulebook(rules, entry.profiles, entry.vocabulary, entry.compiled)
