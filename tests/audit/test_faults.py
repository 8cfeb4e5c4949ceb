"""What files and systems do to an audit, and that it goes on or says why it does not."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import linter
from linter.audit import runner, store
from linter.audit.auditing import Summary
from linter.audit.jobs import Limits
from linter.audit.store import Store
from linter.audit.store_errors import StoreError
from linter.season import Decision
from tests.audit import faults
from tests.audit.conftest import sound

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")
of_the_store = pytest.mark.usefixtures("one_process")
"""For what is tried beside the checking process: any will do."""

pytestmark = pytest.mark.slow

TEXT = sound("青山县水利局", "灌溉渠项目")


def audited(folder: Path, **options: object) -> Summary:
    out = folder.parent / "out"
    summary: Summary = linter.audit(
        [folder], store=out / "audit.db", out=out, files=["jsonl"], workers=1, **options
    )
    return summary


def told(folder: Path) -> dict[str, list[str]]:
    """The rules that were told of each submission."""
    lines = (folder.parent / "out" / "audit.jsonl").read_text("utf-8").splitlines()
    entries = [line["entry"] for line in map(json.loads, lines) if "entry" in line]
    return {e["path"]: [t["finding"]["rule"] for t in e["told"]] for e in entries}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "材料"
    made.mkdir()
    (made / "a.txt").write_text(TEXT, "utf-8")
    (made / "z.txt").write_text(TEXT, "utf-8")
    return made


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("HANG", "input/too-slow"),
        ("LOOP", "input/too-slow"),
        ("CRASH", "input/crashed"),
        ("MEMORY", "input/out-of-memory"),
        ("ERROR", "input/failed"),
    ],
)
def test_a_file_that_brings_its_process_down_costs_only_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch, words: str, rule: str
) -> None:
    monkeypatch.syspath_prepend(faults.hook(folder.parent))
    (folder / "m.txt").write_text(TEXT + words, "utf-8")
    summary = audited(folder, limits=Limits(seconds=2.0 if rule == "input/too-slow" else 60.0))
    assert told(folder)["m.txt"] == [rule]
    assert summary.unread == {rule.removeprefix("input/"): 1}
    assert not [r for path in ("a.txt", "z.txt") for r in told(folder)[path] if "input" in r]


def test_a_process_that_stumbles_once_is_given_another_try(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(faults.hook(folder.parent))
    mark = folder.parent / "stumbled"
    (folder / "m.txt").write_text(f"{TEXT}STUMBLE {mark}", "utf-8")
    assert audited(folder).unread == {}
    assert mark.exists()


def test_a_file_that_was_too_slow_is_tried_again_the_next_time(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in folder.iterdir():
        path.unlink()  # on a busy machine a sound report too takes longer than the limit
    (folder / "m.txt").write_text(f"{TEXT}HANG", "utf-8")
    with monkeypatch.context() as patched:
        patched.syspath_prepend(faults.hook(folder.parent))
        assert audited(folder, limits=Limits(seconds=1.0)).unread == {"too-slow": 1}
    assert audited(folder).unread == {}


@of_the_store
def test_a_pipe_and_a_folder_called_as_a_report_are_told(folder: Path) -> None:
    os.mkfifo(folder / "m.docx")
    (folder / "n.docx").symlink_to(folder / "nothing")
    audited(folder)
    assert (told(folder)["m.docx"], told(folder)["n.docx"]) == (["input/unreadable"],) * 2


def test_a_file_larger_than_any_report_is_not_read(folder: Path) -> None:
    with (folder / "m.docx").open("wb") as stream:
        stream.truncate(500 << 20)
    start = time.monotonic()
    audited(folder)
    assert told(folder)["m.docx"] == ["input/too-large"]
    assert time.monotonic() - start < 60


@of_the_store
def test_names_of_255_bytes_and_names_that_are_no_text(folder: Path) -> None:
    long = "长" * 83 + "aa.txt"
    assert len(long.encode()) == 255
    (folder / long).write_text(TEXT, "utf-8")
    odd = os.fsencode(folder) + b"/\xff\xfe\xd6\xd0.txt"
    with open(odd, "w", encoding="utf-8") as stream:
        stream.write(TEXT)
    assert audited(folder).unread == {}
    assert set(told(folder)) == {"a.txt", "z.txt", long, "\\xff\\xfe\\xd6\\xd0.txt"}
    assert audited(folder).submissions == 4


@of_the_store
def test_a_file_that_changes_while_it_waits_is_known_by_what_was_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit = runner._Run._submit

    def late(self: object, jobs: tuple) -> None:
        if (folder / "z.txt").exists():  # once: afterwards a process may be reading
            (folder / "a.txt").write_text(TEXT.replace("20%", "30%"), "utf-8")
            (folder / "z.txt").unlink()
        submit(self, jobs)

    with monkeypatch.context() as patched:
        patched.setattr(runner._Run, "_submit", late)
        audited(folder)
    assert "arithmetic/growth" in told(folder)["a.txt"]
    assert told(folder)["z.txt"] == ["input/unreadable"]
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "z.txt").write_text(TEXT, "utf-8")
    assert audited(folder).unread == {}
    assert "arithmetic/growth" not in told(folder)["a.txt"]


@of_the_store
@pytest.mark.parametrize("damage", ["head", "middle"])
def test_a_damaged_store_is_told_and_kept_aside(
    folder: Path, capsys: pytest.CaptureFixture[str], damage: str
) -> None:
    audited(folder)
    before = told(folder)
    path = folder.parent / "out" / "audit.db"
    data = bytearray(path.read_bytes())
    start = 0 if damage == "head" else 4096
    data[start : len(data) if start else 4096] = b"\x5a" * (len(data) - start if start else 4096)
    path.write_bytes(data)
    audited(folder)
    assert told(folder) == before
    kept = path.with_name("audit.db.damaged-1")
    assert kept.read_bytes() == data
    assert f"已损坏，改名保留为 {kept.name}" in capsys.readouterr().err
    path.write_bytes(data)
    audited(folder)
    assert path.with_name("audit.db.damaged-2").read_bytes() == data
    assert kept.read_bytes() == data


@of_the_store
def test_a_store_of_another_program_is_left_alone(folder: Path) -> None:
    path = folder.parent / "out" / "audit.db"
    path.parent.mkdir()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA application_id = 7")
        db.execute("CREATE TABLE theirs (word)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="别的程序"):
        audited(folder)
    assert path.read_bytes() == before


@of_the_store
def test_a_store_of_a_newer_version_is_left_alone(folder: Path) -> None:
    audited(folder)
    path = folder.parent / "out" / "audit.db"
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StoreError, match="请升级"):
        audited(folder)


@of_the_store
def test_a_store_that_is_read_only_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audited(folder)
    connect = sqlite3.connect

    def read_only(name: str, **options: object) -> sqlite3.Connection:
        return connect(f"file:{name}?mode=ro", uri=True, **options)

    (folder / "b.txt").write_text(TEXT, "utf-8")
    monkeypatch.setattr(store.sqlite3, "connect", read_only)
    with pytest.raises(StoreError, match="只读"):
        audited(folder)


@linux
def test_a_disk_that_is_full_is_told_and_what_was_kept_stays(
    many: Callable[[int], Path], tmp_path: Path
) -> None:
    season = many(60)
    command = f"ulimit -f 512; exec {sys.executable} -m linter audit many --store out/audit.db"
    environment = os.environ | {"PYTHONPATH": str(faults.ROOT)}
    done = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, "磁盘已满" in done.stderr.decode()) == (2, True), done.stderr.decode()
    with sqlite3.connect(tmp_path / "out" / "audit.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM results").fetchone()[0] > 0
    db.close()
    assert audited(season).submissions == 60


@linux
def test_an_interruption_ends_all_and_the_next_run_goes_on(
    many: Callable[[int], Path], tmp_path: Path
) -> None:
    season = many(reports := 60)
    for number in (30, 40):  # in batches apart: each process is at work when the signal comes
        hanging = season / f"{number:05}.txt"
        hanging.write_text(hanging.read_text("utf-8") + "HANG", "utf-8")
    hook = os.pathsep.join((str(faults.hook(tmp_path)), str(faults.ROOT)))
    command = ("many", "--store", "audit.db", "--workers", "2")
    run = faults.start(*command, folder=tmp_path, PYTHONPATH=hook)
    wait_for_results(tmp_path / "audit.db", 5)
    run.send_signal(signal.SIGINT)
    _, errors = run.communicate(timeout=30)
    assert run.returncode == 130
    assert "已中断" in errors.decode()
    assert "Traceback" not in errors.decode()
    assert_gone(tmp_path)
    kept = count(tmp_path / "audit.db")
    assert 5 <= kept < reports
    again = faults.start("many", "--store", "audit.db", folder=tmp_path)
    output, _ = again.communicate(timeout=120)
    assert output.decode().startswith(f"共 {reports} 份，已检查 {reports} 份")
    assert count(tmp_path / "audit.db") == reports


@linux
def test_processes_that_are_killed_cost_nothing(
    many: Callable[[int], Path], tmp_path: Path
) -> None:
    many(120)
    run = faults.start("many", "--store", "audit.db", "--workers", "2", folder=tmp_path)
    for results in (5, 30, 60):
        wait_for_results(tmp_path / "audit.db", results)
        for pid in faults.workers_of(run.pid):
            os.kill(pid, signal.SIGKILL)
    output, errors = run.communicate(timeout=120)
    assert output.decode().startswith("共 120 份，已检查 120 份，未能检查 0 份"), errors.decode()


def wait_for_results(path: Path, least: int) -> None:
    end = time.monotonic() + 60
    while count(path) < least:
        assert time.monotonic() < end
        time.sleep(0.02)


def count(path: Path) -> int:
    """How many results a store has."""
    if not path.exists():
        return 0
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)
    try:
        return int(db.execute("SELECT count(*) FROM results").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        db.close()


def assert_gone(folder: Path) -> None:
    """No checking process outlives its run."""
    end = time.monotonic() + 20
    while faults.orphans(folder):
        assert time.monotonic() < end
        time.sleep(0.1)


@of_the_store
def test_a_folder_whose_name_is_no_text(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe"))
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    assert audited(folder).unread == {}
    assert set(told(folder)) == {"a.txt"}


@of_the_store
@pytest.mark.parametrize(
    ("column", "words"), [("entry", "已损坏"), ("traits", "读不出"), ("known", "读不出")]
)
def test_a_result_that_rotted_in_the_store_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], column: str, words: str
) -> None:
    audited(folder)
    before = told(folder)
    path = folder.parent / "out" / "audit.db"
    (path.parent / "audit.jsonl").unlink()
    with sqlite3.connect(path) as db:
        table = "results" if column == "known" else "packed"
        db.execute(f"UPDATE {table} SET {column} = x'00ff00'")  # noqa: S608
        db.execute("UPDATE runs SET season = ''")
    db.close()
    audited(folder)
    assert told(folder) == before
    assert words in capsys.readouterr().err
    assert path.with_name("audit.db.damaged-1").exists() is (column == "entry")


@of_the_store
def test_what_reviewers_decided_outlives_a_damaged_store(folder: Path) -> None:
    decision = Decision("f1", "a.txt", False, "", "", "")
    audited(folder, decisions=(decision,))
    path = folder.parent / "out" / "audit.db"
    with sqlite3.connect(path) as db:
        db.execute("UPDATE packed SET entry = x'00ff00'")
        db.execute("UPDATE runs SET season = ''")
    db.close()
    (path.parent / "audit.jsonl").unlink()
    audited(folder)
    assert path.with_name("audit.db.damaged-1").exists()
    with Store(path) as opened:
        assert opened.decisions() == (decision,)


@of_the_store
def test_a_result_that_another_run_let_go_is_checked_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited(folder)
    path = folder.parent / "out" / "audit.db"
    run = runner.run

    def robbed(*given: object) -> list[int]:
        numbers = run(*given)
        monkeypatch.setattr(runner, "run", run)
        with sqlite3.connect(path) as db:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("DELETE FROM results WHERE id = ?", numbers[:1])
        db.close()
        return numbers

    monkeypatch.setattr(runner, "run", robbed)
    assert audited(folder).submissions == 2
    assert set(told(folder)) == {"a.txt", "z.txt"}
    assert not path.with_name("audit.db.damaged-1").exists()


@pytest.mark.parametrize("name", ["audit.db", "theirs.sqlite"])
def test_what_bears_no_mark_and_is_not_empty_is_anothers(folder: Path, name: str) -> None:
    path = folder.parent / name
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE theirs (word)")
    db.close()
    other = folder.parent / f"a{name}"
    other.write_bytes("不是数据库".encode())
    for file in (path, other):
        before = file.read_bytes()
        with pytest.raises(StoreError, match="别的程序"):
            linter.audit([folder], store=file, workers=1)
        assert file.read_bytes() == before
        assert not list(folder.parent.glob("*damaged*"))


@of_the_store
def test_an_empty_file_becomes_a_store(folder: Path) -> None:
    path = folder.parent / "new.db"
    path.touch()
    assert linter.audit([folder], store=path, workers=1).submissions == 2
