"""Formulas of a table: a relation between columns that its rows vote for, or that its headers name.

A formula that holds in all rows but one is the table's own, and the one is wrong.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from linter.binding.relations.relation import is_dimension
from linter.binding.relations.tables.columns import Bound, ColumnRole, TableSpec, in_row
from linter.binding.relations.tables.headers import is_named
from linter.facts.columns import Column
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable
from linter.interval import Interval, exactly
from linter.language.expression import Equation
from linter.regexes.late import regex

_MIN_ROWS = 3
_FIRST = 4
"""At so many rows a formula is looked before it is tried at all."""
_FEWEST_VOTES = 2
_ROUGH = 0.06
_MOST_COLUMNS = 12
_TELLING = 20
"""So many of its last digits a figure counts that fits hardly by chance."""
_ALL = 1
_ADJUSTED = "adjusted"
"""The kind of a column that holds the budget of the whole year."""
_OF_MARKS = "score-rate"
_OF_RATES = regex(r"%\)?$|(?:比例|比重|占比|增幅|降幅|[减长降]率)$")
"""The name of a row of rates below rows of amounts: these add up, the rates do not."""


class Formula(Struct, frozen=True):
    """A formula of a table: columns by role, and its rows with figures for all roles."""

    columns: dict[str, int]
    rows: tuple[Bound, ...]
    failing: tuple[int, ...]


def formulas(
    table: TypedTable,
    spec: TableSpec,
    equation: Equation,
    is_otherwise: Callable[[Row, Bound], bool] | None = None,
) -> Iterator[Formula]:
    """The formula of each derived column: what most rows vote for, else what the headers name.

    A row that fails has no vote if it is otherwise explained.
    """
    every = [row for row in table.rows if not _OF_RATES.search(row.texts[0])]
    rows = [row for row in every if spec.totals or not row.total]
    totals = [] if spec.totals else [row for row in every if row.total]
    columns = {
        name: [
            at
            for at, dimensions in enumerate(table.dimensions(totals=spec.totals))
            if _holds_dimension(dimensions, role.dim) and _may_take(table.columns[at], role)
        ][:_MOST_COLUMNS]
        for name, role in spec.roles.items()
    }
    best_of: list[Formula] = []
    for derived in columns[spec.derived]:
        best: tuple[tuple[int, int, int], Formula] | None = None
        for found in _choices(spec, columns, derived):
            sure = is_named(table, spec, found)
            formula = _test(rows, found, equation, spec, (sure, is_otherwise))
            if formula is None:
                continue
            rank = _rank(formula, [in_row(row, found, spec) for row in totals], equation, table)
            if best is None or rank < best[0]:
                best = rank, formula
        if best is not None:
            best_of.append(best[1])
    yield from (formula for formula in best_of if not _is_turned(formula, best_of))


def _is_turned(formula: Formula, others: list[Formula]) -> bool:
    """Whether its columns have another formula that fails in fewer rows: 单价 is no product."""
    columns = {*formula.columns.values()}
    return any(
        columns == {*other.columns.values()} and len(other.failing) < len(formula.failing)
        for other in others
    )


def _rank(
    formula: Formula, totals: list[Bound | None], equation: Equation, table: TypedTable
) -> tuple[int, int, int]:
    """How well a formula fits, the less the better: in how many rows it fails, and which it is.

    Of two that fail in none, the one of more rows needs no other formula to explain the rest.

    What of the totals fits by the budget as it was adjusted, and not by the initial one, makes of a
    row that fits only by the latter the one that is wrong.
    """
    adjusted = any(table.columns[at].kind == _ADJUSTED for at in formula.columns.values())
    broken = sum(not equation.fits(bound) for bound in totals if bound is not None)
    failing = len(formula.failing)
    return failing + broken, 0 if adjusted else 1, -len(formula.rows)


def _choices(
    spec: TableSpec, columns: Mapping[str, list[int]], derived: int
) -> Iterator[dict[str, int]]:
    operands = [name for name in spec.roles if name != spec.derived]
    for picks in itertools.product(*(columns[name] for name in operands)):
        if derived not in picks and len(set(picks)) == len(picks):
            yield {spec.derived: derived, **dict(zip(operands, picks, strict=True))}


def _test(
    rows: list[Row],
    columns: dict[str, int],
    equation: Equation,
    spec: TableSpec,
    read: tuple[bool, Callable[[Row, Bound], bool] | None],
) -> Formula | None:
    named, is_otherwise = read
    every = ((row, figures) for row in rows if (figures := in_row(row, columns, spec)) is not None)
    first = list(itertools.islice(every, _FIRST))
    if len(first) < _MIN_ROWS or not _may_hold([figures for _, figures in first], equation):
        return None
    bound: list[Bound] = []
    failing: list[int] = []
    for row, figures in (*first, *every):
        if not equation.fits(figures) and not equation.fits(_as_printed(figures)):
            if is_otherwise is not None and is_otherwise(row, figures):
                continue
            failing.append(len(bound))
        bound.append(figures)
    telling = len({f.printed for figures in bound for f in figures.values()}) > len(columns)
    if not telling or len(failing) > max(1, len(bound) // 5):
        return None
    # a row of zeros fits any formula, and a rate of 100% any goal that was met
    votes = [figures for i, figures in enumerate(bound) if i not in failing]
    votes = [figures for figures in votes if _tells(figures, equation, spec.derived)]
    if not named:
        votes = [figures for figures in votes if figures[spec.derived].printed != _ALL]
    if sum(all(f.printed for f in figures.values()) for figures in votes) < _FEWEST_VOTES:
        return None
    return Formula(columns, tuple(bound), tuple(failing))


def _tells(figures: Bound, equation: Equation, derived: str) -> bool:
    """Whether a row that fits votes: a small whole number is within a half of many others."""
    figure = figures[derived]
    if abs(figure.printed) >= _TELLING * figure.step:
        return True
    return equation.fits({n: replace(f, value=exactly(f.printed)) for n, f in figures.items()})


def _as_printed(figures: Bound) -> Bound:
    """The figures with weights as they are printed: of a price without unit for a ton (吨)."""
    return {name: _bare(f) if f.dimension == "mass" else f for name, f in figures.items()}


def _bare(figure: Quantity) -> Quantity:
    low, high = (bound / figure.factor for bound in (figure.value.low, figure.value.high))
    return replace(figure, value=Interval(low, high), printed=figure.printed / figure.factor)


def _may_hold(bound: list[Bound], equation: Equation) -> bool:
    """A quick look in floating point at the first rows: one of them may be wrong."""
    misses = 0
    for figures in bound:
        left, right = equation.approximate({n: float(f.printed) for n, f in figures.items()})
        misses += abs(left[0] - right[0]) > _ROUGH * max(left[1], right[1], 1e-12)
    return misses <= 1


def _may_take(column: Column, role: ColumnRole) -> bool:
    """Whether a column may take a role by its rows: one of rates of marks where it is named."""
    return column.kind in role.headers or not (role.strict or column.kind == _OF_MARKS)


def _holds_dimension(dimensions: Counter[str], wanted: str) -> bool:
    """Whether most figures of a column are of a dimension.

    A bare number may be of any but a percentage's.
    """
    bare = wanted != "percent"
    fitting = sum(
        count
        for dimension, count in dimensions.items()
        if is_dimension(dimension, wanted) or (bare and dimension == "number")
    )
    return fitting >= _MIN_ROWS - 1 and fitting * 2 >= dimensions.total()
