"""Auditing from Python: folders in, a summary and files out."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from linter import rulebook
from linter.audit import auditing, outputs
from linter.audit.auditing import Summary
from linter.audit.jobs import Limits, Setup
from linter.audit.manifest import read
from linter.audit.patterns import NamePattern
from linter.audit.request import Request
from linter.audit.submissions import Each
from linter.rulebook.book import Rulebook
from linter.season import Decision


def audit(
    paths: Sequence[Path],
    *,
    store: Path | None = None,
    out: Path | None = None,
    files: Sequence[str] = outputs.USUAL,
    folders: Mapping[str, Path] | None = None,
    book: Rulebook | None = None,
    profile: str | None = None,
    lang: str = "zh",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    force: bool = False,
    each: Each = "auto",
    workers: int | None = None,
    cluster: str | None = None,
    send: bool = False,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    manifest: Path | None = None,
    name_pattern: str | None = None,
    year: int | None = None,
    decisions: Sequence[Decision] = (),
    earlier: Path | None = None,
    progress: TextIO | None = None,
) -> Summary:
    """Check all submissions of some folders, keep results in ``store``, write files to ``out``.

    ``files`` are names of ``outputs.FILES``, ``folders`` names of ``outputs.FOLDERS`` with where
    they are to be. The options of the rules are those of ``linter.lint``. ``manifest`` is the list
    of what is to be submitted, ``name_pattern`` says what files are called (``patterns``),
    ``earlier`` is last year's store, whose reports these are compared with.
    """
    book = book or rulebook.load()
    setup = Setup.of(
        book,
        profile=book.profiles[profile] if profile else None,
        lang=lang,
        select=tuple(select),
        ignore=tuple(ignore),
        force=force,
        limits=limits,
    )
    request = Request(
        tuple(map(str, paths)),
        setup,
        book,
        store,
        each,
        workers,
        cluster,
        send,
        read(manifest, book) if manifest else None,
        NamePattern(name_pattern) if name_pattern else None,
        year,
        tuple(decisions),
        earlier,
        (manifest,) if manifest else (),
        out,
        tuple(files),
        dict(folders or {}),
    )
    return auditing.audit(request, progress, _tell)


def _tell(words: str) -> None:
    print(words, file=sys.stderr)
