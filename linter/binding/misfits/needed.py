"""The values that a figure may have been before a slip, as what is around it wants them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from linter.binding.misfits.around import roundness
from linter.binding.misfits.chance import ROUGH
from linter.binding.misfits.fit import Fit
from linter.binding.same_facts.spelled import number, slip, telling_digits, written
from linter.binding.slips import UNIT_SLIPS
from linter.facts.quantity import Quantity

_FEWEST, _LONG = 2, 3
"""How many digits but zeros around them both figures must have, and how many in all where two are
not swapped and nothing else tells what was meant."""
_WIDEST = 10
"""Of how many values at most each may be the needed one."""
_LEFT = ((0.02, 40), (0.1, 8))
"""How much more often than by chance figures differ by so small a part that is one digit: something
is left over, late or missing, and that is often round."""
_HUNDRED_MILLION = 10**8
"""亿, which is written for 万 more often than 万 for nothing."""
_NINES, _LONGER, _LONGEST = 81, 5, 20
"""Two neighbouring digits swapped change a number by at most nine times nine of the lower place;
a digit lost makes it so many times smaller, at least and at most, unless it was the first."""


class Needed(Struct, frozen=True, gc=False):
    """A value that a figure may have been."""

    value: Decimal
    chance: float
    """How likely a value that has nothing to do with the figure is one slip away from it."""
    is_short: bool = False
    """Whether one of the two has too few digits to tell by itself that one was changed or lost."""


class Slipped:
    """A figure, and what it may have been before one slip."""

    def __init__(self, figure: Quantity) -> None:
        self._figure, self._spelled = figure, number(figure)
        self._step = float(figure.step)
        self._whole = round(figure.printed / figure.step)
        self._literal = str(self._whole)
        self._least = 10.0 ** (len(self._literal) - 1) * self._step
        money = figure.dimension == "money"
        scales = UNIT_SLIPS if money else ()
        self._scaled = [
            (figure.printed * s, float(figure.printed * s), self._known(s)) for s in scales
        ]

    def needed(self, fit: Fit) -> Iterator[Needed]:
        """The values that a fit wants, printed as finely as the figure or with one digit more."""
        step = self._step
        for whole, width in _wanted(fit, step):
            if self._may_be_slip(whole):
                yield from self._slip(whole * self._figure.step, width)
        for whole, width in _wanted(fit, step / 10) if self._is_as_long(fit) else ():
            if whole % 10 and self._has_lost(str(whole)):
                yield from self._slip(whole * self._figure.step / 10, width)
        for value, size, known in self._scaled:
            if abs(fit.value - size) <= fit.loose + ROUGH * fit.value:
                yield Needed(value, max(2 * fit.loose, fit.grain, fit.coarse, known) / size)

    def _known(self, scale: Decimal) -> float:
        """How finely the figure would be known in another unit; a round one tells less."""
        sure = scale > 1 or self._figure.factor == _HUNDRED_MILLION
        return self._step * (1 if sure else roundness(self._whole)) * float(scale)

    def _slip(self, value: Decimal, width: float) -> Iterator[Needed]:
        other = written(value / self._figure.factor)
        found = slip(self._spelled, other)
        both = (self._spelled, other)
        if found is None or min(telling_digits(n) for n in both) < _FEWEST:
            return
        is_short = min(map(len, both)) < _LONG and found != "swap"
        digits = max(len(n.replace(".", "")) for n in both)
        often = {"swap": digits, "digit": 9 * digits, "drop": 10 * digits}[found]
        if found == "digit":
            apart = abs(1 - float(value / self._figure.printed))
            often *= next((times for most, times in _LEFT if apart < most), 1)
        yield Needed(value, often * width / float(value), is_short)

    def _may_be_slip(self, whole: int) -> bool:
        """Whether a slip may be between two numbers, told by their difference at little cost."""
        apart = abs(whole - self._whole)
        while apart and not apart % 10:
            apart //= 10
        if apart <= _NINES and (apart < 10 or not apart % 9):
            return bool(apart)
        least, most = sorted((whole, self._whole))
        if _LONGER * least <= most <= _LONGEST * least:
            return True
        return str(most)[1:].lstrip("0") == str(least)

    def _is_as_long(self, fit: Fit) -> bool:
        """Whether what a fit wants may have one digit more than the figure has, behind it."""
        slack = fit.loose + self._step
        return self._least - slack <= fit.value <= 10 * self._least + slack

    def _has_lost(self, other: str) -> bool:
        """Whether the figure is another number without one of its digits."""
        literal = self._literal
        return len(other) == len(literal) + 1 and any(
            other[:at] + other[at + 1 :] == literal for at in range(len(other))
        )


def _wanted(fit: Fit, step: float) -> Iterator[tuple[int, float]]:
    """The values that a fit wants, counted in a last digit, and how wide a span holds each."""
    low, high = (fit.value - fit.loose) / step, (fit.value + fit.loose) / step
    if not fit.loose:
        whole = round(low)
        exact = not fit.grain or abs(low - whole) * step <= ROUGH * fit.grain
        if whole > 0 and exact:
            yield whole, max(fit.grain or step * roundness(whole), fit.coarse)
        return
    first, last = max(math.ceil(low), 1), math.floor(high)
    if last - first < _WIDEST:
        for whole in range(first, last + 1):
            yield whole, step * (last - first + 1)
