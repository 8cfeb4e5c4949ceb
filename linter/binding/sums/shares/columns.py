"""Columns of shares: each is its row's part of the column's total, and all come to 100%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.binding.slips import is_slip, needed_parts, slipped
from linter.binding.sums.totals import Total
from linter.facts.columns import Column
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable
from linter.interval import exactly
from linter.interval import total as sum_of
from linter.language.expression import Equation
from linter.regexes.late import regex

_SHARE = regex("占|比重|构成|份额")
_OF_OTHER = regex("率|完成|执行|预算|计划|目标|到位|应|增|较|同比")
"""In a header: a rate of its own row, not a share of the column."""
_WHOLE = Decimal(1)
_FEWEST = 3
_DIGITS = 3


def column_shares(facts: Facts, equation: Equation) -> Iterator[tuple[dict[str, Quantity], bool]]:
    """The shares of each column with part and total, if but one is no share; whether each fits.

    Only of tables with a total row: its figure is the whole.
    """
    for table in facts.tables:
        for at in _columns(table):
            found = _of_total(table, at, equation)
            for figures in found:
                holds = equation.fits(figures)
                if holds or slipped(figures, (equation,), facts.text, sure=True):
                    yield figures, holds


def column_share_sums(facts: Facts) -> Iterator[Total]:
    """The shares of each column that make up 100%, or would but for a slip in one."""
    for table in facts.tables:
        for at in _columns(table):
            rows, totals = _parted(table, at)
            if any(_is_of_its_row(row.figures[at]) for row in totals):
                continue
            parts = [f for row in rows if (f := row.figures[at]) is not None]
            if len(parts) < _FEWEST or len(parts) < len(rows) or any(f.hedge for f in parts):
                continue
            if sum_of(f.value for f in parts).meets(exactly(_WHOLE)) or _is_slipped(facts, parts):
                yield Total(None, tuple(parts), fixed=_WHOLE)


def _is_of_its_row(share: Quantity | None) -> bool:
    """Whether a total row has a share of its own, as has each row of what stands beside it."""
    return share is not None and not share.value.meets(exactly(_WHOLE))


def _is_slipped(facts: Facts, parts: list[Quantity]) -> bool:
    return any(
        is_slip(part, facts.text[part.start : part.end], needed, _DIGITS, sure=True)
        for part, needed in needed_parts(exactly(_WHOLE), parts)
    )


def _columns(table: TypedTable) -> Iterator[int]:
    """The columns of shares of a table."""
    if not table.table.sure:
        return
    for at, column in enumerate(table.columns):
        figures = [row.figures[at] for row in table.rows if row.figures[at] is not None]
        shares = all(f.dimension == "percent" for f in figures if f)
        if len(figures) >= _FEWEST and shares and _is_of_shares(column):
            yield at


def _is_of_shares(column: Column) -> bool:
    return bool(_SHARE.search(column.header)) and not _OF_OTHER.search(column.header)


def _of_total(table: TypedTable, at: int, equation: Equation) -> list[dict[str, Quantity]]:
    """The shares with the part and total of the one column that most of them are shares of."""
    rows, totals = _parted(table, at)
    if len(totals) != 1:
        return []
    best: list[dict[str, Quantity]] = []
    for index, whole in enumerate(totals[0].figures):
        if index == at or whole is None or whole.dimension == "percent" or whole.hedge:
            continue
        bound = list(_bound(rows, at, index, whole))
        fits = sum(equation.fits(figures) for figures in bound)
        if fits == len(bound) >= _FEWEST - 1:
            return bound
        if not best and fits >= _FEWEST - 1 and fits >= len(bound) - 1:
            best = bound
    return best


def _parted(table: TypedTable, at: int) -> tuple[list[Row], list[Row]]:
    """The rows of parts and those of totals; a last one of 100% is a total by any name (全年)."""
    rows = [row for row in table.rows if not row.total]
    totals = [row for row in table.rows if row.total]
    last = rows[-1].figures[at] if rows and not totals else None
    return (rows[:-1], rows[-1:]) if last and last.printed == _WHOLE else (rows, totals)


def _bound(rows: list[Row], at: int, index: int, whole: Quantity) -> Iterator[dict[str, Quantity]]:
    for row in rows:
        rate, part = row.figures[at], row.figures[index]
        if rate is not None and part is not None and not (rate.hedge or part.hedge):
            yield {"rate": rate, "part": part, "whole": whole}
