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

from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import NOT_MEASURED, ONE, Quantity
from linter.interval import Interval, exactly, rounded
from linter.late import regex

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_RATIO = regex(
    rf"(?<![\d.:,])(?P<digits>{_NUMBER}(?::{_NUMBER}){{1,3}})(?![\d.:])|(?P<spoken>[一二三]对[一二三四五六七八九十])(?!一)"
)
_CALLED = regex(r"(?:比|比例|比率|比值|之比|配比|配合比)(?:大约|关系)?[为是达,]{0,2}$")
_BY = regex(r"按照?(?:[\u4e00-\u9fff]{0,6})$")
_DONE_BY = regex(
    r"(?:的?(?:质量|体积|重量)?(?:比例?|配比)|(?:进行)?(?:分担|配套|配备|配置|稀释|掺混|混合|结对|分配|分摊|搭配|兑|拌|调配|勾|加|承担|出资))"
)
_NOT = regex(
    r"约|左右|近|不[低高少多]于|至少|以上|以内|要求|标准|目标|规定|计划|上年|去年|由[^,，;。]{0,6}\d|提高|降|上升|提升|升[到至高]|优于|高于|低于|达不到"
    r"|另|除|[缺差欠]|未到|因(?!此|素)|调整|垫付|比例尺|兼职|折|平均|原[定来先计]"
)
_GENERAL = regex("全[省市国县]|平均|同类")
_APART = {"ratio", "fraction", *NOT_MEASURED}
_NEAR, _LEAD, _FAR, _PAIR, _MOST = Decimal("0.5"), 12, 120, 2, 3
_HUNDRED = 100


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
        low, high = facts.windows.bounds("clause", found.start())
        low, high = max(low, found.start() - _FAR), min(high, found.end() + _FAR)
        text = facts.text[low : found.start()] + facts.text[found.end() : high]
        near = [f for f in facts.within(low, high) if _may_stand(facts, f, found)]
        if not _NOT.search(text):
            yield from _held(found, near, exact)


def _is_ratio(text: str, found: re.Match[str]) -> bool | None:
    """Whether a ratio is exact, something being done by it; nothing where no word calls it one."""
    low, start = max(0, found.start() - _LEAD), found.start()
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
    ratio = _ratio(found, sides[0], sides[1])
    fits, off = [], []
    exact = _sides(found, exact=True)
    whole = exact[0] / (exact[0] + exact[1]), exact[1] / (exact[0] + exact[1])
    for first, second in permutations(near, _PAIR):
        quotient = first.value / second.value
        if quotient.meets(ratio.value) or (
            first.dimension == second.dimension and any(quotient.meets(w) for w in whole)
        ):
            fits.append(InRatio(ratio, first, second, holds=True))
        gap = abs(first.printed / second.printed / ratio.printed - 1)
        off.append((gap, first.start, InRatio(ratio, first, second, holds=False)))
    gap, _, nearest = min(off)
    if fits:
        yield fits[0]
    elif gap <= _NEAR:
        yield nearest


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
    """The numbers of a ratio; of what is not done by it, each but 1 or the least is rounded."""
    words = found[0].split("对") if found["spoken"] else found[0].replace(",", "").split(":")
    numbers = [Decimal(parse(w) or 0) if found["spoken"] else Decimal(w) for w in words]
    held = ONE if ONE in numbers else min(numbers)
    return [exactly(n) if exact or n == held else rounded(n, _step(n)) for n in numbers]


def _step(number: Decimal) -> Decimal:
    """What the last digit counts: of 2800 a hundred."""
    exponent = int(number.as_tuple().exponent)
    if exponent == 0 and number >= _HUNDRED:
        exponent = int(number.normalize().as_tuple().exponent)
    return ONE.scaleb(exponent)
