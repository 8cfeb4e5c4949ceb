"""How likely chance alone makes one slip explain a total, a number and what each has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import gcd

from msgspec.structs import replace

from linter.binding.slips import in_other_unit, is_slip, is_swap, needed_roles, significant
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly
from linter.language.expression import Equation

EACH, ALL, COUNT = "each", "all", "n"
QUOTIENT = Equation("", "=", ["role", EACH], ["div", ["role", ALL], ["role", COUNT]])
_SLIPS = 20
"""About how many figures one slip makes of a figure, for each of its digits."""
_FEWEST = 2


def chance(figures: Mapping[str, Quantity], text: str) -> float:
    """How likely one slip would explain the three by chance; 1 where none does.

    Where they then fit without any rounding, that is hardly chance either.
    """
    best = 1.0
    for name, needed in needed_roles(figures, (QUOTIENT,)):
        figure = figures[name]
        literal = text[figure.start : figure.end]
        if in_other_unit(figure, needed) is not None:
            return 10.0 ** -significant(literal)
        if is_slip(figure, literal, needed, 1) and _is_told(name, literal):
            width = float((needed.high - needed.low) / figure.step) + (not figure.exact)
            best = min(best, _of_slips(figure, literal, needed) * (width or 1))
    for name, value in exact_slips(figures, text):
        literal = text[figures[name].start : figures[name].end]
        if _is_told(name, literal):
            likely = _of_slips(figures[name], literal, value) * _of_even(name, figures)
            best = min(best, likely)
    return best


def exact_slips(figures: Mapping[str, Quantity], text: str) -> Iterator[tuple[str, Interval]]:
    """The roles whose figure one slip turns into what fits to the last digit, and that value."""
    told = {name: replace(f, value=exactly(f.printed)) for name, f in figures.items()}
    for name, needed in needed_roles(told, (QUOTIENT,)):
        figure, value = told[name], exactly(needed.middle)
        literal = text[figure.start : figure.end]
        if not needed.middle % figure.step and is_slip(figure, literal, value, 1):
            yield name, value


def _is_told(name: str, literal: str) -> bool:
    """Whether a total or a number has digits enough to tell a slip of it."""
    return name == EACH or significant(literal) >= _FEWEST


def _of_slips(figure: Quantity, literal: str, needed: Interval) -> float:
    digits = significant(literal)
    swap = is_swap(figure, literal, needed, 2)
    return float(max(1, digits - 1) if swap else _SLIPS * digits) / 10.0**digits


def _of_even(name: str, figures: Mapping[str, Quantity]) -> float:
    """How likely by chance a total divides without a rest."""
    if name == ALL:
        return 1.0
    other = figures[COUNT if name == EACH else EACH].printed
    ratio = figures[ALL].step / figures[name].step
    if other <= 1:
        return 1.0
    if other % 1 or ratio % 1:
        return min(1.0, max(float(ratio), 1.0) / float(other))
    return gcd(int(other), int(ratio)) / int(other)
