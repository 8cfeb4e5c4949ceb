"""``table``: a formula over the columns of a table, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.relations.tables.columns import Bound, TableSpec
from linter.binding.relations.tables.excuses import Excuses
from linter.binding.relations.tables.headers import admitted, are_sure, named
from linter.binding.relations.tables.other_rates import Otherwise, are_of_others, is_noted
from linter.binding.relations.tables.votes import Formula, formulas
from linter.binding.slips import slipped
from linter.binding.telling import told
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable
from linter.language.expression import Equation
from linter.model import Span, Status, Verdict

SPEC = TableSpec
_MANY = 4
_ALL = 1
"""100%, that a goal met is often said to be met by, whatever it was met by."""


def check(rule_id: str, spec: TableSpec, case: Case) -> Iterator[Verdict]:
    """A verdict for each row of each table that has the formula."""
    equation = case.compiled.equations[spec.where]
    for table in case.facts.tables:
        if table.table.sure:
            yield from _rows(case, spec, table, equation)


def _rows(case: Case, spec: TableSpec, table: TypedTable, equation: Equation) -> Iterator[Verdict]:
    is_excused = Excuses(case.facts, spec, table, equation)
    is_otherwise = Otherwise(spec, case.compiled.equations, table, is_excused)
    decided: set[int] = set()
    voted: dict[int, dict[str, int]] = {}
    for formula in formulas(table, spec, equation, is_otherwise):
        if _is_agreed(formula, spec):
            voted[formula.columns[spec.derived]] = formula.columns
        name = _name(table, formula.columns[spec.derived])
        for i, figures in enumerate(formula.rows):
            decided.add(figures[spec.derived].start)
            failing = equation if i in formula.failing else None
            doubt = failing is not None and slipped(figures, (equation,), case.facts.text) is None
            yield told(case, spec.derived, figures, (equation,), failing, doubt, name)
    rows = [
        (row, bindings)
        for row, bindings in named(table, spec)
        if bindings[0][spec.derived].start not in decided
    ]
    told_of = [b for row, b in rows if not is_otherwise.explains(row, b, equation)]
    unclear = are_of_others(told_of, equation)
    for row, bindings in rows:
        name = _name(table, row.column_of(bindings[0][spec.derived]))
        if unclear or bindings not in told_of or (spec.less and is_noted(case.facts, table, name)):
            yield _unclear(case, bindings[0][spec.derived])
        else:
            columns = voted.get(row.column_of(bindings[0][spec.derived]), {})
            own = {n: f for n, at in columns.items() if (f := row.figures[at]) is not None}
            yield _by_header(case, spec, equation, (table, row, bindings), (name, own))


def _is_agreed(formula: Formula, spec: TableSpec) -> bool:
    """Whether so many rows have a formula that a row of another one is likely wrong."""
    telling = [figures[spec.derived].printed != _ALL for figures in formula.rows]
    return sum(telling) - len(formula.failing) >= _MANY


def _name(table: TypedTable, column: int) -> str:
    return table.columns[column].header.partition("(")[0]


def _by_header(
    case: Case,
    spec: TableSpec,
    equation: Equation,
    bound: tuple[TypedTable, Row, tuple[Bound, ...]],
    told_as: tuple[str, Bound],
) -> Verdict:
    """Any admitted column that fits is right; of others that fit it is told what would be.

    Those of which most other rows are ``told_as`` are the only admitted ones. Where none fits, the
    one is told that a slip keeps from it.
    """
    (table, row, bindings), (name, own) = bound, told_as
    right = [b for b in bindings if b == own] or admitted(
        table, row, spec, case.profile.denominators, bindings
    )
    fits = [figures for figures in bindings if equation.fits(figures)]
    for figures in fits:
        if figures in right:
            return told(case, spec.derived, figures, (equation,), None)
    if fits:
        return told(case, spec.derived, right[0], (equation,), equation, True, name)
    for figures in bindings:
        if slipped(figures, (equation,), case.facts.text) is not None:
            doubt = not are_sure(table, row, spec, figures)
            if doubt and figures[spec.derived].printed == _ALL:
                break
            return told(case, spec.derived, figures, (equation,), equation, doubt, name)
    return _unclear(case, bindings[0][spec.derived])


def _unclear(case: Case, figure: Quantity) -> Verdict:
    return Verdict(
        Status.not_evaluated,
        case.text(figure.start, figure.end),
        Span.of(figure),
        reason="与同一行各列都对不上，列的含义不明",
    )
