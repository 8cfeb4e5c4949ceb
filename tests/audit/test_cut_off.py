"""Runs that are killed, runs at the same time, folders that are very full."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from linter.audit import submissions
from tests.audit import faults
from tests.audit.test_faults import assert_gone, count
from tests.generators.reports import reports

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="kills processes"),
]
KILLS, REPORTS = 10, 120


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with reports in it, and one with what an undisturbed run gives."""
    root = tmp_path_factory.mktemp("season")
    for number, made in enumerate(reports(11, REPORTS)):
        path = root / "材料" / f"区{number % 5}" / f"单位{number:04}" / "报告.txt"
        path.parent.mkdir(parents=True)
        path.write_text(made.text, "utf-8")
    _, errors = run(root, "plain").communicate()
    assert (root / "plain" / "audit.jsonl").exists(), errors.decode()
    return root


def run(root: Path, out: str) -> subprocess.Popen[bytes]:
    return faults.start("材料", "--out", out, "--format", "jsonl", "--workers", "2", folder=root)


def test_a_run_killed_at_ten_moments_gives_in_the_end_what_an_undisturbed_one_gives(
    season: Path,
) -> None:
    rng = random.Random(5)
    store = season / "killed" / "audit.db"
    kills = results = 0
    while kills < KILLS:
        process = run(season, "killed")
        aim = results + rng.randint(0, 2 * (REPORTS - results) // (KILLS - kills))
        while process.poll() is None and count(store) < aim:
            time.sleep(0.01)
        time.sleep(rng.random() * 0.2)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            kills += 1
        process.communicate()
        results = count(store)
        if results == REPORTS:
            store.unlink()
            results = 0
    assert_gone(season)
    _, errors = run(season, "killed").communicate()
    same = (season / "killed" / "audit.jsonl").read_bytes()
    assert same == (season / "plain" / "audit.jsonl").read_bytes(), errors.decode()


def test_two_runs_on_one_store_at_once(season: Path) -> None:
    both = [
        faults.start(
            *("材料", "--store", "both/audit.db", "--out", out, "--format", "jsonl"), folder=season
        )
        for out in ("both/one", "both/two")
    ]
    errors = [process.communicate()[1].decode() for process in both]
    assert all(process.returncode in (0, 1) for process in both), errors
    plain = (season / "plain" / "audit.jsonl").read_bytes()
    for out in ("one", "two"):
        assert (season / "both" / out / "audit.jsonl").read_bytes() == plain
    with sqlite3.connect(season / "both" / "audit.db") as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT count(*) FROM results").fetchone() == (REPORTS,)
        assert db.execute("SELECT count(*) FROM runs").fetchone() == (2,)
    db.close()


def test_one_worker_or_two_give_the_same(season: Path) -> None:
    process = faults.start(
        *("材料", "--out", "single", "--format", "jsonl", "--workers", "1"), folder=season
    )
    process.communicate()
    same = (season / "single" / "audit.jsonl").read_bytes()
    assert same == (season / "plain" / "audit.jsonl").read_bytes()


def test_a_folder_with_a_hundred_thousand_files(tmp_path: Path) -> None:
    for number in range(100_000):
        (tmp_path / f"{number:06}.txt").touch()
    start = time.perf_counter()
    found = submissions.find([str(tmp_path)])
    took = time.perf_counter() - start
    print(f"\n100,000 files found in {took:.1f} s")
    assert [job.path for job in found] == [f"{number:06}.txt" for number in range(100_000)]
    assert took < 60


@pytest.fixture
def cluster(tmp_path: Path) -> Callable[[], str]:
    """Starts a Dask scheduler with two worker processes and gives its address."""
    pytest.importorskip("distributed")
    started: list[subprocess.Popen[bytes]] = []
    environment = os.environ | {"PYTHONPATH": str(faults.ROOT)}

    def begin() -> str:
        address = tmp_path / "scheduler.json"
        beside = {"cwd": tmp_path, "env": environment, "stderr": subprocess.DEVNULL}
        dask = [sys.executable, "-m"]
        started.append(subprocess.Popen(
            [*dask, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
             "--no-dashboard", "--scheduler-file", str(address)], **beside))  # fmt: skip
        while not address.exists():
            time.sleep(0.1)
        url: str = json.loads(address.read_text("utf-8"))["address"]
        worker = [*dask, "distributed.cli.dask_worker", url, "--nthreads", "1", "--no-dashboard"]
        started.extend(subprocess.Popen(worker, **beside) for _ in range(2))
        return url

    yield begin
    for process in reversed(started):
        process.terminate()
    for process in started:
        process.wait(20)


@pytest.mark.parametrize("send", [False, True], ids=["shared path", "bytes sent"])
def test_a_cluster_that_loses_a_worker_gives_what_this_machine_gives(
    season: Path, tmp_path: Path, cluster: Callable[[], str], send: bool
) -> None:
    address = cluster()
    time.sleep(5)
    out = "cluster-sent" if send else "cluster"
    process = faults.start(
        *("材料", "--out", out, "--format", "jsonl", "--cluster", address),
        *(["--send"] if send else []),
        folder=season,
    )
    while process.poll() is None and count(season / out / "audit.db") < 50:
        time.sleep(0.05)
    victims = dask_workers(tmp_path)
    assert len(victims) == 2
    os.kill(victims[0], signal.SIGKILL)
    _, errors = process.communicate(timeout=300)
    assert process.returncode in (0, 1), errors.decode()
    same = (season / out / "audit.jsonl").read_bytes()
    assert same == (season / "plain" / "audit.jsonl").read_bytes(), errors.decode()


def dask_workers(folder: Path) -> list[int]:
    """The processes of a cluster's workers that run tasks: the children of their nannies."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            command = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
            here = os.path.realpath(entry / "cwd")
        except OSError:
            continue
        if b"multiprocessing" in command and b"spawn_main" in command and here == str(folder):
            found.append(int(entry.name))
    return found
