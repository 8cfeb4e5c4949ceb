"""Formulas of a table: a relation between columns that its rows vote for, or that its headers name.

A formula that holds in all rows but one is the table's own, and the one is wrong.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from linter.binding.relations.relation import is_dimension
from linter.facts.quantity import Quantity
from linter.facts.table import Column, Row, TypedTable
from linter.language.expression import Equation
from linter.language.needs import Spec
from linter.late import regex

_MIN_ROWS = 3
_FIRST = 4
"""At so many rows a formula is looked before it is tried at all."""
_FEWEST_VOTES = 2
_BARE = "number"
_ROUGH = 0.06
_MOST_COLUMNS = 12
_ALL = 1
_OF_YEAR = regex(r"(?:19|20)\d\d")
_OF_RATES = regex(r"%\)?$|(?:比例|比重|占比|增幅|降幅|[减长降]率)$")
"""The name of a row of rates below rows of amounts: these add up, the rates do not."""


Bound = dict[str, Quantity]
"""The figures of a row by role."""


class ColumnRole(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """What a column must hold to take a role."""

    dim: str = "any"
    same_dim: str | None = None
    headers: tuple[str, ...] = ()
    """Kinds of header that name the role, where there are too few rows to vote."""
    maybe: tuple[str, ...] = ()
    """Kinds of header that name it less surely: by these a failure is no more than a doubt."""
    strict: bool = False
    """Whether only a column under such a header may take the role, however its rows vote."""
    without: tuple[str, ...] = ()
    """Words in the header of a column that no header names for the role, whatever else it says."""
    said_by: dict[str, tuple[str, ...]] = {}
    """Words of the derived column's header, one of which a column of a kind needs to take the role.

    ``=完成率`` is the whole of the header.
    """
    denominator_of: tuple[str, ...] = ()
    """Words in the derived column's header for which the profile says what may take the role."""


class TableSpec(Spec, frozen=True):
    """A formula over columns and what may take its roles; ``totals``: in total rows too."""

    derived: str
    roles: dict[str, ColumnRole]
    where: str
    totals: bool = True
    otherwise: tuple[str, ...] = ()
    """Formulas with the figure of any ``other`` column, one of which explains a row that fails."""
    less: tuple[str, ...] = ()
    """Words in the cells of a row whose goal is met by less than was planned."""

    def equations(self) -> Iterator[str]:
        """The formula, and those that explain a failure."""
        yield from (self.where, *self.otherwise)


class Formula(Struct, frozen=True):
    """A formula of a table: columns by role, and its rows with figures for all roles."""

    columns: dict[str, int]
    rows: tuple[dict[str, Quantity], ...]
    failing: tuple[int, ...]
    voted: bool


def formulas(
    table: TypedTable,
    spec: TableSpec,
    equation: Equation,
    is_otherwise: Callable[[Row, Bound], bool] | None = None,
) -> Iterator[Formula]:
    """The formula of each derived column: what most rows vote for, else what the headers name.

    A row that fails has no vote if it is otherwise explained.
    """
    rows = [
        row
        for row in table.rows
        if (spec.totals or not row.total) and not _OF_RATES.search(row.texts[0])
    ]
    columns = {
        name: [
            at
            for at, dimensions in enumerate(table.dimensions(totals=spec.totals))
            if _holds_dimension(dimensions, role.dim) and _may_take(table.columns[at], role)
        ][:_MOST_COLUMNS]
        for name, role in spec.roles.items()
    }
    for derived in columns[spec.derived]:
        best: Formula | None = None
        for found in _choices(spec, columns, derived):
            sure = is_named(table, spec, found)
            formula = _test(rows, found, equation, spec, (sure, is_otherwise))
            if formula is not None and (best is None or len(formula.failing) < len(best.failing)):
                best = formula
        if best is not None:
            yield best


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
    every = ((row, figures) for row in rows if (figures := _bound(row, columns, spec)) is not None)
    first = list(itertools.islice(every, _FIRST))
    if len(first) < _MIN_ROWS or not _may_hold([figures for _, figures in first], equation):
        return None
    bound: list[Bound] = []
    failing: list[int] = []
    for row, figures in (*first, *every):
        if not holds(equation, figures):
            if is_otherwise is not None and is_otherwise(row, figures):
                continue
            failing.append(len(bound))
        bound.append(figures)
    telling = len({f.printed for figures in bound for f in figures.values()}) > len(columns)
    if not telling or len(failing) > max(1, len(bound) // 5):
        return None
    # a row of zeros fits any formula, and a rate of 100% any goal that was met
    votes = [figures for i, figures in enumerate(bound) if i not in failing]
    if not named:
        votes = [figures for figures in votes if figures[spec.derived].printed != _ALL]
    if sum(all(f.printed for f in figures.values()) for figures in votes) < _FEWEST_VOTES:
        return None
    return Formula(columns, tuple(bound), tuple(failing), True)


def holds(equation: Equation, figures: Bound) -> bool:
    """Whether the figures of a row keep to a formula."""
    return equation.holds({name: figure.value for name, figure in figures.items()})


def _may_hold(bound: list[dict[str, Quantity]], equation: Equation) -> bool:
    """A quick look in floating point at the first rows: one of them may be wrong."""
    misses = 0
    for figures in bound:
        left, right = equation.approximate({n: float(f.printed) for n, f in figures.items()})
        misses += abs(left[0] - right[0]) > _ROUGH * max(left[1], right[1], 1e-12)
    return misses <= 1


def _bound(row: Row, columns: Mapping[str, int], spec: TableSpec) -> dict[str, Quantity] | None:
    found = {}
    for name, index in columns.items():
        figure = row.figures[index]
        if figure is None or figure.hedge is not None:
            return None
        found[name] = figure
    for name, role in spec.roles.items():
        if role.same_dim and not _are_of_one_unit(found[name], found[role.same_dim]):
            return None
    return found


def _are_of_one_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two figures of a row are of one dimension, or one is bare and the other a count."""
    bare = _BARE in (a.dimension, b.dimension) and a.factor == b.factor == 1
    counted = any(f.dimension.startswith("count:") for f in (a, b))
    return a.dimension == b.dimension or (bare and counted)


def _may_take(column: Column, role: ColumnRole) -> bool:
    return not role.strict or column.kind in role.headers


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
    years = set(_OF_YEAR.findall(derived))
    for name, role in spec.roles.items():
        column = table.columns[columns[name]]
        if any(word in column.header for word in role.without):
            return False
        words = role.said_by.get(column.kind or "")
        if words and not any(
            derived == word[1:] if word.startswith("=") else word in derived for word in words
        ):
            return False
        if words and years and not years <= set(_OF_YEAR.findall(column.header)):
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
        every = (_bound(row, columns, spec) for columns in choices)
        bindings = tuple(figures for figures in every if figures is not None)
        if bindings:
            yield row, bindings
