"""What a reader sees of one report: its text with tables, its chapters, findings and relations.

Offsets are UTF-16 code units of a document's text, as scripts count them; ends are exclusive. Texts
keep their length: what would move, hide or turn other text is U+FFFD.
"""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from linter.output import Lang

State = Literal["wrong", "check", "note", "right", "held"]
"""``right``: a figure that was computed anew; ``held``: what passed of bounds, order or form."""


class _Item(Struct, frozen=True, omit_defaults=True):
    """Left out is what is at its default."""


class Piece(_Item, frozen=True):
    """A cell: its text and where it begins."""

    start: int
    text: str
    column: int


class Part(_Item, frozen=True):
    """A paragraph, a heading with its level from 1, or a table with its rows."""

    kind: Literal["paragraph", "heading", "table"]
    start: int
    text: str = ""
    level: int = 0
    rows: tuple[tuple[Piece, ...], ...] = ()


class File(_Item, frozen=True):
    """One document of the submission."""

    path: str
    blocks: tuple[Part, ...]


class Chapter(_Item, frozen=True):
    """A heading that leads to its place; ``depth`` counts from 0."""

    title: str
    depth: int
    document: int
    start: int


class Spot(_Item, frozen=True):
    """A stretch of a document that takes part, with the name of its part and where it stands."""

    document: int
    start: int
    end: int
    label: str
    where: str


class Fault(_Item, frozen=True):
    """A finding; the first of its places is the one to be looked at."""

    rule: str
    name: str
    basis: str
    severity: str
    message: str
    suggestion: str
    calculation: str
    section: str
    where: str
    quote: str
    fingerprint: str
    places: tuple[Spot, ...]
    milder: bool = False
    """Whether it is told as less than its rule's severity: there may be another reason."""
    first: tuple[int, ...] = ()
    """The other findings that dispute a figure from which this one is reckoned."""
    suspected: bool = False
    """Whether its first place is that of a figure that is suspected, not what it is about."""


class Relation(_Item, frozen=True):
    """Something that was calculated or compared, with all that took part in it."""

    rule: str
    name: str
    state: State
    calculation: str
    places: tuple[Spot, ...]
    finding: int | UnsetType = UNSET
    """The index of the finding that tells of it, where it does not hold."""


class Unchecked(_Item, frozen=True):
    """What could not be checked, and why."""

    rule: str
    name: str
    subject: str
    reason: str
    place: Spot | UnsetType = UNSET


class Counts(Struct, frozen=True):
    """How many there are of what.

    ``passed`` counts what was found right, ``held`` what passed otherwise; ``figures`` those that
    were read in the text, ``unlooked`` those of them that no check has touched.
    """

    error: int
    warning: int
    info: int
    passed: int
    held: int
    unchecked: int
    figures: int
    unlooked: int


class Framework(Struct, frozen=True):
    """The profile, and why it was taken."""

    id: str
    name: str
    reason: str
    likely: str = ""
    """Of one that was asked for: the one that the headings tell, where it is another."""
    missing: int = 0
    """How many of the chapters that it asks for are not there, where another one is likelier."""


class View(Struct, frozen=True):
    """One report as it is shown."""

    path: str
    title: str
    year: int | None
    profile: Framework
    lang: Lang
    counts: Counts
    documents: tuple[File, ...]
    chapters: tuple[Chapter, ...]
    findings: tuple[Fault, ...]
    relations: tuple[Relation, ...]
    unchecked: tuple[Unchecked, ...]
