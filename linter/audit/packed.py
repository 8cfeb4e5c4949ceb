"""The entries of a season as they lie in the store: unpacked one at a time, when asked for."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import overload

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from linter.audit.store import Store
from linter.audit.store_errors import DamagedError, StaleError
from linter.season import Entry, Key, Listed, Told


class Addition(Struct, frozen=True):
    """What a season adds to an entry: its row of the list, what was told of it, whose it is."""

    listed: Listed | None = None
    told: tuple[Told, ...] = ()
    key: Key | None = None


class Entries(Sequence[Entry]):
    """Entries by the numbers of their results, each with what the season adds to it."""

    def __init__(
        self, store: Store, numbers: Sequence[int], additions: Mapping[int, Addition]
    ) -> None:
        self._store, self._numbers, self._additions = store, numbers, additions
        self._decoder = msgspec.json.Decoder(Entry)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(at, slice):
            return Entries(self._store, self._numbers[at], self._additions)
        return self._entry(self._numbers[at])

    def __iter__(self) -> Iterator[Entry]:
        return map(self._entry, self._numbers)

    def encoded(self) -> Iterator[bytes]:
        """The JSON of each entry, in order; those that nothing is added to as they lie."""
        for number in self._numbers:
            if number in self._additions:
                yield msgspec.json.encode(self._entry(number))
            else:
                yield self._unpacked(number)

    def _entry(self, number: int) -> Entry:
        try:
            entry = self._decoder.decode(self._unpacked(number))
        except msgspec.MsgspecError as error:
            raise StaleError(self._store.path) from error
        added = self._additions.get(number)
        if added is None:
            return entry
        return replace(
            entry,
            listed=added.listed,
            told=(*entry.told, *added.told),
            key=added.key or entry.key,
        )

    def _unpacked(self, number: int) -> bytes:
        packed, _ = self._store.packed(number)
        try:
            return zlib.decompress(packed)
        except zlib.error as error:
            raise DamagedError(self._store.path) from error
