"""What a figure should be, as it would be printed in its place."""

from __future__ import annotations

from linter.binding.misfits.misfit import Misfit
from linter.binding.slips import with_other_unit
from linter.language import calculation


def as_printed(misfit: Misfit, literal: str) -> str:
    """What should be printed: in the figure's unit, or 万 for its 亿 where that is the slip."""
    figure, needed = misfit.figure, misfit.needed
    other = with_other_unit(figure, literal, needed)
    return other or calculation.like(figure, literal, needed, 1 if needed % figure.step else 0)
