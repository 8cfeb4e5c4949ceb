"""Word's automatic numbering, computed to what the reader sees before a paragraph.

Counters belong to an abstract numbering, which several lists (``w:num``) may share; a list's
``startOverride`` sets a counter when that list first uses the level, and when it restarts.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from msgspec import Struct

from linter.reading.word.names import ALTERNATE, CHOICE, PPR, VAL, W
from linter.reading.word.numerals import written
from linter.reading.word.styles import Style, Styles
from linter.reading.word.tree import as_number, number, switch, value
from linter.regexes.late import regex

_LEVELS = 9
_REFERENCE = regex(r"%([1-9])")
_RUNS_ON = regex(r"[0-9A-Za-z.．]$")
_CLOSED = frozenset("、。：）】〕")


class Level(Struct, frozen=True):
    """One level of a numbering, counted from 0; ``text`` names levels as %1, %2 …."""

    start: int = 1
    form: str = "decimal"
    width: int = 0
    """The least number of digits, where the format is spelled out (001, 002 …)."""
    text: str = ""
    legal: bool = False
    restart: int | None = None
    """The level (counted from 1) whose paragraphs restart it: by default the one above, 0 none."""
    gap: bool = True
    style: str | None = None
    properties: Element | None = None
    """What it says of its paragraphs: how far they are set in."""


class Numbering:
    """The lists of a file and where each of them has come to."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, Element] = {}
        self._lists: dict[int, Element] = {}
        self._by_style: dict[str, str] = {}
        self._levels: dict[int, tuple[str, list[Level]] | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()
        for item in root if root is not None else ():
            if item.tag == f"{W}abstractNum":
                name = item.get(f"{W}abstractNumId", "")
                self._abstract[name] = item
                stands_for = value(item, f"{W}styleLink")
                if stands_for:
                    self._by_style[stands_for] = name
            elif item.tag == f"{W}num":
                self._lists[as_number(item.get(f"{W}numId")) or 0] = item

    def label(self, properties: Element | None, style: Style) -> str:
        """What stands before a paragraph of these properties and this style; counts it.

        A gap after it is a space, save after Chinese punctuation, where people type none; a number
        that would run on into a figure is kept apart. Bullets are left out.
        """
        listed = self._listed(properties, style)
        if listed is None:
            return ""
        numbering, abstract, levels, at = listed
        counts = self._counted(numbering, abstract, levels, at)
        return _shown(levels, counts, at)

    def properties(self, properties: Element | None, style: Style) -> Element | None:
        """What the list of such a paragraph says of its paragraphs."""
        listed = self._listed(properties, style)
        return listed[2][listed[3]].properties if listed else None

    def _listed(
        self, properties: Element | None, style: Style
    ) -> tuple[int, str, list[Level], int] | None:
        """A paragraph's list, its abstract numbering, that one's levels and which of them it is."""
        own = properties.find(f"{W}numPr") if properties is not None else None
        numbering = number(own, f"{W}numId")
        if numbering is None:
            numbering = style.numbering
        found = self._of(numbering) if numbering else None
        if not numbering or found is None:
            return None
        abstract, levels = found
        at = number(own, f"{W}ilvl")
        at = _indent(style, levels) if at is None else at
        return (numbering, abstract, levels, at) if 0 <= at < len(levels) else None

    def _counted(
        self, numbering: int, abstract: str, levels: list[Level], at: int
    ) -> list[int | None]:
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        before = counts[at]
        override = self._override(numbering, at)
        anew = override is not None and (numbering, at) not in self._begun
        if before is None or anew:
            counts[at] = levels[at].start if override is None else override
        else:
            counts[at] = before + 1
        self._begun.add((numbering, at))
        for below in range(at + 1, len(levels)):
            restart = levels[below].restart
            if at < (below if restart is None else restart):
                counts[below] = None
        return counts

    def _override(self, numbering: int, at: int) -> int | None:
        for override in self._lists[numbering].iterfind(f"{W}lvlOverride"):
            if as_number(override.get(f"{W}ilvl")) == at:
                return number(override, f"{W}startOverride")
        return None

    def _of(self, numbering: int) -> tuple[str, list[Level]] | None:
        """The abstract numbering of a list and the list's levels."""
        if numbering not in self._levels:
            self._levels[numbering] = self._resolved(numbering)
        return self._levels[numbering]

    def _resolved(self, numbering: int) -> tuple[str, list[Level]] | None:
        listed = self._lists.get(numbering)
        abstract = value(listed, f"{W}abstractNumId")
        seen: set[str] = set()
        while abstract is not None and abstract in self._abstract and abstract not in seen:
            seen.add(abstract)
            link = value(self._abstract[abstract], f"{W}numStyleLink")
            if link is None:
                break
            abstract = self._behind(link)
        if listed is None or abstract is None or abstract not in self._abstract:
            return None
        levels = [Level() for _ in range(_LEVELS)]
        places = [*self._abstract[abstract].iterfind(f"{W}lvl")]
        places += listed.iterfind(f"{W}lvlOverride/{W}lvl")
        for place in places:
            at = as_number(place.get(f"{W}ilvl"))
            if at is not None and 0 <= at < _LEVELS:
                levels[at] = _level(place)
        return abstract, levels

    def _behind(self, style: str) -> str | None:
        """The abstract numbering that a style of lists stands for."""
        if style in self._by_style:
            return self._by_style[style]
        return value(self._lists.get(self._styles.numbering_of(style) or 0), f"{W}abstractNumId")


def _level(place: Element) -> Level:
    form, width = _form(place)
    start = number(place, f"{W}start")
    return Level(
        start=1 if start is None else start,
        form=form,
        width=width,
        text=value(place, f"{W}lvlText") or "",
        legal=bool(switch(place, f"{W}isLgl")),
        restart=number(place, f"{W}lvlRestart"),
        gap=value(place, f"{W}suff") != "nothing",
        style=value(place, f"{W}pStyle"),
        properties=place.find(PPR),
    )


def _form(place: Element) -> tuple[str, int]:
    form = place.find(f"{W}numFmt")
    if form is None:
        form = place.find(f"{ALTERNATE}/{CHOICE}/{W}numFmt")
    if form is None:
        return "decimal", 0
    spelled = form.get(f"{W}format", "").partition(",")[0].strip()
    if form.get(VAL) == "custom":
        return "decimal", len(spelled) if spelled.isdecimal() else 0
    return form.get(VAL, "decimal"), 0


def _indent(style: Style, levels: list[Level]) -> int:
    """The level that belongs to a style: the one that names it, else the one that it names."""
    for name in style.chain:
        for at, level in enumerate(levels):
            if level.style == name:
                return at
    return style.indent or 0


def _shown(levels: list[Level], counts: list[int | None], at: int) -> str:
    level = levels[at]
    if level.form == "bullet":
        return ""

    def one(reference: str) -> str:
        other = int(reference) - 1
        count = counts[other]
        count = levels[other].start if count is None else count
        form = levels[other].form
        plain = level.legal and form != "none"
        return written(count, "decimal" if plain else form).rjust(levels[other].width, "0")

    label = _REFERENCE.sub(lambda found: one(found[1]), level.text)
    if not label.strip():
        return ""
    gap = level.gap and label[-1] not in _CLOSED
    return f"{label} " if gap or _RUNS_ON.search(label) else label
