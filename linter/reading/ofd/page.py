"""A page of an OFD file: where its characters and lines stand, in points from the lower left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from msgspec import Struct

from linter.reading.markup import local
from linter.reading.pdf.pages import Box, Char, Page
from linter.regexes.late import regex

MOST_RULES = 20_000
_POINTS = 72 / 25.4
_SLANT = 0.1
_ASCENT, _DESCENT = 0.88, 0.12
_THIN = 0.1
_NUMBER = regex(r"-?\d{1,9}(?:\.\d{1,12})?(?:[eE]-?\d{1,2})?")
_STEP = regex(r"g\s+(\d{1,6})\s+(\S+)|(\S+)")
_DRAWN = regex(r"([A-Za-z])([^A-Za-z]*)")
_PLAIN = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_HOLDERS = frozenset(("Content", "Layer", "PageBlock"))


class _Sheet(Struct):
    """A page that is being read: its size in millimetres, and what was found on it."""

    width: float
    height: float
    chars: list[Char]
    rules: list[Box]
    image: float = 0.0

    def page(self, number: int) -> Page:
        size = (self.width * _POINTS, self.height * _POINTS)
        return Page(number, *size, 0, self.image, tuple(self.chars), tuple(self.rules[:MOST_RULES]))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point in points from the lower left."""
        return x * _POINTS, (self.height - y) * _POINTS


class _Frame:
    """An object on a page: where its own coordinates lie."""

    def __init__(self, element: Element) -> None:
        bounds = _numbers(element.get("Boundary"), 4) or (0.0, 0.0, 0.0, 0.0)
        self.left, self.top, self.width, self.height = bounds
        matrix = _numbers(element.get("CTM"), 6)
        self.a, self.b, self.c, self.d, self.e, self.f = matrix or _PLAIN

    @property
    def slanted(self) -> bool:
        return abs(self.b) > _SLANT * abs(self.a) or self.a <= 0

    def __call__(self, x: float, y: float) -> tuple[float, float]:
        """A point of the object on the page."""
        return (
            self.left + self.a * x + self.c * y + self.e,
            self.top + self.b * x + self.d * y + self.f,
        )


def drawn(roots: Sequence[Element], size: Sequence[float], number: int) -> Page:
    """What stands on a page, whose parts are those of its templates and its own, the last.

    ``size`` is left, top, width and height in millimetres, where the page has none of its own.
    """
    left, top, width, height = box(roots[-1]) or size
    sheet = _Sheet(max(width, 1.0), max(height, 1.0), [], [])
    for root in roots:
        for element in _objects(root):
            frame = _Frame(element)
            frame.left, frame.top = frame.left - left, frame.top - top
            match local(element.tag):
                case "TextObject":
                    _text(element, frame, sheet)
                case "PathObject":
                    _path(element, frame, sheet)
                case "ImageObject":
                    area = frame.width * frame.height / (sheet.width * sheet.height)
                    sheet.image = max(sheet.image, area)
    return sheet.page(number)


def box(root: Element) -> tuple[float, ...] | None:
    """The size that a part gives for pages: left, top, width, height."""
    found = next((e.text for e in root.iter() if local(e.tag) == "PhysicalBox"), None)
    return _numbers(found, 4)


def _objects(root: Element) -> Iterator[Element]:
    """What is drawn on a page, in order."""
    stack = [iter(root)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif local(child.tag) in _HOLDERS:
            stack.append(iter(child))
        else:
            yield child


def _text(element: Element, frame: _Frame, sheet: _Sheet) -> None:
    size = _number(element.get("Size")) or 0.0
    if frame.slanted or size <= 0:
        return
    wide = size * frame.a * (_number(element.get("HScale")) or 1.0)
    high = size * abs(frame.d)
    for code in element:
        if local(code.tag) != "TextCode" or not code.text:
            continue
        x, y = _number(code.get("X")) or 0.0, _number(code.get("Y")) or 0.0
        steps = list(_steps(code.get("DeltaX", ""), len(code.text)))
        downs = list(_steps(code.get("DeltaY", ""), len(code.text)))
        space = False
        for at, text in enumerate(code.text):
            if text.isspace():
                space = True
            else:
                left, base = frame(x, y)
                width = wide if ord(text) > 0xFF else wide / 2
                low, high_ = base + _DESCENT * high, base - _ASCENT * high
                (a, b), (c, d) = sheet.point(left, low), sheet.point(left + width, high_)
                sheet.chars.append(Char(text, space, a, b, c, d, sheet.point(left, base)[1]))
                space = False
            x += steps[at] if at < len(steps) else size if ord(text) > 0xFF else size / 2
            y += downs[at] if at < len(downs) else 0.0


def _steps(written: str, most: int) -> Iterator[float]:
    """How far each character is from the one before; ``g 3 5`` stands for 5 5 5."""
    left = most
    for times, value, single in _STEP.findall(written):
        step = _number(value or single)
        for _ in range(min(left, int(times or 1))):
            yield step or 0.0
        left -= int(times or 1)
        if left <= 0:
            return


def _path(element: Element, frame: _Frame, sheet: _Sheet) -> None:
    """The straight lines of a drawing that run across or down."""
    data = next((e.text for e in element if local(e.tag) == "AbbreviatedData"), None)
    if len(sheet.rules) >= MOST_RULES:
        return
    points: list[tuple[float, float]] = []
    for sign, written in _DRAWN.findall(data or ""):
        numbers = [_number(n) or 0.0 for n in written.split()]
        if sign == "C" and points:
            points.append(points[0])
        elif sign in "SML" and len(numbers) >= 2:
            if sign != "L":
                _rules(points, sheet)
                points = []
            points.append(frame(numbers[0], numbers[1]))
        elif len(numbers) >= 2:  # a curve
            _rules(points, sheet)
            points = [frame(numbers[-2], numbers[-1])]
    _rules(points, sheet)


def _rules(points: Sequence[tuple[float, float]], sheet: _Sheet) -> None:
    for (x, y), (u, v) in pairwise(points):
        if min(abs(x - u), abs(y - v)) <= _THIN:
            (a, b), (c, d) = sheet.point(min(x, u), max(y, v)), sheet.point(max(x, u), min(y, v))
            sheet.rules.append((a, b, c, d))


def _number(written: str | None) -> float | None:
    return float(written) if written and _NUMBER.fullmatch(written.strip()) else None


def _numbers(written: str | None, count: int) -> tuple[float, ...] | None:
    found = [_number(word) for word in (written or "").split()]
    return tuple(n or 0.0 for n in found) if len(found) == count and None not in found else None
