"""Figures that stand to each other as a ratio has it: 医护比为1:1.25, 医师64名, 护士78名.

The ratio is called one, or something is done by it (按4:1的比例, 按1:200稀释). Of its sentence any
two figures may be meant, in either order, or one of them with what both make up; it is told only
where none of that holds and the nearest is not far off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from msgspec import Struct

from linter.binding.names import pairs
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import NOT_MEASURED, ONE, Quantity
from linter.interval import Interval, exactly, rounded
from linter.interval import total as sum_of
from linter.regexes.late import regex

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_RATIO = regex(
    rf"(?<![\d.:,])(?P<digits>{_NUMBER}(?::{_NUMBER}){{1,3}})(?![\d.:])|(?P<spoken>[一二三四五六七八九](?:[对比][一二三四五六七八九十](?!一)"
    "|[一二三四五六七八九](?=开|分|承担|负担|出资|的?比例)))"
)
_SPOKEN = regex("[^对比]")
_CALLED = regex(
    "比[例率值]?(?:关系)?(?:(?:[均仍也恰已]|[恰刚正]好)?(?:为|是|达到?|系|即|控制在|保持在)|,)?$"
)
_MET = regex("(?:满足|符合)(?:了|国家|省定)?$")
_BY = regex("(?:按照?|由)[\u4e00-\u9fff、]{0,9}$")
_DONE_BY = regex(
    r"(?:的?[\u4e00-\u9fff]{0,3}?(?:比例?|配比)|(?:进行)?(?:分担|配套|配备|配置|稀释|掺混|混合|结对|分配|分摊|搭配|兑|拌|调配|勾|加|承担|出资))"
)
_NOT = regex(
    r"约|左右|近|不[低高少多]于|至少|以上|以内|上年|去年|由[^,，;。]{0,6}\d|提高|降|上升|提升|升[到至高]|优于|高于|低于|达不到"
    r"|另|除|[缺差欠]|未到|因(?!此|素)|调整|垫付|比例尺|兼职|折|平均|原[定来先计]"
)
_GENERAL = regex("全[省市国县]|平均|同类|要求|标准|规定|目标|计划")
"""Before a ratio: it is not that of the figures beside it."""
_APART = {"ratio", "fraction", *NOT_MEASURED}
_NEAR, _LEAD, _FAR, _PAIR, _MOST, _END = Decimal("0.5"), 12, 120, 2, 3, 2
_ABOUT = Decimal("0.1")
"""Of a number that stands to one other than 1, how much of it is what it is rounded to."""
_HUNDRED = 100

_TWO = regex(
    "(?P<one>[\u4e00-\u9fff]{2,8})[与和](?P<other>[\u4e00-\u9fff]{2,6}?)[按以][^,，;。\\d]{0,4}$"
)
"""Before a ratio: what its two sides are of."""


class InRatio(Struct, frozen=True):
    """A ratio with two figures that should stand so, and whether any do."""

    rate: Quantity
    first: Quantity
    second: Quantity
    holds: bool


def in_ratios(facts: Facts) -> Iterator[InRatio]:
    """Each ratio beside whose figures it can be held."""
    for found in _RATIO.finditer(facts.text):
        exact = _is_ratio(facts.text, found)
        if exact is None or facts.in_table(found.start()):
            continue
        low, high = facts.windows.around("sentence", found.start(), found.end(), _FAR)
        near = [f for f in facts.within(low, high) if _may_stand(facts, f, found)]
        if exact and _is_of_others(facts, found, near):
            continue
        end = min(high, max(found.end(), near[-1].end if near else 0) + _END)
        if not _NOT.search(facts.text[low : found.start()] + facts.text[found.end() : end]):
            yield from _held(found, near, exact)


def _is_of_others(facts: Facts, found: re.Match[str], near: Sequence[Quantity]) -> bool:
    """Whether a ratio names its two things, and figures of others stand behind a semicolon only.

    有机肥与熟土按体积1∶3拌和；补植乔木380株、灌木80株.
    """
    low, high = facts.windows.bounds("clause", found.start())
    named = _TWO.search(facts.text, low, found.start())
    if named is None or any(low <= figure.start < high for figure in near):
        return False
    things = pairs(named["one"]) | pairs(named["other"])
    return all(things.isdisjoint(pairs(facts.own_words(figure))) for figure in near)


def _is_ratio(text: str, found: re.Match[str]) -> bool | None:
    """Whether a ratio is exact, something being done by it; nothing where no word calls it one."""
    low, start = max(0, found.start() - _LEAD), found.start()
    if _is_met(found):
        return True if found["digits"] else None
    if _BY.search(text, low, start) and (found["spoken"] or _DONE_BY.match(text, found.end())):
        return True
    called = None if _GENERAL.search(text, low, start) else _CALLED.search(text, low, start)
    return "配合" in text[low:start] if called and found["digits"] else None


def _may_stand(facts: Facts, figure: Quantity, found: re.Match[str]) -> bool:
    inside = found.start() <= figure.start < found.end()
    measured = figure.dimension not in _APART and figure.per is None and figure.hedge is None
    return measured and not inside and figure.printed > 0 and figure.start not in facts.spoken


def _held(found: re.Match[str], near: Sequence[Quantity], by: bool) -> Iterator[InRatio]:
    """A ratio of two with any two figures, or of more with as many of one unit."""
    sides = _sides(found, by)
    if len(sides) > _PAIR:
        if len(near) == len(sides) and len({f.dimension for f in near}) == 1:
            yield from _in_row(found, near, sides)
        return
    if not _PAIR <= len(near) <= _MOST:
        return
    near = _parts(near)
    ratio = _ratio(found, sides[0], sides[1])
    exact = _sides(found, exact=True)
    most = max(side.high for side in exact) if by and _is_met(found) else 0
    whole = exact[0] / (exact[0] + exact[1]), exact[1] / (exact[0] + exact[1])
    off = []
    for first, second in permutations(near, _PAIR):
        quotient = first.value / second.value
        enough = first.printed > second.printed and quotient.low <= most
        alike = first.dimension == second.dimension
        if enough or quotient.meets(ratio.value) or (alike and any(map(quotient.meets, whole))):
            yield InRatio(ratio, first, second, holds=True)
            return
        gap = abs(first.printed / second.printed / ratio.printed - 1)
        off.append((gap, first.start, InRatio(ratio, first, second, holds=False)))
    gap, _, nearest = min(off, key=lambda one: one[:2])
    if gap <= _NEAR:
        yield nearest


def _is_met(found: re.Match[str]) -> bool:
    """Whether figures are said to meet a ratio, as they do too with less to one."""
    return _MET.search(found.string, found.start() - _LEAD, found.start()) is not None


def _parts(near: Sequence[Quantity]) -> Sequence[Quantity]:
    """Some figures without the one that the two others of its unit make up."""
    most = max(near, key=lambda f: f.printed)
    parts = [f for f in near if f is not most]
    alike = len(parts) == _PAIR and len({f.dimension for f in near}) == 1
    return parts if alike and sum_of(f.value for f in parts).meets(most.value) else near


def _in_row(
    found: re.Match[str], near: Sequence[Quantity], sides: Sequence[Interval]
) -> Iterator[InRatio]:
    """The first figure of a row with each other one, by their places."""
    for figure, side in zip(near[1:], sides[1:], strict=True):
        ratio = _ratio(found, side, sides[0])
        holds = (figure.value / near[0].value).meets(ratio.value)
        gap = abs(figure.printed / near[0].printed / ratio.printed - 1)
        if holds or gap <= _NEAR:
            yield InRatio(ratio, figure, near[0], holds)


def _ratio(found: re.Match[str], one: Interval, other: Interval) -> Quantity:
    value = one / other
    return Quantity(*found.span(), value, value.middle, ONE, "ratio", "比", ONE)


def _sides(found: re.Match[str], exact: bool) -> list[Interval]:
    """The numbers of a ratio; of what is not done by it, all but one 1 or the least are rounded."""
    spoken = _SPOKEN.findall(found[0]) if found["spoken"] else []
    numbers = [Decimal(parse(w) or 0) for w in spoken]
    numbers = numbers or [Decimal(n) for n in found[0].replace(",", "").split(":")]
    held = numbers.index(ONE if ONE in numbers else min(numbers))
    steps = [_step(n) if ONE in numbers and n != ONE else n * _ABOUT for n in numbers]
    return [
        exactly(n) if exact or at == held else rounded(n, steps[at]) for at, n in enumerate(numbers)
    ]


def _step(number: Decimal) -> Decimal:
    """What the last digit counts: of 2800 a hundred."""
    exponent = int(number.as_tuple().exponent)
    if exponent == 0 and number >= _HUNDRED:
        exponent = int(number.normalize().as_tuple().exponent)
    return ONE.scaleb(exponent)
