"""The bytes of a submission's files, why there are none, and the digest that tells changes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from hashlib import sha256

from linter import files, reading
from linter.audit.jobs import File
from linter.model import Document, TextPlace
from linter.reading.unreadable import too_large

LARGEST = 256 << 20
"""No report is larger; a file that is, is told and not read."""
_NOT_A_FILE = "不是普通文件"


def read(file: File) -> bytes | str:
    """A file's bytes, or why there are none; ``too-large`` for a file that no report is."""
    if file.data is not None:
        return file.data
    try:
        handle = os.open(file.location, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
    except OSError as error:
        return error.strerror or type(error).__name__
    try:
        with os.fdopen(handle, "rb") as stream:
            told = os.fstat(handle)
            if not stat.S_ISREG(told.st_mode):
                return _NOT_A_FILE
            return _TOO_LARGE if told.st_size > LARGEST else stream.read(LARGEST + 1)
    except OSError as error:
        return error.strerror or type(error).__name__


def documents(file: File, content: bytes | str, headers: frozenset[str]) -> tuple[Document, ...]:
    """The documents of a file's content; one without bytes says why."""
    if content == _TOO_LARGE or len(content) > LARGEST:
        return (too_large().document(file.name, TextPlace(1, 1)),)
    if isinstance(content, str):
        return (files.unreadable(file.name, content),)
    return reading.documents(file.name, content, headers)


def digest(parts: Iterable[tuple[File, bytes | str]]) -> str:
    """A name for the files' names and contents, by which a change is known."""
    hashed = sha256()
    for file, content in parts:
        data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        head = f"{file.name}\0{type(content).__name__}\0{len(data)}\0"
        hashed.update(head.encode("utf-8", "backslashreplace"))
        hashed.update(data)
    return hashed.hexdigest()[:32]


_BINARY = getattr(os, "O_BINARY", 0)
_TOO_LARGE = "too-large"
