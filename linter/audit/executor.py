"""Where submissions are checked: ``concurrent.futures`` executors, of this machine or a cluster.

Both take ``submit(checked, batch)`` and give a Future of the batch's outcomes. Each of their
threads has a process of its own that does the work (``guard``): a file can take down neither the
run nor a worker of the cluster.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager

from msgspec import Struct

import linter
from linter.audit.guard import Guard
from linter.audit.jobs import Job, Outcome, Setup

_here = threading.local()
"""The thread's own guard: a cluster's worker calls ``checked`` and nothing before it."""


class Batch(Struct, frozen=True):
    """Submissions that are checked one after another."""

    setup: Setup
    jobs: tuple[Job, ...]


def checked(batch: Batch) -> list[Outcome]:
    """The outcomes of a batch, in its order."""
    guard = getattr(_here, "guard", None) or Guard()
    _here.guard = guard
    return [guard.check(job, batch.setup) for job in batch.jobs]


class LocalExecutor(ThreadPoolExecutor):
    """As many processes of this machine as asked for, each with a thread that waits for it."""

    def __init__(self, workers: int) -> None:
        self._guards: list[Guard] = []
        super().__init__(workers, "check", self._begin)

    def _begin(self) -> None:
        _here.guard = Guard()
        self._guards.append(_here.guard)

    def stop(self) -> None:
        """Ends all processes at once; what they were at is lost."""
        for guard in self._guards:
            guard.stop()
        self.shutdown(wait=True, cancel_futures=True)


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def local(workers: int) -> Iterator[Executor]:
    """Processes of this machine; all are ended at the end."""
    executor = LocalExecutor(workers)
    try:
        yield executor
    finally:
        executor.stop()


def _version() -> str:
    """The version of this program where it is asked."""
    return linter.__version__


def _refuse_others(versions: Mapping[str, str]) -> None:
    """Raises where a cluster has no workers, or some of another version."""
    if not versions:
        raise ClusterError("调度器上没有工作机，请先用 dask worker 启动")
    others = sorted(
        f"{where}：{version}" for where, version in versions.items() if version != _version()
    )
    if others:
        raise ClusterError(f"工作机上的版本不是 {_version()}（{'、'.join(others[:3])}）")


class ClusterError(Exception):
    """Why a cluster cannot be used; the message is for people."""


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """A Dask cluster by its scheduler's address (``tcp://…``), and how many threads it has.

    Raises ``ClusterError`` where the extra is not installed or the scheduler doesn't answer.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise ClusterError('--cluster 需要安装：pip install "jixiao-lint[cluster]"') from error
    try:
        client = Client(address, timeout=5, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(f"连接不上调度器 {address}（{error}）") from error
    with client:
        _refuse_others(client.run(_version))
        threads = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
        pool: Executor = client.get_executor(pure=False, retries=2)  # type: ignore[no-untyped-call]
        yield pool, max(1, threads)
