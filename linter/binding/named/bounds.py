"""A figure as a bound of others: 超过90%, 不足100座, 未及90%, 25万元以下, 10至30张之间."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import INFINITY
from linter.regexes.late import regex

_NOT_ABOVE = (
    "(?:未|没有?|不得?)(?:曾|有)?(?:超过|超出|突破|高于|多于|大于)|未超|≤|≦|至多|最多|[控压]制?在"
)
_NOT_BELOW = "(?:未|没有?|不得?)(?:曾|有)?(?:低于|少于|小于|跌破)|至少|≥|≧|达到或超过"
_BELOW = "(?:未|没有?)(?:能)?(?:达到?|及|到|满)|不(?:满|及|足|到)|达不到|低于|少于|小于|跌破|<"
_ABOVE = "超过|超出|高于|大于|多于|突破|逾|超|>"
_LINE = "(?:[及合]格|达标|优秀|良好|分数)线[为是]?"
_WORD = regex(
    rf"(?:(?P<high>{_NOT_ABOVE})|(?P<low>{_NOT_BELOW})|(?P<below>{_BELOW})|(?P<above>{_ABOVE})"
    rf"|(?P<reached>达到?了?|[为在]|{_LINE}))[了过]?$"
)
_BEHIND = regex(
    r"(?P<own>\((?:不?含)\))?(?:(?P<low>及以上)|(?P<high>及以下|以内|之内)|(?P<above>以上|之上)"
    r"|(?P<below>以下|之下))"
)
_CUE = regex(rf"(?:{_NOT_ABOVE}|{_NOT_BELOW}|{_BELOW}|达到?|{_LINE})[了过]?(?=\d)")
_BETWEEN, _AND, _ENDS = regex("[之以]间|不等|区间|范围"), regex(" ?[与和及到至] ?"), (0, 1)
_JOINT = regex("[、,，且并]{0,2}")
_REACH, _FAR = 6, 30
SHOULD = "(?<![响供反效对相适])应(?![急用对])"
"""The word for what should be, and no 响应, 应急."""
_DIGIT = regex(r"\d|[一二两三四五六七八九十百]")


class Bound(Struct, frozen=True):
    """What figures are told to be within; strict, or not, or it is not said."""

    figure: Quantity
    start: int
    """Where its words begin."""
    end: int
    low: Decimal | None
    high: Decimal | None
    strict: bool | None
    refused: bool = False
    """Whether its words tell it of all, as 没有低于 does."""

    def holds(self, figure: Quantity) -> bool | None:
        """Whether a figure is within; nothing where it may be."""
        told = [self._beyond(figure, limit, way) for limit, way in ((self.low, 1), (self.high, -1))]
        return None if None in told and False not in told else all(told)

    def _beyond(self, figure: Quantity, limit: Decimal | None, way: int) -> bool | None:
        if limit is None:
            return True
        if figure.printed == limit:
            return None if self.strict is None else not self.strict
        if figure.value.low < limit < figure.value.high:
            return None
        return (figure.printed > limit) == (way > 0)


def bounds(facts: Facts) -> Iterator[Bound]:
    """Each figure of running text that is told as a bound; two ends told one by one as one."""
    last: Bound | None = None
    for one in sorted(_single(facts), key=lambda one: one.start):
        if last is None:
            last = one
            continue
        both = _both(facts, last, one)
        if both is None:
            yield last
        last = both or one
    if last is not None:
        yield last


def _both(facts: Facts, one: Bound, other: Bound) -> Bound | None:
    """不低于95元、不高于120元 as one."""
    low, high = (one, other) if one.high is None else (other, one)
    if low.low is None or high.high is None or low.high is not None or high.low is not None:
        return None
    joined = one.end <= other.start and _JOINT.fullmatch(facts.text, one.end, other.start)
    strict = one.strict if one.strict == other.strict else None
    alike = one.figure.dimension == other.figure.dimension and low.low < high.high
    if not joined or not alike:
        return None
    return Bound(one.figure, one.start, other.end, low.low, high.high, strict)


def _single(facts: Facts) -> Iterator[Bound]:
    seen = set[int]()
    worded = (facts.by_start.get(m.end()) for m in _CUE.finditer(facts.text))
    hedged = (f for f in facts.running if f.hedge in ("above", "under", "range"))
    yield from _between(facts)
    for figure in (*hedged, *worded):
        if isinstance(figure, Quantity) and figure.start not in seen:
            seen.add(figure.start)
            found = bound(facts, figure)
            if found is not None:
                yield found


def _between(facts: Facts) -> Iterator[Bound]:
    """介于38人与46人之间: of two figures that are no range in writing."""
    for said in _BETWEEN.finditer(facts.text):
        before = facts.within(said.start() - _FAR, said.start())[-2:]
        if len(before) < len(_ENDS) or before[1].end != said.start():
            continue
        one, other = before
        joined = _AND.fullmatch(facts.text, one.end, other.start)
        same = one.dimension in (other.dimension, "number") and one.printed < other.printed
        if joined and same and not (one.hedge or other.hedge):
            yield Bound(other, one.start, said.end(), one.printed, other.printed, False)


def bound(facts: Facts, figure: Quantity) -> Bound | None:
    """A figure as a bound, by the words about it."""
    text, value = facts.text, figure.value
    if figure.hedge in ("around", "below", "more"):
        return None
    if figure.hedge == "range":
        ends = None if INFINITY in (abs(value.low), abs(value.high)) else (value.low, value.high)
        made = ends and Bound(figure, figure.start, figure.end, *ends, False)
        return made or None
    digit = _DIGIT.search(text, figure.start, figure.end)
    at = digit.start() if digit else figure.start
    before = _WORD.search(text[max(0, at - _REACH) : at])
    behind = _BEHIND.search(text, at, figure.end + _REACH // 2)
    if behind is not None and (before is None or before.lastgroup == "reached"):
        side, start = behind.lastgroup, figure.start
    elif before is not None:
        side, start = before.lastgroup, at - len(before[0])
    else:
        return None
    if side in ("low", "above", "reached"):
        limit = value.low if figure.hedge == "above" else figure.printed
        low, high = limit, None
    else:
        limit = value.high if figure.hedge == "under" else figure.printed
        low, high = None, limit
    strict: bool | None = side in ("above", "below")
    if behind is not None and start == figure.start and strict:
        strict = False if behind["own"] else None
    if strict is False and side == "reached" and behind is None and before and before[0] in "为在":
        return None
    refused = side in ("high", "low") and before is not None and before[0].startswith("没")
    return Bound(figure, start, figure.end, low, high, strict, refused)
