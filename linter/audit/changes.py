"""What a submission's findings are since it was last handed in, by fingerprint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from linter.audit.matching import plain
from linter.audit.packed import Entries
from linter.audit.store import Result, Store
from linter.audit.store_errors import StaleError
from linter.items import FindingItem
from linter.season import Change, Entry, State


def change(earlier: Entry, now: Entry) -> Change:
    """What was mended, what was left, what is new."""
    before = {told.finding.fingerprint: told.finding for told in earlier.told}
    after = {told.finding.fingerprint: told.finding for told in now.told}
    return Change(
        now.path,
        mended=_those(before, after, inside=False),
        left=_those(after, before, inside=True),
        new=_those(after, before, inside=False),
    )


def _those(
    some: dict[str, FindingItem], others: dict[str, FindingItem], *, inside: bool
) -> tuple[FindingItem, ...]:
    return tuple(f for name, f in some.items() if (name in others) is inside)


def since(store: Store, pairs: Sequence[tuple[int, int]]) -> Iterator[Change]:
    """The changes between results of now and of before, in their order."""
    now = Entries(store, [number for number, _ in pairs], {})
    earlier = Entries(store, [number for _, number in pairs], {})
    for at in range(len(pairs)):
        after = now[at]
        with suppress(StaleError):  # an older version kept it: there is nothing to compare with
            yield change(earlier[at], after)


def between(old: Store, new: Store) -> Iterator[tuple[Entry, Change]]:
    """The changes of each submission that two stores have: by path, else by unit and project.

    What could not be read in one of them cannot be compared: nothing of it was mended.
    """
    paths = old.season()
    keys = _by_key(old, paths)
    for path, number in new.season().items():
        (entry,) = Entries(new, [number], {})
        key = plain(entry.key.unit), plain(entry.key.project)
        before = paths.get(path) or (keys.get(key) if all(key) else None)
        if before is not None:
            (earlier,) = Entries(old, [before], {})
            if earlier.state is entry.state is State.checked:
                yield entry, change(earlier, entry)


def only(store: Store, other: Store) -> Iterator[str]:
    """The paths of the submissions of a store that the other one has by neither path nor name."""
    there = other.season()
    keys = {_key(result) for result in other.results(there.values())}
    for result in store.results(store.season().values()):
        key = _key(result)
        if result.path not in there and not (all(key) and key in keys):
            yield result.path


def _by_key(store: Store, paths: dict[str, int]) -> dict[tuple[str, str], int]:
    """The submissions by unit and project, those that only one has."""
    found: dict[tuple[str, str], list[int]] = {}
    for result in store.results(paths.values()):
        found.setdefault(_key(result), []).append(result.id)
    return {key: numbers[0] for key, numbers in found.items() if len(numbers) == 1}


def _key(result: Result) -> tuple[str, str]:
    return plain(result.known.key.unit), plain(result.known.key.project)
