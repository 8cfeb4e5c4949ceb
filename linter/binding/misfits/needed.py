"""The values that a figure may have been before a slip, as what is around it wants them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal

from linter.binding.misfits.chance import ROUGH
from linter.binding.misfits.fit import Fit
from linter.binding.same_facts.spelled import slip, telling_digits, written
from linter.facts.quantity import Quantity

_FEWEST, _LONG = 2, 3
"""How many digits but zeros around them both figures must have, and how many in all unless two are
swapped."""
_WIDEST = 10
"""Of how many values at most each may be the needed one."""
_TIMES = 10**4
"""万 for 亿."""
_NINES = 81
"""Two neighbouring digits swapped change a number by at most nine times nine of the lower place."""


def values(figure: Quantity, fit: Fit) -> Iterator[tuple[Decimal, float]]:
    """The values that a fit may want, printed as finely as the figure or with one digit more.

    Each with how wide a span holds them.
    """
    for step in (figure.step, figure.step / 10):
        size = float(step)
        low, high = (fit.value - fit.loose) / size, (fit.value + fit.loose) / size
        if not fit.loose:
            whole = round(low)
            if fit.grain and abs(low - whole) * size > ROUGH * fit.grain:
                continue
            if whole > 0 and (step == figure.step or whole % 10):
                yield whole * step, fit.grain or max(size, size * _round(whole))
        elif math.floor(high) - math.ceil(low) < _WIDEST:
            first, last = max(math.ceil(low), 1), math.floor(high)
            for whole in range(first, last + 1):
                yield whole * step, size * (last - first + 1)
    if figure.dimension == "money":
        for value in (figure.printed * _TIMES, figure.printed / _TIMES):
            if abs(fit.value - float(value)) <= fit.loose + ROUGH * fit.value:
                unit = float(value / figure.printed * figure.step)
                yield value, max(2 * fit.loose, fit.grain, unit)


def _round(whole: int) -> int:
    """What a number is a multiple of that tells that it is round."""
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    return int(10**zeros)


def slips(figure: Quantity, spelled: str, needed: Decimal) -> int:
    """How many figures one slip like that between two makes; 0 where no slip is between them."""
    if needed in (figure.printed * _TIMES, figure.printed / _TIMES):
        return 1
    if not _may_be_slip(figure, needed):
        return 0
    other = written(needed / figure.factor)
    found = slip(spelled, other) if other != spelled else None
    digits = len(max(spelled, other, key=len).replace(".", ""))
    if found is None or min(telling_digits(n.replace(".", "")) for n in (spelled, other)) < _FEWEST:
        return 0
    if min(len(spelled), len(other)) < _LONG and found[0] != "swap":
        return 0
    return {"swap": digits, "digit": 9 * digits, "drop": 10 * digits}[found[0]]


def _may_be_slip(figure: Quantity, needed: Decimal) -> bool:
    """Whether a slip may be between two figures, told by their difference at little cost."""
    if needed % figure.step:  # a digit behind the point was lost
        return True
    apart = abs(int((figure.printed - needed) / figure.step))
    while apart and not apart % 10:
        apart //= 10
    if apart <= _NINES and (apart < 10 or not apart % 9):
        return bool(apart)
    ratio = figure.printed / needed
    return not Decimal("0.2") < ratio < 5
