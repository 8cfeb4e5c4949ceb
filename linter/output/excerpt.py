"""Excerpts: the lines of a document that a finding is about, cut to width, their places marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from linter.model import Document, Span
from linter.output.places import physical, printable
from linter.output.width import cell_len, fitting

_MORE = "…"
_FIGURE = frozenset("0123456789.,")
_BEFORE = 0.65
"""The share of the spare room that goes before the marked places: what leads to a figure names it."""


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

    def underline(self) -> str:
        """``^`` below the primary place and ``-`` below others, by cells."""
        under = ""
        for mark in self.marks:
            under += " " * (cell_len(self.text[: mark.start]) - len(under))
            cells = cell_len(self.text[: mark.end]) - len(under)
            under += ("^" if mark.primary else "-") * max(cells, 1)
        return under


def rows(document: Document, marks: Sequence[Mark], width: int) -> Iterator[Row]:
    """The rows, each at most ``width`` cells, that show the marked places of one document."""
    bounds = [(_line_around(document, mark.start), mark) for mark in sorted(marks)]
    for (start, end), group in groupby(bounds, key=lambda bound: bound[0]):
        text = printable(document.text[start:end])
        inside = [
            Mark(m.start - start, min(m.end, end) - start, m.primary) for _, m in group
        ]
        for part in _packed(text, _apart(inside), width - 2 * len(_MORE)):
            low, high = _window(text, part[0].start, part[-1].end, width)
            line, _ = physical(document, start + part[0].start)
            yield _row(line, text, low, high, part)


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
        for table in document.tables:
            if table.start <= offset <= table.end:
                for row in table.rows:
                    if row and row[0].start <= offset <= row[-1].end:
                        return row[0].start, row[-1].end
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


def _packed(text: str, marks: list[Mark], width: int) -> list[list[Mark]]:
    """The marks in as few groups as fit, each with all that lies between, within ``width``."""
    groups: list[list[Mark]] = []
    for mark in marks:
        if groups and cell_len(text[groups[-1][0].start : mark.end]) <= width:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    return groups


def _window(text: str, low: int, high: int, width: int) -> tuple[int, int]:
    """The stretch of a text around ``low``–``high`` that fits into ``width`` cells with its …"""
    if cell_len(text) <= width:
        return 0, len(text)
    spare = width - 2 * len(_MORE) - cell_len(text[low:high])
    if spare < 0:
        return low, low + fitting(text[low:high], width - 2 * len(_MORE))
    after = fitting(text[high:], spare)
    before = fitting(text[:low][::-1], max(int(spare * _BEFORE), spare - cell_len(text[high:])))
    low = _whole_figure(text, low - before, low)
    used = cell_len(text[low:high])
    after = min(after, fitting(text[high:], width - 2 * len(_MORE) - used))
    return low, high + after


def _whole_figure(text: str, low: int, limit: int) -> int:
    """The offset at or after ``low`` where no figure is cut in two."""
    while 0 < low < limit and text[low] in _FIGURE and text[low - 1] in _FIGURE:
        low += 1
    return low


def _row(line: int, text: str, low: int, high: int, marks: list[Mark]) -> Row:
    """One row; … says where the text was cut."""
    head = _MORE if low > 0 else ""
    tail = _MORE if high < len(text) else ""
    shift = len(head) - low
    inside = tuple(
        Mark(mark.start + shift, min(mark.end, high) + shift, mark.primary) for mark in marks
    )
    return Row(line, f"{head}{text[low:high]}{tail}", inside)
