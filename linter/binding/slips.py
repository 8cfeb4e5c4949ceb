"""One slip of the hand: whether it explains why a figure is not what a relation needs it to be.

One digit changed, two swapped, one dropped, or 万 for 亿; where a figure's role is beyond doubt,
also the decimal point one place off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from linter.facts import numeral
from linter.facts.quantity import Quantity
from linter.interval import Interval, total
from linter.language.expression import Equation
from linter.regexes.late import regex

_NUMBER = regex(r"\d[\d,]*(?:\.\d+)?")
_NUMERAL = regex(f"[{numeral.CHARACTERS}]+(?![{numeral.CHARACTERS}成折]|分之)")
_UNITS = ("亿", "万"), ("万", "亿")
UNIT_SLIPS = (Decimal(10000), Decimal("0.0001"))
"""What 亿 for 万 makes of a figure, and 万 for 亿."""
_SLIPS = 20
"""About how many figures one slip makes of a figure, for each of its digits."""
_TELLING = 3
"""How many digits of a number, but zeros at its end, tell of any slip."""
_SCRAMBLED = 4
"""How many digits of a number, but zeros at its end, tell that they were put in another order."""
_MOST_TARGETS = 24
"""A needed value of more possible prints than this is too loose to tell a slip by chance."""


def slipped(
    figures: Mapping[str, Quantity],
    equations: Sequence[Equation],
    text: str,
    digits: int = 2,
    *,
    sure: bool = False,
) -> str | None:
    """The role whose figure (of so many digits at least) one slip would explain, or nothing."""
    for name, value in needed_roles(figures, equations):
        figure = figures[name]
        if is_slip(figure, text[figure.start : figure.end], value, digits, sure=sure):
            return name
    return None


def chance(figures: Mapping[str, Quantity], equations: Sequence[Equation], text: str) -> float:
    """How likely one slip would explain figures that have nothing to do with each other.

    Each figure may have been some others before the slip; the chance is that of one of these lying
    where the rest of the figures need it, among all figures of so many digits. Swapped digits are
    the rarest of slips: where they explain the figures, only they count.
    """
    wanted = list(needed_roles(figures, equations))
    literals = {n: text[f.start : f.end] for n, f in figures.items()}
    swaps = any(is_swap(figures[name], literals[name], value, 2) for name, value in wanted)
    return sum(_chance(figures[name], literals[name], value, swaps) for name, value in wanted)


def _chance(figure: Quantity, literal: str, needed: Interval, swaps: bool) -> float:
    digits = sum(c.isdigit() for c in number_in(literal))
    width = (needed.high - needed.low) / figure.step
    if not figure.exact:
        width += 1
    slips = digits - 1 if swaps else _SLIPS * digits
    return min(1.0, slips * float(width or 1) / float(10**digits))


def needed_roles(
    figures: Mapping[str, Quantity], equations: Sequence[Equation]
) -> Iterator[tuple[str, Interval]]:
    """The roles whose figure alone may be wrong, each with the value that the others need."""
    values = {name: figure.value for name, figure in figures.items()}
    for name in sorted({role for e in equations for role in e.roles()}):
        others = [e for e in equations if name not in e.roles()]
        if not all(e.holds(values) for e in others):
            continue
        own = [e for e in equations if name in e.roles()]
        for crossed in (False, True):
            solved = [e.expected(name, values, crossed=crossed) for e in own]
            known = [n for n in solved if n is not None]
            if not known or len(known) < len(solved):
                continue
            common = Interval(max(n.low for n in known), min(n.high for n in known))
            if common.low <= common.high and common.low.is_finite() and common.high.is_finite():
                yield name, common


def is_marginal(
    equation: Equation, derived: str, figures: Mapping[str, Quantity], margin: float
) -> bool:
    """Whether a figure is off by so small a part that it may be computed from rounded ones."""
    needed = equation.expected(derived, {name: f.value for name, f in figures.items()})
    printed = figures[derived].printed
    return needed is not None and abs(needed.middle - printed) <= abs(printed) * Decimal(margin)


def number_in(literal: str) -> str:
    """The number that a text prints, in digits without commas; empty if there is none."""
    if found := _NUMBER.search(literal):
        return found[0].replace(",", "")
    spoken = _NUMERAL.match(literal)
    value = numeral.parse(spoken[0]) if spoken else None
    return str(value) if value else ""


def significant(literal: str) -> int:
    """How many digits of a number say something: 700 has one, 7.00 three."""
    number = number_in(literal)
    plain = number.replace(".", "").lstrip("0")
    return max(1, len(plain if "." in number else plain.rstrip("0")))


def is_slip(
    figure: Quantity, literal: str, needed: Interval, digits: int = 2, *, sure: bool = False
) -> bool:
    """Whether one slip turns a value of ``needed`` into what is printed.

    ``sure`` of a figure whose role is beyond doubt: then a digit lost in front explains it too, and
    what it needs to be may be known loosely.
    """
    printed = _printed(figure, literal)
    if not printed or figure.hedge:
        return False
    value = Decimal(printed)
    plain = printed.replace(".", "")
    if len(plain) < digits or not value or not (needed.low.is_finite() and needed.high.is_finite()):
        return False
    scale = figure.printed / value
    low, high = sorted((needed.low / scale, needed.high / scale))
    if high <= 0:
        return False
    if in_other_unit(figure, needed) is not None:
        return True
    if sure and len(plain) > 1 and any(low <= v <= high for v in (value * 10, value / 10)):
        return True
    decimals = len(printed.partition(".")[2])
    same = _prints(low, high, decimals, figure.exact)
    if not sure and len(same) > _MOST_TARGETS:
        return False
    if _is_changed(plain, decimals, same) or _is_shortened(
        plain, range(decimals, len(plain) + sure), same
    ):
        return True
    longer = decimals or (sure and (figure.dimension == "score" or not figure.exact))
    finer = _prints(low, high, decimals + 1, figure.exact) if longer else same
    if not longer or (not sure and len(finer) > _MOST_TARGETS):
        return False
    return _is_shortened(plain, range(decimals + 1), finer)


def is_telling(figure: Quantity, literal: str, needed: Interval) -> bool:
    """Whether one slip turns a value of ``needed`` into what is printed, and hardly by chance.

    Of three digits or more any slip tells; of two, that they were swapped or one more was lost.
    """
    digits = significant(literal)
    if digits >= _TELLING:
        return is_slip(figure, literal, needed, _TELLING, sure=True)
    if digits < _TELLING - 1:
        return False
    printed = _printed(figure, literal)
    plain, decimals = printed.replace(".", ""), len(printed.partition(".")[2])
    wanted = _wanted(figure, printed, needed)
    lost = _is_shortened(plain, range(decimals, len(plain) + 1), wanted)
    return lost or is_swap(figure, literal, needed, digits)


def _printed(figure: Quantity, literal: str) -> str:
    """The number of a figure; of 1:2.5 the second."""
    return number_in(literal.removeprefix("1:") if figure.dimension == "ratio" else literal)


def in_other_unit(figure: Quantity, needed: Interval) -> Decimal | None:
    """An amount with 万 for 亿 or 亿 for 万 (base units), where that makes it what is needed."""
    if figure.dimension != "money":
        return None
    amounts = (figure.printed * factor for factor in UNIT_SLIPS)
    return next((a for a in amounts if needed.low <= a <= needed.high), None)


def with_other_unit(figure: Quantity, literal: str, value: Decimal) -> str | None:
    """What is printed with 万 for its 亿, or the reverse, where that makes it a value."""
    for (unit, other), times in zip(_UNITS, UNIT_SLIPS, strict=True):
        if value * times == figure.printed and unit in literal:
            return literal.replace(unit, other)
    return None


def are_a_slip_apart(a: Quantity, b: Quantity, text: str, *, sure: bool = False) -> bool:
    """Whether one slip turns what either of two figures prints into the other's value."""
    here, there = text[a.start : a.end], text[b.start : b.end]
    return is_slip(a, here, b.value, 1, sure=sure) or is_slip(b, there, a.value, 1, sure=sure)


def needed_parts(whole: Interval, parts: Sequence[Quantity]) -> Iterator[tuple[Quantity, Interval]]:
    """Each part with the value that it must have for all of them to come to a whole.

    None where a part has no bound (40人以上): the others may then be anything.
    """
    if not all(part.value.low.is_finite() and part.value.high.is_finite() for part in parts):
        return
    reached = total(part.value for part in parts)
    for part in parts:
        low = whole.low - (reached.high - part.value.high)
        high = whole.high - (reached.low - part.value.low)
        if 0 < low <= high:
            yield part, Interval(low, high)


def is_swap(
    figure: Quantity, literal: str, needed: Interval, digits: int, most: int = _MOST_TARGETS
) -> bool:
    """Whether two neighbouring digits swapped turn a value of ``needed`` into what is printed.

    Not where more than ``most`` prints would do: that tells nothing.
    """
    printed = number_in(literal)
    if not printed or figure.hedge or not figure.printed:
        return False
    plain = printed.replace(".", "")
    if len(plain) < digits:
        return False
    wanted = _wanted(figure, printed, needed)
    return len(wanted) <= most and any(int(other) in wanted for other in swapped(plain))


def _wanted(figure: Quantity, printed: str, needed: Interval) -> range:
    """The values that are needed as a figure prints its own, counted in the last digit."""
    scale, decimals = figure.printed / Decimal(printed), len(printed.partition(".")[2])
    return _prints(needed.low / scale, needed.high / scale, decimals, figure.exact)


def _prints(low: Decimal, high: Decimal, decimals: int, exact: bool) -> range:
    """The values between ``low`` and ``high`` as printed, counted in the last digit."""
    unit = Decimal(1).scaleb(-decimals)
    slack = Decimal(0) if exact else unit / 2
    first = ((low - slack) / unit).to_integral_value(ROUND_CEILING)
    last = ((high + slack) / unit).to_integral_value(ROUND_FLOOR)
    return range(max(0, int(first)), max(0, int(last) + 1))


def _is_changed(plain: str, decimals: int, wanted: range) -> bool:
    """Whether one digit changed, or two neighbours swapped, makes the digits of a wanted value."""
    size = int(plain)
    for place, digit in enumerate(reversed(plain)):
        weight = 10**place
        rest = size - int(digit) * weight
        fewest = 1 if decimals < place == len(plain) - 1 else 0
        if any(d != int(digit) for d in _digits(rest, weight, wanted) if d >= fewest):
            return True
    return any(int(other) in wanted for other in swapped(plain))


def is_scrambled(figure: Quantity, literal: str, needed: Interval) -> bool:
    """Whether many digits are those of the one print that is needed, in another order."""
    printed = number_in(literal)
    plain = printed.replace(".", "")
    if figure.hedge or not figure.printed or len(plain.rstrip("0")) < _SCRAMBLED:
        return False
    wanted = _wanted(figure, printed, needed)
    return len(wanted) == 1 and sorted(str(wanted[0])) == sorted(plain)


def swapped(plain: str) -> Iterator[str]:
    """The digits with each two different neighbours swapped."""
    for i in range(len(plain) - 1):
        if plain[i] != plain[i + 1]:
            yield plain[:i] + plain[i + 1] + plain[i] + plain[i + 2 :]


def _is_shortened(plain: str, places: range, wanted: range) -> bool:
    """Whether one more digit, so many places from the right, makes the digits of a wanted value."""
    size = int(plain)
    for place in places:
        weight = 10**place
        head, tail = divmod(size, weight)
        fewest = 0 if place < len(plain) else 1
        if any(d >= fewest for d in _digits(head * weight * 10 + tail, weight, wanted)):
            return True
    return False


def _digits(rest: int, weight: int, wanted: range) -> range:
    """The digits that, standing for ``weight`` each, lead from ``rest`` to a wanted value."""
    if not wanted:
        return range(0)
    first, last = -((rest - wanted.start) // weight), (wanted.stop - 1 - rest) // weight
    return range(max(0, first), min(9, last) + 1)
