"""The share of a part of the only other figure of its kind: 共850户……其中136户，占比14%.

The part stands beside the share, or both figures stand in the sentence of a share in words
(三分之二, 六成以上). Where some other figure of the paragraph gives it, that may be its
whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.binding.sums.parts.far import may_be_part
from linter.binding.sums.shares.paired import Paired
from linter.facts.facts import Facts
from linter.facts.quantity import ONE, Quantity
from linter.interval import exactly, rounded
from linter.regexes.late import regex

_SHARE = regex("占|总[数量]的")
BESIDE = regex(
    "[,，(]?(?:[约仅只均]?占(?:比|了|到|全部|总数|总量|总额|其中)?(?:的(?:比例|比重)?)?[为是达]{0,2}"
    "|占[^,，;。\\d]{0,8}(?:总数|总量|总额|总面积)[^,，;。]{0,12}的"
    "|不?[到足]?[^,，;。\\d]{0,4}总数的)$"
)
"""Between a part and its share, which has no other whole."""
_PLUS = regex("(?:比|较|同比|增|减|降|升|涨|提[高升]|压|节|缩|扩|少|浮)[^,，;。]{0,8}$")
"""Before a share in words: it tells how much more or less there is."""
_REST = regex("其[余他它]|剩|余下|[未没不另]")
_SAME = regex("(?:占|即|也就是|等于|相当于|换言之|恰|正好|刚好|整整)[^,，;。\\d]{0,10}$|达到?$")
_IS = regex("(?:[是为占]|等于|相当于|只有|约)[^,，;。\\d]{0,10}$")
"""Before a whole that its share follows: 80万元，恰为总投资720万元的九分之一."""
_AGAIN = regex("[^,，;。\\d]{0,12}[,，](?:即|也就是)")
"""Before a share in words, or behind it: it tells the same as the figures."""
_OF = regex(
    "占(?!总[数量]|全部|其中)([\u4e00-\u9fff]{2,8}?)(?:的|不[到足]|超过?|近|约|将近|接近|仅)?$"
)
"""Before a share in words: what it is of (占支付总额不到千分之五)."""
_HALF = regex("[一过]半|半数")
_EXACT = regex("恰|正好|刚好|整整")
_UNSURE = regex(
    "上年|去年|同比|目标|计划|平均|累计|分别|依次|增|减|剔除|扣除|另|上级|约|左右|每|调整|[日月人户年]均|人次|[由从]|同期"
)
_WHOLE, _IN_IT = regex("共|总|全|合计"), regex("其中|[中里]有?")
_TO_COMMA = regex("[^,，;。\n]{0,40}")
_UNDER = regex("不到|不足|弱")
"""Behind a fraction: 三分之一不到."""
_LESS, _MORE, _OVER = (
    regex("不[到足超]|未[到达过超]|(?<!不)低于|不[高多大]于"),
    regex("[过超]|高于|不[低少小]于"),
    regex("以上|多|强|有余"),
)
_FAR, _NEAR, _SHORT, _LOOSE = 90, 24, 12, Decimal("0.35")
_CLOSE = Decimal("0.02")
_SHARES = ("percent", "fraction")
_UP, _DOWN = ("above", "more"), ("under", "below")


def plain_shares(facts: Facts) -> Iterator[Paired]:
    """The shares beside whose part there is but one figure that may be the whole."""
    for rate in _rates(facts):
        low, high = facts.windows.bounds("clause", rate.start)
        figures = [f for f in facts.within(max(low, rate.start - _FAR), high) if f is not rate]
        figures = [f for f in figures if may_be_part(facts, f) and f.start not in facts.spoken]
        figures = [f for f in figures if f.dimension != "age"]
        alone = sum(f.dimension in _SHARES for f in facts.within(low, high)) == 1
        found = _both(facts, rate, figures, alone)
        if found is not None and not _is_unsure(facts, rate, low):
            part, whole = found
            holds = _holds(facts, rate, part, whole) or _is_of_both(facts, rate, part, whole)
            if holds or not _is_of_others(facts, rate, part, whole):
                yield Paired({"rate": rate, "part": part, "whole": whole}, holds)


def _is_unsure(facts: Facts, rate: Quantity, low: int) -> bool:
    """Whether words of a clause, up to the comma behind a share, say that it may be of others."""
    before = _UNSURE.search(facts.text, max(low, rate.start - _FAR), rate.start)
    behind = _TO_COMMA.match(facts.text, rate.end)
    return before is not None or (behind is not None and bool(_UNSURE.search(behind[0])))


def _rates(facts: Facts) -> Iterator[Quantity]:
    """The shares that words lead to, and those that are told in words."""
    led = {f.start for f in facts.led_by(_SHARE, _NEAR)}
    for kind in _SHARES:
        for rate in facts.by_dimension.get(kind, ()):
            told = rate.start in led or _is_in_words(facts, rate)
            if told and rate.start not in facts.gridded:
                yield rate


def _is_in_words(facts: Facts, rate: Quantity) -> bool:
    return rate.dimension == "fraction" or rate.start in facts.spoken


def _both(
    facts: Facts, rate: Quantity, figures: Sequence[Quantity], alone: bool
) -> tuple[Quantity, Quantity] | None:
    """The part and the whole of a share, which may be the only one of its sentence."""
    before = facts.last_before(rate, 1)
    part = before[0] if before and before[0] in figures else None
    if part is None or BESIDE.fullmatch(facts.text, part.end, rate.start) is None:
        return _of_fraction(facts, rate, figures) if alone else None
    alike = [f for f in figures if _are_alike(f, part) and f is not part]
    wholes = [f for f in alike if f.start < part.start]
    one = len(alike) == len(wholes) == 1 and wholes[0].printed > part.printed
    return (part, wholes[0]) if one and not _has_own(facts, wholes[0], part) else None


def _has_own(facts: Facts, figure: Quantity, part: Quantity) -> bool:
    """Whether a figure has a share of its own, so that a part beside it is no part of it."""
    behind = facts.within(figure.end, part.start)[:1]
    beside = any(
        f.dimension in _SHARES and BESIDE.fullmatch(facts.text, figure.end, f.start) for f in behind
    )
    return beside and not _IN_IT.search(facts.text, figure.end, part.start)


def _of_fraction(
    facts: Facts, rate: Quantity, figures: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """The only two figures of a sentence that tells a fraction."""
    if not _is_in_words(facts, rate) or len(figures) != 2 or not _are_alike(*figures):
        return None
    words = facts.own_words(rate)
    if words == "的" and figures[1].end < rate.start:
        words = facts.own_words(figures[1])
        same = _IS.search(words)
    else:
        same = _SAME.search(words) or _AGAIN.match(facts.text, rate.end)
    if (
        same is None
        or _PLUS.search(words)
        or _HALF.search(facts.text, *facts.windows.bounds("clause", rate.start))
    ):
        return None
    part, whole = sorted(figures, key=lambda f: f.printed)
    named = _OF.search(words)
    if named and named[1][:2] not in facts.own_words(whole):
        return None
    return (part, whole) if part.printed < whole.printed else None


def _are_alike(one: Quantity, other: Quantity) -> bool:
    counted = one.dimension.startswith("count:") and one.unit != other.unit
    return one.dimension == other.dimension and not counted and one.per is other.per is None


def _holds(facts: Facts, rate: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a part is the share of a whole; of 不到四分之一 it is less."""
    share = part.value / whole.value
    if not _is_in_words(facts, rate):
        return share.meets(rate.value)
    words = facts.text[max(part.end, rate.start - _SHORT) : rate.start]
    if rate.hedge in _DOWN or _LESS.search(words) or _UNDER.match(facts.text, rate.end):
        return share.low < rate.printed
    if rate.hedge in _UP or _MORE.search(words) or _OVER.match(facts.text, rate.end):
        return share.high >= rate.printed
    told = rounded(rate.printed, _CLOSE) if _EXACT.search(words) else rate.value
    return share.meets(told)


def _is_of_both(facts: Facts, rate: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a share is of both figures, neither of which is called the whole, or of the rest."""
    share = part.value / whole.value
    if _REST.search(facts.own_words(rate)) and rate.value.meets(exactly(ONE) - share):
        return True
    low, high = min(part.start, whole.start), max(part.start, whole.start)
    called = _WHOLE.search(facts.own_words(whole)) or _IN_IT.search(facts.text, low, high)
    all_of_it = part.value + whole.value
    either = (part, whole) if rate.hedge is None else (part,)
    return not called and any(rate.value.meets(f.value / all_of_it) for f in either)


def _is_of_others(facts: Facts, rate: Quantity, part: Quantity, whole: Quantity) -> bool:
    """Whether a share is far off, or some other figure of the paragraph goes with it."""
    share = part.printed / whole.printed
    told = rate.value.middle if rate.hedge is None else share
    if not told or abs(share / told - 1) > _LOOSE:
        return True
    low, high = facts.windows.bounds("block", rate.start)
    near = [f for f in facts.around(rate, low, high) if f not in (part, whole)]
    near = [f for f in near if f.dimension == part.dimension and f.printed]
    return any(
        rate.value.meets(exactly(a.printed / b.printed))
        for f in near
        for a, b in ((part, f), (whole, f), (f, whole))
    )
