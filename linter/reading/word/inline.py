"""What a paragraph shows: the text of its runs, as the reader of a clean printout sees it.

Tracked insertions are read and deletions are not; of a field its result; hidden text and marks of
notes are not. A file's paragraphs are read in order, since fields and pages go on over them.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from msgspec import Struct

from linter.reading.word.maths import linear
from linter.reading.word.names import (
    ALTERNATE,
    DEL,
    FLD_CHAR,
    INS,
    MATH,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    TXBX,
    VANISH,
    WRAPPERS,
    R,
    T,
    W,
)
from linter.reading.word.styles import Styles
from linter.reading.word.tree import chosen, outermost, switch, value
from linter.regexes.late import regex

_CHARACTERS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_SYMBOL = f"{W}sym"
_PAGE_BREAK = f"{W}lastRenderedPageBreak"
_DRAWN = frozenset((f"{W}drawing", f"{W}pict", f"{W}object"))
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_FORMULAS = frozenset((f"{MATH}oMath", f"{MATH}oMathPara"))
_AROUND = WRAPPERS | {R, ALTERNATE}
_RAISED = f"{W}vertAlign"
_SUPERSCRIPTS = {ord("0") + n: sign for n, sign in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
"""Raised figures are exponents and marks of notes: 90 and a raised 1 are not 901."""
_SPACED = regex(r"[\t\n\r]")
_BOXES = {
    ("wingdings", 0xFE): "☑", ("wingdings", 0xFD): "☒", ("wingdings", 0xA8): "□",
    ("wingdings", 0x6F): "□", ("wingdings", 0xFC): "✓", ("wingdings", 0xFB): "✗",
    ("wingdings 2", 0x52): "☑", ("wingdings 2", 0x54): "☒", ("wingdings 2", 0x50): "✓",
    ("wingdings 2", 0xA3): "□", ("wingdings 2", 0x4F): "✗", ("symbol", 0xB3): "≥",
    ("symbol", 0xA3): "≤", ("symbol", 0xB4): "×", ("symbol", 0xB8): "÷", ("symbol", 0xB1): "±",
}  # fmt: skip
"""What the signs look like that forms take from fonts of symbols."""


class Atom(Struct, frozen=True):
    """Characters that one element shows, and the page where they stand, if that is known."""

    text: str
    element: Element
    page: int | None


class Shown(Struct, frozen=True):
    """What a paragraph shows, and what hangs on it: text boxes, and notes by part and id."""

    atoms: list[Atom]
    boxes: list[Element]
    notes: list[tuple[str, str]]


class Inline:
    """Reads paragraph after paragraph."""

    def __init__(self, styles: Styles) -> None:
        self.page: int | None = None
        self.inserted = self.deleted = self.hidden = 0
        """How many stretches were inserted and deleted, and how many runs were hidden."""
        self._styles = styles
        self._fields: list[bool] = []
        """For each open field whether its instruction is being read, not its result."""
        self._in_instruction = 0
        self._trusts_fields = True
        self._watches = styles.hides
        self._raises = False

    def begin(self, root: Element, page: int | None) -> None:
        """Begins another part of the file."""
        self._trusts_fields = True
        self._fields.clear()
        self._in_instruction = 0
        self.look(root)
        has_pages = page is not None and next(root.iter(_PAGE_BREAK), None) is not None
        self.page = page if has_pages else None

    def look(self, element: Element) -> None:
        """Looks what there is to heed in what will be read; fields are, where all of them end."""
        kinds = [mark.get(f"{W}fldCharType") for mark in element.iter(FLD_CHAR)]
        self._trusts_fields &= kinds.count("begin") == kinds.count("end")
        self._watches = self._watches or next(element.iter(VANISH), None) is not None
        self._raises = self._raises or next(element.iter(_RAISED), None) is not None

    def read(self, paragraph: Element, *, hidden: bool = False) -> Shown:
        """What a paragraph shows; ``hidden`` is what its style says."""
        shown = Shown([], [], [])
        atoms, by_style, raised = shown.atoms, hidden, False
        stack = [iter(paragraph)]
        while stack:
            for child in stack[-1]:
                tag = child.tag
                if tag == T:
                    if child.text and not hidden and not self._in_instruction:
                        text = _one_line(child.text)
                        text = text.translate(_SUPERSCRIPTS) if raised else text
                        atoms.append(Atom(text, child, self.page))
                elif tag in _AROUND:
                    if tag == R and self._watches:
                        hidden = self._hides(child, by_style)
                    if tag == R and self._raises:
                        raised = value(child.find(RPR), _RAISED) == "superscript"
                    self.inserted += tag in (INS, MOVE_TO)
                    stack.append(iter(chosen(child) if tag == ALTERNATE else child))
                    break
                elif tag not in (RPR, PPR):
                    self._special(child, shown, hidden=hidden)
            else:
                stack.pop()
        return shown

    def _special(self, child: Element, shown: Shown, *, hidden: bool) -> None:
        """Whatever is neither text nor around text."""
        tag = child.tag
        if tag == FLD_CHAR:
            self._field(child.get(f"{W}fldCharType"))
        elif tag == _PAGE_BREAK:
            self.page = self.page + 1 if self.page is not None else None
        elif tag in (DEL, MOVE_FROM):
            self.deleted += 1
        elif hidden or self._in_instruction:
            return
        elif tag in _CHARACTERS:
            shown.atoms.append(Atom(_CHARACTERS[tag], child, self.page))
        elif tag == _SYMBOL:
            shown.atoms.append(Atom(_sign(child), child, self.page))
        elif tag in _DRAWN:
            shown.boxes.extend(outermost(child, TXBX))
        elif tag in _NOTES:
            shown.notes.append((_NOTES[tag], child.get(f"{W}id", "")))
        elif tag in _FORMULAS:
            shown.atoms.append(Atom(linear(child) or " ", child, self.page))

    def _field(self, kind: str | None) -> None:
        if not self._trusts_fields:
            return
        if kind == "begin":
            self._fields.append(True)
            self._in_instruction += 1
        elif self._fields and kind in ("separate", "end"):
            self._in_instruction -= self._fields.pop()
            if kind == "separate":
                self._fields.append(False)

    def _hides(self, run: Element, by_style: bool) -> bool:
        """Whether a run is hidden: it says so itself, or its style does, or the paragraph's."""
        properties = run.find(RPR)
        said = switch(properties, VANISH)
        if said is None:
            name = value(properties, f"{W}rStyle")
            said = self._styles.hidden(name) if name else None
        hidden = by_style if said is None else said
        self.hidden += hidden and run.find(T) is not None
        return hidden


def _one_line(text: str) -> str:
    """A text whose line ends and tabs, which mean nothing in XML, are spaces."""
    return text if text.isprintable() else _SPACED.sub(" ", text)


def text_of(atoms: Iterable[Atom]) -> str:
    """The characters of atoms."""
    return "".join([atom.text for atom in atoms])


def _sign(symbol: Element) -> str:
    try:
        code = int(symbol.get(f"{W}char", ""), 16)
    except ValueError:
        return " "
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    font = symbol.get(f"{W}font", "").lower()
    plain = chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else " "
    return _BOXES.get((font, low), plain)
