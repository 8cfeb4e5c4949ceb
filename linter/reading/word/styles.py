"""Word's styles as far as reading needs them: outline level, numbering, hidden text."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from msgspec import Struct

from linter.reading.word.names import OFF, PPR, RPR, VANISH, W
from linter.reading.word.tree import number, switch, value
from linter.regexes.late import regex

_HEADING = regex(r"(?:heading|标题) ?([1-9])$")
_CONTENTS = regex(r"(?:toc|目录|contents) ?[1-9]$|table of figures$|图表目录$")
_BODY_LEVEL = 9


class Style(Struct, frozen=True):
    """What a style says with all that it is based on; ``chain`` holds their ids, its own first."""

    chain: tuple[str, ...] = ()
    level: int | None = None
    """Outline level, counted from 1; nothing for body text."""
    numbering: int | None = None
    indent: int | None = None
    """The level in the numbering, counted from 0."""
    hidden: bool = False
    contents: bool = False
    """Whether it is that of a line in a table of contents."""


class Styles:
    """The styles of a file by their ids."""

    def __init__(self, root: Element | None = None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str | None, Style] = {}
        self._default: str | None = None
        self.hides = False
        """Whether any style hides text."""
        for style in root.iterfind(f"{W}style") if root is not None else ():
            name = style.get(f"{W}styleId", "")
            self._elements.setdefault(name, style)
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0") not in OFF:
                self._default = name
            self.hides = self.hides or style.find(f"{RPR}/{VANISH}") is not None

    def of(self, name: str | None) -> Style:
        """The style of an id; without one, that of paragraphs without a style."""
        name = self.known(name)
        if name not in self._known:
            self._known[name] = self._resolved(name)
        return self._known[name]

    def known(self, name: str | None) -> str | None:
        """The id of a style that is there: itself, or else that of paragraphs without a style."""
        return name if name in self._elements else self._default

    def hidden(self, name: str) -> bool | None:
        """Whether a character style hides text; nothing where it does not say."""
        if not self.hides:
            return None
        found = (switch(style.find(RPR), VANISH) for style in self.elements(name))
        return next((said for said in found if said is not None), None)

    def numbering_of(self, name: str) -> int | None:
        """The numbering that a style of lists stands for."""
        return self._resolved(name).numbering

    def elements(self, name: str | None) -> list[Element]:
        """A style and those that it is based on; one that comes round again ends it."""
        return list(self._chain(name).values())

    def _chain(self, name: str | None) -> dict[str, Element]:
        chain: dict[str, Element] = {}
        while name is not None and name in self._elements and name not in chain:
            chain[name] = self._elements[name]
            name = value(chain[name], f"{W}basedOn")
        return chain

    def _resolved(self, name: str | None) -> Style:
        chain = self._chain(name)
        level = numbering = indent = hidden = None
        contents = False
        for style in chain.values():
            title = (value(style, f"{W}name") or "").strip().lower()
            heading = _HEADING.match(title)
            properties = style.find(PPR)
            listed = properties.find(f"{W}numPr") if properties is not None else None
            if level is None:
                level = number(properties, f"{W}outlineLvl")
            if level is None and heading:
                level = int(heading[1]) - 1
            if numbering is None:
                numbering = number(listed, f"{W}numId")
            if indent is None:
                indent = number(listed, f"{W}ilvl")
            if hidden is None and self.hides:
                hidden = switch(style.find(RPR), VANISH)
            contents = contents or _CONTENTS.match(title) is not None
        return Style(tuple(chain), as_level(level), numbering, indent, bool(hidden), contents)


def as_level(written: int | None) -> int | None:
    """An outline level as written (0 to 8; 9 is body text) as one counted from 1."""
    return written + 1 if written is not None and 0 <= written < _BODY_LEVEL else None
