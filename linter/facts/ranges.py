"""Ranges of two figures: 15%—30%, 3至5万元."""

from __future__ import annotations

from linter.facts.quantity import Quantity
from linter.interval import Interval


def range_of(first: Quantity, second: Quantity, *, between: bool = False) -> Quantity | None:
    """15%—30%, 3至5万元: the first takes the second's unit if it has none; 100%—80% runs down.

    The number printed is the first. So runs 2800元至2400元, if 之间 is said behind it.
    """
    low = first.printed
    if first.unit is None and first.factor == 1:
        low = low * second.factor
    elif first.unit != second.unit and first.unit is not None:
        return None
    elif first.unit is None:
        low = low * (second.factor / first.factor if second.factor > first.factor else 1)
    falls = low > second.printed
    if second.hedge not in (None, "around") or (falls and not (between or _may_fall(first))):
        return None
    ends = sorted((low, second.printed))
    return Quantity(
        first.start,
        second.end,
        Interval(ends[0], ends[1]),
        low,
        second.step,
        second.dimension,
        second.unit,
        second.factor,
        "range",
        second.per,
    )


def _may_fall(first: Quantity) -> bool:
    """Whether a range may run down from a figure; from an amount another one is taken off."""
    amount = first.dimension in ("money", "person") or first.dimension.startswith("count:")
    return first.unit is not None and not amount
