"""What an audit knows of a season: the submissions as listed, as checked and as compared.

The runner makes it from the store, the outputs tell it; both know only these nouns. Figures are
decimal strings in the base unit (元, 1 = 100%), empty where a report does not tell them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Protocol, TypeVar, runtime_checkable

from msgspec import Struct

from linter.items import EvaluatedItem, FindingItem
from linter.regexes.late import regex


class State(Enum):
    """Whether a submission could be checked."""

    checked = "checked"
    unread = "unread"


class Excerpt(Struct, frozen=True):
    """A quoted stretch between the words around it, which end where its block does."""

    before: str
    quote: str
    after: str
    where: str = ""
    """Where it stands as a reader finds it (“四、（三）第1段”), of a report with an outline."""

    @property
    def lead(self) -> str:
        """The words before the quote, from where a clause of them begins if they were cut."""
        return led(self.before, BEFORE - 1)


BEFORE = 40
"""How many characters are kept before a quote and behind it."""
_CLAUSE, _ITEM, _FIGURE = regex("[。；，：！？]"), regex("、"), regex(r"[\d.,%％]+")
_LAST = regex(r"[\d.,%％]+\Z")


def led(before: str, most: int) -> str:
    """The end of the words before a quote, at most so many, from where a clause begins.

    Where none does, from an item of a list; else no figure is cut.
    """
    if len(before) <= most:
        return before
    whole = not (_FIGURE.match(before[-most - 1]) and _FIGURE.match(before[-most]))
    kept = before[-most:]
    found = _CLAUSE.search(kept) or _ITEM.search(kept)
    found = found or (None if whole else _FIGURE.match(kept))
    return kept[found.end() :] if found else kept


def trailed(after: str, most: int) -> str:
    """The beginning of the words behind a quote, up to a clause's end; no figure is cut."""
    if len(after) <= most:
        return after
    kept = after[:most]
    ends = [found.end() for found in _CLAUSE.finditer(kept)]
    if ends:
        return kept[: ends[-1]]
    figure = _LAST.search(kept) if _FIGURE.match(after[most]) else None
    return kept[: figure.start()] if figure else kept


class Told(Struct, frozen=True):
    """A finding with the words around it and around each of its related places, in their order."""

    finding: FindingItem
    excerpt: Excerpt
    related: tuple[Excerpt, ...] = ()


class Key(Struct, frozen=True):
    """What identifies a submission, as the report or the list of a season has it."""

    unit: str = ""
    unit_code: str = ""
    project: str = ""
    project_code: str = ""
    region: str = ""
    department: str = ""


class Figures(Struct, frozen=True):
    """What a submission says of itself, or the list says of it."""

    budget: str = ""
    executed: str = ""
    rate: str = ""
    score: str = ""
    grade: str = ""


class Indicator(Struct, frozen=True):
    """A row of a submission's form (自评表), each cell as printed."""

    first: str
    second: str
    third: str
    sign: str
    target: str
    unit: str
    full: str
    done: str
    mark: str
    reason: str


class Listed(Struct, frozen=True):
    """A row of the list of what is to be submitted, which begins at row 1."""

    row: int
    key: Key
    figures: Figures
    year: int | None = None
    path: str = ""
    """The file or folder that the list names, if it does."""


class Entry(Struct, frozen=True):
    """One submission; ``path`` is relative to what the audit was given, with ``/``."""

    path: str
    files: tuple[str, ...]
    state: State
    key: Key
    figures: Figures
    year: int | None = None
    profile: str = ""
    title: str = ""
    characters: int = 0
    told: tuple[Told, ...] = ()
    """Findings in order of place; of an unread submission those that say why (``input/…``)."""
    passed: tuple[EvaluatedItem, ...] = ()
    """What was computed anew and came out as printed."""
    not_evaluated: int = 0
    indicators: tuple[Indicator, ...] = ()
    listed: Listed | None = None
    passed_at: tuple[str, ...] = ()
    """Where each pass stands as a reader finds it; of what has no place nothing."""
    held: int = 0
    """How many other passes there were, of bounds, order, presence and form: none is kept."""


Owner = TypeVar("Owner")


def owner_of(path: str, owners: Mapping[str, Owner]) -> Owner | None:
    """Whose a file is among the owners of files: a file in an archive is the archive's."""
    for known in within(path):
        if known in owners:
            return owners[known]
    return None


def within(path: str) -> Iterator[str]:
    """A file and all that it lies in, the innermost first."""
    while path:
        yield path
        path = path.rpartition("/")[0]


class Decision(Struct, frozen=True):
    """What a reviewer wrote beside a finding in the ledger."""

    fingerprint: str
    path: str
    accepted: bool | None
    reviewer: str = ""
    day: str = ""
    mended: str = ""

    @property
    def withdrawn(self) -> bool:
        """Whether it says nothing: what was said earlier no longer holds."""
        return self.accepted is None and not (self.reviewer or self.day or self.mended)


class Change(Struct, frozen=True):
    """How a submission's findings changed since the earlier run, by fingerprint."""

    path: str
    mended: tuple[FindingItem, ...]
    left: tuple[FindingItem, ...]
    new: tuple[FindingItem, ...]


class RuleName(Struct, frozen=True):
    """What a ledger says of a rule."""

    id: str
    name: str
    """The name of what is wrong."""
    severity: str
    basis: str
    checks: str = ""
    """The name of what is looked at, whatever comes of it; empty of what nothing passes."""


@runtime_checkable
class Encoded(Protocol):
    """Entries that are at hand as JSON."""

    def encoded(self) -> Iterator[bytes]:
        """The JSON of each entry, in order."""


class Season(Struct, frozen=True):
    """All that an audit found; ``entries`` in order of path."""

    entries: Sequence[Entry]
    """Those of an audit are read from its store, each anew whenever it is asked for: go over them
    as seldom as can be, and keep none."""
    across: tuple[Told, ...] = ()
    """Findings across submissions (``corpus/…``); places name files of several entries."""
    missing: tuple[Listed, ...] = ()
    """Listed and not submitted; the other three are told as findings of their entries too."""
    twice: tuple[str, ...] = ()
    """Paths of entries that submit what another one submits."""
    unlisted: tuple[str, ...] = ()
    other_year: tuple[str, ...] = ()
    rules: tuple[RuleName, ...] = ()
    decisions: tuple[Decision, ...] = ()
    changes: tuple[Change, ...] = ()
    """Empty where there is no earlier run."""
