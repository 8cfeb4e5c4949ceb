"""The layout of a Word file: it is read a second time, and each run's look is noted by the way."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from msgspec import Struct

from linter.layout import Layout, Look, Page, Stretch
from linter.model import Segment, WordPlace
from linter.reading.composer import Composer
from linter.reading.package import Relation
from linter.reading.spaced import closed_up
from linter.reading.word.file import Word
from linter.reading.word.fonts import theme_fonts
from linter.reading.word.inline import Atom
from linter.reading.word.looks import Looks
from linter.reading.word.names import ALTERNATE, PPR, RPR, TBL, VAL, P, R, W
from linter.reading.word.numbering import Numbering
from linter.reading.word.paragraphs import Setting
from linter.reading.word.styles import Styles
from linter.reading.word.tree import as_number, chosen, unwrapped
from linter.regexes.late import regex

_BODY = "document"
_SECTION, _STYLE = f"{W}sectPr", f"{W}tblPr/{W}tblStyle"
_MILLIMETRES = 25.4 / 1440
_PITCHED = frozenset(("lines", "linesAndChars", "snapToChars"))
_AROUND = frozenset((R, ALTERNATE))
_PAGE_FIELD = regex(r"\bPAGE\b", re.IGNORECASE)


class _Around(Struct, frozen=True, gc=False):
    """Where a paragraph stands: in which section, and in a table of which style."""

    section: int
    table: str | None


class _Noted(Struct, frozen=True):
    """The looks of a paragraph from characters on (counted from 1), and its length."""

    starts: list[int]
    looks: list[Look]
    length: int


def layout(word: Word) -> Layout:
    """The layout of a file, as spans of the text that reading it gives."""
    notes = _Notes(word)
    composer = Composer()
    word.tell(composer, notes.note)
    document = closed_up(composer.document(""))
    ends = [*(segment.start for segment in document.segments[1:]), len(document.text)]
    stretches: list[Stretch] = []
    starts: dict[int, int] = {}
    for segment, end in zip(document.segments, ends, strict=True):
        noted = notes.of(segment)
        if noted is not None:
            starts.setdefault(notes.section(segment), segment.start)
            stretches += _stretches(segment, end, noted)
    numbered = any(_has_number(word, relation) for relation in word.relations)
    pages = [
        _page(section, starts[at], numbered=numbered)
        for at, section in enumerate(notes.sections)
        if at in starts
    ]
    return Layout(tuple(pages), tuple(stretches))


class _Notes:
    """The looks of the body's paragraphs, by their numbers."""

    def __init__(self, word: Word) -> None:
        root = word.part("styles")
        styles = Styles(root)
        fonts = theme_fonts(word.part("theme"), word.part("settings"))
        self._looks = Looks(styles, root, Numbering(word.part("numbering"), styles), fonts)
        self._around = dict(_arounds(word.body))
        self.sections = list(_sections(word.body, self._around))
        """The properties of the body's sections in order."""
        self._pitches = [_pitch(section) for section in self.sections]
        self._noted: dict[int, tuple[_Noted, int]] = {}

    def note(self, here: Setting, paragraph: Element, atoms: Sequence[Atom]) -> None:
        """Notes the looks of a paragraph of the body or of its tables."""
        around = self._around.get(paragraph)
        if around is None or here.part != _BODY or not (here.headings or here.row):
            return
        pitch = self._pitches[around.section] if around.section < len(self._pitches) else None
        layer = self._looks.paragraph(paragraph.find(PPR), around.table)
        runs = dict(_runs(paragraph))
        starts: list[int] = []
        looks: list[Look] = []
        at = 1
        for atom in atoms:
            properties = runs.get(atom.element)
            look = self._looks.run(layer, properties, pitch)
            if not looks or looks[-1] != look:
                starts.append(at)
                looks.append(look)
            at += len(atom.text)
        self._noted[here.numbers[paragraph]] = _Noted(starts, looks, at - 1), around.section

    def of(self, segment: Segment) -> _Noted | None:
        """What was noted of the paragraph from which a segment comes."""
        place = segment.origin
        if not isinstance(place, WordPlace) or place.part != _BODY or not place.character:
            return None
        found = self._noted.get(place.paragraph)
        return found[0] if found else None

    def section(self, segment: Segment) -> int:
        """The section of a segment of which something was noted."""
        place = segment.origin
        return self._noted[place.paragraph][1] if isinstance(place, WordPlace) else 0


def _stretches(segment: Segment, end: int, noted: _Noted) -> Iterator[Stretch]:
    """The looks of the characters of a segment."""
    first = segment.origin.character  # type: ignore[attr-defined]
    last = min(first + end - segment.start, noted.length + 1)
    begins = max(0, bisect_right(noted.starts, first) - 1)
    ends = bisect_right(noted.starts, last - 1)
    cuts = [first, *noted.starts[begins + 1 : ends], last]
    for (low, high), look in zip(pairwise(cuts), noted.looks[begins:ends], strict=False):
        if low < high:
            shift = segment.start - first
            yield Stretch(low + shift, high + shift, look)


def _arounds(body: Element) -> Iterator[tuple[Element, _Around]]:
    """What stands around each paragraph of the body and its tables."""
    section = 0
    stack: list[tuple[Iterator[Element], str | None]] = [(iter(body), None)]
    while stack:
        children, table = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
        elif child.tag == P:
            yield child, _Around(section, table)
            properties = child.find(PPR)
            section += properties is not None and properties.find(_SECTION) is not None
        elif child.tag == TBL:
            style = child.find(_STYLE)
            stack.append((iter(child), None if style is None else style.get(VAL)))
        elif child.tag == ALTERNATE:
            stack.append((iter(chosen(child)), table))
        elif len(child):
            stack.append((iter(child), table))


def _runs(paragraph: Element) -> Iterator[tuple[Element, Element | None]]:
    """What shows characters, with the properties of the run around it."""
    for run in unwrapped(paragraph, (R,)):
        properties = run.find(RPR)
        stack = [iter(run)]
        while stack:
            for child in stack[-1]:
                yield child, properties
                if child.tag in _AROUND:
                    stack.append(iter(chosen(child) if child.tag == ALTERNATE else child))
                    break
            else:
                stack.pop()


def _sections(body: Element, paragraphs: Iterable[Element]) -> Iterator[Element]:
    """The properties of sections, which stand in the last paragraph of each but the last."""
    for paragraph in paragraphs:
        found = paragraph.find(f"{PPR}/{_SECTION}")
        if found is not None:
            yield found
    last = body.find(_SECTION)
    if last is not None:
        yield last


def _pitch(section: Element) -> float | None:
    """The distance of lines in points that a section's grid gives."""
    grid = section.find(f"{W}docGrid")
    if grid is None or grid.get(f"{W}type") not in _PITCHED:
        return None
    pitch = as_number(grid.get(f"{W}linePitch"))
    return pitch / 20 if pitch else None


def _page(section: Element, start: int, *, numbered: bool) -> Page:
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")

    def length(element: Element | None, name: str) -> float | None:
        twips = as_number(element.get(f"{W}{name}")) if element is not None else None
        return None if twips is None else round(abs(twips) * _MILLIMETRES, 1)

    left, gutter = length(margins, "left"), length(margins, "gutter") or 0.0
    return Page(
        start=start,
        width=length(size, "w"),
        height=length(size, "h"),
        top=length(margins, "top"),
        bottom=length(margins, "bottom"),
        left=None if left is None else left + gutter,
        right=length(margins, "right"),
        numbered=numbered,
    )


def _has_number(word: Word, relation: Relation) -> bool:
    """Whether a part is a header or footer that numbers its pages."""
    root = word.root_of(relation.target) if relation.type in ("header", "footer") else None
    for element in root.iter() if root is not None else ():
        if element.tag == f"{W}pgNum":
            return True
        said = element.text if element.tag == f"{W}instrText" else element.get(f"{W}instr")
        if said and _PAGE_FIELD.search(said):
            return True
    return False
