"""A fact of the text that a table tells too, its figures a slip apart.

Two figures are taken for one fact only where the words around the one bear the name of the other's
row (and of its column, where the table has several), and the figures are twins: a digit changed, or
two swapped. Figures of few digits must be strays besides: the table tells the one nowhere, the text
the other nowhere. What may differ by its nature is left out: a stage, last year, a plan, a part.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.named.extremes import told_extremes
from linter.binding.names import (
    LEFT_OUT,
    OTHER_TIME,
    PLANNED,
    is_of_another_base,
    is_of_several,
    is_repeated,
    is_told,
    opens_a_plan,
    pairs,
    plain,
)
from linter.binding.same_facts.column_parts import is_of_another_column
from linter.binding.same_facts.qualified import is_of_a_total
from linter.binding.same_facts.strays import Cell, Strays
from linter.binding.same_facts.twins import Twins
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import is_lost
from linter.facts.table import Row, TypedTable
from linter.regexes.late import regex

_PLANS = ("budget", "adjusted", "initial", "planned")
_RESULTS = ("actual", "done", "executed", "received", "balance", "amount", "quantity", "obtained")
_TOLD = (*_PLANS, *_RESULTS, "rate", "share", "current", None)
"""Kinds of columns that tell a fact; ``None`` is a column of no known kind."""
_PART = regex(r"其中|分别|[第每][一二三四五六七八九十\d]|寄宿|新增|送审")
_PICKED = regex("[选抽挑][\u4e00-\u9fff]?$")
"""Before some that are picked of all."""
_YEAR = regex(r"\s*(?:——)?(20\d\d)年")
_BEFORE, _BEHIND = 40, 14
_FAR = 300
"""How many characters of a long sentence are looked through, to each side."""
_ENOUGH = 0.6
_FEWEST = 2
"""How many pairs of characters of a row's name must stand in the words."""
_LONG = 4
"""With so many digits a twin is so seldom chance that its name may stand anywhere in the clause."""
_SWAPPED, _CHANGED = 2, 4
"""How many digits it takes to tell a slip from another figure."""
_NONE: frozenset[str] = frozenset()


def table_twins(case: Case) -> list[tuple[Quantity, Quantity]]:
    """Each figure of the text with its twin in a table whose row bears the name of it.

    To be asked for with ``case.once``.
    """
    extremes = ((e.told, e.own) for e in case.once(told_extremes) if not e.beyond)
    told = [(figure, own) for figure, own in extremes if figure is not None]
    known = {figure.start for figure, _ in told}
    return [*told, *(pair for pair in _twins(case.facts) if pair[0].start not in known)]


def _twins(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    if not facts.in_text:
        return
    tables = (table for table in facts.tables if table.table.sure)
    cells = {cell.figure.start: cell for table in tables for cell in _cells(table)}
    if not cells:
        return
    twins = Twins(facts, (cell.figure for cell in cells.values()), _SWAPPED, _CHANGED)
    strays = Strays(facts, cells.values())
    told = {
        facts.size(f)
        for table in facts.tables
        for row in table.rows
        for f in row.figures
        if f is not None and not f.hedge
    }
    for figure in facts.in_text:
        if figure.hedge or facts.size(figure) in told or is_lost(facts, figure):
            continue
        if _is_of_more(facts, figure):
            continue
        for twin in twins.of(figure):
            cell = cells[twin.start]
            if _are_two(facts, figure, twin):
                continue
            if is_told(facts, figure, cell.planned) and _agree(facts, figure, cell):
                yield figure, twin
                break
        else:
            stray = strays.namesake(figure)
            if stray is not None and not _is_of_others(facts, figure, stray):
                yield figure, stray


def _is_of_others(facts: Facts, figure: Quantity, stray: Quantity) -> bool:
    """Whether a figure is planned, or of some that are picked of all that the other is of."""
    return _is_planned_or_picked(facts, figure) or is_of_a_total(facts, figure, stray)


def _are_two(facts: Facts, figure: Quantity, twin: Quantity) -> bool:
    """Whether a figure and its twin are each told again, or the one is of more than the other."""
    if is_repeated(facts, figure) and is_repeated(facts, twin):
        return True
    return is_of_a_total(facts, figure, twin)


def _is_of_more(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is of several things, of another base or of a year to come."""
    several = is_of_several(facts, figure) or is_of_another_base(facts, figure)
    return several or _is_of_a_later_year(facts, figure)


def _is_of_a_later_year(facts: Facts, figure: Quantity) -> bool:
    """Whether its sentence is of a year to come: 2025年预算方面，……绩效目标相应调整为：……."""
    low, _ = facts.windows.bounds("sentence", figure.start)
    found = _YEAR.match(facts.text, low)
    return found is not None and facts.year is not None and int(found[1]) > facts.year


def _is_planned_or_picked(facts: Facts, figure: Quantity) -> bool:
    picked = _PICKED.search(facts.own_words(figure)) is not None
    return picked or opens_a_plan(facts, figure)


def _cells(table: TypedTable) -> Iterator[Cell]:
    """The figures of a table that tell a fact."""
    told = [
        (at, frozenset(pairs(plain(column.header))), column.kind in _PLANS)
        for at, column in enumerate(table.columns)
        if column.kind in _TOLD
    ]
    level, alone = table.column("level3"), table.column("actual") is not None
    for row in table.rows:
        title = frozenset(pairs(_title(row, level)))
        several = not alone and sum(f is not None for f in row.figures) > 1
        for at, header, planned in told:
            figure = row.figures[at]
            names = (header, _NONE) if row.total else (title, header if several else _NONE)
            if figure is not None and figure.hedge is None and names[0]:
                yield Cell(figure, *names, planned)


def _title(row: Row, level: int | None) -> str:
    """What a row is of: its third-level indicator, else the first cell that is no number."""
    named = row.texts[level] if level is not None else ""
    words = (plain(text) for text in (named, *row.texts))
    return next((word for word in words if len(word) > 1), "")


def _agree(facts: Facts, figure: Quantity, cell: Cell) -> bool:
    """Whether the words around a figure name the row and column of its twin, and nothing else."""
    low, high = facts.windows.around("sentence", figure.start, figure.end, _FAR)
    near = [f for f in facts.within(low, high) if f.hedge is None]
    if any(f.value.meets(cell.figure.value) for f in near):
        return False
    if is_of_another_column(facts, figure, cell.figure):
        return False
    sentence = facts.text[max(low, figure.start - 2 * _BEFORE) : high]
    low, high = max(low, figure.start - _BEFORE), min(high, figure.end + _BEHIND)
    own = facts.text[facts.own_lead(figure)[0] : figure.start]
    if OTHER_TIME.search(sentence) or _PART.search(facts.text, low, figure.start):
        return False
    if LEFT_OUT.search(facts.text, low, figure.start):
        return False
    if bool(PLANNED.search(own)) is not cell.planned:
        return False
    if not cell.planned and _is_planned_or_picked(facts, figure):
        return False
    if facts.digits(figure) < _LONG:
        low = max(low, *(f.end for f in near if f.end <= figure.start), 0)
        high = min(high, *(f.start for f in near if f.start >= figure.end), high + 1)
    words = facts.pairs_within(low, high)
    shared = cell.row & words
    if len(shared) < _FEWEST or len(shared) < _ENOUGH * len(cell.row):
        return False
    return not cell.column or bool(cell.column & words)
