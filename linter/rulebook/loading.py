"""The rule book that a run works with: the shipped rules and a bureau's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from linter import cached
from linter.resources import folder
from linter.rulebook import cache
from linter.rulebook.book import Rulebook
from linter.rulebook.files import read_files


def load(own: Sequence[Path] = ()) -> Rulebook:
    """The shipped rules, with the files and folders of ``own`` laid over them.

    Raises ``RulebookError`` where one of them cannot be used.
    """
    files = read_files(folder("rules"), own)
    kept = cached.folder()
    name = cache.digest(files, folder("grammars"))
    book = cache.read(kept, name) if kept else None
    if book is None:
        from linter.rulebook.building import build

        book = build(files)
        if kept:
            cache.write(kept, name, book)
    return book
