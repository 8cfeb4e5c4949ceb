"""Seasons for the tests of the page: one with each thing, a large one, a hostile one."""

from __future__ import annotations

from msgspec.structs import replace

from linter.items import FindingItem, RelatedItem
from linter.model import TextPlace
from linter.season import (
    Change,
    Entry,
    Excerpt,
    Figures,
    Key,
    Listed,
    RuleName,
    Season,
    State,
    Told,
)
from tests.output import seasons


def entry(path: str, unit: str, *told: Told, region: str = "", score: str = "") -> Entry:
    """A submission with some findings."""
    key = Key(unit=unit, project=f"{unit}的项目", region=region)
    return Entry(path, (path,), State.checked, key, Figures(score=score), told=told)


def found(
    path: str, rule: str = "arithmetic/growth", number: int = 0, quote: str = "89.4%"
) -> Told:
    """A finding of one place, of the severity that its rule has."""
    return seasons.told(seasons.finding(rule, path, number=number, quote=quote))


def two_places(path: str, other: str) -> Told:
    """A finding across submissions: a passage of one file, and one of another."""
    related = seasons.related(other, "1250.5万元")
    return seasons.told(seasons.finding("corpus/copied", path, number=70, related=(related,)))


HOSTILE = (
    "<script>window.ran=1</script>",
    '"><img src=x onerror="window.ran=1">',
    "</script><script>window.ran=1</script>",
    "<!--<script>",
    "]]>\u2028window.ran=1\u2029//",
    "';window.ran=1;'\\u003cscript\\u003e",
    "{{data}}${window.ran=1}`",
    "javascript:window.ran=1",
)
"""What must stay text, wherever a report says it."""


def hostile() -> Season:
    """Hostile words in every string of a season that a report, its name or a list can set."""
    entries = tuple(_hostile_entry(number, words) for number, words in enumerate(HOSTILE))
    listed = tuple(
        Listed(number, Key(words, words, words, words, words, words), Figures(), None, words)
        for number, words in enumerate(HOSTILE)
    )
    paths = tuple(entry.path for entry in entries)
    return Season(
        entries,
        (entries[0].told[0],),
        listed,
        paths,
        paths,
        paths,
        tuple(RuleName(f"family/{number}{words}", words, "error", words) for number, words in enumerate(HOSTILE)),
        (),
        tuple(Change(e.path, (e.told[0].finding,), (), ()) for e in entries),
    )  # fmt: skip


def _hostile_entry(number: int, words: str) -> Entry:
    path = f"{number}/{words}.docx"
    related = RelatedItem(f"{words}2", 9, 1, 9, 2, words, words, TextPlace(1, 1))
    item = FindingItem(
        rule=f"family/{number}{words}", name=words, severity="error", message=words, path=path,
        line=1, column=1, end_line=1, end_column=2, quote=words, section=words,
        place=TextPlace(1, 1), calculation=words, suggestion=words, fix=words,
        fingerprint=words, related=[related],
    )  # fmt: skip
    excerpt = Excerpt(words, words, words)
    state = State.unread if number % 2 else State.checked
    key = Key(words, words, words, words, words, words)
    figures = Figures(words, words, words, words, words)
    told = (Told(item, excerpt, (excerpt,)),)
    return Entry(path, (path,), state, key, figures, None, words, words, 1, told)


def large(findings: int = 10_000) -> Season:
    """Five hundred units, two reports each, so many findings in all, long words around each."""
    made = seasons.season(500, 2, findings // 1000)
    around = "本项目按照年初批复的实施方案组织实施，资金专款专用，" * 4
    longer = tuple(
        replace(e, told=tuple(replace(t, excerpt=Excerpt(around, t.excerpt.quote, around)) for t in e.told))
        for e in made.entries
    )  # fmt: skip
    return replace(made, entries=longer)
