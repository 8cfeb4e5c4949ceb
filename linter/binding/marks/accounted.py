"""What accounts for marks besides words of praise: figures, tables, documents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter

from linter.binding.case import Case
from linter.facts.moment import Moment
from linter.facts.quantity import Quantity
from linter.facts.reference import Reference
from linter.facts.scan import Figure

_START = attrgetter("start")


def is_accounted_for(case: Case, proof: Iterable[str], low: int, high: int) -> bool:
    """Whether a text has a table, a figure that is no mark, or words that prove."""
    return (
        any(low <= table.start < high for table in case.document.tables)
        or any(map(_proves, case.facts.figures[slice(*_between(case, low, high))]))
        or case.has(tuple(proof), low, high)
    )


def _between(case: Case, low: int, high: int) -> tuple[int, int]:
    """Which figures stand between two offsets, by their index."""
    figures = case.facts.figures
    return bisect_left(figures, low, key=_START), bisect_left(figures, high, key=_START)


def _proves(figure: Figure) -> bool:
    match figure:
        case Quantity():
            return figure.dimension != "score"
        case Moment():
            return figure.kind in ("date", "period")
        case Reference():
            return figure.kind == "doc-number"
        case _:
            return False
