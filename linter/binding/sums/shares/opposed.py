"""The share of one of two opposites that make up a whole: 女6421人，占49.0%，男6683人."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.binding.names import is_plain
from linter.binding.slips import is_marginal, slipped
from linter.binding.sums.kinds import are_two, own_names
from linter.binding.sums.shares.runs import is_part
from linter.binding.sums.shares.summed import Summed
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation
from linter.late import regex

_BEHIND = regex("[,，(]占(?:比|了)?[为约]?")
_OTHER = regex(r"\)?[,，、;][^,，;。、:()\d]{1,8}")
"""Between a part and its share, and behind that up to the next part."""
_UNTOLD, _REACH = 0.02, 80
"""By how small a part a third kind that is not told may lessen a share, and where its whole stands.
"""


def opposed_shares(facts: Facts, of_both: Equation) -> Iterator[Summed]:
    """The shares that hold, or that one slip keeps from it; ``of_both`` makes one of the parts."""
    for part, rate in pairwise(facts.running):
        if rate.dimension != "percent" or not _BEHIND.fullmatch(facts.text, part.end, rate.start):
            continue
        other = _other(facts, part, rate)
        if other is None or not (is_plain(facts, rate) and is_part(facts, part)):
            continue
        figures = {"rate": rate, "part": part, "whole": other}
        holds = of_both.fits(figures)
        if holds or (
            slipped(figures, (of_both,), facts.text, sure=True)
            and not is_marginal(of_both, "rate", figures, _UNTOLD)
            and not _is_of_another(facts, part, rate)
        ):
            yield Summed(figures, of_both, holds)


def _other(facts: Facts, part: Quantity, rate: Quantity) -> Quantity | None:
    """The figure of the opposite right behind a share, where no other kind or share follows."""
    behind = facts.within(rate.end, facts.windows.bounds("sentence", part.start)[1])[:2]
    other = behind[0] if behind else None
    if other is None or other.unit != part.unit or not is_plain(facts, other):
        return None
    if not _OTHER.fullmatch(facts.text, rate.end, other.start):
        return None
    low, _ = facts.own_lead(part)
    names = own_names(facts.text, low, (part,)) + own_names(facts.text, rate.end, (other,))
    third = len(behind) > 1 and (
        _OTHER.fullmatch(facts.text, other.end, behind[1].start)
        or _BEHIND.fullmatch(facts.text, other.end, behind[1].start)
    )
    return other if are_two(names) and not third else None


def _is_of_another(facts: Facts, part: Quantity, rate: Quantity) -> bool:
    """Whether a share is just what its part is of another figure near it."""
    low, high = facts.windows.bounds("block", part.start)
    near = facts.around(part, max(low, part.start - _REACH), min(high, rate.end + _REACH))
    return any(
        f.dimension == part.dimension and f.printed and rate.value.meets(part.value / f.value)
        for f in near
    )
