"""Bytes of a file to a Document: one module a format, imported when it is needed."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from linter.model import Document, Notice, Segment, Severity, TextPlace

READERS = {".txt": "text", ".md": "markdown", ".markdown": "markdown"}
"""Suffix → module here with ``read(path, data, headers) -> Document``."""


def read(path: str, data: bytes, headers: frozenset[str] = frozenset()) -> Document:
    """The Document of a file's bytes; its reader is chosen by the path's suffix (``-``: text).

    ``headers`` are folded words known as table headers; without them, tables that stand one cell a
    line are not recognised. A format without a reader gives an empty Document with a notice.
    """
    suffix = ".txt" if path == "-" else PurePath(path).suffix.lower()
    if suffix not in READERS:
        return _unsupported(path, suffix)
    reader = import_module(f"linter.reading.{READERS[suffix]}")
    document: Document = reader.read(path, data, headers)
    return document


def _unsupported(path: str, suffix: str) -> Document:
    known = "、".join(READERS)
    message = {
        "zh": f"不支持的文件格式“{suffix or path}”，可读取的格式：{known}",
        "en": f"unsupported file format {suffix or path!r}; known: {', '.join(READERS)}",
    }
    notice = Notice("unsupported-format", Severity.error, message)
    return Document(path, "", "", (), segments=(Segment(0, TextPlace(1, 1)),), notices=(notice,))
