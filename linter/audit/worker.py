"""A process that checks one submission after another; what goes wrong in it stops at its edge.

It reads from standard input a ``Setup``, which it answers with ``READY``, and then a ``Job`` after
the other, each of which it answers on standard output with an ``Outcome``; every message has its
length before it. It ends when there is
nothing more to read (whoever started it is gone), and by itself when a file takes too long: a
thread below Python, which needs no lock, ends it then.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import signal
import sys
import zlib
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

import msgspec
from msgspec.structs import replace

from linter import engine, items, reading
from linter.audit import contents, corpus, entries
from linter.audit.jobs import Job, Known, Limits, Outcome, Setup, plain, row_of
from linter.binding.case import Case
from linter.model import Document, Notice, Severity, Submission
from linter.rulebook.book import Rulebook

LENGTH = 8
READY = b"ready"
"""What is sent when the rules are there and jobs may come."""
OUT_OF_MEMORY = 3
"""The exit status of a process that a file took more memory than it may have."""
_COLLECTED = 50_000
_MENDED = frozenset(("not-installed", "missing-library", "too-slow"))
"""Notices whose reason is this machine and not the file."""


def main() -> None:
    """Serves until standard input ends."""
    with suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    silent = os.fdopen(quiet, "w")
    setup = msgspec.msgpack.decode(receive(source), type=Setup)
    book = setup.unpacked()
    _bound(setup.limits)
    send(answers, READY)
    gc.freeze()
    gc.set_threshold(_COLLECTED)
    while message := receive(source):
        job = msgspec.msgpack.decode(message, type=Job)
        seconds = setup.limits.seconds * max(1, len(job.files))
        faulthandler.dump_traceback_later(seconds, exit=True, file=silent)
        try:
            outcome = check(job, setup, book)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        except Exception as error:  # noqa: BLE001 - whatever a file does, the run goes on
            outcome = failed(job, _fault(error), setup.lang)
        faulthandler.cancel_dump_traceback_later()
        send(answers, msgspec.msgpack.encode(outcome))


def check(job: Job, setup: Setup, book: Rulebook) -> Outcome:
    """What the rules say of a submission."""
    parts = [(file, contents.read(file)) for file in job.files]
    cases: list[Case] = []
    documents = [d for part in parts for d in contents.documents(*part, book.header_words)]
    report = engine.lint(
        Submission(_beside(documents)),
        book,
        profile=setup.profile,
        lang=setup.lang,
        chosen=setup.select,
        ignored=setup.ignore,
        force=setup.force,
        cases=cases,
    )
    made, known = entries.entry(job.path, [file.name for file in job.files], report, cases)
    return Outcome(
        path=job.path,
        content=contents.digest(parts),
        entry=zlib.compress(items.encoded(made), 1),
        known=items.encoded(known),
        traits=corpus.encoded(corpus.traits(report, cases)),
        rows=row_of(made),
        state=made.state.value,
        title=plain(made.title),
        reason=entries.reason(made),
        sure=not any(notice.slug in _MENDED for d in documents for notice in d.notices),
    )


def _beside(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Files that by their names have no reader are worth a word where others could be read."""
    if not any(document.text.strip() for document in documents):
        return tuple(documents)
    return tuple(
        d if reading.readable(d.path) else replace(d, notices=tuple(map(_milder, d.notices)))
        for d in documents
    )


def _milder(notice: Notice) -> Notice:
    known = notice.slug == "unsupported-format"
    return replace(notice, severity=Severity.info) if known else notice


def failed(job: Job, notice: Notice, lang: str) -> Outcome:
    """The outcome of a submission that could not be checked: tried again in the next run."""
    made = entries.unread(job.path, [file.name for file in job.files], notice, lang)
    return Outcome(
        path=job.path,
        content="",
        entry=zlib.compress(items.encoded(made), 1),
        known=items.encoded(Known(made.key, made.files)),
        traits=b"",
        rows=row_of(made),
        state=made.state.value,
        title="",
        reason=notice.slug,
        sure=False,
    )


def receive(stream: IO[bytes]) -> bytes:
    """The next message; nothing where there is none or it breaks off."""
    head = stream.read(LENGTH)
    size = int.from_bytes(head, "big")
    data = stream.read(size) if len(head) == LENGTH else b""
    return data if len(data) == size else b""


def send(stream: IO[bytes], *messages: bytes) -> None:
    """Writes messages, each with its length before it."""
    for message in messages:
        stream.write(len(message).to_bytes(LENGTH, "big"))
        stream.write(message)
    stream.flush()


def _fault(error: Exception) -> Notice:
    """An error of this program, which is no reason to stop the run."""
    where = f"{type(error).__name__}: {error}"[:200]
    return Notice(
        "failed",
        Severity.error,
        {
            "zh": f"检查这份材料时程序出错（{where}），未能检查；请把文件交给本程序的维护者",
            "en": f"the program failed on this submission ({where}); please report it",
        },
    )


def _bound(limits: Limits) -> None:
    """Keeps the process from taking more memory than a file may, where the system can."""
    try:
        import resource
    except ImportError:
        return
    most = limits.megabytes << 20
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


if __name__ == "__main__":
    main()
