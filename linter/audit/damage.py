"""A store's file that is another program's, or is damaged: whose it is, what can be saved of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from linter.audit import schema
from linter.season import Decision

_HEADER = b"SQLite format 3\0"
_OURS = b"CREATE VIEW unresolved_since_last_time"
"""What stands in every store, near its beginning."""
_NEAR = 1 << 20


def is_ours(path: Path) -> bool:
    """Whether a file may be opened as a store: a new or empty one, ours, or ours but damaged.

    A database without an owner is looked into when it is opened (``schema.prepare``). One that
    cannot be read is told when it is opened, too.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_NEAR)
    except OSError:
        return True
    if head.startswith(_HEADER):
        return int.from_bytes(head[68:72], "big") in (0, schema.APPLICATION)
    return not head or _OURS in head


def salvaged(path: Path) -> tuple[Decision, ...]:
    """What reviewers decided, as far as a damaged store can be read."""
    found: list[Decision] = []
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA query_only = ON")
        for name, where, accepted, *rest in db.execute("SELECT * FROM decisions"):
            found.append(Decision(name, where, None if accepted is None else bool(accepted), *rest))
    return tuple(found)


def aside(path: Path) -> Path:
    """Renames a damaged store with what belongs to it, overwriting nothing; gives its new name."""
    number = 1
    while (kept := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    for suffix in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(kept.with_name(kept.name + suffix))
    path.rename(kept)
    return kept
