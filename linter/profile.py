"""Profiles: the chapters, dimensions, grades and thresholds of one kind of report.

A profile binds names and numbers; rules are written once and look them up here. Read from
``rules/profiles/*.yaml``; a bureau's own profile ``extends`` one of them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from msgspec import Struct, field

from linter.model import Outline, Section, Severity
from linter.regexes.late import regex

_SPACES = regex(r"\s+")
TITLE_END = "$"
"""Ends a word that stands at the end of a title."""
_ENOUGH = 0.75
"""Which share of a profile's telling headings must be there."""


class Chapter(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A chapter by its titles' words; ``required`` gives the severity of its absence."""

    name: str
    titles: tuple[str, ...]
    """A section is the chapter when its title contains one of these, or ends with it (绩效$)."""
    without: tuple[str, ...] = ()
    required: Severity | None = None
    within: str | None = None
    """The chapter under which it belongs; an absence is placed there."""
    words: tuple[str, ...] = ()
    """Words that stand for the chapter in running text where a short report has no heading."""
    target: bool = False
    """Whether its figures are what was wanted, not what was reached."""


class Grade(Struct, frozen=True, forbid_unknown_fields=True):
    """A grade word with its synonyms, from its lowest score (included) on."""

    name: str
    floor: Decimal
    synonyms: tuple[str, ...] = ()


class Profile(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """One kind of report."""

    id: str
    name: str
    basis: str = ""
    recognise: tuple[tuple[str, ...], ...] = ()
    """What headings tell this kind of report, each by its synonyms; most of them must be there."""
    chapters: dict[str, Chapter] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    dimensions: tuple[tuple[str, ...], ...] = ()
    """The parts whose full marks make up the total, each by its synonyms."""
    weights: dict[str, Decimal] = field(default_factory=dict)
    """The full marks of the parts that have fixed ones, by the words that begin their headings."""
    total: Decimal = Decimal(100)
    grades: tuple[Grade, ...] = ()
    denominators: tuple[str, ...] = ()
    """The kinds of columns by which a rate of execution may be computed; any, where none is named.
    """
    thresholds: dict[str, Decimal] = field(default_factory=dict)
    """From where on an explanation is asked for, by the names that rules have for it."""
    severities: dict[str, Severity] = field(default_factory=dict)
    layout: dict[str, dict[str, Any]] | None = None
    """What rules of layout ask otherwise, by their names behind ``layout/``; they are asked at all
    only where this is there."""
    off: tuple[str, ...] = ()

    def chapter_of(self, section: Section) -> list[str]:
        """The ids of the chapters that a section's title names."""
        plain = _SPACES.sub("", section.title)
        return [key for key, chapter in self.chapters.items() if _names(plain, chapter)]

    def threshold(self, name: str | None, otherwise: float) -> float:
        """The threshold of a name, or a rule's own number where the profile has none."""
        return float(self.thresholds.get(name or "", otherwise))

    def grade_of(self, word: str) -> Grade | None:
        """The grade that a word names."""
        return next((g for g in self.grades if word == g.name or word in g.synonyms), None)


def is_titled(title: str, chapter: Chapter) -> bool:
    """Whether a title names a chapter."""
    return _names(_SPACES.sub("", title), chapter)


def _names(plain: str, chapter: Chapter) -> bool:
    """Whether a title without white space names a chapter."""
    return any(_holds(plain, word) for word in chapter.titles) and not any(
        _holds(plain, word) for word in chapter.without
    )


def _holds(plain: str, word: str) -> bool:
    """Whether a title has a word in it; at its end, where the word says so (绩效$)."""
    return plain.endswith(word[:-1]) if word.endswith(TITLE_END) else word in plain


def recognise(outline: Outline, profiles: dict[str, Profile]) -> tuple[Profile, list[str]]:
    """The profile whose headings the outline has most of, and the words that tell; else ``common``.

    Of two with the same share of theirs, the one of more headings says more.
    """
    titles = "\n".join(section.title for section in outline.sections if not section.inline)
    best, words, most = profiles["common"], list[str](), (_ENOUGH, 0)
    for profile in profiles.values():
        told = (next((w for w in synonyms if w in titles), None) for synonyms in profile.recognise)
        found = [word for word in told if word is not None]
        here = (len(found) / max(1, len(profile.recognise)), len(found))
        if here > most:
            best, words, most = profile, found, here
    return best, words
