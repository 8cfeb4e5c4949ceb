"""Rows that are details of the row above them: below 其中, or told by their figures alone."""

from __future__ import annotations

import itertools

from linter.binding.sums.tables.adding_up import adds_up, is_summed, make_up
from linter.binding.sums.tables.row_titles import is_detail, is_source
from linter.facts.table import Row, TypedTable

_MOST, _FEWEST, _MOST_TRIED = 24, 2, 100
"""How many rows below 其中 may make up the row above it, and how many rows a total has; in how many
ways rows are left out.
"""


def parted(
    table: TypedTable, rows: list[Row], whole: Row
) -> tuple[list[Row], list[tuple[Row, list[Row]]], bool]:
    """The rows that make up a total, and rows among them with those that in turn make them up.

    Below 其中 stand details of the row above, of which only the figures tell how many they are;
    where these do not, the last value is true: what is left may not be what the total is of.
    Where no word tells them, rows that make up the one above them are its details, if the others
    make up the total, and all do not. Of a single column of figures the total tells, too, whether
    what seems to be details is that.
    """
    first_level = not any(is_detail(row) for row in rows[1:])
    if first_level and all(map(is_source, rows)):
        return rows, [], False
    nested = first_level and not make_up(table, rows, whole)
    found = _split(table, rows, nested=nested)
    if nested and not (found[1] and make_up(table, found[0], whole)):
        return rows, [], False
    if first_level or adds_up(table, found[0], whole):
        return found
    parts, details, loose = found
    if _is_single(table, whole):
        parts, details, loose = _split(table, rows, single=True)
        if adds_up(table, parts, whole):
            return parts, details, False
    some = _without_untold(table, rows, whole) if loose else None
    if some is not None:
        return some, [], False
    return (parts, [], True) if parts is not found[0] and len(parts) >= _FEWEST else found


def _without_untold(table: TypedTable, rows: list[Row], whole: Row) -> list[Row] | None:
    """The rows that make up a total, where those right behind one below 其中 are details as well.

    No figure tells how many they are, as all together they need not make up the row above.
    """
    at = [n for n, row in enumerate(rows) if n and is_detail(row)]
    ends = [*(n - 1 for n in at[1:]), len(rows)]
    runs = (range(low + 1, max(low, high) + 1) for low, high in zip(at, ends, strict=True))
    for chosen in itertools.islice(itertools.product(*runs), _MOST_TRIED):
        left_out = {n for low, high in zip(at, chosen, strict=True) for n in range(low, high)}
        parts = [row for n, row in enumerate(rows) if n not in left_out]
        if len(parts) >= _FEWEST and adds_up(table, parts, whole):
            return parts
    return None


def _split(
    table: TypedTable, rows: list[Row], *, nested: bool = False, single: bool = False
) -> tuple[list[Row], list[tuple[Row, list[Row]]], bool]:
    """The rows that are no details, those with details, and whether some are left in doubt."""
    makes = adds_up if single else make_up
    parts: list[Row] = []
    details: list[tuple[Row, list[Row]]] = []
    at, loose = 0, False
    while at < len(rows):
        parts.append(rows[at])
        at += 1
        if at == len(rows) or not (nested or is_detail(rows[at])):
            continue
        ends = range(min(len(rows), at + _MOST), at + 1, -1)
        end = next((e for e in ends if makes(table, rows[at:e], rows[at - 1])), None)
        if end is not None:
            details.append((rows[at - 1], rows[at:end]))
        if nested:
            at = end or at
            continue
        loose = loose or (end is None and at + 1 < len(rows))
        at = end or at + 1
    return parts, details, loose


def _is_single(table: TypedTable, row: Row) -> bool:
    """Whether only one figure of a row is added up."""
    cells = zip(table.columns, row.figures, strict=True)
    return sum(f is not None and is_summed(column, f) for column, f in cells) == 1
