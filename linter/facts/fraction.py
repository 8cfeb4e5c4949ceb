"""Fractions: 百分之三十, 三分之二, 3/4; and ratios: 之比为1:2.5."""

from __future__ import annotations

import re
from decimal import ROUND_FLOOR, Decimal

from linter.facts import numeral
from linter.facts.quantity import ONE, Quantity
from linter.interval import Interval, exactly, rounded
from linter.regexes.late import regex

_FRACTION = regex(
    rf"(?P<below>百|千|万|[{numeral.CHARACTERS}]+|\d+)分之"
    rf"(?P<above>[{numeral.CHARACTERS}]+(?:点[{numeral.CHARACTERS}]+)?|\d+(?:\.\d+)?)"
)
_SLASHED = regex(r"(?<![\d/.])(?P<above>[1-9]\d?)/(?P<below>[1-9]\d?)(?![\d/.])")
_RATIO = regex(
    r"(?P<above>\d{1,4}(?:\.\d{1,3})?):(?P<below>\d{1,4}(?:\.\d{1,3})?)"
    r"(?![\d.:])(?!的?(?:要求|标准|规定|目标|原则|比例|配套|配比))"
)
_OF_TWO = regex(r"(?:之比|比例|比率|比值|[\u4e00-\u9fff]{2}比)(?:大[约致]|约|基本)?[为是]?约?$")
"""Right before two numbers with a colon: they tell how two things stand to each other."""
_LEAD = 8
_LARGEST_PART = 1_000_000
"""Of a fraction: what is larger is no fraction that a person writes."""


def find(text: str, at: int, number_end: int) -> re.Match[str] | None:
    """The fraction whose first number stands from ``at`` to ``number_end``, if it is of one."""
    if text.startswith("分之", number_end):
        return _FRACTION.match(text, at)
    slashed = _SLASHED.match(text, at) if text.startswith("/", number_end) else None
    return slashed if slashed and int(slashed["above"]) < int(slashed["below"]) else None


def read(found: re.Match[str]) -> Quantity | None:
    """百分之三十 is 30%; 三分之二 lies between 0.6666 and 0.6667; nothing where no number is."""
    whole, part = _spoken(found["below"]), _spoken(found["above"])
    if not whole or part is None or max(whole, part) > _LARGEST_PART:
        return None
    if whole in (100, 1000, 10000):
        step = Decimal(1).scaleb(int(part.as_tuple().exponent)) / whole
        value, dimension, unit = rounded(part / whole, step), "percent", "%"
    else:
        step, dimension, unit = Decimal("0.0001"), "fraction", "分数"
        low = (part / whole).quantize(step, ROUND_FLOOR)
        value = exactly(part / whole) if low == part / whole else Interval(low, low + step)
    return Quantity(*found.span(), value, value.middle, step, dimension, unit, ONE)


def ratio(text: str, at: int) -> Quantity | None:
    """One number to another behind words that say so; 1:2.5 is 2.5, whichever of two is meant.

    The greater of them is rounded, the lesser what it is held against; of 1:0.67 the 0.67.
    """
    found = _RATIO.match(text, at)
    if found is None or not _OF_TWO.search(text, at - _LEAD, at):
        return None
    above, below = (Decimal(part) for part in found.groups())
    if not above or not below:
        return None
    if above == 1:
        above, below = below, above
    held = Decimal(1) if Decimal(1) in (above, below) else min(above, below)
    sides = (exactly(n) if n == held else _side(n) for n in (above, below))
    value = next(sides) / next(sides)
    return Quantity(*found.span(), value, above / below, ONE, "ratio", "比", ONE)


def _side(number: Decimal) -> Interval:
    return rounded(number, Decimal(1).scaleb(int(number.as_tuple().exponent)))


def _spoken(word: str) -> Decimal | None:
    """A spoken number, also with 点 (三点五); 百, 千 and 万 alone count as themselves."""
    if word[0].isdigit():
        return Decimal(word)
    whole, _, decimals = word.partition("点")
    value = {"百": 100, "千": 1000, "万": 10000}.get(whole) or numeral.parse(whole)
    digits = [numeral.parse(c) for c in decimals]
    if value is None or None in digits:
        return None
    return Decimal(f"{value}.{''.join(map(str, digits))}") if digits else Decimal(value)
