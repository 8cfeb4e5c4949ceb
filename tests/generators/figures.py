"""Printing and reading figures, for generators: written apart from the linter, so that it can judge it.

A figure stands for a closed interval of exact values in the base unit (元, 人, 亩, 公里, 分; 1 = 100%).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import random

Hedge = Literal["", "近", "约", "超过", "不足", "余", "左右"]
Interval = tuple[Fraction, Fraction]

UNBOUNDED = Fraction(10) ** 30
FACTORS: dict[str, Fraction] = {
    "亿元": Fraction(10**8),
    "万元": Fraction(10**4),
    "元": Fraction(1),
    "万人": Fraction(10**4),
    "人": Fraction(1),
    "万户": Fraction(10**4),
    "户": Fraction(1),
    "个": Fraction(1),
    "万亩": Fraction(10**4),
    "亩": Fraction(1),
    "公里": Fraction(1),
    "米": Fraction(1, 1000),
    "分": Fraction(1),
    "%": Fraction(1, 100),
}
EXACT = {"人", "户", "个", "分"}
"""Units whose whole figures are exact: things counted, and scores."""

FIGURE = re.compile(
    r"(?P<before>近|约|超过|不足)?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<more>余)?"
    rf"(?P<unit>{'|'.join(FACTORS)})(?P<after>左右)?"
)


def half_up(value: Fraction, decimals: int) -> Fraction:
    """A value of at least 0 rounded half up to so many decimals."""
    scale = 10**decimals
    return Fraction((value * scale * 2 + 1).__floor__() // 2, scale)


def plain(value: Fraction, decimals: int, *, grouped: bool = False) -> str:
    """A value of at least 0 with exactly so many decimals, thousands separated if wanted."""
    digits = str((half_up(value, decimals) * 10**decimals).numerator).rjust(decimals + 1, "0")
    whole, rest = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    if grouped:
        whole = f"{int(whole):,}"
    return f"{whole}.{rest}" if rest else whole


def printed(value: Fraction, unit: str, decimals: int, *, grouped: bool = False) -> str:
    """A value in the base unit as a figure in ``unit``, rounded half up."""
    return plain(value / FACTORS[unit], decimals, grouped=grouped) + unit


def hedged(value: Fraction, unit: str, hedge: Hedge, rng: random.Random) -> str | None:
    """A hedged figure that is true of the value; None where this hedge would read oddly."""
    ratio = value / FACTORS[unit]
    if ratio < 10:
        return None
    power = len(str(ratio.__floor__())) - rng.choice([2, 2, 3])
    step = Fraction(10) ** power
    if hedge in ("近", "不足"):
        count = -((-ratio / step).__floor__())
    elif hedge in ("余", "超过"):
        count = (ratio / step).__floor__()
    else:
        count = half_up(ratio / step, 0).numerator
    if hedge == "余" and (power < 1 or unit == "%"):
        return None
    number = plain(count * step, max(0, -power))
    return {
        "余": f"{number}余{unit}",
        "左右": f"{number}{unit}左右",
    }.get(hedge, f"{hedge}{number}{unit}")


@lru_cache(maxsize=100_000)
def interval(text: str) -> Interval:
    """The values that a figure stands for, by its printed precision and its hedge."""
    match = FIGURE.fullmatch(text)
    if match is None:
        raise ValueError(text)
    number, unit = match["number"].replace(",", ""), match["unit"]
    factor, value = FACTORS[unit], Fraction(number)
    hedge = match["before"] or match["more"] or match["after"]
    if hedge is None:
        exact = unit in EXACT and "." not in number
        half = Fraction(0) if exact else Fraction(1, 2 * 10 ** len(number.partition(".")[2]))
        return max(Fraction(0), value - half) * factor, (value + half) * factor
    low, high = _hedge_bounds(hedge, value, _last_digit(number))
    return max(Fraction(0), low) * factor, high * factor


def _hedge_bounds(hedge: str, value: Fraction, step: Fraction) -> Interval:
    return {
        "近": (value - step, value),
        "不足": (Fraction(0), value),
        "约": (value - step, value + step),
        "左右": (value - step, value + step),
        "余": (value, value + step),
        "超过": (value, UNBOUNDED),
    }[hedge]


def _last_digit(number: str) -> Fraction:
    """The place value of the last digit that is not 0."""
    whole, _, rest = number.partition(".")
    if rest.strip("0"):
        return Fraction(1, 10 ** len(rest.rstrip("0")))
    return Fraction(10 ** (len(whole) - len(whole.rstrip("0"))) if whole.strip("0") else 1)
