"""An Office file with a password: nothing can be read of it, and what to do is said."""

from __future__ import annotations

from linter.model import Document, TextPlace
from linter.reading import unreadable


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:  # noqa: ARG001
    """An empty Document whose notice says that the file needs a password."""
    return unreadable.encrypted().document(path, TextPlace(1, 1))
