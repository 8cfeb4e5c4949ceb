"""What a printed figure stands for: one value, or the interval that its hedge leaves."""

from __future__ import annotations

from decimal import Decimal

from linter.facts.quantity import Hedge
from linter.interval import INFINITY, ZERO, Interval
from linter.vocabulary import Unit


def is_exact(
    value: Decimal,
    step: Decimal,
    factor: Decimal,
    unit: Unit | None,
    chinese: bool,
    per: str | None,
) -> bool:
    """Whether a figure stands for one value: things counted one by one, a price in whole 元."""
    if unit is None or step < 1 or value != value.to_integral_value():
        return False
    if per is not None and unit.base == "元" and factor == 1:
        return True
    return unit.exact and (chinese or factor == 1) and step < 10**4


def hedged(value: Decimal, step: Decimal, hedge: Hedge) -> Interval:
    """What a figure whose last digit counts ``step`` may stand for behind a hedge: 近, 约, 超."""
    step = _hedge_step(value, step)
    match hedge:
        case "below":
            return Interval(value - step, value)
        case "around":
            return Interval(value - step, value + step)
        case "more":
            return Interval(value, value + step)
        case "above":
            return Interval(value, INFINITY)
        case _:
            return Interval(min(ZERO, value), value)


def _hedge_step(value: Decimal, step: Decimal) -> Decimal:
    """The worth of the last non-zero printed digit."""
    if value == 0:
        return step
    digits = value.normalize()
    return max(Decimal(1).scaleb(int(digits.as_tuple().exponent)), step)
