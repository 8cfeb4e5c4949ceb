"""The store's structure: as documented, made step by step, the same for whoever asks."""

from __future__ import annotations

import re
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from linter.audit import schema
from linter.audit.jobs import Known, Outcome, Row
from linter.audit.store import Finished, Store
from linter.season import Key

DOCS = (Path(__file__).parents[2] / "docs" / "store.md").read_text("utf-8")


def outcome(path: str = "a.txt", content: str = "1", **changes: object) -> Outcome:
    import msgspec

    row = Row("arithmetic/growth", "error", "增幅", "应为20%", path, 1, 1, "", "30%", "", "", "f1")
    told = {"rows": (row,), "state": "checked", "title": "报告", "traits": b"", **changes}
    known = msgspec.json.encode(Known(Key(unit="水利局"), (path,), 2023))
    return Outcome(path=path, content=content, entry=b"packed", known=known, **told)


def finished(*numbers: int) -> Finished:
    return Finished(dict.fromkeys(numbers, Key(unit="水利局")), (), (), "r", "1", "材料", "d")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "audit.db"


def test_every_table_and_view_is_documented_with_its_columns(path: Path) -> None:
    with Store(path):
        pass
    db = sqlite3.connect(path)
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type != 'index'")]
    documented = dict(re.findall(r"^\| `(\w+)` \|[^|]*\| (.*) \|$", DOCS, re.MULTILINE))
    assert set(documented) == set(names)
    for name in names:
        if "同上" in documented[name]:
            continue
        columns = {row[1] for row in db.execute(f"PRAGMA table_info({name})")}
        assert set(re.findall(r"`(\w+)`", documented[name])) - {"results"} == columns, name
    db.close()


@pytest.mark.parametrize("question", re.findall(r"^SELECT .*;$", DOCS, re.MULTILINE))
def test_a_documented_question_is_answered(path: Path, question: str) -> None:
    with Store(path) as store:
        store.finish(finished(store.add(outcome(), "r")))
    db = sqlite3.connect(path)
    db.execute(question).fetchall()
    if "worst_units" in question:
        assert db.execute(question).fetchone()[:4] == ("水利局", "", 1, 1)
    db.close()


def test_a_store_of_an_older_version_is_brought_to_this_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(schema, "_VERSIONS", schema._VERSIONS[:1])
        with Store(path) as store:
            store.finish(finished(store.add(outcome(), "r")))
    with Store(path) as store:
        assert store.season() == {"a.txt": 1}


def test_runs_that_make_one_store_at_the_same_moment_wait_for_each_other(tmp_path: Path) -> None:
    together = threading.Barrier(4, timeout=60)

    def make(number: int) -> None:
        together.wait()
        with Store(tmp_path / f"{number}.db") as store:
            assert store.season() == {}

    with ThreadPoolExecutor(4) as runs:
        list(runs.map(make, [number for number in range(50) for _ in range(4)]))


def test_what_another_run_has_added_is_the_same_result(path: Path) -> None:
    with Store(path) as one, Store(path) as other:
        number = one.add(outcome(), "r")
        assert other.add(outcome(), "r") == number
        assert other.found("a.txt", "r") == {"1": number}
        assert other.packed(number) == (b"packed", b"")


def test_results_by_other_rules_are_others(path: Path) -> None:
    with Store(path) as store:
        store.add(outcome(), "r")
        assert store.found("a.txt", "other") == {}


def test_a_result_that_is_not_sure_is_not_found_again(path: Path) -> None:
    with Store(path) as store:
        first = store.add(outcome(content="", sure=False), "r")
        assert store.add(outcome(content="", sure=False), "r") != first
        assert store.found("a.txt", "r") == {}


def test_old_contents_of_a_path_are_let_go(path: Path) -> None:
    with Store(path) as store:
        for content in map(str, range(8)):
            store.finish(finished(store.add(outcome(content=content), "r")))
        assert sorted(store.found("a.txt", "r")) == ["4", "5", "6", "7"]
    db = sqlite3.connect(path)
    assert db.execute("SELECT count(*) FROM packed").fetchone() == (4,)
    assert db.execute("SELECT count(*) FROM findings").fetchone() == (4,)
    db.close()


def test_a_season_that_returns_to_an_older_content_keeps_it(path: Path) -> None:
    with Store(path) as store:
        first = store.add(outcome(content="0"), "r")
        store.finish(finished(first))
        for content in map(str, range(1, 8)):
            store.add(outcome(content=content), "r")
            store.finish(finished(first))
        assert store.found("a.txt", "r")["0"] == first
