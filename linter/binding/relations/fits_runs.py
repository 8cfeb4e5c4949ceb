"""A rate of amounts that stand in a row: a whole and what was added, or a part and the next.

Also whether what is held against each other are parts of one sum, or such a part and the sum.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from linter.binding.relations.fits_otherwise import is_rest
from linter.binding.relations.told import Told
from linter.facts.quantity import Quantity
from linter.interval import Interval, total
from linter.late import regex

_WITHOUT = regex("调减|核减|压减|扣[减除]|剔除|停[业用产]|注销|收回|取消")
"""Before what is to be taken off a whole."""
_OF_THEM = regex("其中|含|包括")
_IN_ALL = regex("合计|[共总]|累计|全[年县市区镇乡局部体省]")
"""Before what the figures before it come to."""
_MOST_SUMMED, _MOST_TRIED = 4, 5
"""How many figures are added; of more in a row one or another fits too often."""
_MOST_IN_ROW, _PAIR = 6, 2
Pair = tuple[Interval, Interval]
"""A whole and its part."""


def fits_runs(told: Told) -> bool:
    """Whether the rate is of amounts told in a row before it, each alone or with its neighbours.

    年初预算180万元，追加20万元，支出190万元，执行率95%; 完成270户，完成率90%，剩余30户.
    """
    derived, part = told.derived, told.operands[0]
    names = told.whole_and_part()
    if names is None:
        return False
    whole_name, part_name = names
    if "÷" in told.lead(derived):
        return False
    near = told.facts.around(derived, *told.facts.windows.bounds("sentence", derived.start))
    alike = [f for f in near if f.dimension == part.dimension and f.per == part.per]
    pairs = itertools.chain(_in_a_row(told, alike), _with_rests(told, alike))
    return any(
        equation.holds({told.relation.derived: derived.value, whole_name: w, part_name: p})
        for w, p in pairs
        for equation in told.equations
    )


def _in_a_row(told: Told, alike: list[Quantity]) -> Iterator[Pair]:
    """Runs and runs behind them that an operand stands in, and what has its whole in brackets."""
    text, derived = told.facts.text, told.derived
    bracketed = text.startswith("(", derived.end)
    row = [f for f in alike if bracketed or f.start < derived.start]
    if len(row) > _MOST_TRIED:
        return
    taken = {n for n, f in enumerate(row) if any(f is g for g in told.operands)}
    runs = list(_runs(told, row))
    for (_, end, whole), (first, last, part) in itertools.product(runs, runs):
        if end <= first and not taken.isdisjoint(range(first, last)):
            yield whole, part
    for part_, whole_ in itertools.pairwise(row):
        if text.startswith("(", part_.end):
            yield whole_.value, part_.value


def _with_rests(told: Told, alike: list[Quantity]) -> Iterator[Pair]:
    """The last figure before the rate with what is told behind it to be left."""
    last = [f for f in alike if f.start < told.derived.start][-1:]
    rests = [f for f in alike if f.start > told.derived.end and is_rest(told.facts, f)]
    for figure, rest in itertools.product(last, rests):
        yield figure.value + rest.value, figure.value
        yield figure.value, figure.value - rest.value


def _runs(told: Told, row: list[Quantity]) -> Iterator[tuple[int, int, Interval]]:
    """What up to three figures in a row come to, with the places of the first and behind the last.

    What is called a loss is taken off, and a part of the one before it (其中) also.
    """
    for start, first in enumerate(row):
        value = first.value
        yield start, start + 1, value
        for end in range(start + 1, min(start + _MOST_SUMMED - 1, len(row))):
            lead = told.lead(row[end])
            if _WITHOUT.search(lead):
                value -= row[end].value
            elif _OF_THEM.search(lead):
                yield start, end + 1, value - row[end].value
                break
            else:
                value += row[end].value
            yield start, end + 1, value


def is_among_parts(told: Told) -> bool:
    """Whether the operands are parts and what they come to: 设备120万元、培训70万元，共190万元."""
    names = told.whole_and_part()
    if names is None:
        return False
    whole_name, part_name = names
    whole, part = told.figures[whole_name], told.figures[part_name]
    low, _ = told.facts.windows.bounds("sentence", told.derived.start)
    near = told.facts.around(told.derived, low, told.derived.start)
    row = [f for f in near if f.dimension == whole.dimension and f.per == whole.per]
    every = range(len(row) if len(row) <= _MOST_IN_ROW else 0)
    for at, count in itertools.product(every, range(_PAIR, _MOST_SUMMED + 1)):
        before, behind = row[max(0, at - count) : at], row[at + 1 : at + 1 + count]
        for parts in (before, behind):
            if len(parts) < count or not row[at].value.meets(total(f.value for f in parts)):
                continue
            group = {f.start for f in (*parts, row[at])}
            if not group.issuperset(f.start for f in told.operands):
                continue
            summed = parts is before and _IN_ALL.search(told.lead(row[at]))
            if summed or not (
                told.is_called(whole, whole_name)
                or (whole is row[at] and told.is_called(part, part_name))
            ):
                return True
    return False
