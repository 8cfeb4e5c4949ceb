"""Puts written files in their places, so that nothing that people wrote into one is lost."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from filecmp import cmp
from pathlib import Path

from linter.audit.store import Store


class Keeper:
    """Puts files of one season into place and keeps in mind which are as they were written.

    ``mark`` names the season, ``tell`` takes what people must know.
    """

    def __init__(self, store: Store, mark: str, tell: Callable[[str], None]) -> None:
        self._store, self._mark, self._tell = store, mark, tell

    def replace(self, made: Path, target: Path) -> None:
        """Puts a file where nobody writes into it."""
        os.replace(made, target)
        self._store.note(target, self._mark)

    def put(self, made: Path, target: Path) -> None:
        """Puts a file into which people write: one that they changed is left or kept aside."""
        season, same = self._store.written(target)
        if not same and target.exists() and not cmp(made, target, shallow=False):
            if season == self._mark:
                self._tell(f"{target} 写出后有人改过，材料和意见没有变化，原样保留，没有重写")
                return
            kept = _free(target)
            target.rename(kept)
            self._tell(f"{target} 不是上次写出的原样（可能已填写），改名保留为 {kept.name}")
        self.replace(made, target)

    def clear(self, folder: Path, kind: str, made: Collection[Path]) -> None:
        """Removes from a folder the files of a kind that an earlier season had and this has not.

        Marks begin with their kind; one that people changed is left.
        """
        removed = 0
        for path in sorted(folder.iterdir()):
            season, same = self._store.written(path)
            if path in made or not season.startswith(kind):
                continue
            if same:
                path.unlink()
                removed += 1
            else:
                self._tell(f"{path} 已不再需要，但写出后有人改过，原样保留")
        if removed:
            self._tell(f"{folder} 里上次写出、现已不再需要的 {removed} 个文件已删去")


def _free(target: Path) -> Path:
    """A name beside a file that no other one has."""
    number = 1
    while (kept := target.with_name(f"{target.stem}.{number}{target.suffix}")).exists():
        number += 1
    return kept
