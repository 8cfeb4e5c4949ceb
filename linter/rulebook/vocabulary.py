"""The vocabulary read from ``rules/vocabulary/*.yaml``."""

from __future__ import annotations

from collections.abc import Iterable

from linter.rulebook.errors import RulebookError
from linter.rulebook.files import File
from linter.rulebook.source import Source, T
from linter.vocabulary import Hedges, Series, Units, Vocabulary

Words = tuple[str, ...]


def read_vocabulary(files: Iterable[File]) -> Vocabulary:
    """The vocabulary of a rules folder's files; raises ``RulebookError``."""
    sources = {file.name: Source(file) for file in files}

    def words(name: str, kind: type[T]) -> T:
        if name not in sources:
            raise RulebookError(f"词汇文件夹里没有 {name}.yaml")
        return sources[name].convert(sources[name].data, kind)

    return Vocabulary(
        units=words("units", Units),
        hedges=words("hedges", Hedges),
        cues=words("cues", dict[str, Words]),
        headers=words("headers", dict[str, Words]),
        idioms=tuple(word for group in words("idioms", tuple[Words, ...]) for word in group),
        audit=words("audit", dict[str, Words]),
        partitions=words("partitions", tuple[tuple[Words, ...], ...]),
        series=words("series", dict[str, Series]),
    )
