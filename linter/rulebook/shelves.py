"""Where a profile finds the one that it extends: beside itself, else in the folders below."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from linter.rulebook.errors import did_you_mean
from linter.rulebook.files import SUFFIXES, read, yaml_files
from linter.rulebook.source import Source

Shelf = Mapping[str, Source]
"""The profiles of one folder by name."""
Shelves = Sequence[Shelf]
"""Those of several folders, each laid over the ones behind it."""


class Beside(Mapping[str, Source]):
    """The profiles that lie beside a file, each read when it is asked for.

    A name may lead to another folder (``省/2020``); what else lies there may be no profile.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> Source:
        for suffix in SUFFIXES:
            path = self._folder / f"{name}{suffix}"
            if path.is_file():
                return Source(read(path))
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (path.stem for path in yaml_files(self._folder))

    def __len__(self) -> int:
        return len(yaml_files(self._folder))


def parent(name: str, source: Source, shelves: Shelves) -> tuple[Source, Shelves] | None:
    """The profile of a name that ``source`` extends, and where that one may find its own.

    It may be named by its file (``other.yaml``). A profile that extends one of its own name means
    that of a folder below; it is its own parent where there is no such.
    """
    stem = _stem(name)
    found: tuple[Source, Shelves] | None = None
    for at, shelf in enumerate(shelves):
        there = shelf.get(stem)
        if there is None:
            continue
        beside = Beside(Path(there.path).parent) if isinstance(shelf, Beside) else shelf
        found = there, (beside, *shelves[at + 1 :])
        if not is_same(there, source):
            return found
    return found


def is_same(one: Source, other: Source) -> bool:
    """Whether two are the same file."""
    return os.path.realpath(one.path) == os.path.realpath(other.path)


def unknown(name: str, source: Source, shelves: Shelves) -> str:
    """That there is no profile of a name to extend, and which was meant, or which there are."""
    own = Path(source.path).stem
    named = [(stem, shelf) for shelf in shelves for stem in shelf if stem != own]
    if hint := did_you_mean(_stem(name), dict.fromkeys(stem for stem, _ in named)):
        return f"没有名为 {name} 的框架{hint}"
    sure = dict.fromkeys(stem for stem, shelf in named if not isinstance(shelf, Beside))
    return f"没有名为 {name} 的框架；有 {'、'.join(sure)}"


def _stem(name: str) -> str:
    """A name without the suffix of its file."""
    return next((name.removesuffix(s) for s in SUFFIXES if name.endswith(s)), name)
