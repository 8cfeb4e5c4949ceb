"""One slip of the hand: whether it explains why a figure is not what a relation needs it to be.

One digit changed, two swapped, one dropped, or 万 for 亿.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from linter.facts.quantity import Quantity
from linter.interval import Interval
from linter.language.expression import Equation

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_UNIT_SLIPS = (Decimal(10000), Decimal("0.0001"))
_MOST_TARGETS = 24
"""A needed value of more possible prints than this is too loose to tell a slip by."""


def slipped(
    figures: Mapping[str, Quantity], equations: Sequence[Equation], text: str, digits: int = 2
) -> str | None:
    """The role whose figure (of so many digits at least) one slip would explain, or nothing."""
    values = {name: figure.value for name, figure in figures.items()}
    for name in sorted({role for e in equations for role in e.roles()}):
        figure = figures[name]
        others = [e for e in equations if name not in e.roles()]
        if not all(e.holds(values) for e in others):
            continue
        needed = [e.expected(name, values) for e in equations if name in e.roles()]
        known = [n for n in needed if n is not None]
        if not known or len(known) < len(needed):
            continue
        common = Interval(max(n.low for n in known), min(n.high for n in known))
        literal = text[figure.start : figure.end]
        if common.low <= common.high and is_slip(figure, literal, common, digits):
            return name
    return None


def is_slip(figure: Quantity, literal: str, needed: Interval, digits: int = 2) -> bool:
    """Whether one slip turns a value of ``needed`` into what is printed."""
    number = _NUMBER.search(literal)
    if number is None or figure.hedge:
        return False
    printed = number[0].replace(",", "")
    value = Decimal(printed)
    plain = printed.replace(".", "")
    if len(plain) < digits or not value or not (needed.low.is_finite() and needed.high.is_finite()):
        return False
    scale = figure.printed / value
    low, high = sorted((needed.low / scale, needed.high / scale))
    if high <= 0:
        return False
    if figure.dimension == "money" and any(low <= value * factor <= high for factor in _UNIT_SLIPS):
        return True
    decimals = len(printed.partition(".")[2])
    same = _prints(low, high, decimals, figure.exact)
    more = _prints(low, high, decimals + 1, figure.exact) if decimals else []
    return any(_one_apart(plain, target.zfill(len(plain))) for target in same) or any(
        len(target) == len(plain) + 1 and _inserted(plain, target) for target in more
    )


def _prints(low: Decimal, high: Decimal, decimals: int, exact: bool) -> list[str]:
    """The digit strings that a value between ``low`` and ``high`` rounds to."""
    unit = Decimal(1).scaleb(-decimals)
    slack = Decimal(0) if exact else unit / 2
    first = ((low - slack) / unit).to_integral_value(ROUND_CEILING)
    last = ((high + slack) / unit).to_integral_value(ROUND_FLOOR)
    if last - first >= _MOST_TARGETS or last < 0:
        return []
    return [str(n) for n in range(max(0, int(first)), int(last) + 1)]


def _one_apart(printed: str, target: str) -> bool:
    """Whether one digit changed, two neighbours swapped, or one dropped makes one the other."""
    if printed == target:
        return False
    if len(printed) == len(target):
        apart = [i for i, (a, b) in enumerate(zip(printed, target, strict=True)) if a != b]
        if len(apart) == 1:
            return True
        return (
            len(apart) == 2
            and apart[1] == apart[0] + 1
            and printed[apart[0]] == target[apart[1]]
            and printed[apart[1]] == target[apart[0]]
        )
    return len(target) == len(printed) + 1 and _inserted(printed, target)


def _inserted(shorter: str, longer: str) -> bool:
    """Whether ``longer`` is ``shorter`` with one digit more, not in front."""
    at = next(
        (i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter)
    )
    return at > 0 and shorter[at:] == longer[at + 1 :]
