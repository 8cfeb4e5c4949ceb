"""Compiled rule books kept between runs, as JSON in the user's cache folder.

An entry's name is a digest of all that it was made of, so that it is right or not there at all; its
first line is a digest of the rest, so that a damaged one is known. Whatever goes wrong, the rule
book is built anew.
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
from linter import checks
from linter.language.compiled import Compiled
from linter.profile import Profile
from linter.rulebook.book import Rulebook
from linter.rulebook.files import RuleFiles
from linter.rulebook.rule import Header, Rule
from linter.vocabulary import Vocabulary

_KEPT = 8
"""How many entries stay: those of other checkouts and of a bureau's own rules among them."""
_CODE = ("rulebook", "language", "checks", "binding", "facts")
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


def cache_folder() -> Path | None:
    """The user's cache folder for this program; nothing where there is no such place."""
    home = os.path.expanduser("~")
    match sys.platform:
        case "emscripten" | "wasi":
            return None
        case "win32":
            base = os.environ.get("LOCALAPPDATA", "")
        case "darwin":
            base = os.path.join(home, "Library", "Caches")
        case _:
            base = os.environ.get("XDG_CACHE_HOME", "")
            base = base if os.path.isabs(base) else os.path.join(home, ".cache")
    return Path(base) / "jixiao" if os.path.isabs(base) else None


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
    for group in (files.rules, files.profiles, files.vocabulary):
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
    try:
        data = _path(folder, name).read_bytes()
    except OSError:
        return None
    checksum, _, content = data.partition(b"\n")
    if checksum != _checksum(content):
        return None
    try:
        return decoded(content)
    except (msgspec.MsgspecError, KeyError):
        return None


def write(folder: Path, name: str, book: Rulebook) -> None:
    """Keeps an entry and lets the oldest go; does nothing where it cannot be written."""
    import tempfile

    try:
        content = encoded(book)
    except UnicodeEncodeError:
        return  # a lone surrogate, in a path or written with an escape, is no JSON
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(suffix=".tmp", dir=folder)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(_checksum(content) + b"\n" + content)
            os.replace(temporary, _path(folder, name))
        except OSError:
            os.unlink(temporary)
        _forget(folder)


def _forget(folder: Path) -> None:
    """Removes all but the newest entries, and what a killed process left."""
    entries = sorted(folder.glob("rules-*.json"), key=_age)
    abandoned = [p for p in folder.glob("*.tmp") if entries and _age(p) < _age(entries[0])]
    for path in [*entries[:-_KEPT], *abandoned]:
        with suppress(OSError):
            path.unlink()


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _path(folder: Path, name: str) -> Path:
    return folder / f"rules-{name}.json"


def _checksum(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()


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
