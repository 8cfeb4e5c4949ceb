"""A season as JSON, version 1: ``audit.json`` in one piece, ``audit.jsonl`` a line a thing.

The bytes depend on the season alone. In lines, each begins with what it is of: ``season`` (the
first), ``entry``, ``across``, ``missing``, ``change``. Entries are written one at a time. There is
nothing to choose: the options are those of every format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from msgspec import Struct

import linter
from linter import schemas
from linter.output import Options
from linter.season import Change, Decision, Encoded, Entry, Listed, RuleName, Season, Told

VERSION = 1


def write_lines(season: Season, target: Path, options: Options) -> None:  # noqa: ARG001
    """Writes ``audit.jsonl``."""
    with target.open("wb") as stream:
        _line(stream, b"season", msgspec.json.encode(_head(season)))
        for kind, things in _parts(season):
            for thing in things:
                _line(stream, kind, thing)


def write(season: Season, target: Path, options: Options) -> None:  # noqa: ARG001
    """Writes ``audit.json``."""
    with target.open("wb") as stream:
        stream.write(msgspec.json.encode(_head(season))[:-1])
        for kind, things in _parts(season):
            stream.write(b',\n"%s":[' % _PLURALS[kind])
            for number, thing in enumerate(things):
                stream.write(b",\n" if number else b"\n")
                stream.write(thing)
            stream.write(b"]")
        stream.write(b"}\n")


class Tool(Struct, frozen=True):
    """What wrote it."""

    name: str
    version: str


class Head(Struct, frozen=True):
    """What is said of the season as a whole."""

    version: int
    tool: Tool
    twice: tuple[str, ...]
    unlisted: tuple[str, ...]
    other_year: tuple[str, ...]
    rules: tuple[RuleName, ...]
    decisions: tuple[Decision, ...]


class Whole(Head, frozen=True):
    """A season in one piece."""

    entries: tuple[Entry, ...]
    across: tuple[Told, ...]
    missing: tuple[Listed, ...]
    changes: tuple[Change, ...]


_PLURALS = {
    b"entry": b"entries",
    b"across": b"across",
    b"missing": b"missing",
    b"change": b"changes",
}


def _line(stream: BinaryIO, kind: bytes, thing: bytes) -> None:
    stream.write(b'{"%s":%s}\n' % (kind, thing))


def _parts(season: Season) -> Iterator[tuple[bytes, Iterable[bytes]]]:
    encode = msgspec.json.encode
    entries = season.entries
    yield b"entry", entries.encoded() if isinstance(entries, Encoded) else map(encode, entries)
    yield b"across", map(encode, season.across)
    yield b"missing", map(encode, season.missing)
    yield b"change", map(encode, season.changes)


def _head(season: Season) -> Head:
    """What stands before the parts."""
    return Head(
        VERSION,
        Tool("jixiao", linter.__version__),
        season.twice,
        season.unlisted,
        season.other_year,
        season.rules,
        season.decisions,
    )


def schema() -> dict[str, Any]:
    """The JSON Schema of ``audit.json`` (``audit.schema.json`` beside this file)."""
    told = (
        "What `jixiao audit --format json` writes; of audit.jsonl each line holds one of its parts."
    )
    head = {"$schema": schemas.DIALECT, "title": "jixiao audit, version 1", "description": told}
    return schemas.plain({**head, **msgspec.json.schema(Whole)})
