"""Whether rows of a table come to another, column by column."""

from __future__ import annotations

from collections.abc import Sequence

from linter.binding.averages import names_average
from linter.binding.slips import is_slip
from linter.binding.sums.tables.row_titles import title
from linter.facts.columns import Column
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity, comes_to
from linter.facts.table import Row, TypedTable
from linter.interval import total as sum_of
from linter.regexes.late import regex

_SUMMED = ("money", "score", "number", "person", "household", "person-time", "mu", "length", "area")
_NOT_SUMMED = frozenset(
    (
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
)
_COUNTS_ROWS = regex(r"^[\s*]*(?:行次|栏次|序号|编号|编码|代码|科目编码|项|项次)[\s*]*$")
"""The header of a column that numbers the rows."""
_FEWEST_COLUMNS = 2
_TELLING = 100
"""How many of its last digits a total counts that rows hardly come to by chance."""


def is_summed(column: Column, whole: Quantity) -> bool:
    """Whether figures like a total's in a column are added up: no rates, no prices, no targets."""
    if column.kind in _NOT_SUMMED or _COUNTS_ROWS.match(column.header):
        return False
    return whole.dimension in _SUMMED or whole.dimension.startswith("count:")


def adds_up(table: TypedTable, parts: list[Row], whole: Row) -> bool:
    """Whether some rows come to another in a column of figures that tell."""
    return any(
        total is not None
        and is_summed(column, total)
        and total.printed >= _TELLING * total.step
        and comes_to(total, (f for r in parts if (f := r.figures[at]) is not None))
        for at, (column, total) in enumerate(zip(table.columns, whole.figures, strict=True))
    )


def make_up(table: TypedTable, details: list[Row], whole: Row) -> bool:
    """Whether some rows come to another in most columns, and in two at least."""
    fits: list[bool] = []
    for index, column in enumerate(table.columns):
        total = whole.figures[index]
        figures = [f for row in details if (f := row.figures[index]) is not None]
        if total is None or not is_summed(column, total) or len(figures) < 2:
            continue
        if not total.printed or any(f.hedge for f in (total, *figures)):
            continue
        fits.append(comes_to(total, figures))
    return sum(fits) >= _FEWEST_COLUMNS and 2 * sum(fits) > len(fits)


def is_of_mean(facts: Facts, total: Row, whole: Quantity, figures: Sequence[Quantity]) -> bool:
    """Whether a total may be an average: in a row of both (合计/平均), or without a unit.

    Below a column of rates whose header does not say so (支出/到位) stands the rate of all. And a
    sum is less than two of its parts only where it lost a digit, or two figures are wrong. Nothing
    is the average of none but nothings.
    """
    sizes = [f.printed for f in figures]
    if not whole.printed or not min(sizes) <= whole.printed <= max(sizes):
        return False
    bare = whole.dimension == "number" and whole.step < 1
    if bare or names_average(facts, title(total)):
        return True
    if sum(size >= whole.printed for size in sizes) <= 1:
        return False
    literal = facts.text[whole.start : whole.end]
    return not is_slip(whole, literal, sum_of(f.value for f in figures), sure=True)
