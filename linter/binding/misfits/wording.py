"""What a figure should be, as it would be printed in its place."""

from __future__ import annotations

from decimal import Decimal

from linter.binding.misfits.misfit import Misfit
from linter.language import calculation

_TIMES = Decimal(10**4)


def as_printed(misfit: Misfit, literal: str) -> str:
    """What should be printed: in the figure's unit, or 万 for its 亿 where that is the slip."""
    figure, needed = misfit.figure, misfit.needed
    for unit, other, times in (("亿", "万", _TIMES), ("万", "亿", 1 / _TIMES)):
        if needed * times == figure.printed and unit in literal:
            return literal.replace(unit, other)
    return calculation.like(figure, literal, needed, 1 if needed % figure.step else 0)
