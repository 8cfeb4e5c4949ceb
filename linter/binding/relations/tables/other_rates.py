"""What else a rate in a table may be than the quotient that its header seems to name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from linter.binding.relations.tables.columns import Bound, TableSpec
from linter.binding.table_notes import notes_below
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable
from linter.interval import Interval, exactly, total
from linter.language.expression import Equation
from linter.late import regex

_OTHER = "other"
"""The role of any other figure of the row."""
_ALL = 1
"""100%, that a goal is met by which wants less than was planned."""
_QUOTIENT = regex("[÷/]|除以")
_NAME = 3
"""Of how many characters the last word of a rate's header is: 执行率."""


class Otherwise:
    """What a rule says a failing row of a table may be instead."""

    def __init__(self, spec: TableSpec, equations: Mapping[str, Equation]) -> None:
        self._spec = spec
        known = [equations[source] for source in spec.otherwise]
        self._of_others = [equation for equation in known if _OTHER in equation.roles()]
        self._own = [equation for equation in known if _OTHER not in equation.roles()]

    def __call__(self, row: Row, figures: Bound) -> bool:
        """Whether other figures of the row make up the rate, or less than planned was wanted."""
        return self._wants_less(row, figures) or self._is_of_another(row, figures)

    def explains(self, row: Row, bindings: Sequence[Bound], equation: Equation) -> bool:
        """Whether a row keeps to the formula by no header, and to another by its figures."""
        if any(equation.fits(figures) for figures in bindings):
            return False
        return _is_of_all(bindings, equation) or any(self(row, figures) for figures in bindings)

    def _wants_less(self, row: Row, figures: Bound) -> bool:
        if figures[self._spec.derived].printed < _ALL:
            return False
        return any(word in text for text in row.texts for word in self._spec.less)

    def _is_of_another(self, row: Row, figures: Bound) -> bool:
        values = {name: figure.value for name, figure in figures.items()}
        if any(self._comes_out(equation, values) for equation in self._own):
            return True
        taken = {figure.start for figure in figures.values()}
        others = (f for f in row.figures if f is not None and f.start not in taken)
        return any(
            self._comes_out(equation, {**values, _OTHER: exactly(other.printed)})
            for other in others
            if other.dimension != "percent" and not other.hedge and other.printed
            for equation in self._of_others
        )

    def _comes_out(self, equation: Equation, values: Mapping[str, Interval]) -> bool:
        """Whether a formula holds, and not only because nothing divides: that may be anything."""
        reached = equation.expected(self._spec.derived, values)
        return reached is not None and reached.high.is_finite() and equation.holds(values)


def _is_of_all(bindings: Sequence[Bound], equation: Equation) -> bool:
    """Whether a rate is of all the columns together that may take one role: 基本支出, 项目支出."""
    values = {name: figure.value for name, figure in bindings[0].items()}
    for name in values:
        figures = {bound[name].start: bound[name] for bound in bindings}
        together = {**values, name: total(figure.value for figure in figures.values())}
        if len(figures) > 1 and equation.holds(together):
            return True
    return False


def is_noted(facts: Facts, table: TypedTable, name: str) -> bool:
    """Whether a note below a table says what its rate is of: 注：完成率为工程量完成率."""
    name = name[-_NAME:]
    notes = notes_below(facts, table)
    return any((name in note or "口径" in note) and not _QUOTIENT.search(note) for note in notes)


def is_by_steps(facts: Facts, spec: TableSpec, figure: Quantity) -> bool:
    """Whether an exact figure may be given by steps: it has no decimals, or words tell of some."""
    return figure.step >= 1 or any(word in facts.text for word in spec.excused)


def are_of_others(rows: Iterable[tuple[Bound, ...]], equation: Equation) -> bool:
    """Whether no row of several keeps to a formula that only the headers name."""
    failed = set[tuple[object, ...]]()
    for bindings in rows:
        for figures in bindings:
            if equation.fits(figures):
                return False
        failed.add(tuple(f.printed for f in bindings[0].values()))
    return len(failed) > 1
