"""The same fact told twice, its figures a slip apart: in a table and the text, or in two texts.

Two figures are taken for one fact only where their names agree, and the figures are twins: a digit
changed or two swapped. What else may differ by its nature (a stage, last year, a goal) is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.roles import is_spoken
from linter.binding.twins import Twins
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.facts.table import Row, TypedTable

_TOLD = ("actual", "done", "executed", "received", "balance", "budget", "adjusted", "initial")
_TOLD_TOO = ("amount", "quantity", "planned", "obtained", "rate", "share", "current")
_PLANS = ("budget", "adjusted", "initial", "planned")
_NOT_NAMES = ("target", "full", "reason")
_SUFFIX = re.compile(r"(?:人次?数|户数|面积|数量|个数|次数|金额|情况|比例|数|率)$")
_BRACKETED = re.compile(r"\([^()]*\)|[\s\d:*“”\"]")
_OTHER_TIME = re.compile(
    r"上年|去年|同期|往年|月底|月末|上半年|下半年|季度|[1-9]月|年初|期初|\d{4}年(?!度?\d*月)"
)
_PLANNED = re.compile(r"计划|目标|任务|指标值|不低于|不少于|应|须|拟")
_BEFORE, _BEHIND = 40, 14
_ENOUGH = 0.6
_FEWEST = 2
"""How many pairs of characters two names must share."""
_LEAD = 14
_LONG = 4
"""With so many digits a twin is so seldom chance that its name may stand anywhere in the clause."""


def in_tables(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure of the text with its twin in a table whose row bears the name of it."""
    facts = case.facts
    cells: dict[int, tuple[str, Row, bool]] = {}
    figures: list[Quantity] = []
    for table in facts.tables:
        for row in table.rows:
            for figure, name, planned in _named(table, row):
                cells[figure.start] = name, row, planned
                figures.append(figure)
    if not figures:
        return
    twins = Twins(facts, figures, 2, 4)
    said = Counter(f.printed for f in facts.quantities)
    for figure in facts.quantities:
        for twin in twins.of(figure):
            name, row, planned = cells[twin.start]
            if not _is_told(facts, figure, planned):
                continue
            if min(said[figure.printed], said[twin.printed]) > 1:
                continue
            if _agree(facts, figure, twin, name, row, planned):
                yield figure, twin
                break


def _named(table: TypedTable, row: Row) -> Iterator[tuple[Quantity, str, bool]]:
    """The figures of a row, each with the name of what it says, and whether it is a plan."""
    title = _title(table, row)
    for column, figure in zip(table.columns, row.figures, strict=True):
        if figure is None or figure.hedge is not None:
            continue
        if column.kind in _NOT_NAMES or (column.kind not in (*_TOLD, *_TOLD_TOO, None)):
            continue
        name = _plain(column.header) if row.total else title
        if len(name) > 1:
            yield figure, name, column.kind in _PLANS


def _title(table: TypedTable, row: Row) -> str:
    """What a row is of: its third-level indicator, else the first cell that is no number."""
    index = table.column("level3")
    named = row.texts[index] if index is not None else ""
    words = (_plain(text) for text in (named, *row.texts))
    return next((word for word in words if len(word) > 1), "")


def _plain(text: str) -> str:
    name = _BRACKETED.sub("", text)
    shorter = _SUFFIX.sub("", name)
    return shorter if len(shorter) > 2 else name


def _is_told(facts: Facts, figure: Quantity, planned: bool = False) -> bool:
    """Whether a figure of the text says what is (or was planned): no goal or price, not hedged."""
    return (
        figure.hedge is None
        and figure.per is None
        and not facts.in_table(figure.start)
        and not is_spoken(facts, figure)
        and (status(facts, figure) == "actual" or (planned and status(facts, figure) == "plan"))
    )


def _agree(
    facts: Facts, figure: Quantity, twin: Quantity, name: str, row: Row, of_plan: bool
) -> bool:
    """Whether the words around a figure bear the name of the row of its twin."""
    low, high = facts.windows.bounds("sentence", figure.start)
    near = facts.within(low, high)
    others = [f for f in (*near, *row.figures) if f is not None and f.hedge is None]
    if any(f.value.meets(twin.value) for f in near if f.hedge is None):
        return False
    if any(f.value.meets(figure.value) for f in others if f.start != figure.start):
        return False
    low, high = max(low, figure.start - _BEFORE), min(high, figure.end + _BEHIND)
    if _digits(facts, figure) < _LONG:
        low = max(low, *(f.end for f in near if f.end <= figure.start), 0)
        high = min(high, *(f.start for f in near if f.start >= figure.end), high + 1)
    words = facts.text[low:high]
    planned = _PLANNED.search(facts.text, *facts.own_lead(figure))
    if _OTHER_TIME.search(words) or (planned and not of_plan):
        return False
    pairs = _pairs(name)
    shared = pairs & _pairs(words)
    return len(shared) >= min(_FEWEST, len(pairs)) and len(shared) >= _ENOUGH * len(pairs)


def _digits(facts: Facts, figure: Quantity) -> int:
    return sum(c.isdigit() for c in facts.text[figure.start : figure.end])


def _pairs(words: str) -> set[str]:
    return {words[i : i + 2] for i in range(len(words) - 1) if words[i : i + 2].isalpha()}


def in_text(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure of the text with its twin further on that bears the same name."""
    facts = case.facts
    figures = [f for f in facts.quantities if _is_told(facts, f)]
    totals = {s.figure.start for s in case.scores if s.role == "total"}
    twins = Twins(facts, figures, 4, 5)
    said = Counter(f.printed for f in facts.quantities)
    for figure in figures:
        for twin in twins.of(figure):
            if twin.start < figure.start or min(said[figure.printed], said[twin.printed]) > 1:
                continue
            if facts.windows.bounds("block", figure.start)[1] > twin.start:
                continue
            both = figure.start in totals and twin.start in totals
            if (both and len({f.printed for f in figures if f.start in totals}) == _FEWEST) or (
                _same_name(facts, figure, twin)
            ):
                yield twin, figure
                break


def _same_name(facts: Facts, figure: Quantity, twin: Quantity) -> bool:
    names = []
    for each in (figure, twin):
        low, high = facts.own_lead(each)
        words = facts.text[max(low, high - _LEAD) : high]
        if _OTHER_TIME.search(words) or _PLANNED.search(words):
            return False
        names.append(_pairs(_plain(words)))
    shared = names[0] & names[1]
    return len(shared) > _FEWEST and len(shared) >= _ENOUGH * max(map(len, names))
