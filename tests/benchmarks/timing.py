"""CPU time of what is measured and of its floor, in turns.

What else runs on a machine takes no CPU time from a run and hardly adds any, and what slows the
machine slows both. The least of several runs is taken: nothing makes a run faster than it is.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest

resource = pytest.importorskip("resource", reason="CPU time of child processes, POSIX only")

BARE = (sys.executable, "-c", "pass")
"""The floor of whole processes."""
_FUNCTION = """
def f{n}(a, b=({n}, "{n}")):
    return {{x: a[x] + {n} for x in b if x not in a}}
"""
SOURCE = "".join(_FUNCTION.format(n=n) for n in range(300))
"""What ``compiling`` compiles: some 10 ms of work."""


def compiling() -> None:
    """A floor for what touches much memory, which a machine slows otherwise than a tight loop."""
    compile(SOURCE, "floor", "exec")


def seconds(run: Callable[[], object]) -> float:
    """CPU seconds of a run, and of the processes that it starts and waits for."""
    before = _used()
    run()
    return _used() - before


def in_turns(*runs: Callable[[], object], rounds: int) -> list[float]:
    """The least CPU seconds of each of several runs, in turns, after one round to warm up."""
    for run in runs:
        run()
    times = [[seconds(run) for run in runs] for _ in range(rounds)]
    return [min(column) for column in zip(*times, strict=True)]


def process(command: Sequence[str]) -> Callable[[], object]:
    """A run of a command, which ends with 0, or with 1 where it has findings."""

    def run() -> None:
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode in {0, 1}, done.stderr.decode()

    return run


def _used() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )
