"""The sides of a table that tells two things beside each other: 收入, 决算数, 支出, 决算数."""

from __future__ import annotations

from msgspec import structs

from linter.facts.table import Row, TypedTable, is_total

_FEWEST = 2


def sides(table: TypedTable) -> list[TypedTable]:
    """The table itself, or its sides: a row has the word for a total in the first column of each.

    What is below 其中 on one side is beside what it has nothing to do with.
    """
    starts = next((found for row in table.rows if len(found := _starts(row)) >= _FEWEST), [])
    if not starts or starts[0]:
        return [table]
    ends = [*starts[1:], len(table.columns)]
    return [_side(table, low, high) for low, high in zip(starts, ends, strict=True)]


def _starts(row: Row) -> list[int]:
    """Where a word for a total stands with a figure right behind it."""
    if not row.total:
        return []
    beside = zip(row.texts, row.figures[1:], strict=False)
    return [n for n, (text, figure) in enumerate(beside) if figure is not None and is_total(text)]


def _side(table: TypedTable, low: int, high: int) -> TypedTable:
    rows = (
        Row(
            row.cells[low:high],
            row.texts[low:high],
            row.figures[low:high],
            any(map(is_total, filter(None, row.texts[low:high]))),
        )
        for row in table.rows
        if any(row.texts[low:high])
    )
    return structs.replace(table, columns=table.columns[low:high], rows=tuple(rows))
