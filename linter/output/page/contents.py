"""What a page holds, as its scripts read it (``script/10-types.js`` says the same to them).

Units, rules and reports are told by their index; what has its default is left out.
"""

from __future__ import annotations

from msgspec import Struct


class Rule(Struct, frozen=True, omit_defaults=True):
    """A rule that found something, and how many of its findings a reviewer did not accept."""

    id: str
    name: str
    family: str
    severity: str
    basis: str = ""
    rejected: int = 0
    often: bool = False
    """Whether reviewers reject it so often that it should be looked at."""


class Unit(Struct, frozen=True, omit_defaults=True):
    """A unit, by a name that no other one has, with the figures by which it is ranked."""

    name: str
    region: str = ""
    reports: int = 0
    errors: int = 0
    warnings: int = 0
    across: int = 0
    unread: int = 0
    missing: int = 0


class Report(Struct, frozen=True, omit_defaults=True):
    """A submission; ``score`` is null where it tells none."""

    path: str
    unit: int
    title: str
    unread: bool = False
    score: float | None = None
    passed: int = 0


class Spot(Struct, frozen=True, omit_defaults=True):
    """A paragraph in which a finding has one or several places."""

    parts: tuple[tuple[str, str], ...] = ()
    """Its text in pieces: "" before what is between places, "own" and "other" before those."""
    where: str = ""
    path: str = ""
    """The file, where it isn't the report's own path."""
    report: int | None = None
    """The report, where it is another one than the finding's."""


class Found(Struct, frozen=True, omit_defaults=True):
    """A finding; its own place stands in its first spot."""

    rule: int
    severity: str
    message: str
    spots: tuple[Spot, ...]
    units: tuple[int, ...]
    report: int | None = None
    calculation: str = ""
    suggestion: str = ""
    across: bool = False
    rejected: bool = False
    review: str = ""
    """What a reviewer said of it."""
    since: str = ""
    """``new`` or ``left``, where there is an earlier run."""


class Row(Struct, frozen=True, omit_defaults=True):
    """A line of a list of what was not submitted or not read as it should be."""

    unit: str
    title: str = ""
    path: str = ""
    why: str = ""


class Changed(Struct, frozen=True, omit_defaults=True):
    """A report's findings that are left and new, and rule and message of each that is mended."""

    report: int
    left: int = 0
    new: int = 0
    mended: tuple[tuple[str, str], ...] = ()


class Lists(Struct, frozen=True, omit_defaults=True):
    """The lists by their names."""

    unread: tuple[Row, ...] = ()
    missing: tuple[Row, ...] = ()
    twice: tuple[Row, ...] = ()
    unlisted: tuple[Row, ...] = ()
    other_year: tuple[Row, ...] = ()


class Contents(Struct, frozen=True):
    """All that a page holds."""

    version: str
    files: str
    """Where what was checked lies, seen from the page; empty where that is not known."""
    severities: dict[str, str]
    rules: tuple[Rule, ...]
    units: tuple[Unit, ...]
    ranking: tuple[int, ...]
    """Units in the order in which to visit them."""
    reports: tuple[Report, ...]
    findings: tuple[Found, ...]
    lists: Lists
    reasons: tuple[tuple[str, int], ...]
    """Why files were not read, and how many of each."""
    changes: tuple[Changed, ...]
