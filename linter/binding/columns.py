"""Totals in tables: a total row against the rows that it sums, column by column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from linter.binding.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable
from linter.interval import exactly
from linter.late import regex
from linter.model import Severity

_SUMMED = ("money", "score", "number", "person", "household", "person-time", "mu", "length", "area")
_PART = regex(
    r"其中|财政拨款|财政资金|上年结转|其他资金|单位资金|专户|自筹|中央|省级|市级|县级|地方"
)
_SUBTOTAL = regex(r"小计")
_NOT_SUMMED = (
    "rate",
    "share",
    "price",
    "growth",
    "score-rate",
    "target",
    "actual",
    "level1",
    "level2",
    "level3",
)


def column_totals(facts: Facts) -> Iterator[Total]:
    """Each total of each column with its parts; nothing where the structure is not plain."""
    for table in facts.tables:
        if table.table.sure:
            for total, parts in _groups(table):
                yield from _totals(table, total, parts)


def single_parts(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """Each (part, total) of a total row with one row of 其中 below it, which no sum can be of."""
    for table in facts.tables:
        rows = table.rows if table.table.sure else ()
        for total, part, after in zip(rows, rows[1:], (*rows[2:], None), strict=False):
            if not total.total or not _title(part).startswith("其中"):
                continue
            if after is None or after.total or not _PART.search(_title(after)):
                yield from _shared(table, part, total)


def _shared(table: TypedTable, part: Row, total: Row) -> Iterator[tuple[Quantity, Quantity]]:
    for column, a, b in zip(table.columns, part.figures, total.figures, strict=True):
        if a is None or b is None or column.kind in _NOT_SUMMED or not _summed(b):
            continue
        if a.dimension == b.dimension and not (a.hedge or b.hedge):
            yield a, b


def _groups(table: TypedTable) -> Iterator[tuple[Row, list[Row]]]:
    """Total rows with the rows that they sum."""
    rows = list(table.rows)
    if not any(row.total for row in rows):
        return
    if rows[0].total and not any(row.total for row in rows[1:]):
        if len(rows) >= 3 and all(_PART.search(_title(row)) for row in rows[1:]):
            yield rows[0], rows[1:]
        return
    run: list[Row] = []
    subtotals: list[Row] = []
    for row in rows:
        if not row.total:
            run.append(row)
        elif any(_SUBTOTAL.search(text) for text in row.texts[:3]):
            own = _under(row, run)
            if len(own) >= 2:
                yield row, own
            subtotals += [r for r in run if r not in own]
            subtotals.append(row)
            run = []
        else:
            parts = [*subtotals, *run]
            if len(parts) >= 2:
                yield row, parts
            run, subtotals = [], []


def _under(subtotal: Row, rows: list[Row]) -> list[Row]:
    """The rows that a subtotal sums: those of its own first column, where that tells them apart."""
    name = re.sub(r"[\s*]|小计|合计", "", _title(subtotal))
    named: list[Row] = []
    current = ""
    for row in rows:
        current = row.texts[0] or current
        if name and re.sub(r"[\s*]", "", current).startswith(name):
            named.append(row)
    return named or rows


def _totals(table: TypedTable, total: Row, parts: list[Row]) -> Iterator[Total]:
    for index, column in enumerate(table.columns):
        whole = total.figures[index]
        if whole is None or column.kind in _NOT_SUMMED or not _summed(whole):
            continue
        listed = [row.figures[index] for row in parts if not _is_part_of_another(row, parts)]
        figures = [f for f in listed if f is not None]
        alone = len(figures) == 1 and all(row.texts[index] for row in parts)
        if len(figures) < (1 if alone else 2) or any(
            f.dimension != whole.dimension or f.hedge for f in figures
        ):
            continue
        gaps = sum(
            1 for row in parts if row.figures[index] is None and row.texts[index] not in _NONE
        )
        severity = Severity.warning if gaps else None
        if _are_whole([whole, *figures]) and not whole.exact:
            counted = [structs.replace(f, value=exactly(f.printed)) for f in (whole, *figures)]
            whole, figures, severity = counted[0], counted[1:], Severity.warning
        yield Total(whole, tuple(figures), severity=severity)


_NONE = ("", "-", "—", "/", "——", "0", "--", "无")


def _are_whole(figures: list[Quantity]) -> bool:
    """Whether figures other than amounts are all printed whole: tables add these up as printed."""
    return all(f.dimension not in ("money", "score") and f.step >= f.factor for f in figures)


def _summed(whole: Quantity) -> bool:
    return whole.dimension in _SUMMED or whole.dimension.startswith("count:")


def _is_part_of_another(row: Row, rows: list[Row]) -> bool:
    return _title(row).startswith(("其中", "-其中", "—其中")) and not all(
        _PART.search(_title(r)) for r in rows
    )


def _title(row: Row) -> str:
    return re.sub(
        r"[\s*]", "", next((t for t in row.texts if t and not t.replace(".", "").isdigit()), "")
    )
