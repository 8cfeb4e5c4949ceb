"""One slip of the hand: whether one digit changed, or two swapped, settles a relation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from linter.binding.case import Case
from linter.facts.quantity import Quantity
from linter.interval import Interval

_MIN_DIGITS = 4


def is_one_slip(
    figures: Sequence[Quantity], case: Case, holds: Callable[[list[Interval]], bool]
) -> bool:
    """Whether one figure of at least four digits with one slip mended makes ``holds`` true."""
    values = [figure.value for figure in figures]
    for i, figure in enumerate(figures):
        for value in slips(figure, case.document.folded[figure.start : figure.end]):
            if holds([*values[:i], value, *values[i + 1 :]]):
                return True
    return False


def slips(figure: Quantity, literal: str) -> Iterator[Interval]:
    """The values that a figure has when one digit is another or two neighbours are swapped."""
    number = re.search(r"\d[\d,]*(?:\.\d+)?", literal)
    if number is None or sum(c.isdigit() for c in number[0]) < _MIN_DIGITS or figure.hedge:
        return
    digits = number[0].replace(",", "")
    printed = Decimal(digits)
    for other in {*_substituted(digits), *_swapped(digits)} - {digits}:
        shift = (Decimal(other) - printed) * figure.factor
        yield Interval(figure.value.low + shift, figure.value.high + shift)


def _substituted(digits: str) -> Iterator[str]:
    for i, c in enumerate(digits):
        if c.isdigit():
            for digit in "0123456789":
                yield digits[:i] + digit + digits[i + 1 :]


def _swapped(digits: str) -> Iterator[str]:
    for i in range(len(digits) - 1):
        if digits[i].isdigit() and digits[i + 1].isdigit():
            yield digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
