"""What else a rate in a table may be than the quotient that its header seems to name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from linter.binding.relations.tables.columns import Bound, TableSpec
from linter.binding.relations.tables.excuses import Excuses
from linter.binding.relations.terms import BARE
from linter.binding.table_notes import notes_below
from linter.facts.facts import Facts
from linter.facts.table import Row, TypedTable
from linter.interval import Interval, exactly, total
from linter.language.expression import Equation
from linter.regexes.late import regex

_OTHER = "other"
"""The role of any other figure of the row."""
_NEVER_OTHER = regex("^(?:序号?|编号|代码)$|其中|[人期座户]数$")
"""The header of a column whose figures are never taken off or added: 序号, 其中, 人数."""
_ALL = 1
"""100%, that a goal is met by which wants less than was planned."""
_QUOTIENT = regex("[÷/]|除以")
_NAME = 3
"""Of how many characters the last word of a rate's header is: 执行率."""


class Otherwise:
    """What a rule says a failing row of a table may be instead."""

    def __init__(
        self,
        spec: TableSpec,
        equations: Mapping[str, Equation],
        table: TypedTable,
        is_excused: Excuses,
    ) -> None:
        self._spec, self._columns, self._is_excused = spec, table.columns, is_excused
        self._equation = equations[spec.where]
        known = [equations[source] for source in spec.otherwise]
        self._of_others = [equation for equation in known if _OTHER in equation.roles()]
        self._own = [equation for equation in known if _OTHER not in equation.roles()]

    def __call__(self, row: Row, figures: Bound) -> bool:
        """Whether other figures of the row make up the rate, or more than all is told as all.

        Or less than planned was wanted, or words excuse the row.
        """
        return (
            self._is_beyond_less(row, figures)
            or self._is_capped(figures)
            or self._is_of_another(row, figures)
            or self._is_excused(row, figures)
        )

    def explains(self, row: Row, bindings: Sequence[Bound], equation: Equation) -> bool:
        """Whether a row keeps to the formula by no header, and to another by its figures."""
        if any(equation.fits(figures) for figures in bindings):
            return False
        return _is_of_all(bindings, equation) or any(self(row, figures) for figures in bindings)

    def _is_beyond_less(self, row: Row, figures: Bound) -> bool:
        return figures[self._spec.derived].printed >= _ALL and self._wants_less(row)

    def _wants_less(self, row: Row) -> bool:
        return any(word in text for text in row.texts for word in self._spec.less)

    def _is_capped(self, figures: Bound) -> bool:
        rate = figures[self._spec.derived]
        if rate.dimension != "percent" or rate.printed != _ALL:
            return False
        values = {name: figure.value for name, figure in figures.items()}
        reached = self._equation.expected(self._spec.derived, values)
        return reached is not None and reached.low > _ALL

    def _is_of_another(self, row: Row, figures: Bound) -> bool:
        values = {name: figure.value for name, figure in figures.items()}
        own = self._own if self._wants_less(row) or not self._spec.less else ()
        if any(self._comes_out(equation, values) for equation in own):
            return True
        taken = {figure.start for figure in figures.values()}
        factor = max(figure.factor for figure in figures.values())  # of a bare number's column
        others = [
            figure.printed * (factor if figure.dimension == BARE else 1)
            for figure, column in zip(row.figures, self._columns, strict=False)
            if figure is not None and figure.start not in taken
            if not _NEVER_OTHER.search(column.header)
            and figure.dimension != "percent"
            and not figure.hedge
            and figure.printed
        ]
        return any(
            self._comes_out(equation, {**values, _OTHER: exactly(other)})
            for other in {*others, sum(others, Decimal(0))}
            for equation in self._of_others
            if other
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


def are_of_others(rows: Iterable[tuple[Bound, ...]], equation: Equation) -> bool:
    """Whether no row of several keeps to a formula that only the headers name."""
    failed = set[tuple[object, ...]]()
    for bindings in rows:
        for figures in bindings:
            if equation.fits(figures):
                return False
        failed.add(tuple(f.printed for f in bindings[0].values()))
    return len(failed) > 1
