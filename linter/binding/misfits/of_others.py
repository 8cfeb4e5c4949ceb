"""Whether what seems to be a total of its parts is made by other figures, or by some of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from linter.binding.misfits.chance import borne_out
from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, total

_FEWEST, _MOST = 2, 12
"""How many parts are a list, and of how many some are left out."""
_OMITTED = (1, 2)


def is_of_others(facts: Facts, found: Total) -> bool:
    """Whether a total that its parts do not come to is what other figures, or some parts, make it.

    4台，单价168.50万元，小计674.00万元；抢险车2台312.00万元: a product of what stands before.
    教授18人，副教授多9人而为27人: the nine are in none of them.
    """
    if found.whole is None:
        return False
    if any(found.whole.value.meets(some) for some in _some(found)):
        return True
    if any(found.whole.value.meets(part.value) for part in found.parts):
        return True
    borne = sum(_is_borne_out(facts, part, found) for part in found.parts)
    return 2 * borne > len(found.parts) and _is_borne_out(facts, found.whole, found)


def _is_borne_out(facts: Facts, figure: Quantity, found: Total) -> bool:
    """Whether others than those of a total make a figure what it is."""
    fit = borne_out(facts, figure)
    of = {f.start for f in (found.whole, *found.parts) if f}
    return fit is not None and not of.issuperset(f.start for f in fit.figures)


def _some(found: Total) -> Iterator[Interval]:
    """What the parts come to without one or two of them."""
    values = [part.value for part in found.parts]
    for omitted in _OMITTED:
        left = len(values) - omitted
        if left >= _FEWEST and len(values) <= _MOST:
            for chosen in combinations(values, left):
                yield total(chosen)
