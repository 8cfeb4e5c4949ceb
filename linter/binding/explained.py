"""Whether words near a figure explain it: around it or its table, and in its row.

A form prints 上年结转资金 and 年初预算数 whether there is any or not; so a table's other rows
explain nothing.
"""

from __future__ import annotations

import re

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable

_AROUND = 400
"""How far from a figure or its table, in its section, an explanation may stand."""


def is_explained(facts: Facts, figure: Quantity, words: re.Pattern[str]) -> bool:
    """Whether one of the words explains a figure."""
    low, high = facts.windows.bounds("section", figure.start)
    table, row = facts.cells.get(figure.start, (None, None))
    start, end = (table.table.start, table.table.end) if table else (figure.start, figure.end)
    if words.search(facts.text, max(low, start - _AROUND), start):
        return True
    if words.search(facts.text, end, min(max(end, high), end + _AROUND)):
        return True
    return bool(table and row and words.search(_named(table, row)))


def _named(table: TypedTable, row: Row) -> str:
    """The headers of a table with what a row says in words."""
    said = (t for t, f in zip(row.texts, row.figures, strict=True) if f is None)
    return " ".join((*(column.header for column in table.columns), *said))
