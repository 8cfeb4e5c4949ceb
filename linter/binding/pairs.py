"""Marks obtained beside their full marks: in one heading, one clause, one table row."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.facts.score import Score
from linter.late import regex

_FULL_BESIDE = regex(r"[(,，/]?(?:满分|分值|总分|权重)(?:为|:)?")


def score_pairs(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each (obtained, full) that belong together."""
    yield from pairs_in_words(case)
    for table in case.facts.tables:
        full, obtained = table.column("full"), table.column("obtained")
        if full is None or obtained is None or not table.table.sure:
            continue
        for row in table.rows:
            a, b = row.figures[obtained], row.figures[full]
            if a is not None and b is not None and a.dimension == b.dimension == "score":
                yield a, b


def pairs_in_words(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Those (obtained, full) of the running text."""
    before: Score | None = None
    for score in case.scores:
        paired = False
        if before is not None and _same_clause(case, before, score):
            if (before.role, score.role) == ("full", "obtained"):
                yield score.figure, before.figure
            elif (before.role, score.role) == ("obtained", "full") and _beside(case, before, score):
                yield before.figure, score.figure
                paired = True
        # full marks in brackets behind a mark are its own, not the next one's
        before = None if paired else score


def _beside(case: Case, a: Score, b: Score) -> bool:
    """Whether the full marks follow in brackets: 得分19.5分（满分20分）."""
    return bool(_FULL_BESIDE.fullmatch(case.facts.text[a.figure.end : b.figure.start]))


def _same_clause(case: Case, a: Score, b: Score) -> bool:
    low, high = case.facts.windows.bounds("clause", a.figure.start)
    near = b.figure.start - a.figure.end <= 12
    return low <= b.figure.start < high and near
