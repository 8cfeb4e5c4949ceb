"""Quantities: a number with its unit, as the interval of what was printed.

24194.8万元 is [241947500, 241948500] 元; 近200亿元 is [100亿, 200亿]; 152人 is exactly 152.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from msgspec import Struct, structs

from linter.interval import Interval, rounded, total
from linter.regexes.late import regex

NOT_MEASURED = (
    *("percent", "percent-point", "score", "times", "ratio", "years", "month", "day", "number"),
)
"""Dimensions of what is neither counted nor measured; rules' ``any`` leaves them out."""
PEOPLE = ("person", "person-time", "household")
OPEN_HEDGES = ("above", "under", "range")
"""Hedges that leave a figure without a bound."""

Hedge = Literal["below", "around", "above", "under", "more", "range"]

WELL_FORMED = regex(r"\d+(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
"""A figure in digits, with commas between groups of three or none: 1,200, 1200, 0.5."""
MAX_DIGITS = 30
STEPS = tuple(Decimal(1).scaleb(-decimals) for decimals in range(MAX_DIGITS))
"""What the last digit counts of a number with so many decimals."""
ONE = Decimal(1)


class Quantity(Struct, frozen=True, gc=False):
    """A figure with its unit.

    ``value`` is in base units (元, 人, 平方米 …; 1 = 100%); ``step`` is what its last printed digit
    counts, in base units; ``hedge`` is set where a word makes the figure approximate.
    """

    start: int
    end: int
    value: Interval
    printed: Decimal
    step: Decimal
    dimension: str
    unit: str | None
    factor: Decimal
    hedge: Hedge | None = None
    per: str | None = None
    """What the figure is per (300元/亩, 每亩300元); such a figure is a price, not an amount."""

    @property
    def exact(self) -> bool:
        """Whether the figure stands for one value alone."""
        return self.value.low == self.value.high

    def may_be(self, other: Quantity) -> bool:
        """Whether two figures may tell one fact: printed as finely, only where they are the same.

        402米 and 403米 may both stand for 402.5米, and yet nobody prints one length both ways.
        """
        if self.printed == other.printed:
            return True
        return self.step != other.step and self.value.meets(other.value)

    def exceeds(self, other: Quantity) -> bool:
        """Whether a figure is more than another, printed as finely or beyond what that may be."""
        if self.step == other.step and self.hedge == other.hedge is None:
            return self.printed > other.printed
        return self.value.low > other.value.high


class Malformed(Struct, frozen=True, gc=False):
    """Something that looks like a figure and cannot be one (7,00.0,77; 3万亩元)."""

    start: int
    end: int


def comes_to(whole: Quantity, parts: Iterable[Quantity]) -> bool:
    """Whether figures add up to another, as finely as all of them are printed."""
    return whole.value.meets(total(part.value for part in parts))


def negative(figure: Quantity) -> Quantity:
    """A figure that is taken off, or stands below nothing."""
    return structs.replace(figure, value=-figure.value, printed=-figure.printed)


def bare(start: int, literal: str) -> Quantity:
    """A number in digits that stands alone, without unit or any word beside it."""
    printed = Decimal(literal)
    step = STEPS[len(literal.partition(".")[2])]
    value = rounded(printed, step)
    return Quantity(start, start + len(literal), value, printed, step, "number", None, ONE)
