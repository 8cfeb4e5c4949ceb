"""What a figure may have been meant as, where one slip of the hand made it what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.binding.slips import in_other_unit, number_in, swapped
from linter.facts.quantity import Quantity
from linter.interval import Interval

_MOST_DIGITS = 12
_BY_CHANCE = 0.18
"""In which part of all cases a figure that has nothing to do with it may be as near."""


def meant(figure: Quantity, literal: str, needed: Interval) -> Decimal | None:
    """The only value of ``needed`` that one slip makes what is printed (base units), or nothing.

    Of several it is the one to which the others come as they are printed. Nothing either where a
    figure taken at random would do too often.
    """
    printed = number_in(literal)
    if not printed or figure.hedge or not figure.printed or not needed.low > 0:
        return None
    value = Decimal(printed)
    scale = figure.printed / value
    if (amount := in_other_unit(figure, needed)) is not None:
        return amount
    plain, decimals = printed.replace(".", ""), len(printed.partition(".")[2])
    if len(plain) > _MOST_DIGITS:
        return None
    others = set(_others(plain, decimals))
    slack = Decimal(0) if figure.exact else Decimal(1).scaleb(-decimals) / 2
    low, high = needed.low / scale - slack, needed.high / scale + slack
    found = [other for other in others if low <= Decimal(other[0]).scaleb(-other[1]) <= high]
    if len(found) > 1:
        middle = (needed.low + needed.high) / 2 / scale
        found = [other for other in found if Decimal(other[0]).scaleb(-other[1]) == middle]
    if len(found) != 1 or _chance(found[0], others, high - low) > _BY_CHANCE:
        return None
    digits, places = found[0]
    return Decimal(digits).scaleb(-places) * scale


def _others(plain: str, decimals: int) -> Iterator[tuple[str, int]]:
    """The digits before one slip, with how many of them are decimals: changed, swapped, dropped."""
    whole = len(plain) - decimals
    for at, digit in enumerate(plain):
        for other in "0123456789":
            if other != digit and (at or other != "0" or whole == 1 < len(plain)):
                yield plain[:at] + other + plain[at + 1 :], decimals
    yield from ((other, decimals) for other in swapped(plain) if other[0] != "0" or whole == 1)
    for at in range(len(plain) + 1):
        for other in "0123456789":
            more = plain[:at] + other + plain[at:]
            if at <= whole and more[0] != "0":
                yield more, decimals
            if decimals and at >= whole:
                yield more, decimals + 1


def _chance(found: tuple[str, int], others: set[tuple[str, int]], width: Decimal) -> float:
    """How often a random figure of as many digits would be one slip away from what is needed."""
    digits, decimals = found
    alike = sum(1 for other in others if other[1] == decimals and len(other[0]) == len(digits))
    prints = max(1.0, float(width) * 10.0**decimals)
    return alike * prints / (0.9 * 10.0 ** len(digits))
