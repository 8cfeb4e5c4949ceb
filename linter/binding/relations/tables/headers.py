"""Columns by what their headers say: which may take a role, and which surely."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from linter.binding.relations.tables.columns import Bound, TableSpec, in_row
from linter.facts.columns import Column
from linter.facts.table import Row, TypedTable
from linter.facts.year import YEARS


def admitted(
    table: TypedTable,
    row: Row,
    spec: TableSpec,
    kinds: tuple[str, ...],
    bindings: Iterable[Bound],
) -> list[Bound]:
    """The bindings of a row whose denominators stand in columns of the kinds that a profile admits.

    All of them where it admits any, or the table has no column of these kinds.
    """
    bindings = list(bindings)
    admissible = _cells_of(table, row, lambda column: column.kind in kinds)
    for name, role in spec.roles.items():
        rates = _cells_of(table, row, partial(_is_called, role.denominator_of))
        right = [
            bound
            for bound in bindings
            if bound[spec.derived].start in rates and bound[name].start in admissible
        ]
        if right:
            return right
    return bindings


def are_sure(table: TypedTable, row: Row, spec: TableSpec, bound: Bound) -> bool:
    """Whether the headers of all figures of a row name their roles surely."""
    kinds = {name: table.columns[row.column_of(figure)].kind for name, figure in bound.items()}
    return not any(kinds[name] in role.maybe for name, role in spec.roles.items())


def is_named(table: TypedTable, spec: TableSpec, columns: Mapping[str, int]) -> bool:
    """Whether the header of the derived column allows the others to take their roles."""
    derived = table.columns[columns[spec.derived]].header.partition("(")[0]
    years = set(YEARS.findall(derived))
    for name, role in spec.roles.items():
        column = table.columns[columns[name]]
        if any(word in column.header for word in role.without):
            return False
        words = role.said_by.get(column.kind or "")
        if words and not any(
            derived == word[1:] if word.startswith("=") else word in derived for word in words
        ):
            return False
        if words and years and not years <= set(YEARS.findall(column.header)):
            return False
    return True


def _is_called(words: tuple[str, ...], column: Column) -> bool:
    return any(word in column.header for word in words)


def _cells_of(table: TypedTable, row: Row, wanted: Callable[[Column], bool]) -> set[int]:
    """Where a row's figures of some columns begin."""
    return {
        figure.start
        for column, figure in zip(table.columns, row.figures, strict=True)
        if figure is not None and wanted(column)
    }


def named(table: TypedTable, spec: TableSpec) -> Iterator[tuple[Row, tuple[Bound, ...]]]:
    """For tables of few rows: each row's figures by header, one binding an admissible column."""
    places = [
        [
            at
            for at, column in enumerate(table.columns)
            if column.kind in (*role.headers, *role.maybe)
        ]
        for role in spec.roles.values()
    ]
    choices = [
        dict(zip(spec.roles, picks, strict=True))
        for picks in itertools.product(*places)
        if len({*picks}) == len(picks)
    ]
    choices = [columns for columns in choices if is_named(table, spec, columns)]
    if not choices:
        return
    for row in table.rows:
        if row.total and not spec.totals:
            continue
        every = (in_row(row, columns, spec) for columns in choices)
        bindings = tuple(figures for figures in every if figures is not None)
        if bindings:
            yield row, bindings
