"""Whether what seems to be a total of its parts is made by other figures, or by some of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from linter.binding.misfits.chance import borne_out
from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, total
from linter.regexes.late import regex

_ASIDE = regex(r"(?:[比较多少高低]|其中|含)[^,，;。:、\d]{0,6}$")
"""Before what is no part: how much more another part is, or a part of a part."""
_FEWEST, _MOST = 3, 6
"""How many parts are left, and of how many one or two are left out."""
_OMITTED = (1, 2)
_TWO = 2
"""Of so few parts none is the whole told again."""


def is_of_others(facts: Facts, found: Total) -> bool:
    """Whether a total that its parts do not come to is what other figures, or some parts, make it.

    4台，单价168.50万元，小计674.00万元；抢险车2台312.00万元: a product of what stands before.
    教授18人，副教授多9人而为27人: the nine are in none of them.
    """
    if found.whole is None:
        return False
    if any(found.whole.value.meets(some) for some in _some(facts, found)):
        return True
    if len(found.parts) == _TWO and any(found.whole.value.meets(p.value) for p in found.parts):
        return True
    borne = sum(_is_borne_out(facts, part, found) for part in found.parts)
    return 2 * borne > len(found.parts) and _is_borne_out(facts, found.whole, found)


def _is_borne_out(facts: Facts, figure: Quantity, found: Total) -> bool:
    """Whether others than those of a total, or their rates, make a figure what it is."""
    fit = borne_out(facts, figure)
    of = {f.start for f in (found.whole, *found.parts) if f}
    return fit is not None and any(
        f.start not in of and f.dimension != "percent" for f in fit.figures
    )


def _some(facts: Facts, found: Total) -> Iterator[Interval]:
    """What the parts come to without one or two that words say are of others."""
    aside = [p for p in found.parts if _ASIDE.search(facts.own_words(p))][:_MOST]
    for omitted in _OMITTED:
        for left_out in combinations(aside, omitted):
            left = [p.value for p in found.parts if p not in left_out]
            if len(left) >= _FEWEST:
                yield total(left)
