"""What a figure should be, as it would be printed in its place."""

from __future__ import annotations

from linter.binding.misfits.misfit import Misfit
from linter.binding.slips import UNIT_SLIPS
from linter.language import calculation

_UNITS = ("亿", "万"), ("万", "亿")


def as_printed(misfit: Misfit, literal: str) -> str:
    """What should be printed: in the figure's unit, or 万 for its 亿 where that is the slip."""
    figure, needed = misfit.figure, misfit.needed
    for (unit, other), times in zip(_UNITS, UNIT_SLIPS, strict=True):
        if needed * times == figure.printed and unit in literal:
            return literal.replace(unit, other)
    return calculation.like(figure, literal, needed, 1 if needed % figure.step else 0)
