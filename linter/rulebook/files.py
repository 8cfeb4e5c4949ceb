"""The files that a rule book is made of, read once: what is compiled is what was hashed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from linter.rulebook.errors import RulebookError

PROFILES = "profiles"
"""The folder beside rules in which profiles lie."""
_NOT_RULES = {PROFILES, "vocabulary"}
SUFFIXES = (".yaml", ".yml")


class File(Struct, frozen=True):
    """A file as it lies on disk; ``path`` is how it was named."""

    path: str
    data: bytes

    @property
    def name(self) -> str:
        """The file's name without suffix."""
        return Path(self.path).stem


class RuleFiles(Struct, frozen=True):
    """Rules, profiles and vocabulary, the shipped ones first, then a bureau's own."""

    rules: tuple[tuple[File, ...], ...]
    """The files of each folder or file that was named."""
    profiles: tuple[tuple[File, ...], ...]
    """Those of each folder that was named."""
    vocabulary: tuple[File, ...]


def read_files(shipped: Path, own: Sequence[Path] = ()) -> RuleFiles:
    """Every file of the shipped rules folder and of a bureau's own files and folders."""
    named = (shipped, *own)
    for path in own:
        if path.is_dir() and not any(_used(path)):
            raise RulebookError("这个文件夹里没有规则文件（.yaml）", str(path))
    return RuleFiles(
        rules=tuple(read_all(rule_files(path)) for path in named),
        profiles=tuple(read_all(yaml_files(path / PROFILES)) for path in named),
        vocabulary=read_all(file for path in named for file in yaml_files(path / "vocabulary")),
    )


def _used(folder: Path) -> Iterator[Path]:
    """The files that are read of a folder that was named."""
    yield from rule_files(folder)
    yield from yaml_files(folder / PROFILES)
    yield from yaml_files(folder / "vocabulary")


def rule_files(path: Path) -> list[Path]:
    """The rule files of a folder in order of name, or the one file."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise RulebookError("没有这个规则文件或文件夹", str(path))
    return sorted(
        file
        for file in path.rglob("*.y*ml")
        if file.suffix in SUFFIXES and not _NOT_RULES & set(file.relative_to(path).parts)
    )


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files right in a folder, in order of name."""
    return sorted(file for file in folder.glob("*.y*ml") if file.suffix in SUFFIXES)


def read_all(paths: Iterable[Path]) -> tuple[File, ...]:
    """Files with their contents; raises ``RulebookError`` where one cannot be read."""
    return tuple(map(read, paths))


def read(path: Path) -> File:
    """A file with its contents; raises ``RulebookError`` where it cannot be read."""
    try:
        return File(str(path), path.read_bytes())
    except OSError as error:
        raise RulebookError(f"无法读取（{error.strerror}）", str(path)) from error
