"""The share of one of two opposites that make up a whole.

女6421人，占49.0%，男6683人; told behind both by its name: 女性43人、男性39人，女性占52.4%.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from linter.binding.names import is_plain
from linter.binding.slips import is_marginal, slipped
from linter.binding.sums.kinds import are_two, own_names
from linter.binding.sums.shares.named import called_alike, told_before
from linter.binding.sums.shares.runs import is_part
from linter.binding.sums.shares.summed import Summed
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation
from linter.regexes.late import regex

_BEHIND = regex("[,，(]占(?:比|了)?[为约]?")
_OTHER = regex(r"\)?[,，、;][^,，;。、:()\d]{1,8}")
"""Between a part and its share, and behind that up to the next part."""
_SHARE, _NEAR, _PAIR = regex("占|比重"), 6, 2
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
        if holds or (_may_be_wrong(facts, figures, of_both) and not _is_of_another(facts, figures)):
            yield Summed(figures, of_both, holds)
    yield from _named(facts, of_both)


def _named(facts: Facts, of_both: Equation) -> Iterator[Summed]:
    """The shares of one of two opposites told before them: 女性43人、男性39人，女性占52.4%."""
    for rate in facts.led_by(_SHARE, _NEAR):
        if rate.dimension != "percent" or not is_plain(facts, rate) or rate.start in facts.gridded:
            continue
        two = told_before(facts, rate)[-_PAIR:]
        parts = called_alike(facts, rate, two)
        if len(two) < _PAIR or len(parts) != 1 or two[0].unit != two[1].unit:
            continue
        if not are_two(own_names(facts.text, facts.own_lead(two[0])[0], two)):
            continue
        other = two[two[0] is parts[0]]
        figures = {"rate": rate, "part": parts[0], "whole": other}
        holds = of_both.fits(figures)
        if holds or _may_be_wrong(facts, figures, of_both):
            yield Summed(figures, of_both, holds)


def _may_be_wrong(facts: Facts, figures: dict[str, Quantity], of_both: Equation) -> bool:
    """Whether one slip keeps a share from what it should be, and no third kind does."""
    return slipped(figures, (of_both,), facts.text, sure=True) is not None and not is_marginal(
        of_both, "rate", figures, _UNTOLD
    )


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


def _is_of_another(facts: Facts, figures: dict[str, Quantity]) -> bool:
    """Whether a share is just what its part is of another figure near it."""
    part, rate = figures["part"], figures["rate"]
    near = facts.around(part, *facts.windows.around("block", part.start, rate.end, _REACH))
    return any(
        f.dimension == part.dimension and f.printed and rate.value.meets(part.value / f.value)
        for f in near
    )
