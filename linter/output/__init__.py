"""How reports are told to people and tools: one module a format.

A format's module has ``writer(stream, options)``; a new format is a new module and its line in
``FORMATS``. A format that is a copy of the input with the findings in it has
``annotate(data, report, options)`` instead, and its line in ``COPIES``. Modules are imported when
their format is asked for.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Literal, Protocol, TextIO, cast

from msgspec import Struct

from linter.model import Report

if TYPE_CHECKING:
    from linter.rulebook.book import Rulebook

Lang = Literal["zh", "en"]

FORMATS = {"rich": "terminal", "text": "text", "json": "json", "html": "html"}
"""The formats by the names that people give them, with their modules."""

COPIES = {"docx": "word"}
"""Formats of input into a copy of which findings can be written, with their modules."""


class Options(Struct, frozen=True):
    """What a reader of the output may choose."""

    lang: Lang = "zh"
    verbose: bool = False
    """Whether passes, and what could not be checked, are listed one by one."""
    files: str = ""
    """Where what was checked lies, seen from the file that is written; empty: without links."""
    book: Rulebook | None = None
    """The rules that were asked, for formats that tell their names and what they are based on."""


class Writer(Protocol):
    """Writes report after report as they are made, keeping none."""

    def write(self, report: Report) -> None:
        """One more report."""

    def finish(self) -> None:
        """There are no more reports."""


def writer(name: str, stream: TextIO, options: Options) -> Writer:
    """A writer of the format ``name`` (a key of ``FORMATS``) to an open text stream."""
    module = importlib.import_module(f"{__name__}.{FORMATS[name]}")
    return cast(Writer, module.writer(stream, options))


def annotate(name: str, data: bytes, report: Report, options: Options, document: int = 0) -> bytes:
    """A copy of the input in the format ``name`` (a key of ``COPIES``) with the findings in it.

    ``data`` are the bytes of one of the report's documents, which ``document`` says. Raises
    ``UnreadableError`` (of ``reading.unreadable``) where they are not sound.
    """
    module = importlib.import_module(f"{__name__}.{COPIES[name]}")
    return cast(bytes, module.annotate(data, report, options, document))
