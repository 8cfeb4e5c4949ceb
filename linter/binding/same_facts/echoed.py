"""A figure told again in another paragraph among words that the report has but there, a slip apart.

追缴租金34.6万元, later 复查追缴的43.6万元: words told but two or three times (追缴)
name one fact. Nothing is told where a third figure stands among them, or where the two are of two
times or of a part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from math import fsum

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.names import LEFT_OUT, OTHER_TIME, is_plain
from linter.binding.slips import are_a_slip_apart, is_swap
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.late import regex

_NOT = ("number", "times", "years", "month", "day", "score", "percent-point")
_SELDOM, _RARELY = 3, 5
"""How often a report has a pair of letters that names a fact, and one that helps to."""
_LEAD, _BEHIND = 16, 8
_BREAK = regex(r"[,，;。:：、()\n]")
_END = regex(r"[,，;。:：、\n]")
_PLAN = regex(r"计划|目标|任务|应[筹到缴录收]|须|拟|预算|原定|限价|控制|预测|方案")
_PART = regex(
    r"其中|分别|依次|[第每][一二三四五六七八九十\d]|标段|[多少]了?$|比|较|增|减|降|超|由|从"
)
_MANY = 400
_MOST = 12
"""Of more figures among the same words none is looked at."""
_LONG, _SHORT, _FEWEST = 4, 3, 2
_WHOLE = 2500
"""A text of fewer characters has most of its words seldom."""


class _Told(Struct, frozen=True):
    figure: Quantity
    words: frozenset[str]


def echoed(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure with the earlier one that the same seldom words name."""
    facts = case.facts
    likely = [f for f in facts.quantities if _may_be_told(facts, f)]
    if not 1 < len(likely) <= _MANY or len(facts.text) < _WHOLE:
        return
    told = [_Told(f, _words(facts, f)) for f in likely]
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, each in enumerate(told):
        for pair in each.words:
            if 1 < facts.commonness[pair] <= _SELDOM:
                named[each.figure.dimension, pair].append(at)
    tried = {
        pair
        for places in named.values()
        if 1 < len(places) <= _MOST
        for pair in combinations(places, 2)
    }
    for a, b in sorted(tried, key=lambda pair: pair[::-1]):
        if _are_one(facts, told[a], told[b]) and not _has_third(facts, told, a, b):
            yield told[b].figure, told[a].figure


def _may_be_told(facts: Facts, figure: Quantity) -> bool:
    return (
        figure.dimension not in _NOT
        and is_plain(facts, figure)
        and bool(figure.printed)
        and figure.start not in facts.gridded
        and not facts.in_target_section(figure.start)
    )


def _words(facts: Facts, figure: Quantity) -> frozenset[str]:
    """The pairs of letters around a figure, from the figure before it to the end of its phrase."""
    low, high = facts.own_lead(figure)
    low = max(low, high - _LEAD)
    _, limit = facts.windows.bounds("clause", figure.start)
    end = _END.search(facts.text, figure.end, min(limit, figure.end + _BEHIND))
    behind = end.start() if end else min(limit, figure.end + _BEHIND)
    return frozenset(
        pair
        for pair in facts.pairs_within(low, high) | facts.pairs_within(figure.end, behind)
        if pair.isalpha() and not pair.isascii()
    )


def _are_one(facts: Facts, a: _Told, b: _Told) -> bool:
    one, other = a.figure, b.figure
    if one.value.meets(other.value) or one.unit != other.unit:
        return False
    if facts.windows.share("block", one.start, other.start):
        return False
    if 1 not in (facts.tellings[facts.size(one)], facts.tellings[facts.size(other)]):
        return False
    if not _is_slip(facts, one, other, _weight(facts, a.words & b.words)):
        return False
    return _are_of_one_kind(facts, one, other)


def _weight(facts: Facts, shared: frozenset[str]) -> float:
    """How much words in common tell: seldom ones much, others little."""
    often = (facts.commonness[pair] for pair in shared)
    return fsum(1.0 if n <= _SELDOM else 0.5 if n <= _RARELY else 0.1 for n in often)


def _is_slip(facts: Facts, a: Quantity, b: Quantity, weight: float) -> bool:
    """Whether a slip makes one of the other; the fewer its digits, the more must words tell."""
    digits = min(facts.digits(a), facts.digits(b))
    if digits < _FEWEST:
        return False
    if is_swap(a, facts.text[a.start : a.end], b.value, 2):
        return weight >= (1 if digits >= _SHORT else 2)
    if not are_a_slip_apart(a, b, facts.text):
        return False
    return weight >= (1 if digits >= _LONG else 2.5 if digits >= _SHORT else 3)


def _are_of_one_kind(facts: Facts, a: Quantity, b: Quantity) -> bool:
    """Whether both are plans or both are not, of the same time, and neither is of a part."""
    leads = [_lead(facts, f) for f in (a, b)]
    if any(
        OTHER_TIME.search(lead) or LEFT_OUT.search(lead) or _PART.search(lead) for lead in leads
    ):
        return False
    if bool(_PLAN.search(leads[0])) is not bool(_PLAN.search(leads[1])):
        return False
    return status(facts, a) == status(facts, b) != "limit"


def _lead(facts: Facts, figure: Quantity) -> str:
    low, high = facts.own_lead(figure)
    low = max(low, high - _LEAD, *(facts.text.rfind(mark, low, high) + 1 for mark in ",，;、"))
    return facts.text[low:high]


def _has_third(facts: Facts, told: list[_Told], a: int, b: int) -> bool:
    """Whether another figure stands among the words that two have in common."""
    shared = told[a].words & told[b].words
    seldom = {pair for pair in shared if facts.commonness[pair] <= _SELDOM}
    values = told[a].figure.value, told[b].figure.value
    return any(
        each.words >= seldom
        and each.figure.dimension == told[a].figure.dimension
        and not any(each.figure.value.meets(value) for value in values)
        for at, each in enumerate(told)
        if at not in (a, b)
    )
