"""How much of a report stands in another one, passage by passage."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from linter.audit.corpus.members import Member
from linter.audit.corpus.sketch import numbers
from linter.audit.corpus.traits import Passage

_ALIKE = 0.4
_OWN = 0.5
"""The part of a passage that must be no common property, for it to say anything."""
_FEWEST = 3


class Match(Struct, frozen=True):
    """How much of a report is copied, and its passages that are, the largest first."""

    own: float
    """The part of its own passages."""
    share: float
    """The part of its prose."""
    letters: int
    passages: tuple[Passage, ...]
    figures: int = 0
    """How many figures are the same, where these tell."""


def all_numbers(member: Member) -> list[int]:
    """The numbers of all passages of a report."""
    return [n for passage in member.traits.passages for n in numbers(passage.sketch)]


def excused(one: Member, other: Member) -> bool:
    """Whether two reports may be alike: one file twice, or a unit's own of another year."""
    if set(one.traits.digests[:1]) & set(other.traits.digests[:1]) - {""}:
        return True
    return one.is_of(other) and one.year != other.year


def related(one: Member, other: Member) -> bool:
    """Whether two reports have a reason to be alike: one unit, or one project."""
    return one.is_of(other) or one.is_same_project(other)


def compare(
    copy: Member, source: Member, common: Collection[int], third: Collection[int] = ()
) -> Match:
    """How much of the first report stands in the second.

    Passages of ``common`` property are not its own; those that are ``third`` reports' too are, but
    are not copied.
    """
    there = set(all_numbers(source))
    own, alike = 0, list[tuple[float, Passage]]()
    for passage in copy.traits.passages:
        every = numbers(passage.sketch)
        least = max(_FEWEST, _OWN * len(every))
        telling = [number for number in every if number not in common]
        if len(telling) < least:
            continue
        own += passage.letters
        telling = [number for number in telling if number not in third]
        if len(telling) < least:
            continue
        part = sum(number in there for number in telling) / len(telling)
        if part >= _ALIKE:
            alike.append((part * passage.letters, passage))
    alike.sort(key=lambda item: (-item[0], item[1].span))
    letters = sum(passage.letters for _, passage in alike)
    passages = tuple(passage for _, passage in alike)
    prose = max(copy.traits.prose, letters)
    return Match(
        letters / own if own else 0.0, letters / prose if prose else 0.0, letters, passages
    )
