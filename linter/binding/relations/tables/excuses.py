"""What gives a row's figure another way than a table's formula: steps told, or words beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from linter.binding.relations.tables.columns import Bound, TableSpec, in_row
from linter.facts.facts import Facts
from linter.facts.table import Row, TypedTable
from linter.language.expression import Equation
from linter.regexes.late import regex

_ALL = 1
_REACH, _FAR = 240, 20_000
"""How far below a table notes on it stand, and how far from it, in a report, steps are told."""
_EDGE = r"\d%(?:\(不?含\))?(?:及?以[上下]|[至到~—<≤-]+[\d得])"
_SIDE = r"(?:[低高]于|不足|不到|不少于|超过|≥|达到|未达到?)\d[\d.]*%"
_STEP = regex(rf"(?:{_EDGE}|{_SIDE})[^。;|\n]{{0,12}}(?:[得计扣记]\d|[得计]满分|不得分)")
"""A rate with an edge, and the mark for it: 执行率85%至90%得8.5分."""

_FORMULA = regex(
    r"(?<!率)得分?[=为按:][^。;|\n]{0,8}(?:(?:分值|满分|权重)[^。;|\n]{0,2}[×xX*乘][^。;|\n]{0,6}率"
    r"|率[^。;|\n]{0,2}[×xX*乘][^。;|\n]{0,6}(?:分值|满分|权重))"
)
"""得分=完成率×分值, told near a table of all its marks: then a mark without decimals is no step."""


class Excuses:
    """Why a row of one table need not keep to the formula."""

    def __init__(
        self, facts: Facts, spec: TableSpec, table: TypedTable, equation: Equation
    ) -> None:
        self._facts, self._spec, self._table, self._equation = facts, spec, table, equation
        self._borne_out: dict[tuple[int, ...], bool] = {}
        """By the columns of its figures, whether any row keeps to the formula."""

    def __call__(self, row: Row, figures: Bound) -> bool:
        """Whether words excuse a row, its figure is one of steps, or no row bears it out."""
        if any(word in text for text in row.texts for word in self._spec.excused):
            return True
        return (
            self._is_excused_below
            or self._is_by_steps(figures)
            or not (self._are_named_surely(row, figures) or self._is_borne_out(row, figures))
        )

    def _is_by_steps(self, figures: Bound) -> bool:
        if not self._spec.steps:
            return False
        whole = figures[self._spec.derived].step >= 1 and not self._is_formula_told
        return whole or self._are_steps_told

    @cached_property
    def _is_formula_told(self) -> bool:
        table = self._table.table
        near = table.start - _REACH, table.end + _REACH
        return _FORMULA.search(self._facts.text, *near) is not None

    @cached_property
    def _is_excused_below(self) -> bool:
        end = self._table.table.end
        below = self._facts.text[end : end + _REACH]
        return any(word in below for word in self._spec.excused)

    @cached_property
    def _are_steps_told(self) -> bool:
        table = self._table.table
        near = self._facts.text[max(0, table.start - _FAR) : table.end + _FAR]
        return any(word in near for word in self._spec.steps) or _STEP.search(near) is not None

    def _are_named_surely(self, row: Row, figures: Bound) -> bool:
        return all(
            any(word in self._table.columns[row.column_of(figures[name])].header for word in words)
            for name, role in self._spec.roles.items()
            if (words := role.sure)
        )

    def _is_borne_out(self, row: Row, figures: Bound) -> bool:
        """Whether another row keeps to the formula, and would not by 100% alone."""
        columns = {name: row.column_of(figure) for name, figure in figures.items()}
        asked = tuple(columns.values())
        if asked not in self._borne_out:
            self._borne_out[asked] = self._fits_elsewhere(columns)
        return self._borne_out[asked]

    def _fits_elsewhere(self, columns: Mapping[str, int]) -> bool:
        others = (in_row(other, columns, self._spec) for other in self._table.rows)
        return any(
            self._equation.fits(other)
            for other in others
            if other and all(f.dimension != "percent" or f.printed != _ALL for f in other.values())
        )
