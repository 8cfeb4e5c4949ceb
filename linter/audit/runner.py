"""The run of an audit: what is new is checked, what is known is read from the store, all is told.

Only this module writes the store. Results do not depend on the order in which they arrive: they are
told in order of path.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait

from msgspec import Struct
from msgspec.structs import replace

from linter.audit import contents
from linter.audit.executor import Batch, checked
from linter.audit.guard import StartError
from linter.audit.interruption import Interruption
from linter.audit.jobs import File, Job, Outcome, Setup
from linter.audit.progress import Progress
from linter.audit.store import Store
from linter.audit.worker import failed
from linter.model import Notice, Severity
from linter.season import State

_LARGEST_BATCH = 25
_BATCHES_EACH = 8
"""A worker gets at least so many batches, so that all end at about the same time."""
_IN_FLIGHT = 3
"""How many batches a worker has before it."""
_PATIENCE = 0.5
"""How many seconds pass before an interruption is heard."""


class Workers(Struct, frozen=True):
    """Who checks: an executor, how many work in it, and whether they are sent the files' bytes."""

    executor: Executor
    count: int
    send: bool = False


def run(
    jobs: Sequence[Job], setup: Setup, store: Store, workers: Workers, progress: Progress
) -> list[int]:
    """The number of each submission's result, in the order of the submissions.

    What has been checked when the run is interrupted stays in the store.
    """
    return _Run(setup, store, workers, progress).of(jobs)


class _Run:
    def __init__(self, setup: Setup, store: Store, workers: Workers, progress: Progress) -> None:
        self._setup, self._store, self._workers = setup, store, workers
        self._progress = progress
        self._interruption = Interruption()
        self._flying: dict[Future[list[Outcome]], tuple[Job, ...]] = {}
        self._numbers: dict[str, int] = {}

    def of(self, jobs: Sequence[Job]) -> list[int]:
        try:
            with self._interruption:
                for batch in self._batches(jobs):
                    self._submit(batch)
                    while len(self._flying) >= _IN_FLIGHT * self._workers.count:
                        self._land()
                while self._flying:
                    self._land()
        finally:
            for future in self._flying:
                future.cancel()
            self._progress.end()
        return [self._numbers[job.path] for job in jobs]

    def _batches(self, jobs: Sequence[Job]) -> Iterator[tuple[Job, ...]]:
        """What has to be checked, in batches; what is known is noted on the way."""
        size = len(jobs) // (self._workers.count * _BATCHES_EACH)
        size = min(max(size, 1), _LARGEST_BATCH)
        batch: list[Job] = []
        for job in jobs:
            self._interruption.heed()
            number = self._known(job)
            if number is not None:
                self._numbers[job.path] = number
                self._progress.reused()
                continue
            batch.append(job)
            if len(batch) == size:
                yield tuple(batch)
                batch = []
        if batch:
            yield tuple(batch)

    def _known(self, job: Job) -> int | None:
        """The result of an unchanged submission."""
        found = self._store.found(job.path, self._setup.digest)
        if not found:
            return None
        return found.get(contents.digest((file, contents.read(file)) for file in job.files))

    def _submit(self, jobs: tuple[Job, ...]) -> None:
        sent = tuple(map(_with_bytes, jobs)) if self._workers.send else jobs
        future = self._workers.executor.submit(checked, Batch(self._setup, sent))
        self._flying[future] = jobs

    def _land(self) -> None:
        """Keeps what has arrived; a batch that was lost is tried again, each alone."""
        done, _ = wait(self._flying, _PATIENCE, FIRST_COMPLETED)
        for future in done:
            jobs = self._flying.pop(future)
            error = future.exception()
            if isinstance(error, StartError):
                raise error
            if error is None:
                for outcome in future.result():
                    self._keep(outcome)
            elif len(jobs) > 1:
                for job in jobs:
                    self._submit((job,))
            else:
                self._keep(failed(jobs[0], _lost(error), self._setup.lang))
        self._interruption.heed()

    def _keep(self, outcome: Outcome) -> None:
        self._numbers[outcome.path] = self._store.add(outcome, self._setup.digest)
        self._progress.done(unread=outcome.state == State.unread.value)


def _with_bytes(job: Job) -> Job:
    """A job with its files' bytes; a file without is told by whoever checks it."""
    return replace(job, files=tuple(_loaded(file) for file in job.files))


def _loaded(file: File) -> File:
    content = contents.read(file)
    return replace(file, data=content) if isinstance(content, bytes) else file


def _lost(error: BaseException) -> Notice:
    return Notice(
        "crashed",
        Severity.error,
        {
            "zh": f"检查这份材料的工作进程意外结束（{type(error).__name__}），未能检查",
            "en": f"the worker that checks it was lost ({type(error).__name__})",
        },
    )
