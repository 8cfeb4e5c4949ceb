"""Marks that the text says a row of the table lost: 满意度……扣0.61分, where it lost 0.16 of 10."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, groupby

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.marks.pairs import marked_rows
from linter.binding.same_facts.cited import row_names
from linter.binding.slips import is_slip
from linter.binding.sums.totals import Total
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity
from linter.interval import exactly
from linter.model import Severity
from linter.regexes.late import regex

_SO_MANY = regex("(?P<number>[两二三四五])项(?:指标)?(?:合计|共计|共|累计)[扣失][除分]?[了为]?$")
_EACH = regex("每|其中|各扣|最多|封顶|上年|去年")
_HUNDREDTH, _TENTH = Decimal("0.01"), Decimal("0.1")
_NAME = 3
"""How many characters in a row a sentence or heading shares with a row's name."""
_MOST = 12
_REACH = 16


class _Row(Struct, frozen=True):
    """A row's full marks, those that it got, and its names."""

    full: Quantity
    got: Quantity
    names: tuple[str, ...]

    @property
    def loss(self) -> Decimal:
        """What it lost."""
        return self.full.printed - self.got.printed


def table_losses(case: Case) -> Iterator[Total]:
    """The marks lost that the text tells to the hundredth, each with the row or rows that it names.

    Only where none of the tables' losses is what the text tells, and it is the only one of its
    paragraph.
    """
    claims = list(_claims(case))
    rows = _rows(case) if claims else []
    if not 0 < len(rows) <= _MOST:
        return
    for claim in claims:
        many = _SO_MANY.search(case.facts.text, claim.start - _REACH, claim.start)
        size = int(parse(many["number"]) or 0) if many else None
        if claim.printed in _sums(rows, size):
            continue
        named = _runs(rows, size) if size else _named(case, claim, rows)
        runs = [run for run in named if _is_slipped(case, claim, run)]
        if len(runs) == 1:
            parts = (*(row.got for row in runs[0]), claim)
            full = sum(row.full.printed for row in runs[0])
            yield Total(None, parts, Decimal(full), "扣分与得分", Severity.warning, loose=True)


def _claims(case: Case) -> Iterator[Quantity]:
    """The marks lost that the text tells to the hundredth, the only ones of their paragraphs."""
    bounds = case.facts.windows.bounds
    for (low, high), found in groupby(case.scores, lambda s: bounds("block", s.figure.start)):
        lost = [score.figure for score in found if score.role == "deduction"]
        if len(lost) == 1 and _is_exact(lost[0]) and not _EACH.search(case.facts.text, low, high):
            yield lost[0]


def _is_exact(lost: Quantity) -> bool:
    """Whether marks are told to the hundredth, as none are that are lost for this or that."""
    return lost.hedge is None and lost.step == _HUNDREDTH and bool(lost.printed % _TENTH)


def _rows(case: Case) -> list[_Row]:
    """The rows of the tables that lost marks, without totals."""
    return [
        _Row(whole, got, tuple(row_names(table, row)))
        for table, row, got, whole in marked_rows(case)
        if not row.total and got.printed < whole.printed
    ]


def _sums(rows: list[_Row], size: int | None) -> set[Decimal]:
    """What so many rows lost, or any that follow each other."""
    if size is not None:
        return {Decimal(sum(r.loss for r in some)) for some in combinations(rows, size)}
    sizes = range(1, len(rows) + 1)
    return {Decimal(sum(r.loss for r in run)) for n in sizes for run in _runs(rows, n)}


def _runs(rows: list[_Row], size: int) -> list[list[_Row]]:
    return [rows[at : at + size] for at in range(len(rows) - size + 1)]


def _named(case: Case, claim: Quantity, rows: list[_Row]) -> list[list[_Row]]:
    """The rows that a claim's sentence, or the heading above it, names."""
    words = case.facts.text[slice(*case.facts.windows.bounds("sentence", claim.start))]
    section = case.outline.at(claim.start)
    words += f" {section.title}" if section is not None else ""
    return [[row] for row in rows if any(_is_shared(name, words) for name in row.names)]


def _is_shared(name: str, words: str) -> bool:
    return any(name[at : at + _NAME] in words for at in range(len(name) - _NAME + 1))


def _is_slipped(case: Case, claim: Quantity, run: list[_Row]) -> bool:
    needed = exactly(sum(row.loss for row in run))
    return is_slip(claim, case.text(claim.start, claim.end), needed)
