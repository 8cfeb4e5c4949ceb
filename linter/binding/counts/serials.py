"""The numbers of a table's rows, which count on one by one."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.table import TypedTable
from linter.model import Span

_FEWEST = 4
"""So many rows at least are numbered in a column whose numbers are held against each other."""


class Serial(Struct, frozen=True):
    """A column of numbers: how many there are, and the only one that is out of its turn."""

    first: str
    count: int
    found: str = ""
    expected: str = ""
    span: Span | None = None


def serials(facts: Facts, called: Collection[str]) -> Iterator[Serial]:
    """The columns of some names whose numbers are all in their turn, or all but one."""
    for table in facts.tables:
        for at, column in enumerate(table.columns):
            if column.header.replace(" ", "") in called:
                yield from _counted(table, at)


def _counted(table: TypedTable, at: int) -> Iterator[Serial]:
    written = [(row.cells[at], row.texts[at]) for row in table.rows if row.texts[at]]
    words = [word for _, word in written]
    if len(words) < _FEWEST or not all(word.isascii() and word.isdecimal() for word in words):
        return
    first = int(words[0])
    wrong = [place for place, word in enumerate(words) if int(word) != first + place]
    if not wrong:
        yield Serial(words[0], len(words))
    elif len(wrong) == 1 and (cell := written[wrong[0]][0]) is not None:
        expected, span = str(first + wrong[0]), Span.of(cell)
        yield Serial(words[0], len(words), words[wrong[0]], expected, span)
