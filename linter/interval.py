"""Closed intervals of exact decimals: what a printed figure can stand for.

A figure printed with last digit *u* stands for [v − u/2, v + u/2] (XBRL Calculations 1.1). Sums and
products of intervals are rounded outwards, so that a relation is refuted only when it cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from msgspec import Struct

_PRECISION = 60
_FLOOR = Context(prec=_PRECISION, rounding=ROUND_FLOOR, traps=[])
_CEILING = Context(prec=_PRECISION, rounding=ROUND_CEILING, traps=[])

INFINITY = Decimal("Infinity")
ZERO = Decimal(0)


class Interval(Struct, frozen=True, gc=False):
    """All values from ``low`` to ``high``, both included; infinite where unbounded."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        low, high = _FLOOR.add(self.low, other.low), _CEILING.add(self.high, other.high)
        return Interval(-INFINITY if low.is_nan() else low, INFINITY if high.is_nan() else high)

    def __sub__(self, other: Interval) -> Interval:
        low, high = _FLOOR.subtract(self.low, other.high), _CEILING.subtract(self.high, other.low)
        return Interval(-INFINITY if low.is_nan() else low, INFINITY if high.is_nan() else high)

    def __mul__(self, other: Interval) -> Interval:
        if self.low >= ZERO and other.low >= ZERO:
            return Interval(
                _product(_FLOOR, self.low, other.low), _product(_CEILING, self.high, other.high)
            )
        pairs = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(
            min(_product(_FLOOR, a, b) for a, b in pairs),
            max(_product(_CEILING, a, b) for a, b in pairs),
        )

    def __truediv__(self, other: Interval) -> Interval:
        """The quotient; everything when the divisor can be zero."""
        if other.low <= ZERO <= other.high:
            return EVERYTHING
        if self.low >= ZERO and other.low > ZERO:
            return Interval(
                _quotient(_FLOOR, self.low, other.high), _quotient(_CEILING, self.high, other.low)
            )
        pairs = [(a, b) for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(
            min(_quotient(_FLOOR, a, b) for a, b in pairs),
            max(_quotient(_CEILING, a, b) for a, b in pairs),
        )

    def __neg__(self) -> Interval:
        return Interval(self.high.copy_negate(), self.low.copy_negate())

    def __abs__(self) -> Interval:
        if self.low >= 0:
            return self
        if self.high <= 0:
            return -self
        return Interval(ZERO, max(-self.low, self.high))

    def meets(self, other: Interval) -> bool:
        """Whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def overlaps(self, other: Interval) -> bool:
        """Whether they meet in more than an end: what is rounded to 5 is less than 5.5."""
        touch = self.high == other.low or other.high == self.low
        wide = self.low < self.high and other.low < other.high
        return self.meets(other) and not (touch and wide)

    def not_above(self, other: Interval) -> bool:
        """Whether some value here is at most some value there."""
        return self.low <= other.high

    @property
    def middle(self) -> Decimal:
        """The printed value; of an unbounded interval its finite end."""
        if self.low.is_finite() and self.high.is_finite():
            return (self.low + self.high) / 2
        return self.low if self.low.is_finite() else self.high


EVERYTHING = Interval(-INFINITY, INFINITY)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum of intervals; of none exactly 0."""
    result = exactly(0)
    for interval in intervals:
        result = result + interval
    return result


def exactly(value: Decimal | int) -> Interval:
    """The interval of one value."""
    number = Decimal(value)
    return Interval(number, number)


def rounded(value: Decimal, unit: Decimal) -> Interval:
    """What rounds to ``value`` when the last printed digit counts ``unit``."""
    half = unit / 2
    return Interval(value - half, value + half)


def truncated(value: Decimal, unit: Decimal) -> Interval:
    """What gives ``value`` when digits beyond ``unit`` were cut off."""
    return Interval(value - unit, value) if value < 0 else Interval(value, value + unit)


def _product(context: Context, a: Decimal, b: Decimal) -> Decimal:
    """The product, where nothing times anything is nothing."""
    return ZERO if not a or not b else context.multiply(a, b)


def _quotient(context: Context, a: Decimal, b: Decimal) -> Decimal:
    if not b.is_finite():
        return ZERO if a.is_finite() else a
    return context.divide(a, b)
