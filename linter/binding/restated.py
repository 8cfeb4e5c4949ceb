"""The same fact told twice in the text, its figures a slip apart."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.names import OTHER_TIME, PLANNED, is_repeated, is_told, pairs, plain
from linter.binding.twins import Twins
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_ENOUGH = 0.6
_FEWEST = 2
"""How many pairs of characters two names must share more than."""
_PAIR = 2
_LEAD = 14
_SWAPPED, _CHANGED = 4, 5
"""How many digits it takes to tell a slip from another figure."""


def text_twins(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure of the text with its twin further on that bears the same name."""
    facts = case.facts
    figures = [
        f
        for f in facts.quantities
        if f.end - f.start > _SWAPPED and not f.hedge and not facts.in_table(f.start)
    ]
    totals = {s.figure.start for s in case.scores if s.role == "total"}
    two_totals = len({facts.roughly(f)[0] for f in figures if f.start in totals}) == _PAIR
    twins = Twins(facts, figures, _SWAPPED, _CHANGED)
    for figure in figures:
        for twin in twins.of(figure):
            if twin.start < figure.start:
                continue
            if facts.windows.bounds("block", figure.start)[1] > twin.start:
                continue
            if not is_told(facts, figure) or not is_told(facts, twin):
                continue
            if is_repeated(facts, figure) and is_repeated(facts, twin):
                continue
            both = figure.start in totals and twin.start in totals
            if (both and two_totals) or _same_name(facts, figure, twin):
                yield twin, figure
                break


def _same_name(facts: Facts, figure: Quantity, twin: Quantity) -> bool:
    names = []
    for each in (figure, twin):
        low, high = facts.own_lead(each)
        words = facts.text[max(low, high - _LEAD) : high]
        if OTHER_TIME.search(words) or PLANNED.search(words):
            return False
        names.append(pairs(plain(words)))
    shared = names[0] & names[1]
    return len(shared) > _FEWEST and len(shared) >= _ENOUGH * max(map(len, names))
