"""Excerpts: the lines of a document that a finding is about, cut to width, their places marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from linter.model import Document, Span
from linter.output.places import physical, printable
from linter.output.width import MORE, Cells

_FIGURE = frozenset("0123456789.,")
_BEFORE = 0.65
"""The share of the spare room that goes before the marks: what leads to a figure names it."""


class Mark(Struct, frozen=True, order=True):
    """A stretch to mark, by offsets in the text at hand."""

    start: int
    end: int
    primary: bool


class Row(Struct, frozen=True):
    """One line of an excerpt: where it stands, its text, and its marks by offsets in that text."""

    line: int
    text: str
    marks: tuple[Mark, ...]

    def underline(self, cells: Cells) -> str:
        """``^`` below the primary place and ``-`` below others."""
        under = ""
        for mark in self.marks:
            under += " " * (cells.of(self.text[: mark.start]) - len(under))
            length = cells.of(self.text[: mark.end]) - len(under)
            under += ("^" if mark.primary else "-") * max(length, 1)
        return under


def rows(document: Document, marks: Sequence[Mark], width: int, cells: Cells) -> Iterator[Row]:
    """The rows, each at most ``width`` cells, that show the marked places of one document."""
    bounds = [(_line_around(document, mark.start), mark) for mark in sorted(marks)]
    for (start, end), group in groupby(bounds, key=lambda bound: bound[0]):
        inside = _apart([Mark(m.start, min(m.end, end), m.primary) for _, m in group])
        for part in _packed(document.text, inside, width - 2 * cells.of(MORE), cells):
            yield _row(document, start, end, part, width, cells)


def marks_of(primary: Span, others: Sequence[Span], document: int) -> list[Mark]:
    """The marks of a finding's places that lie in one document."""
    spans = dict.fromkeys(span for span in others if span != primary)
    marks = [Mark(s.start, s.end, primary=False) for s in spans if s.document == document]
    if primary.document == document:
        marks.append(Mark(primary.start, primary.end, primary=True))
    return marks


def _line_around(document: Document, offset: int) -> tuple[int, int]:
    """The paragraph, or the whole row of a table, that holds an offset."""
    block = document.block_at(offset)
    if block is None:
        start = document.text.rfind("\n", 0, offset) + 1
        end = document.text.find("\n", offset)
        return start, end if end >= 0 else len(document.text)
    if block.kind == "cell":
        at = bisect_right(document.tables, offset, key=lambda table: table.start) - 1
        rows = document.tables[at].rows if at >= 0 else ()
        at = bisect_right(rows, offset, key=lambda row: row[0].start if row else -1) - 1
        if at >= 0 and rows[at] and offset <= rows[at][-1].end:
            return rows[at][0].start, rows[at][-1].end
    return block.start, block.end


def _apart(marks: list[Mark]) -> list[Mark]:
    """The marks without overlaps; the primary one stays whole, others yield."""
    primary = next((mark for mark in marks if mark.primary), None)
    result: list[Mark] = []
    for mark in marks:
        start, end = mark.start, mark.end
        if not mark.primary and primary is not None:
            if primary.start <= start < primary.end:
                start = primary.end
            elif start < primary.start < end:
                end = primary.start
        if result:
            start = max(start, result[-1].end)
        if start < end or mark.primary:
            result.append(Mark(start, max(start, end), mark.primary))
    return result


def _packed(text: str, marks: list[Mark], width: int, cells: Cells) -> list[list[Mark]]:
    """The marks in as few groups as fit, each with all that lies between, within ``width``."""
    groups: list[list[Mark]] = []
    for mark in marks:
        start = groups[-1][0].start if groups else 0
        near = groups and mark.end - start <= width
        if near and cells.of(text[start : mark.end]) <= width:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _row(
    document: Document, start: int, end: int, marks: list[Mark], width: int, cells: Cells
) -> Row:
    """The row with some marks of the line ``start``–``end``; … says where it was cut.

    Only the neighbourhood is looked at: a line may be as long as its file.
    """
    first, last = marks[0].start, marks[-1].end
    if len(marks) == 1:
        last = min(last, first + width)
    low, high = max(start, first - width), min(end, last + width)
    text = printable(document.text[low:high])
    if (low, high) == (start, end) and cells.of(text) <= width:
        left, right = 0, len(text)
    else:
        left, right = _window(text, first - low, last - low, width - 2 * cells.of(MORE), cells)
    head = MORE if low + left > start else ""
    tail = MORE if low + right < end else ""
    shift = len(head) - low - left
    inside = (Mark(m.start + shift, min(m.end, low + right) + shift, m.primary) for m in marks)
    line, _ = physical(document, first)
    return Row(line, f"{head}{text[left:right]}{tail}", tuple(inside))


def _window(text: str, left: int, right: int, width: int, cells: Cells) -> tuple[int, int]:
    """The stretch around ``left``–``right`` that fits into ``width`` cells."""
    spare = width - cells.of(text[left:right])
    if spare < 0:
        return left, left + cells.fitting(text[left:right], width)
    before = max(int(spare * _BEFORE), spare - cells.of(text[right:]))
    left = _whole_figure(text, left - cells.fitting(text[:left][::-1], before), left)
    return left, right + cells.fitting(text[right:], width - cells.of(text[left:right]))


def _whole_figure(text: str, left: int, limit: int) -> int:
    """The offset at or after ``left`` where no figure is cut in two."""
    while 0 < left < limit and text[left] in _FIGURE and text[left - 1] in _FIGURE:
        left += 1
    return left
