"""The marks for spending the budget, which a form's total of marks counts or does not."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from linter.binding.sums.totals import Total
from linter.facts.quantity import Quantity, comes_to
from linter.facts.table import Row, TypedTable
from linter.model import Severity
from linter.regexes.late import regex

_EXECUTED = regex(r"执行率|支出率|支付率|执行进度|支出进度")
_EXECUTION = 10
"""Full marks for spending the budget, which every form of 财预〔2020〕10号 has."""
_FORM = 1500
"""How far above a table the money of its form may stand, the goals lying between."""


def is_of_marks(found: Total) -> bool:
    """Whether a total is one of marks."""
    return found.whole is not None and found.whole.dimension == "score"


def doubted(found: Total) -> Total:
    """Marks whose rows may stand elsewhere: their total is told as a warning."""
    return structs.replace(found, severity=Severity.warning) if is_of_marks(found) else found


def marks_above(above: TypedTable | None, table: TypedTable) -> dict[str, Quantity]:
    """The marks for spending the budget, by kind of column, that a form has above its indicators.

    The form's 总分 counts them (财预〔2020〕10号: 预算执行率10分).
    """
    if above is None or table.table.start - above.table.end > _FORM or above.column("rate") is None:
        return {}
    found = {}
    for kind in ("full", "obtained"):
        column = above.column(kind)
        figures = [row.figures[column] for row in above.rows] if column is not None else []
        figure = next((f for f in figures if f is not None), None)
        if figure is not None:
            found[kind] = figure
    return found


def counts_execution(
    table: TypedTable, total: Row, parts: list[Row], marks: Mapping[str, Quantity]
) -> bool:
    """Whether the rows have the marks for spending the budget, too: their full marks tell it.

    They come to the total without those above, or a row is named for them and has just as many.
    """
    mark, full = marks.get("full"), table.column("full")
    if mark is None or full is None:
        return False
    whole = total.figures[full]
    figures = [f for row in parts if (f := row.figures[full]) is not None]
    if whole is not None and comes_to(whole, figures):
        return True
    return any(
        (f := row.figures[full]) is not None
        and f.printed == mark.printed
        and any(_EXECUTED.search(text) for text in row.texts[:3])
        for row in parts
    )


def lacks_execution(table: TypedTable, total: Row, parts: list[Row]) -> bool:
    """Whether full marks want just the ten for spending the budget, which stand elsewhere."""
    full = table.column("full")
    whole = total.figures[full] if full is not None else None
    if full is None or whole is None:
        return False
    return whole.printed - sum(f.printed for row in parts if (f := row.figures[full])) == _EXECUTION
