"""Total rows of a table, and the rows that each of them sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.binding.averages import names_average
from linter.binding.sums.tables.adding_up import adds_up, make_up
from linter.binding.sums.tables.row_titles import (
    is_of_period,
    is_of_year,
    is_source,
    is_subtotal,
    title,
)
from linter.facts.facts import Facts
from linter.facts.table import Row, TypedTable

_FEWEST_ROWS, _FEWEST_PERIODS, _FEWEST = 3, 2, 2
_ALL = "总计"


def groups(facts: Facts, table: TypedTable) -> Iterator[tuple[Row, list[Row]]]:
    """Total rows with the rows that they sum."""
    rows = _until_words(table.rows)
    if not any(row.total for row in rows):
        yield from _of_year(rows) or _made_up(table, rows)
        return
    if rows[0].total and not any(row.total for row in rows[1:]):
        if is_headed(rows) or (len(rows) > _FEWEST_ROWS and adds_up(table, rows[1:], rows[0])):
            yield rows[0], rows[1:]
        return
    if rows[0].total and not rows[-1].total:
        yield from _below(facts, rows)
        return
    yield from _above(table, rows)


def is_headed(rows: Sequence[Row]) -> bool:
    """Whether the first row is called the total of the sources of money below it."""
    sources = all(map(is_source, rows[1:]))
    return rows[0].total and len(rows) >= _FEWEST_ROWS and sources


def _above(table: TypedTable, rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Total rows that stand below the rows that they sum, with subtotals among these."""
    run: list[Row] = []
    subtotals: list[Row] = []
    last: Row | None = None
    for at, row in enumerate(rows):
        if not row.total:
            run.append(row)
        elif is_subtotal(row):
            own = _under(row, run)
            own = _last_of(table, run, row) if own is run else own
            # one of several at the end is of a part of the rows, which only their names tell
            several = at + 1 < len(rows) and is_subtotal(rows[at + 1]) and own is run
            if len(own) >= 2 and not several:
                yield row, own
            named = set(map(id, own))
            subtotals += [r for r in run if id(r) not in named]
            subtotals.append(row)
            run = []
        else:
            parts = _since(table, last, [*subtotals, *run], row)
            if len(parts) >= _FEWEST:
                yield row, parts
            run, subtotals, last = [], [], row


def _since(table: TypedTable, last: Row | None, parts: list[Row], whole: Row) -> list[Row]:
    """What a total is of: the rows since the last one, with that where it is carried on.

    本年收入合计, 使用结余, 年初结转, 总计: the last adds to the first what the year did not bring.
    """
    if last is None or len(parts) < _FEWEST or adds_up(table, parts, whole):
        return parts
    carried = _ALL in title(whole) and _ALL not in title(last)
    return [last, *parts] if carried or adds_up(table, [last, *parts], whole) else parts


def _under(subtotal: Row, rows: list[Row]) -> list[Row]:
    """The rows that a subtotal sums: those of its own first column, where that tells them apart."""
    name = re.sub(r"[\s*]|小计|合计", "", title(subtotal))
    named: list[Row] = []
    current = ""
    for row in rows:
        current = row.texts[0] or current
        if name and re.sub(r"[\s*]", "", current).startswith(name):
            named.append(row)
    return named or rows


def _last_of(table: TypedTable, rows: list[Row], subtotal: Row) -> list[Row]:
    """The rows right above a subtotal that come to it where all do not: 项目小计 below 基本支出."""
    tails = (rows[first:] for first in range(len(rows) - 1))
    return next((tail for tail in tails if make_up(table, tail, subtotal)), rows)


def _below(facts: Facts, rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Total rows that stand above the rows that they sum: 东片合计, 甲镇, 乙镇, 西片合计, 丙镇."""
    places = [at for at, row in enumerate(rows) if row.total]
    for at, end in zip(places, [*places[1:], len(rows)], strict=True):
        if end - at > 2:
            yield rows[at], [r for r in rows[at + 1 : end] if not names_average(facts, title(r))]


def _made_up(table: TypedTable, rows: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """The last row, where the rows above come to it in most columns: 全市 below its districts."""
    parts = list(rows[:-1])
    if len(parts) < _FEWEST_ROWS or not make_up(table, parts, rows[-1]):
        return []
    return [(rows[-1], parts)]


def _of_year(rows: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """The last row, where it is the year's, with the quarters or months above it."""
    if len(rows) > _FEWEST_PERIODS and is_of_year(rows[-1]) and all(map(is_of_period, rows[:-1])):
        return [(rows[-1], list(rows[:-1]))]
    return []


def _until_words(rows: Sequence[Row]) -> list[Row]:
    """The rows without those at the end that are in words: a form's goals below its money."""
    last = len(rows)
    while last and _is_in_words(rows[last - 1]):
        last -= 1
    return list(rows[:last])


def _is_in_words(row: Row) -> bool:
    """Whether a row has no figure, and words behind its name: dashes stand for no money."""
    return not any(row.figures) and any(c.isalpha() for text in row.texts[1:] for c in text)
