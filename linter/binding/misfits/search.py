"""Figures that fit nothing around them, though one slip of the hand away they would.

盘子为8260万元, where the parts beside it come to 2860万元: that one slip leads to just the value
that a sum, a rate or a product wants is seldom chance, and the less so the more digits it has to
hit. Where the report tells that very figure elsewhere, it takes less.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from linter.binding.case import Case
from linter.binding.misfits.around import PURE, Near, afar, is_mark
from linter.binding.misfits.chance import may_fit
from linter.binding.misfits.elsewhere import Elsewhere
from linter.binding.misfits.fit import SUMS, is_senseless
from linter.binding.misfits.hints import hint, is_list
from linter.binding.misfits.marks import are_of_two_kinds, is_what_is_kept
from linter.binding.misfits.misfit import Misfit
from linter.binding.misfits.needed import Slipped
from linter.binding.misfits.place import Place
from linter.binding.same_facts.slip_index import may_be_told, slip_index
from linter.binding.sums.lists.reasons.of_items import is_part_of
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_SELDOM, _RATE = 2.1, 2.6
"""How seldom chance must be, as the tens' exponent, and of rates and marks, which more may make."""
_SURELY = 3.5
"""How seldom chance must be for a loose fit of the figure as it stands to count for nothing."""
_NEAR = Decimal("0.02")
"""By so small a part what is left over, late or missing makes figures differ, whatever is said."""
_FULL = 100
_FEWEST, _LONG = 2, 3
"""How many digits a figure must have, and one that others may be rates of."""
_OFTEN, _KEYS = 2, 8
"""How often a figure is told that others may be rates of, and how many such figures are looked at.
"""
_MONTHLY = regex("每[人户车台班]每个?[月天日]")
"""In a figure's clause: it is of so many months or days, too."""
_NAMED, _ROW = regex("[,，、;](?!其中|占)[\u4e00-\u9fff]{2,6}"), 30
"""Between two rates: whose the second is."""
_SHARE = regex("占[^,，;。\\d]{0,12}$")
"""Before a rate that is no more than all."""
_AMONG = (",其中", "，其中", "其中")
_IN_TURN = regex("(?:分别|依次)[为是占达]?$")
_PAST = regex("上一?年|去年|前年|往年|同期")
_CHANGED, _CHANGE = regex("(?:[增减][长加少幅量]?|上升|下降|[多少])[了出]?[^,，;。\\d]{0,2}$"), 3
"""Before by how much there is more than in the past, and how many figures tell of a change."""
_FROM, _TO = regex("[由从][^,，;。]{0,10}$"), regex("[到至][^,，;。]{0,8}$")
"""Before what was there before a change, and what is there now."""


_PAIR = 2


def misfits(case: Case) -> Iterator[Misfit]:
    """Each figure of running text that fits nothing around it and would, but for one slip."""
    facts = case.facts
    if not facts.running:
        return
    index, often = case.once(slip_index), _often(facts)
    told = Elsewhere(facts, index)
    for figure in facts.running:
        if figure.start in case.settled or not _may_be_wrong(facts, figure):
            continue
        if index.is_told_again(figure) or index.bare(figure) or is_what_is_kept(facts, figure):
            continue
        place = Place(facts, figure, often)
        found = told.twin(figure, place) or _alone(facts, figure, place)
        if found is not None and _is_of_one_kind(facts, found):
            yield found


def _often(facts: Facts) -> list[Near]:
    """The first of each figure that is told again and again, the oftenest of its kind first."""
    first: dict[tuple[str, float], Quantity] = {}
    for figure in facts.quantities:
        size = facts.size(figure)
        if not may_be_told(facts, figure) or figure.dimension in PURE:
            continue
        if facts.tellings[size] >= _OFTEN:
            first.setdefault((figure.dimension, size), figure)
    ordered = sorted(first.values(), key=lambda f: -facts.tellings[facts.size(f)])
    return [afar(facts, f) for f in ordered if facts.digits(f) >= _LONG][:_KEYS]


def _is_of_one_kind(facts: Facts, found: Misfit) -> bool:
    """Whether no figure is of another year, and none of months, and no mark or share beyond all."""
    figure = found.figure
    if found.needed > 1 and figure.dimension == "percent" and _is_share(facts, figure):
        return False
    if figure.dimension == "score" and figure.printed <= _FULL < found.needed:
        return False
    if are_of_two_kinds(facts, figure, found.fit):
        return False
    rates = [f for f in found.fit.figures if f.dimension == "percent"]
    if any(_is_first_of_rates(facts, f) or _is_apart(facts, f, found) for f in rates):
        return False
    if found.fit.way == "total" and _is_of_a_list(facts, found):
        return False
    if found.fit.way in SUMS and _adds_part_of_part(facts, found):
        return False
    if found.fit.way not in SUMS:
        return _MONTHLY.search(facts.text, *facts.windows.bounds("clause", figure.start)) is None
    leads = [facts.own_words(f) for f in (figure, *found.fit.figures)]
    past, before, now, changed = (
        sum(words.search(lead) is not None for lead in leads)
        for words in (_PAST, _FROM, _TO, _CHANGED)
    )
    told = len(leads) == _CHANGE and past == changed == 1
    return told or not (past or (before and now))


def _is_of_a_list(facts: Facts, found: Misfit) -> bool:
    """Whether a figure is listed with its seeming parts, or told to be a part itself.

    党政机构14个、教学部9个、教辅单位3个; 其中居民医保15880.20万元.
    """
    row = sorted((found.figure, *found.fit.figures), key=lambda f: f.start)
    listed = all(facts.text.startswith("、", figure.end) for figure in row[:-1])
    return listed or facts.own_words(found.figure).startswith(_AMONG)


def _adds_part_of_part(facts: Facts, found: Misfit) -> bool:
    """Whether one of the seeming parts is told to be of the one before it: 支付312万元，其中….

    The total, which stands elsewhere, then has nothing to do with it.
    """
    row = sorted(found.fit.parts(found.figure), key=lambda f: f.start)
    return any(is_part_of(facts.text, part, whole) for whole, part in pairwise(row))


def _is_share(facts: Facts, figure: Quantity) -> bool:
    return _SHARE.search(facts.own_words(figure)) is not None


def _is_first_of_rates(facts: Facts, figure: Quantity) -> bool:
    """Whether a rate is the first of several that are told of as many figures in turn."""
    return _IN_TURN.search(facts.own_words(figure)) is not None


def _is_apart(facts: Facts, rate: Quantity, found: Misfit) -> bool:
    """Whether a rate stands in one sentence with none of those that it would go with."""
    others = [found.figure, *(f for f in found.fit.figures if f is not rate)]
    return not any(facts.windows.share("sentence", rate.start, f.start) for f in others)


def _is_of_rates(facts: Facts, figure: Quantity) -> bool:
    """Whether a rate is one of those of several by name: 龙塘95.8%，乌江93.1%，平坝88.6%."""
    if figure.dimension != "percent":
        return False
    near = [*facts.last_before(figure, 2), figure, *facts.within(figure.end, figure.end + _ROW)]
    joined = [
        a.dimension == b.dimension and _NAMED.fullmatch(facts.text, a.end, b.start) is not None
        for a, b in pairwise(near)
    ]
    at = near.index(figure)
    return any(all(pair) for pair in pairwise(joined[max(0, at - 2) : at + 2]))


def _may_be_wrong(facts: Facts, figure: Quantity) -> bool:
    return (
        (figure.dimension != "number" or is_mark(figure))
        and may_be_told(facts, figure)
        and facts.digits(figure) >= _FEWEST
        and not _is_of_rates(facts, figure)
    )


def _alone(facts: Facts, figure: Quantity, place: Place) -> Misfit | None:
    """The figure as a slip of what figures beside it want, though nothing else tells that."""
    slipped = Slipped(figure)
    seldom = _SELDOM if figure.dimension not in PURE else _RATE
    best: tuple[float, Misfit] | None = None
    for fits in place.simple:
        for count, fit in enumerate(fits, 1):
            wanted = list(slipped.needed(fit))
            if wanted and is_senseless(fit):
                continue
            agreed = place.agreed(fit) if wanted else 0.0
            for needed in wanted:
                if needed.is_short and not agreed and not is_list(facts, figure, fit):
                    continue
                weight = agreed - math.log10(count * fit.doubt * needed.chance)
                if abs(needed.value - figure.printed) > _NEAR * figure.printed:
                    weight += hint(facts, figure, fit)
                if weight < (seldom if best is None else best[0]) or place.has(needed.value):
                    continue
                best = weight, Misfit(figure, needed.value, fit)
    if best is None or may_fit(place, figure, sure=best[0] > _SURELY) or place.is_mixed:
        return None
    return None if _is_rest_of_others(place, figure, best[1]) else best[1]


def _is_rest_of_others(place: Place, figure: Quantity, found: Misfit) -> bool:
    """Whether a figure that would be what two leave is just what two others leave: 未接通的21人."""
    return found.fit.way == "part" and any(
        fit.way == "part" and fit.value == float(figure.printed) and len(fit.figures) == _PAIR
        for fits in place.every
        for fit in fits
    )
