"""Passages: the words around a finding's places, with the places in them, cut to what is read."""

from __future__ import annotations

from collections.abc import Iterable

from linter.items import RelatedItem
from linter.season import Excerpt, Told

_AROUND = 120
"""So many characters of a paragraph are shown before a place, and as many after it."""
_LONGEST = 1500
"""A place itself is cut there: copied passages run over pages."""
_MORE = "…"

Parts = tuple[tuple[str, str], ...]
"""Pieces of text, each after its kind: "" for the words around, "own" and "other" for places."""


def alone(excerpt: Excerpt, kind: str = "other") -> Parts:
    """A passage with one place."""
    return _cut([("", excerpt.before), (kind, excerpt.quote), ("", excerpt.after)])


def inside(told: Told, item: RelatedItem, excerpt: Excerpt) -> bool:
    """Whether a related place stands in what is quoted around the finding's own."""
    finding = told.finding
    if (item.path, item.line) != (finding.path, finding.line) or not excerpt.quote:
        return False
    start = _offset(told, item)
    text = told.excerpt.before + told.excerpt.quote + told.excerpt.after
    return start >= 0 and text[start : start + len(item.quote)] == item.quote


def together(told: Told, others: Iterable[RelatedItem]) -> Parts:
    """The finding's own passage, with others that stand inside it; its own place stays whole."""
    excerpt = told.excerpt
    text = excerpt.before + excerpt.quote + excerpt.after
    own = (len(excerpt.before), len(excerpt.before) + len(excerpt.quote))
    places = {own: "own"}
    for start in sorted({(_offset(told, item), len(item.quote)) for item in others}):
        place = (start[0], start[0] + start[1])
        if all(place[1] <= low or high <= place[0] for low, high in places):
            places[place] = "other"
    parts: list[tuple[str, str]] = []
    at = 0
    for (low, high), kind in sorted(places.items()):
        parts += ("", text[at:low]), (kind, text[low:high])
        at = high
    return _cut([*parts, ("", text[at:])])


def _offset(told: Told, item: RelatedItem) -> int:
    """Where a place of the same line begins in the finding's passage."""
    return len(told.excerpt.before) + item.column - told.finding.column


def _cut(parts: list[tuple[str, str]]) -> Parts:
    """The pieces without empty ones, what is long between places left out."""
    last = len(parts) - 1
    cut = (
        (kind, _shortened(text, before=at > 0, after=at < last, place=bool(kind)))
        for at, (kind, text) in enumerate(parts)
    )
    return tuple((kind, text) for kind, text in cut if text)


def _shortened(text: str, *, before: bool, after: bool, place: bool) -> str:
    """A text's beginning where a place stands before it, and its end where one stands after it."""
    if place:
        return text if len(text) <= _LONGEST else text[:_LONGEST] + _MORE
    if len(text) <= _AROUND * (before + after):
        return text
    return (text[:_AROUND] if before else "") + _MORE + (text[-_AROUND:] if after else "")
