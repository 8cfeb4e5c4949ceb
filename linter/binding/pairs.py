"""Marks obtained beside their full marks: in one heading, one clause, one table row."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.facts.score import Score


def score_pairs(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each (obtained, full) that belong together."""
    yield from _in_words(case)
    for table in case.facts.tables:
        full, obtained = table.column("full"), table.column("obtained")
        if full is None or obtained is None or not table.table.sure:
            continue
        for row in table.rows:
            a, b = row.figures[obtained], row.figures[full]
            if a is not None and b is not None and a.dimension == b.dimension == "score":
                yield a, b


def _in_words(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    before: Score | None = None
    for score in case.scores:
        if before is not None and _same_clause(case, before, score):
            if (before.role, score.role) == ("full", "obtained"):
                yield score.figure, before.figure
            elif (before.role, score.role) == ("obtained", "full"):
                yield before.figure, score.figure
        before = score


def _same_clause(case: Case, a: Score, b: Score) -> bool:
    low, high = case.facts.windows.bounds("clause", a.figure.start)
    near = b.figure.start - a.figure.end <= 12
    return low <= b.figure.start < high and near
