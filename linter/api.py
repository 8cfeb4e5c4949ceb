"""Linting from Python: a file, its bytes or a text in, a Report out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from linter import engine, reading, rulebook
from linter.model import Report, Submission
from linter.rulebook.book import Rulebook


def lint(
    source: Path | str | bytes | Sequence[Path],
    *,
    path: str | None = None,
    book: Rulebook | None = None,
    profile: str | None = None,
    lang: str = "zh",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    force: bool = False,
) -> Report:
    """Lint one report: a ``Path`` names a file, a ``str`` is a text, ``bytes`` are a file's.

    Several paths are one submission: a report with its form and attachments, which are checked
    against each other. ``path`` is the name by which a text or bytes are known; its suffix says the
    format (default: text).
    ``book`` holds the rules (default: the shipped ones), ``profile`` names one of its profiles;
    ``select`` and ``ignore`` name rules by id, family or catalogue row.
    """
    book = book or _shipped()
    documents = [
        document
        for name, data in _files(source, path)
        for document in reading.documents(name, data, book.header_words)
    ]
    return engine.lint(
        Submission(tuple(documents)),
        book,
        profile=book.profiles[profile] if profile else None,
        lang=lang,
        chosen=select,
        ignored=ignore,
        force=force,
    )


def _files(
    source: Path | str | bytes | Sequence[Path], path: str | None
) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each file."""
    if isinstance(source, str):
        yield path or "-", source.encode("utf-8", "replace")
    elif isinstance(source, bytes):
        yield path or "-", source
    elif isinstance(source, Path):
        yield path or str(source), source.read_bytes()
    else:
        yield from ((str(each), each.read_bytes()) for each in source)


@cache
def _shipped() -> Rulebook:
    return rulebook.load()
