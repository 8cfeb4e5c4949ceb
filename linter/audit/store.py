"""What an audit keeps between runs: one SQLite file (``docs/store.md`` says what it holds).

A result is named by path, content and rules, and never changes; each is added in a transaction of
its own, so that a run that is cut off loses only what it was at. Only the runner writes here.
"""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

import msgspec
from msgspec import Struct
from msgspec.structs import astuple

from linter.audit import damage, schema
from linter.audit.jobs import Known, Outcome
from linter.audit.store_errors import StaleError, StoreError, explained
from linter.season import Decision, Key, Listed, Told

_KEPT_VERSIONS, _KEPT_RUNS = 4, 20
_EARLIER = """
SELECT r.path, e.id FROM results r JOIN results e ON e.path = r.path
WHERE r.id = ?1 AND r.sure AND r.state = 'checked' AND e.sure AND e.state = 'checked'
  AND e.content != r.content AND e.run < ?2 ORDER BY e.run DESC, e.id DESC LIMIT 1
"""
_SEVERITIES = """
SELECT f.severity, count(*) FROM findings f JOIN results r ON r.id = f.result
LEFT JOIN decisions d ON d.path = r.path AND d.fingerprint = f.fingerprint
WHERE r.id = ? AND d.accepted IS NOT 0 GROUP BY f.severity
"""
_SEVERITIES_TOLD = """
SELECT t.severity, count(*) FROM told t
LEFT JOIN decisions d ON d.path = t.path AND d.fingerprint = t.fingerprint
WHERE t.run = ? AND d.accepted IS NOT 0 GROUP BY t.severity
"""
_FOREIGN = "{} 是别的程序的数据库或文件，不是审核存储，请用 --store 换一个文件名"


class Result(Struct, frozen=True, array_like=True):
    """What is kept of a checked submission, without its entry."""

    id: int
    path: str
    content: str
    state: str
    reason: str
    errors: int
    warnings: int
    infos: int
    known: Known


class Finished(Struct, frozen=True):
    """A season as a run found it: whose each result is, what was told beside the results."""

    keys: dict[int, Key]
    told: tuple[tuple[str, bool, Told], ...]
    """The path of the submission, whether it is told across submissions, and what."""
    missing: tuple[Listed, ...]
    rules: str
    version: str
    paths: str
    digest: str
    """Names all that the season was made from."""


class Store:
    """An open store; use it as a context manager."""

    def __init__(self, path: Path | None, *, only_read: bool = False) -> None:
        """Opens or makes the store (``None``: one that is not kept); ``only_read`` makes none.

        Raises ``StoreError``, or ``DamagedError`` where ``aside`` may help.
        """
        self.path = path
        if only_read and (path is None or not path.is_file()):
            raise StoreError(f"找不到存储文件 {path}")
        if path is not None:
            if not damage.is_ours(path):
                raise StoreError(_FOREIGN.format(path))
            path.parent.mkdir(parents=True, exist_ok=True)
        name = ":memory:" if path is None else os.fspath(path)
        try:
            self._db = sqlite3.connect(name, timeout=schema.PATIENCE, isolation_level=None)
        except sqlite3.Error as error:
            raise StoreError(f"无法打开存储文件 {path}（{error}）") from error
        try:
            with explained(path):
                if only_read:
                    self._db.execute("PRAGMA query_only = ON")
                schema.prepare(self._db, only_read=only_read)
        except schema.NewerError as error:
            self._db.close()
            raise StoreError(f"存储文件 {path} 由更新的版本写成，请升级本程序") from error
        except schema.ForeignError as error:
            self._db.close()
            raise StoreError(_FOREIGN.format(path)) from error
        except schema.OlderError as error:
            self._db.close()
            raise StoreError(f"存储文件 {path} 由较早的版本写成，请先用它再审核一次") from error
        except BaseException:
            self._db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(sqlite3.Error):
            self._db.close()

    def found(self, path: str, rules: str) -> dict[str, int]:
        """The results of a path by these rules: the number of each by its content."""
        with explained(self.path):
            rows = self._db.execute(
                "SELECT content, id FROM results WHERE path = ? AND rules = ? AND sure",
                (path, rules),
            )
            return dict(rows.fetchall())

    def add(self, outcome: Outcome, rules: str) -> int:
        """Keeps a result and gives its number; one that another run has added is the same."""
        known = msgspec.json.decode(outcome.known, type=Known)
        content = outcome.content if outcome.sure else f"?{uuid.uuid4().hex}"
        counts = {"error": 0, "warning": 0, "info": 0}
        for row in outcome.rows:
            counts[row.severity] += 1
        key = known.key
        with explained(self.path), self._transaction():
            added = self._db.execute(
                "INSERT INTO results (path, content, rules, sure, state, reason, title, year, "
                "unit, unit_code, project, project_code, region, department, errors, warnings, "
                "infos, known) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING RETURNING id",
                (
                    *(outcome.path, content, rules, outcome.sure, outcome.state, outcome.reason),
                    *(outcome.title, known.year, key.unit, key.unit_code, key.project),
                    *(key.project_code, key.region, key.department),
                    *(counts["error"], counts["warning"], counts["info"], outcome.known),
                ),
            ).fetchone()
            if added is None:
                return self.found(outcome.path, rules)[content]
            number: int = added[0]
            self._db.execute(
                "INSERT INTO packed VALUES (?, ?, ?)", (number, outcome.entry, outcome.traits)
            )
            self._db.executemany(
                "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((number, at, *astuple(row)) for at, row in enumerate(outcome.rows)),
            )
            return number

    def results(self, numbers: Iterable[int]) -> Iterator[Result]:
        """What is kept of each result, in the order asked for."""
        decoder = msgspec.json.Decoder(Known)
        for number in numbers:
            with explained(self.path):
                row = self._db.execute(
                    "SELECT id, path, content, state, reason, errors, warnings, infos, known "
                    "FROM results WHERE id = ?",
                    (number,),
                ).fetchone()
            if row is None:
                raise StaleError(self.path, gone=True)
            *told, known = row
            try:
                yield msgspec.convert((*told, decoder.decode(known)), Result)
            except msgspec.MsgspecError as error:
                raise StaleError(self.path) from error

    def packed(self, number: int) -> tuple[bytes, bytes]:
        """The packed entry and the traits of a result."""
        with explained(self.path):
            row = self._db.execute(
                "SELECT entry, traits FROM packed WHERE result = ?", (number,)
            ).fetchone()
        if row is None:
            raise StaleError(self.path, gone=True)
        return row[0], row[1]

    def doubt(self, rules: str) -> None:
        """Lets no result of these rules be found again: all are checked anew."""
        with explained(self.path), self._transaction():
            self._db.execute(
                "UPDATE results SET sure = 0, content = '?' || id WHERE rules = ?", (rules,)
            )

    def finish(self, season: Finished) -> int:
        """Makes these results the season as it now stands, with what was told; gives the run."""
        with explained(self.path), self._transaction():
            run: int = self._db.execute(
                "INSERT INTO runs (finished, paths, version, rules, submissions, season) "
                "VALUES (datetime('now'), ?, ?, ?, ?, ?) RETURNING number",
                (season.paths, season.version, season.rules, len(season.keys), season.digest),
            ).fetchone()[0]
            self._db.executemany(
                "UPDATE results SET run = ?, unit = ?, unit_code = ?, project = ?, "
                "project_code = ?, region = ?, department = ? WHERE id = ?",
                ((run, *astuple(key), number) for number, key in season.keys.items()),
            )
            self._db.executemany(
                "INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((run, at, *row) for at, row in enumerate(_rows(season.told))),
            )
            self._db.executemany(
                "INSERT INTO missing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((run, one.row, *astuple(one.key), one.year, one.path) for one in season.missing),
            )
            self._forget(run)
        return run

    def season(self) -> dict[str, int]:
        """The results of the season as it stands, by path and in order of path."""
        with explained(self.path):
            return dict(
                self._db.execute("SELECT path, id FROM submissions_now ORDER BY path").fetchall()
            )

    def rules(self) -> str:
        """The digest of the rules by which the season as it stands was checked."""
        with explained(self.path):
            last = self._db.execute("SELECT rules FROM runs ORDER BY number DESC LIMIT 1")
            row = last.fetchone()
        return str(row[0]) if row else ""

    def resubmitted(self, run: int, numbers: Iterable[int]) -> list[tuple[int, int]]:
        """Of what a run found handed in anew the results of now and of before, in order of path.

        The run's own results are asked for by number: another run may have ended since.
        """
        with explained(self.path):
            found = (
                (*row, number)
                for number in numbers
                for row in self._db.execute(_EARLIER, (number, run)).fetchall()
            )
            return [(now, earlier) for _, earlier, now in sorted(found)]

    def severities(self, run: int, numbers: Iterable[int]) -> dict[str, int]:
        """How many findings of each severity a run has that no reviewer rejected."""
        counts: Counter[str] = Counter()
        with explained(self.path):
            for number in numbers:
                counts.update(dict(self._db.execute(_SEVERITIES, (number,)).fetchall()))
            counts.update(dict(self._db.execute(_SEVERITIES_TOLD, (run,)).fetchall()))
        return counts

    def across(self, digest: str) -> tuple[Told, ...] | None:
        """What one of the last two runs told across submissions, if of the very same season."""
        with explained(self.path):
            last = self._db.execute(
                "SELECT number FROM runs WHERE season = ? "
                "AND number >= (SELECT max(number) - 1 FROM runs) ORDER BY number DESC LIMIT 1",
                (digest,),
            ).fetchone()
            if last is None:
                return None
            rows = self._db.execute(
                "SELECT told FROM told WHERE run = ? AND across ORDER BY ordinal", (last[0],)
            ).fetchall()
        try:
            return tuple(msgspec.json.decode(packed, type=Told) for (packed,) in rows)
        except msgspec.MsgspecError:  # kept in another form: it is compared again
            return None

    def written(self, path: Path) -> tuple[str, bool]:
        """Of which season a file was written, if it was, and whether it has not changed since."""
        with explained(self.path):
            row = self._db.execute(
                "SELECT season, size, changed FROM written WHERE path = ?", (_name(path),)
            ).fetchone()
        if row is None:
            return "", False
        with suppress(OSError):
            told = path.stat()
            return row[0], row[1:] == (told.st_size, told.st_mtime_ns)
        return row[0], False

    def note(self, path: Path, digest: str) -> None:
        """Keeps that a file was written of this season."""
        told = path.stat()
        row = (_name(path), digest, told.st_size, told.st_mtime_ns)
        with explained(self.path), self._transaction():
            self._db.execute("INSERT OR REPLACE INTO written VALUES (?, ?, ?, ?)", row)

    def decide(self, decisions: Iterable[Decision]) -> None:
        """Keeps what reviewers decided; a later word on a finding replaces an earlier one.

        A word that was withdrawn is kept no longer.
        """
        with explained(self.path), self._transaction():
            for decision in decisions:
                if decision.withdrawn:
                    self._db.execute(
                        "DELETE FROM decisions WHERE path = ? AND fingerprint = ?",
                        (decision.path, decision.fingerprint),
                    )
                else:
                    self._db.execute(
                        "INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?, ?, ?)",
                        astuple(decision),
                    )

    def decided(self) -> set[tuple[str, str]]:
        """Path and fingerprint of each finding of the season on which there is a decision."""
        with explained(self.path):
            rows = self._db.execute(
                "SELECT path, fingerprint FROM findings_now WHERE reviewer IS NOT NULL"
            )
            return set(rows.fetchall())

    def decisions(self) -> tuple[Decision, ...]:
        """What reviewers decided, in order of path."""
        with explained(self.path):
            rows = self._db.execute("SELECT * FROM decisions ORDER BY path, fingerprint").fetchall()
        return tuple(
            Decision(name, path, None if accepted is None else bool(accepted), *rest)
            for name, path, accepted, *rest in rows
        )

    def _forget(self, run: int) -> None:
        """Lets results go that many runs did not see, and all but the newest of each path."""
        self._db.execute(
            "DELETE FROM results WHERE run < ?1 OR (run IS NOT ?2 AND id IN (SELECT id FROM ("
            "SELECT id, row_number() OVER (PARTITION BY path ORDER BY id DESC) AS age FROM results"
            ") WHERE age > ?3))",
            (run - _KEPT_RUNS, run, _KEPT_VERSIONS),
        )
        self._db.execute("DELETE FROM told WHERE run < ?", (run - 1,))
        self._db.execute("DELETE FROM missing WHERE run < ?", (run - 1,))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All of a block's statements or none of them."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _rows(told: Iterable[tuple[str, bool, Told]]) -> Iterator[tuple[object, ...]]:
    """What was told as rows of its table."""
    for path, across, one in told:
        f = one.finding
        packed = msgspec.json.encode(one)
        yield path, across, f.rule, f.severity, f.name, f.message, f.fingerprint, packed


def _name(path: Path) -> str:
    return os.fsencode(os.path.abspath(path)).decode("utf-8", "backslashreplace")
