"""A season as JSON, version 1: ``audit.json`` in one piece, ``audit.jsonl`` a line a thing.

The bytes depend on the season alone. In lines, each begins with what it is of: ``season`` (the
first), ``entry``, ``across``, ``missing``, ``change``. Entries are written one at a time. There is
nothing to choose: the options are those of every format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

import linter
from linter.output import Options
from linter.season import Encoded, Season

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


def _head(season: Season) -> dict[str, object]:
    """What stands before the parts."""
    return {
        "version": VERSION,
        "tool": {"name": "jixiao", "version": linter.__version__},
        "twice": season.twice,
        "unlisted": season.unlisted,
        "other_year": season.other_year,
        "rules": season.rules,
        "decisions": season.decisions,
    }
