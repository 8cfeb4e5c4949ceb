"""The vocabulary read from ``rules/vocabulary/*.yaml``, and a bureau's own words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from linter.rulebook.errors import RulebookError
from linter.rulebook.files import File
from linter.rulebook.source import Source, T
from linter.vocabulary import Hedges, Series, Units, Vocabulary

Words = tuple[str, ...]


def read_vocabulary(files: Iterable[File]) -> Vocabulary:
    """The vocabulary of the shipped files, with the words that a bureau's own add to their lists.

    Raises ``RulebookError``.
    """
    sources: dict[str, dict[bytes, Source]] = {}
    for file in files:
        alike = sources.setdefault(file.name, {})
        if file.data not in alike:
            alike[file.data] = Source(file)

    def given(name: str) -> list[Source]:
        if name not in sources:
            raise RulebookError(f"词汇文件夹里没有 {name}.yaml")
        return [*sources[name].values()]

    def every(name: str, kind: type[T]) -> list[T]:
        return [source.convert(source.data, kind) for source in given(name)]

    def only(name: str, kind: type[T]) -> T:
        first, *more = given(name)
        if more:
            raise RulebookError(f"{name}.yaml 不能补充", more[0].path)
        return first.convert(first.data, kind)

    return Vocabulary(
        units=only("units", Units),
        hedges=only("hedges", Hedges),
        cues=_joined(every("cues", dict[str, Words])),
        headers=_joined(every("headers", dict[str, Words])),
        idioms=tuple(word for group in only("idioms", tuple[Words, ...]) for word in group),
        audit=only("audit", dict[str, Words]),
        partitions=tuple(chain(*every("partitions", tuple[tuple[Words, ...], ...]))),
        series=only("series", dict[str, Series]),
    )


def _joined(every: Iterable[dict[str, Words]]) -> dict[str, Words]:
    """Lists of words by name, those of one name after each other."""
    joined: dict[str, Words] = {}
    for lists in every:
        for name, words in lists.items():
            joined[name] = joined.get(name, ()) + words
    return joined
