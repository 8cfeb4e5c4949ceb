"""A checking process and the executors that send it batches."""

from __future__ import annotations

import os
from concurrent.futures import Executor, Future

import pytest
from msgspec.structs import replace

from linter import reading, rulebook
from linter.audit import guard as guards
from linter.audit import jobs, runner, worker
from linter.audit.executor import Batch, checked, local
from linter.audit.guard import Guard, StartError, Stopped
from linter.audit.jobs import File, Job, Limits, Outcome, Setup
from linter.audit.progress import Progress
from linter.audit.runner import Workers
from linter.audit.store import Store
from linter.audit.worker import failed
from linter.model import Document, Notice, Severity, TextPlace
from linter.reading.unreadable import UnreadableError
from tests.audit.conftest import sound

TEXT = sound("青山县水利局", "灌溉渠项目").encode()
SETUP = Setup.of(rulebook.load())


def job(name: str = "a.txt", data: bytes = TEXT) -> Job:
    return Job(name, (File(name, b"", data),))


def test_a_setup_is_known_by_its_rules_and_options_alone() -> None:
    book = rulebook.load()
    assert Setup.of(book).digest == SETUP.digest
    assert Setup.of(book, lang="en").digest != SETUP.digest
    assert Setup.of(book, ignore=("score",)).digest != SETUP.digest


def test_a_setup_is_known_by_grammars_and_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, other in (("_grammars", lambda: [b"start:"]), ("version", lambda _: "99")):
        with monkeypatch.context() as patched:
            patched.setattr(jobs, name, other)
            assert Setup.of(rulebook.load()).digest != SETUP.digest


@pytest.mark.parametrize("slug", ["not-installed", "missing-library", "too-slow", "scanned"])
def test_what_this_machine_could_not_read_is_tried_again(
    monkeypatch: pytest.MonkeyPatch, slug: str
) -> None:
    def documents(path: str, *_: object) -> tuple[Document, ...]:
        unreadable = UnreadableError(slug, "无", "no")
        return (unreadable.document(path, TextPlace(1, 1)),)

    monkeypatch.setattr(reading, "documents", documents)
    outcome = worker.check(job(), SETUP, rulebook.load())
    assert (outcome.state, outcome.reason) == ("unread", slug)
    assert outcome.sure is (slug == "scanned")


def test_a_process_serves_many_jobs_and_another_setup_gets_another_one() -> None:
    guard = Guard()
    first = guard.check(job(), SETUP)
    process = guard._process
    again = guard.check(job(), SETUP)
    assert (first, guard._process) == (again, process)
    for other in (Setup.of(rulebook.load(), lang="en"), replace(SETUP, limits=Limits(7.0, 900))):
        guard.check(job(), other)
        assert guard._process is not process
        process = guard._process
    guard.stop()
    with pytest.raises(Stopped):
        guard.check(job(), SETUP)


def test_processes_that_cannot_start_are_no_files_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "_MODULE", "linter.audit.nothing")
    with Store(None) as store, local(1) as executor:
        workers = Workers(executor, 1)
        with pytest.raises(StartError, match="无法启动"):
            runner.run([job()], SETUP, store, workers, Progress(None, 1))


def test_outcomes_come_in_the_order_of_the_batch() -> None:
    jobs = tuple(job(f"{number}.txt") for number in range(6))
    with local(2) as executor:
        done = executor.submit(checked, Batch(SETUP, jobs)).result(60)
    assert [outcome.path for outcome in done] == [one.path for one in jobs]


class Losing(Executor):
    """Loses every batch of several, and those of one that it is told to lose."""

    def __init__(self, lost: str) -> None:
        self.lost = lost
        self.sizes: list[int] = []

    def submit(self, _fn: object, batch: Batch) -> Future[list[Outcome]]:
        future: Future[list[Outcome]] = Future()
        self.sizes.append(len(batch.jobs))
        if len(batch.jobs) > 1 or batch.jobs[0].path == self.lost:
            future.set_exception(RuntimeError("worker lost"))
        else:
            notice = Notice("checked", Severity.info, {"zh": "", "en": ""})
            future.set_result([failed(one, notice, "zh") for one in batch.jobs])
        return future


def test_a_batch_that_is_lost_is_tried_again_each_alone() -> None:
    executor = Losing("3.txt")
    jobs = [job(f"{number}.txt") for number in range(20)]
    with Store(None) as store:
        numbers = runner.run(jobs, SETUP, store, Workers(executor, 1), Progress(None, 20))
        reasons = [result.reason for result in store.results(numbers)]
    assert reasons == ["crashed" if one.path == "3.txt" else "checked" for one in jobs]
    assert max(executor.sizes) > 1


def test_nothing_of_a_worker_reaches_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    guard = Guard()
    outcome = guard.check(job(data=b"\x00" * 100), SETUP)
    guard.stop()
    assert outcome.path == "a.txt"
    assert capfd.readouterr() == ("", "")


def test_a_worker_ends_with_whoever_started_it() -> None:
    guard = Guard()
    guard.check(job(), SETUP)
    process = guard._process
    assert process is not None
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(10) == os.EX_OK
    guard.stop()
