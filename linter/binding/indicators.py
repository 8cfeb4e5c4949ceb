"""The rows of self-evaluation tables: an indicator's cells, and its result against its goal."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable
from linter.model import Cell

Outcome = Literal["met", "missed", "exceeded"]
Direction = Literal["above", "under", "even"]
State = Literal["empty", "filled", "figure", "blank"]
"""Of a cell; ``blank``: empty, or there is no such column."""

_SIGNS: dict[str, Direction] = {
    "≥": "above", ">": "above", "≧": "above", ">=": "above", "大于等于": "above", "正向": "above",
    "≤": "under", "<": "under", "≦": "under", "<=": "under", "小于等于": "under", "反向": "under",
}  # fmt: skip
"""What stands in a column of signs; anything else says nothing."""
_FEWEST_DIGITS = 3
_FEWEST_CHARACTERS = 4


class Indicator(Struct, frozen=True):
    """A row of a table with goals and results; ``columns`` by the kind of their header."""

    table: TypedTable
    row: Row
    columns: dict[str, int]

    @property
    def name(self) -> str:
        """The indicator's name: of the third level, else what stands before its goal."""
        at = self.columns.get("level3", self.columns["target"] - 1)
        return self.row.texts[at] if at >= 0 else ""

    def text(self, kind: str) -> str | None:
        """What stands in the cell of a kind; nothing where there is no such cell."""
        at = self.columns.get(kind)
        return self.row.texts[at] if at is not None and self.row.cells[at] else None

    def cell(self, kind: str) -> Cell | None:
        """The cell of a kind."""
        at = self.columns.get(kind)
        return self.row.cells[at] if at is not None else None

    def figure(self, kind: str) -> Quantity | None:
        """The figure that fills the cell of a kind."""
        at = self.columns.get(kind)
        return self.row.figures[at] if at is not None else None

    def is_in_state(self, kind: str, state: State) -> bool:
        """Whether the cell of a kind is in a state."""
        match state:
            case "empty":
                return self.text(kind) == ""
            case "filled":
                return bool(self.text(kind))
            case "figure":
                return self.figure(kind) is not None
            case "blank":
                return not self.text(kind)

    def figures(self) -> dict[str, Quantity]:
        """Every figure of the row, by kind."""
        found = ((kind, self.figure(kind)) for kind in self.columns)
        return {kind: figure for kind, figure in found if figure is not None}

    def outcome(self, margin: float = 0) -> Outcome | None:
        """The result against the goal, off by more than ``margin`` of it; nothing where unsure.

        A goal without a sign may be one to stay below: its result falls short only where marks
        were lost for it.
        """
        goal, result = self.figure("target"), self.figure("actual")
        if goal is None or result is None or result.hedge is not None or goal.printed <= 0:
            return None
        if (goal.dimension, goal.per) != (result.dimension, result.per):
            return None
        slack = goal.printed * Decimal(str(margin))
        over, short = result.printed > goal.printed + slack, result.printed < goal.printed - slack
        match self._direction(goal):
            case "above":
                return "missed" if short else "exceeded" if over else self._met(margin)
            case "under":
                return "missed" if over else None if short else self._met(margin)
            case _:
                lost = self._lost_marks()
                return "missed" if short and lost else None if over or short else "met"

    def _met(self, margin: float) -> Outcome | None:
        """Within a margin it is open whether the goal was met; without one it was."""
        return None if margin else "met"

    def _direction(self, goal: Quantity) -> Direction:
        if goal.hedge in ("above", "under"):
            return goal.hedge
        return _SIGNS.get(self.text("sign") or "", "even")

    def _lost_marks(self) -> bool:
        full, obtained = self.figure("full"), self.figure("obtained")
        return full is not None and obtained is not None and obtained.printed < full.printed


def indicators(table: TypedTable) -> list[Indicator]:
    """The indicators of a table that has columns of goals and results; totals are none."""
    kinds = [column.kind for column in table.columns]
    columns = {kind: at for at, kind in enumerate(kinds) if kind and kinds.count(kind) == 1}
    if not table.table.sure or not {"target", "actual"} <= columns.keys():
        return []
    return [
        Indicator(table, row, columns)
        for row in table.rows
        if not row.total and row.texts[columns["target"]]
    ]


def mentions(case: Case, indicator: Indicator) -> Iterator[tuple[int, int]]:
    """The paragraphs outside tables that speak of an indicator, by its name or its result."""
    words = [indicator.name] if len(indicator.name) >= _FEWEST_CHARACTERS else []
    result = indicator.figure("actual")
    if result is not None and case.facts.digits(result) >= _FEWEST_DIGITS:
        words.append(case.facts.text[result.start : result.end])
    for word in words:
        at = case.facts.text.find(word)
        while at >= 0:
            if not case.facts.in_table(at):
                yield case.facts.windows.bounds("block", at)
            at = case.facts.text.find(word, at + 1)
