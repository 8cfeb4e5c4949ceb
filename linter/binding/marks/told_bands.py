"""A figure, the bands told beside it, whatever they are called, and the one it is put into.

偏差超过20%为红灯，10%—20%为黄灯，本项目偏差8.5%，亮黄灯: the name at the end is looked for among
the bands; one ends where the next higher begins. An edge that no word keeps for another is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_NAME = "[\u4e00-\u9fffA-Z]{1,7}?"
_PUT = regex(
    r"(?:评定?(?:等级|结果|结论)?仍?为|等[级次](?:仍?为|是)?|结[论果]仍?[为是]|[认核判鉴评]?定为|[列归]为|[归计]入"
    rf"|授予|属于|亮|[评获定列得](?=[“\"]?[A-E]级))[:“\"]{{0,2}}(?P<name>{_NAME})[”\"]?(?:等级|等次|级别|档次)?(?=[(,，;。)\n]|$)"
)
"""What a figure is put into."""
_NUMBER, _UNIT, _HELD = (
    r"\d{1,3}(?:\.\d+)?(?!\d)",
    "(?:分|%)?",
    r"(?:\((?:不?含)[^()]{0,4}\)|含|及)?",
)
_OVER, _UNDER = ">=?|≥|不低于|不少于|超过|高于|大于", "<=?|≤|低于|不足|不到|未满|小于"
_FLOOR = (
    rf"(?:(?:{_OVER}){_NUMBER}{_UNIT}"
    rf"|{_NUMBER}{_UNIT}{_HELD}{_UNIT}(?:以上|往上|起(?!评)))"
)
_CEILING = rf"(?:(?:{_UNDER}){_NUMBER}{_UNIT}|{_NUMBER}{_UNIT}{_HELD}{_UNIT}以下)"
_FROM_TO = (
    rf"{_NUMBER}{_UNIT}{_HELD}(?:[-—~–至到]{{1,2}}|[<≤]=?[^,，;。\d]{{1,6}}[<≤]=?)"
    rf"{_NUMBER}{_UNIT}(?:\(不?含\)|含)?"
)
_ONE = rf"(?:{_FROM_TO}|{_FLOOR}|{_CEILING})"
_ONE_OR_TWO = rf"{_ONE}(?:[、,，]{_ONE}(?![^,，;。、]{{0,3}}(?:优|良|中|差)[^好秀等]))?"
_RANGE = regex(rf"{_FLOOR}[、,，]{_CEILING}|{_ONE_OR_TWO}")
_IN_RANGE = regex(
    rf"(?P<op>{_OVER}|{_UNDER})?(?P<number>{_NUMBER}){_UNIT}"
    rf"(?P<held>{_HELD}){_UNIT}(?P<side>以上|以下|往上|起)?"
)
_BETWEEN = regex(r"\d分?([<≤]=?)[^,，;。\d]{1,6}([<≤]=?)\d")
"""80≤得分<90."""
_BEHIND = regex(
    rf"[)”\"的]{{0,2}}[:,]?(?:[评认判]?定?为|评[为定]?|是|属于?|算|列为|对应)?[“\"]?(?P<name>{_NAME})(?=[,，;。、)”\"的]|$)"
)
_BEFORE = regex(
    rf"(?:^|[,，;。、:(为按中以”\"“])(?P<name>{_NAME})[”\"]?(?:为|是|:|[(\[])?[“\"(]{{0,2}}$"
)
"""A band's name behind its range, or before it."""
_LIMITED = regex(
    "四舍五入|取整|复核|调[减增整]|且|同时|一票否决|降[低一为档级]|[上下]调|名额|排名|不得|除外|虽|视同|参照|基础上|由.{1,8}升|上年|去年|其中"
)
"""A name may then be another's than that of the band."""
_NO_VALUE = regex(
    "(?:扣[减除去分]*|满分|权重|分值|总分|目标值?|[加减]|门槛|标准|比例)[为是了:]{0,2}$"
)
_TOTAL = regex("总|综合|合计|最终|后[为得]?$")
_ENDS, _SAME = regex("[等级档次灯星]+$"), {"优秀": "优", "良好": "良", "中等": "中", "较差": "差"}
_UP, _DOWN = ("≥", ">", ">=", "不低于", "不少于", "超过", "高于", "大于"), ("以下",)
_FAR, _NAMES, _ONES = 130, 12, Decimal(1)


class Banded(Struct, frozen=True):
    """A figure, the name of the band that it is put into, and whether it lies there."""

    figure: Quantity
    name: str
    place: tuple[int, int]
    extent: str
    right: str
    holds: bool


class _Band(Struct, frozen=True):
    """A band's name, its edges, whether those are kept out of it, and whether a floor is in it."""

    name: str
    extent: str
    low: Decimal | None = None
    high: Decimal | None = None
    out: frozenset[Decimal] = frozenset()
    within: frozenset[Decimal] = frozenset()

    @property
    def core(self) -> str:
        """The name without what any band is called."""
        bare = _ENDS.sub("", self.name) or self.name
        return _SAME.get(bare, bare)


def told_bands(facts: Facts) -> Iterator[Banded]:
    """Each figure that is put into one of the bands told beside it."""
    last = 0
    for put in _PUT.finditer(facts.text):
        found = None if facts.in_table(put.start()) else _banded(facts, put, last)
        last = put.end()
        if found is not None:
            yield found


def _banded(facts: Facts, put: re.Match[str], last: int) -> Banded | None:
    low, high = facts.windows.around("block", put.start(), put.end(), _FAR)
    ranges = [m.span() for m in _RANGE.finditer(facts.text, low, high)]
    if not ranges or _LIMITED.search(facts.text, low, high):
        return None
    bands = [b for span in ranges if (b := _band(facts.text, span, put.start("name"))) is not None]
    wanted = _Band(put["name"], "")
    own = [band for band in bands if band.core == wanted.core]
    value = _value(facts, max(low, last), put.start(), ranges)
    if len(own) != 1 or value is None or ("%" in own[0].extent) != (value.dimension == "percent"):
        return None
    number = value.printed * 100 if value.dimension == "percent" else value.printed
    right = next((b.name for b in bands if b is not own[0] and _admits(b, bands, number)), "另一档")
    holds = _admits(own[0], bands, number)
    return Banded(value, put["name"], put.span("name"), own[0].extent, right, holds)


def _band(text: str, span: tuple[int, int], put: int) -> _Band | None:
    """The band that a range tells, if a name stands right behind it or before it."""
    start, end = span
    named = _BEHIND.match(text, end) or _BEFORE.search(text, start - _NAMES, start)
    if named is None or named.start("name") == put:
        return None
    parts = list(_IN_RANGE.finditer(text, start, end))
    numbers = [Decimal(part["number"]) for part in parts]
    low, high = (min(numbers), max(numbers)) if len(parts) > 1 else _edges(parts[0], numbers[0])
    out = {n for part, n in zip(parts, numbers, strict=True) if _is_out(part)}
    held = {n for part, n in zip(parts, numbers, strict=True) if _is_in(part)}
    between = _BETWEEN.search(text, start, end)
    if between is not None:
        low_in, high_in = "≤" in between[1] or "=" in between[1], "≤" in between[2]
        held |= {n for n, kept in zip(numbers, (low_in, high_in), strict=False) if kept}
        out |= {n for n, kept in zip(numbers, (low_in, high_in), strict=False) if not kept}
    return _Band(named["name"], text[start:end], low, high, frozenset(out), frozenset(held))


def _edges(part: re.Match[str], number: Decimal) -> tuple[Decimal | None, Decimal | None]:
    upward = part["op"] in _UP or (part["op"] is None and part["side"] not in _DOWN)
    return (number, None) if upward else (None, number)


def _is_out(part: re.Match[str]) -> bool:
    return part["op"] in (">", "<") or "不含" in part["held"]


def _is_in(part: re.Match[str]) -> bool:
    held = "含" in part["held"] and "不" not in part["held"]
    return held or part["held"] == "及" or part["op"] in ("≥", "≤", ">=", "<=", "不低于")


def _value(facts: Facts, low: int, high: int, ranges: Sequence[tuple[int, int]]) -> Quantity | None:
    """The only figure before a name, or the last that is a total, which is of no band."""
    found = [
        f
        for f in facts.within(low, high)
        if f.dimension in ("score", "percent")
        and not any(start <= f.start < end for start, end in ranges)
        and not _NO_VALUE.search(facts.own_words(f))
    ]
    if not found or found[-1].hedge:
        return None
    alone = len(found) == 1 or found[-1].dimension not in {f.dimension for f in found[:-1]}
    return found[-1] if alone or _TOTAL.search(facts.own_words(found[-1])) else None


def _admits(band: _Band, bands: Sequence[_Band], number: Decimal) -> bool:
    """Whether a number lies in a band, by its own edges and by those of the next higher one."""
    floors = [b.low for b in bands if b.low is not None]
    above = [f for f in floors if band.low is None or f > band.low]
    high = band.high
    if above and (high is None or 0 <= min(above) - high <= _ONES):
        high = min(above)
    kept = {n for b in bands if b is not band for n in b.within}
    if band.low is not None and (number < band.low or (number == band.low and number in band.out)):
        return False
    if high is None or number < high:
        return True
    return number == high and number not in band.out | kept
