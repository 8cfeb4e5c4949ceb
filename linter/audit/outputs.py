"""The files that an audit gives: each is written whole beside its place, then put there."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp

from msgspec import Struct

from linter.output import Options
from linter.season import Season

Writer = Callable[[Season, Path, Options], object]
Put = Callable[[Path, Path], object]
"""Puts a file that is whole into its place, where another may be."""


class Output(Struct, frozen=True):
    """A file, or a folder of files, and what writes it."""

    name: str
    module: str
    function: str = "write"
    filled: bool = False
    """Whether people write into it."""


FILES = {
    "ledger": Output("ledger.xlsx", "ledger", filled=True),
    "page": Output("report.html", "page"),
    "jsonl": Output("audit.jsonl", "season_json", "write_lines"),
    "json": Output("audit.json", "season_json"),
}
"""What can stand in the folder of an audit's outputs, by the names that people give them."""
FOLDERS = {
    "letters": Output("", "letters", filled=True),
    "workpaper": Output("", "workpaper", filled=True),
}
"""What is a file a unit, in a folder of its own."""
_PREFIX, _DAY = ".audit-", 86_400
USUAL = ("ledger", "page", "jsonl")


def write(
    season: Season, folder: Path, names: Sequence[str], options: Options, put: Put = os.replace
) -> list[Path]:
    """Writes files into a folder and gives their paths; one that is there is replaced whole."""
    _prepare(folder)
    written = []
    for name in names:
        output = FILES[name]
        with _Aside(folder) as aside:
            made = aside / output.name
            _writer(output)(season, made, options)
            put(made, folder / output.name)
        written.append(folder / output.name)
    return written


def write_folder(
    season: Season, folder: Path, name: str, options: Options, put: Put = os.replace
) -> list[Path]:
    """Writes a file a unit into a folder and gives their paths."""
    _prepare(folder)
    with _Aside(folder) as aside:
        _writer(FOLDERS[name])(season, aside, options)
        made = sorted(path for path in aside.iterdir() if path.is_file())
        for path in made:
            put(path, folder / path.name)
    return [folder / path.name for path in made]


def _prepare(folder: Path) -> None:
    """Makes a folder; lets go what a run that was killed a day ago or earlier left in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _DAY:
                shutil.rmtree(left)


class _Aside:
    """A folder within another for what is not yet whole; gone afterwards."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> Path:
        self._made = Path(mkdtemp(prefix=_PREFIX, dir=self._folder))
        return self._made

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._made, ignore_errors=True)


def _writer(output: Output) -> Writer:
    module = import_module(f"linter.output.{output.module}")
    writer: Writer = getattr(module, output.function)
    return writer
