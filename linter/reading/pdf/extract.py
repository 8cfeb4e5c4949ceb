"""Run as a program of its own: a PDF's bytes on standard input, its pages on standard output.

pdfium is C, and what a hostile file can do to it (crash, loop, fill the memory) must stop at the
edge of a process. So this file imports nothing of the project, and what it writes is plain: a line
of JSON ``{"pages": n}`` or ``{"error": code}``, for each page a line ``{"width", "height", "turn",
"image", "characters", "rules"}`` and its arrays in the machine's own byte order, at the end
``{"end": reason}``, where an empty reason says that all was read. Coordinates are points from the
lower left of the page as its text is upright; ``turn`` is how many quarters further it was turned
than the page is shown.
"""

from __future__ import annotations

import json
import math
import sys
import time
from array import array
from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_double, c_float, c_int
from itertools import pairwise
from typing import Any, BinaryIO

import pypdfium2_raw as pdfium

SPACE = 1 << 24
"""Added to the code of a character before which a space is written."""
_PAGES, _CHARACTERS, _RULES, _OBJECTS = 2_000, 400_000, 20_000, 50_000
_SECONDS, _MEMORY = 4.0, 400 << 20
"""The processor's time (a busy machine must not change what is read), and the memory beside twice
the file itself."""
_DEEPEST = 4
_THIN = 3.0
_SPACES = frozenset((0x20, 0x09, 0xA0, 0x3000, *range(0x2000, 0x200B)))
_UNSEEN = frozenset((0x00, 0x02, 0x0A, 0x0D, 0xFFFE, 0xFFFF))

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]


class Stop(Exception):  # noqa: N818 - no error
    """A limit was reached."""


class View:
    """How a page's own coordinates become those of the page turned by quarters, clockwise."""

    def __init__(self, page: Any, turn: int) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, byref(box))
        self._left, self._bottom = box.left, box.bottom
        self._width, self._height = box.right - box.left, box.top - box.bottom
        self._turn = turn
        sizes = (self._width, self._height)
        self.width, self.height = sizes if turn % 2 == 0 else sizes[::-1]

    def __call__(self, x: float, y: float) -> Point:
        """A point."""
        x, y = x - self._left, y - self._bottom
        if self._turn == 0:
            return x, y
        if self._turn == 1:
            return y, self._width - x
        if self._turn == 2:
            return self._width - x, self._height - y
        return self._height - y, x

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, ...]:
        """A box, its sides in the same order."""
        (a, b), (c, d) = self(left, bottom), self(right, top)
        return min(a, c), min(b, d), max(a, c), max(b, d)


def main(source: BinaryIO, out: BinaryIO, size: int) -> None:
    """Reads a file of so many bytes; writes each page when it is read, so that none is lost."""
    deadline = time.process_time() + _SECONDS
    _limit(_MEMORY + 2 * size)
    data = source.read()
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        _say(out, {"error": pdfium.FPDF_GetLastError()})
        return
    pages = pdfium.FPDF_GetPageCount(document)
    _say(out, {"pages": pages})
    left = _CHARACTERS
    for number in range(min(pages, _PAGES)):
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            _say(out, {"width": 0, "height": 0, "turn": 0, "image": 0, "characters": 0, "rules": 0})
            continue
        try:
            left -= _page(page, out, left, deadline)
        except Stop as stop:
            _say(out, {"end": str(stop)})
            return
        pdfium.FPDF_ClosePage(page)
    _say(out, {"end": "pages" if pages > _PAGES else ""})


def _say(out: BinaryIO, told: dict[str, Any]) -> None:
    out.write(json.dumps(told).encode() + b"\n")
    out.flush()


def _limit(memory: int) -> None:
    """Bounds this process where the system can."""
    try:
        import resource
    except ImportError:
        return
    bounds = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, math.ceil(_SECONDS) + 1),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, bound in bounds:
        try:
            resource.setrlimit(kind, (bound, resource.getrlimit(kind)[1]))
        except (OSError, ValueError):
            continue


def _page(page: Any, out: BinaryIO, most: int, deadline: float) -> int:
    text = pdfium.FPDFText_LoadPage(page)
    try:
        codes, numbers, quarters = _codes(text, most, deadline)
        shown = pdfium.FPDFPage_GetRotation(page)
        usual = Counter(quarters).most_common(1)
        view = View(page, usual[0][0] if usual else shown)
        boxes = _boxes(text, numbers, view, deadline)
    finally:
        pdfium.FPDFText_ClosePage(text)
    rules, image = _drawn(page, view, deadline)
    _say(
        out,
        {
            "width": view.width,
            "height": view.height,
            "turn": (usual[0][0] - shown) % 4 if usual else 0,
            "image": image,
            "characters": len(codes),
            "rules": len(rules) // 4,
        },
    )
    out.write(codes.tobytes() + boxes.tobytes() + rules.tobytes())
    out.flush()
    return len(codes)


def _codes(text: Any, most: int, deadline: float) -> tuple[array[int], list[int], list[int]]:
    """The codes of what is visible and upright, their numbers, and their quarters of a turn."""
    unicode_of, angle_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetCharAngle
    codes, numbers, quarters = array("I"), [], []
    space = 0
    for number in range(max(pdfium.FPDFText_CountChars(text), 0)):
        if number % 4096 == 0 and time.process_time() > deadline:
            raise Stop("time")
        code = unicode_of(text, number)
        if code in _SPACES:
            if not pdfium.FPDFText_IsGenerated(text, number):
                space = SPACE
            continue
        if code in _UNSEEN and (code or pdfium.FPDFText_IsGenerated(text, number)):
            continue
        turns = -angle_of(text, number) / (math.pi / 2)
        if abs(turns - round(turns)) > 0.06:
            continue  # a watermark across the page
        if len(codes) >= most:
            raise Stop("characters")
        if 0xDC00 <= code < 0xE000 and codes and 0xD800 <= codes[-1] & ~SPACE < 0xDC00:
            high = codes[-1] & ~SPACE
            codes[-1] += 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 - high
            continue
        codes.append((code if 0 < code < 0x110000 else 0xFFFD) + space)
        numbers.append(number)
        quarters.append(round(turns) % 4)
        space = 0
    return codes, numbers, quarters


def _boxes(text: Any, numbers: list[int], view: View, deadline: float) -> array[float]:
    """Left, bottom, right, top and base line of each character."""
    box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    at_box, at_x, at_y = byref(box), byref(x), byref(y)
    box_of, origin_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
    boxes = array("f")
    for n, number in enumerate(numbers):
        if n % 4096 == 0 and time.process_time() > deadline:
            raise Stop("time")
        box_of(text, number, at_box)
        origin_of(text, number, at_x, at_y)
        boxes.extend(view.box(box.left, box.bottom, box.right, box.top))
        boxes.append(view(x.value, y.value)[1])
    return boxes


def _drawn(page: Any, view: View, deadline: float) -> tuple[array[float], float]:
    """The straight lines along a page's sides, and how much of it its largest image fills."""
    rules, image = array("f"), 0.0
    area = max(view.width * view.height, 1.0)
    for count, (kind, item, matrix) in enumerate(_objects(page)):
        if count % 256 == 0 and time.process_time() > deadline:
            raise Stop("time")
        if count >= _OBJECTS:
            break
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = _bounds(item)
            corners = [_moved(matrix, *point) for point in ((left, bottom), (right, top))]
            a, b, c, d = view.box(*corners[0], *corners[1])
            image = max(image, min((c - a) * (d - b) / area, 1.0))
        elif len(rules) < 4 * _RULES:
            for line in _lines(item, matrix):
                rules.extend(view.box(*line))
    return rules, image


def _objects(page: Any) -> Iterator[tuple[int, Any, Matrix]]:
    """The paths and images of a page, those in its forms too, with the matrix they are drawn by."""
    stack: list[tuple[Any, int, int, Matrix, int]] = []
    holder, at, count = page, 0, pdfium.FPDFPage_CountObjects(page)
    outer: Matrix = (1, 0, 0, 1, 0, 0)
    depth = 0
    while True:
        if at >= count:
            if not stack:
                return
            holder, at, count, outer, depth = stack.pop()
            continue
        get = pdfium.FPDFFormObj_GetObject if depth else pdfium.FPDFPage_GetObject
        item = get(holder, at)
        at += 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            stack.append((holder, at, count, outer, depth))
            outer = _product(_matrix(item), outer)
            holder, at, depth = item, 0, depth + 1
            count = pdfium.FPDFFormObj_CountObjects(item)
        elif kind in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            yield kind, item, outer


def _lines(path: Any, outer: Matrix) -> Iterator[tuple[float, float, float, float]]:
    """The drawn lines of a path: stroked ones, and filled boxes as thin as a line."""
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    if not fill.value and not stroke.value:
        return
    matrix = _product(_matrix(path), outer)
    run: list[Point] = []
    for starts, closes, point in _points(path, matrix):
        if starts and run:
            yield from _of_run(run, stroked=bool(stroke.value))
            run = []
        run.append(point)
        if closes:
            run.append(run[0])
    yield from _of_run(run, stroked=bool(stroke.value))


def _of_run(run: list[Point], *, stroked: bool) -> Iterator[tuple[float, float, float, float]]:
    if stroked:
        for (a, b), (c, d) in pairwise(run):
            if min(abs(a - c), abs(b - d)) < 1.0:
                yield a, b, c, d
    elif run:
        xs, ys = [x for x, _ in run], [y for _, y in run]
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
            yield min(xs), min(ys), max(xs), max(ys)


def _points(path: Any, matrix: Matrix) -> Iterator[tuple[bool, bool, Point]]:
    x, y = c_float(), c_float()
    for number in range(min(pdfium.FPDFPath_CountSegments(path), 4 * _RULES)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        starts = pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO
        closes = bool(pdfium.FPDFPathSegment_GetClose(segment))
        yield starts, closes, _moved(matrix, x.value, y.value)


def _bounds(item: Any) -> tuple[float, float, float, float]:
    a, b, c, d = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(item, byref(a), byref(b), byref(c), byref(d))
    return a.value, b.value, c.value, d.value


def _matrix(item: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, byref(m)):
        return (1, 0, 0, 1, 0, 0)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _moved(m: Matrix, x: float, y: float) -> Point:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    return (
        a * outer[0] + b * outer[2],
        a * outer[1] + b * outer[3],
        c * outer[0] + d * outer[2],
        c * outer[1] + d * outer[3],
        *_moved(outer, e, f),
    )


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer, int(sys.argv[1]))
