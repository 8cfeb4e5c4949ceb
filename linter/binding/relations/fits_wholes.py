"""Rates of a whole that no figure tells: what was there before a change, all amounts of a list."""

from __future__ import annotations

from linter.binding.relations.told import Told
from linter.interval import ZERO, total
from linter.late import regex

_CHANGED = regex("[节减降增追压缩核清剔]")
"""In the words before a rate or an amount: it is of a change."""
_PAIR, _FEWEST = 2, 3
_MOST = 60
"""Figures in one sentence at most: a list that shares one whole out is short."""


def fits_before_change(told: Told) -> bool:
    """Whether the rate is of what was before the change: 用水126万吨，节约14万吨，节水率10%."""
    if told.derived.dimension != "percent" or len(told.operands) != _PAIR:
        return False
    if not any(_CHANGED.search(told.lead(f)) for f in (told.derived, *told.operands)):
        return False
    change, after = sorted((f.value for f in told.operands), key=lambda value: value.middle)
    before = (after + change, after - change)
    rate = told.derived.value
    return any(whole.low > ZERO and rate.meets(change / whole) for whole in before)


def fits_list(told: Told) -> bool:
    """Whether the rate is what its own amount is of all that are listed beside as many rates.

    按中央50%、省30%、市县20%分担，分别为600万元、360万元、240万元.
    """
    if told.derived.dimension != "percent":
        return False
    low, high = told.facts.windows.bounds("sentence", told.derived.start)
    near = told.facts.within(low, high)
    if len(near) > _MOST:
        return False
    rates = [f for f in near if f.dimension == "percent"]
    kind = told.operands[0].dimension
    amounts = [f for f in near if f.dimension == kind and f.per is None]
    if len(rates) < _FEWEST or told.derived not in rates:
        return False
    at = rates.index(told.derived)
    for listed in (amounts, amounts[:-1], amounts[1:]):
        if len(listed) != len(rates):
            continue
        whole = total(f.value for f in listed)
        if whole.low > ZERO and told.derived.value.meets(listed[at].value / whole):
            return True
    return False
