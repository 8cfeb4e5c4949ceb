"""Figures that the text tells together and a table has in one row or column.

工勤用了62.40万元，执行率96.00%: where the text tells one figure of a row, the next one is likely of
that row too, whatever the words call it; and rates told one after another are of one column.
"""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_REACH, _BESIDE = 60, 2
"""How far to either side, and how many figures to either side, are looked at."""
_FEWEST = 3
"""How many digits a figure must have to tell where in a table it stands."""


def is_table_mate(facts: Facts, figure: Quantity, cell: Quantity) -> bool:
    """Whether a figure beside one of running text stands in the row or the column of a cell."""
    found = facts.cells.get(cell.start)
    if found is None or figure.start in facts.gridded:
        return False
    table, row = found
    column = row.column_of(cell)
    mates = [f for f in (*row.figures, *(r.figures[column] for r in table.rows)) if f is not None]
    sizes = {facts.size(f) for f in mates if f.start != cell.start and facts.digits(f) >= _FEWEST}
    return any(facts.size(f) in sizes for f in _beside(facts, figure))


def _beside(facts: Facts, figure: Quantity) -> list[Quantity]:
    """The figures next to one in its sentence."""
    low, high = facts.windows.bounds("sentence", figure.start)
    low, high = max(low, figure.start - _REACH), min(high, figure.end + _REACH)
    around = facts.around(figure, low, high)
    before = [f for f in around if f.start < figure.start][-_BESIDE:]
    behind = [f for f in around if f.start > figure.start][:_BESIDE]
    return before + behind
