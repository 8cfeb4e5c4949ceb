"""How fast a season is audited, beside plain linting of the same reports in the same run.

What counts are ratios of processor time, so that a busy machine is told from a slow audit; wall
times are printed beside the goals. ``AUDIT_REPORTS`` sets the size of the season (goals: 5,000).
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audit import faults
from tests.audit.test_faults import count
from tests.generators.season import season, write

pytestmark = [
    pytest.mark.slow,
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
REPORTS = int(os.environ.get("AUDIT_REPORTS", "600"))
PLAIN = """
import sys, time
from pathlib import Path
from linter import engine, reading, rulebook
from linter.model import Submission
book = rulebook.load()
files = sorted(Path(sys.argv[1]).rglob("*.txt"))
start, wall = time.process_time(), time.perf_counter()
for file in files:
    engine.lint(Submission((reading.read(str(file), file.read_bytes(), book.header_words),)), book)
print(len(files), time.process_time() - start, time.perf_counter() - wall)
"""
OVERHEAD = 1.6
"""Processor time of an audit, all its processes, over that of plain linting."""
UNCHANGED = 2_000
SPEED_UP = 1.8
GROWTH = 1.10


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("season")
    write(season(3, REPORTS), root / "材料")
    (root / "材料" / "清单.csv").unlink()
    return root


def spent() -> float:
    """Processor time of all ended child processes."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def audit(folder: Path, out: str, workers: int) -> tuple[float, float]:
    """Wall and processor time of an audit that writes ``audit.jsonl``."""
    before, start = spent(), time.perf_counter()
    process = faults.start(
        *("材料", "--out", out, "--format", "jsonl", "--fail-on", "never"),
        *("--workers", str(workers)),
        folder=folder,
    )
    output, errors = process.communicate()
    assert output.decode().startswith("共 "), errors.decode()
    return time.perf_counter() - start, spent() - before


def test_the_audit_takes_little_more_than_plain_linting(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PLAIN, str(folder / "材料")],
        capture_output=True,
        check=True,
        cwd=faults.ROOT,
    )
    number, processor, wall = map(float, done.stdout.split())
    took, used = audit(folder, "first", 2)
    again, again_used = audit(folder, "first", 2)
    print(
        f"\n{number:.0f} reports; plain linting {number / wall:.0f}/s a process, twice that "
        f"{2 * number / wall:.0f}/s; audit with two workers {number / took:.0f}/s"
        f"\nprocessor time a report: plain {1000 * processor / number:.1f} ms, "
        f"audit {1000 * used / number:.1f} ms ({used / processor:.2f} times, at most {OVERHEAD})"
        f"\nunchanged: {number / again:.0f}/s by the clock, {number / again_used:.0f}/s by "
        f"processor time (goal {UNCHANGED}/s)"
    )
    assert used < OVERHEAD * processor
    assert again_used < used / 4


def test_two_workers_are_nearly_twice_as_fast_as_one(folder: Path) -> None:
    one, used = audit(folder, "one", 1)
    two, used_by_two = audit(folder, "two", 2)
    print(
        f"\none worker {one:.1f} s, two {two:.1f} s: {one / two:.2f} times (goal {SPEED_UP}); "
        f"processor time {used:.1f} s and {used_by_two:.1f} s"
    )
    assert used_by_two < 1.15 * used


def test_memory_stays_flat_while_reports_are_checked(folder: Path) -> None:
    """What is compared across all of them comes afterwards, and grows with their number."""
    process = faults.start(
        *("材料", "--store", "flat.db", "--workers", "2", "--fail-on", "never"), folder=folder
    )
    samples = list(sampled(process, folder / "flat.db"))
    process.communicate()
    early = [s for s in samples if 0.1 * REPORTS <= s[0] <= 0.2 * REPORTS]
    late = [s for s in samples if 0.7 * REPORTS <= s[0] < 0.95 * REPORTS]
    for at, who in ((1, "the runner"), (2, "the largest worker")):
        first, last = (max(s[at] for s in part) for part in (early, late))
        most = max(s[at] for s in samples)
        print(
            f"\n{who}: {first:.0f} MB after a tenth, {last:.0f} MB near the end, at most {most:.0f}"
        )
        assert last < GROWTH * first


def sampled(process: subprocess.Popen[bytes], store: Path) -> Iterator[tuple[int, float, float]]:
    """How many results there are, and the memory of the runner and of its largest worker."""
    while process.poll() is None:
        sizes = [size(pid) for pid in faults.workers_of(process.pid)]
        yield count(store), size(process.pid), max(sizes, default=0.0)
        time.sleep(0.2)


def size(pid: int) -> float:
    """A process's memory in megabytes."""
    try:
        text = Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return 0.0
    found = [line.split()[1] for line in text.splitlines() if line.startswith("VmRSS")]
    return int(found[0]) / 1024 if found else 0.0
