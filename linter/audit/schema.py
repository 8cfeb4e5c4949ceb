"""The tables and views of a store, version by version; ``docs/store.md`` explains them."""

from __future__ import annotations

import sqlite3
import time

from linter.audit.views import READ_ALONE, VIEWS

APPLICATION = 0x4A584155
"""What marks a SQLite file as a store of this program (``JXAU``)."""

PATIENCE = 60.0
"""How many seconds a run waits for another one that is writing."""
_PAUSE = 0.02
_FAMILY = 0xFF
"""The part of SQLite's error codes that is the same for every sort of busy."""
_TABLES = """
CREATE TABLE runs (
  number INTEGER PRIMARY KEY, finished TEXT, paths TEXT, version TEXT, rules TEXT,
  submissions INTEGER, season TEXT
);
CREATE TABLE written (
  path TEXT PRIMARY KEY, season TEXT, size INTEGER, changed INTEGER
) WITHOUT ROWID;
CREATE TABLE results (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, content TEXT NOT NULL, rules TEXT NOT NULL,
  sure INTEGER NOT NULL, run INTEGER, state TEXT NOT NULL, reason TEXT NOT NULL, title TEXT,
  year INTEGER, unit TEXT, unit_code TEXT, project TEXT, project_code TEXT, region TEXT,
  department TEXT, errors INTEGER, warnings INTEGER, infos INTEGER, known BLOB,
  UNIQUE (path, content, rules)
);
CREATE INDEX results_of_run ON results (run, path);
CREATE TABLE packed (
  result INTEGER PRIMARY KEY REFERENCES results ON DELETE CASCADE, entry BLOB, traits BLOB
);
CREATE TABLE findings (
  result INTEGER REFERENCES results ON DELETE CASCADE, ordinal INTEGER, rule TEXT, severity TEXT,
  name TEXT, message TEXT, file TEXT, line INTEGER, "column" INTEGER, section TEXT, quote TEXT,
  calculation TEXT, suggestion TEXT, fingerprint TEXT, PRIMARY KEY (result, ordinal)
) WITHOUT ROWID;
CREATE TABLE told (
  run INTEGER, ordinal INTEGER, path TEXT, across INTEGER, rule TEXT, severity TEXT, name TEXT,
  message TEXT, fingerprint TEXT, told BLOB, PRIMARY KEY (run, ordinal)
) WITHOUT ROWID;
CREATE TABLE missing (
  run INTEGER, row INTEGER, unit TEXT, unit_code TEXT, project TEXT, project_code TEXT,
  region TEXT, department TEXT, year INTEGER, path TEXT
);
CREATE TABLE decisions (
  fingerprint TEXT, path TEXT, accepted INTEGER, reviewer TEXT, day TEXT, mended TEXT,
  PRIMARY KEY (path, fingerprint)
) WITHOUT ROWID;
"""
_VERSIONS: tuple[str, ...] = (_TABLES, VIEWS, READ_ALONE)
"""What leads from each version to the next; never change one that was released, add another."""


class NewerError(Exception):
    """The store was written by a newer version of this program."""


class ForeignError(Exception):
    """The database is another program's."""


class OlderError(Exception):
    """The store was written by an older version, or holds nothing, and may only be read."""


def prepare(db: sqlite3.Connection, *, only_read: bool = False) -> None:
    """Brings a store, new or old, to the version of this program.

    Raises ``NewerError``, ``ForeignError``; ``OlderError`` where it may only be read.
    """
    if not _is_ours(db):
        raise ForeignError
    if only_read:
        if _version(db) < len(_VERSIONS):
            raise OlderError
        if _version(db) > len(_VERSIONS):
            raise NewerError
        return
    db.execute("PRAGMA foreign_keys = ON")
    _log_ahead(db)
    db.execute("PRAGMA synchronous = NORMAL")
    version = _version(db)
    if version > len(_VERSIONS):
        raise NewerError
    if version < len(_VERSIONS):
        _brought(db)


def _log_ahead(db: sqlite3.Connection) -> None:
    """Has changes written to a log beside the store, so that reading need not wait for them.

    The mode stays with the file. SQLite does not wait for another run while it changes the mode
    (its busy handler is not called), so the waiting is done here.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & _FAMILY == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _brought(db: sqlite3.Connection) -> None:
    """Brings a store to this version, whole or not at all."""
    db.execute("BEGIN IMMEDIATE")
    try:
        for script in _VERSIONS[_version(db) :]:
            for statement in script.split(";\n"):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {len(_VERSIONS)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def _is_ours(db: sqlite3.Connection) -> bool:
    """Whether a database bears our mark, or holds nothing yet.

    Both are asked in one transaction: another run may be filling the store.
    """
    db.execute("BEGIN")
    try:
        mark: int = db.execute("PRAGMA application_id").fetchone()[0]
        filled = db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
    return mark == APPLICATION or (mark == 0 and filled is None)
