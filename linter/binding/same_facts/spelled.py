"""Numbers as they are spelled, and which slip of the hand keeps two of them apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from linter.facts.quantity import Quantity
from linter.reading.number_format import trimmed

How = Literal["swap", "digit", "drop"]
"""Two neighbouring digits swapped, one digit changed, one lost."""
_PAIR = 2


def number(figure: Quantity) -> str:
    """The number of a figure as printed, in Arabic numerals."""
    return written(figure.printed / figure.factor)


def written(value: Decimal) -> str:
    """A number without exponent and without zeros that only carry precision."""
    return trimmed(f"{value:f}")


def keys(number: str) -> Iterator[str]:
    """What numbers share that a slip keeps apart, and a scale (1.827万亩, 18270亩) besides."""
    digits = number.replace(".", "").strip("0")
    yield "".join(sorted(digits.replace("0", "")))
    yield "-" + digits
    for at in range(len(digits)):
        yield f"{digits[:at]}*{digits[at + 1 :]}"
        yield "-" + digits[:at] + digits[at + 1 :]


def slip(number: str, other: str) -> How | None:
    """What keeps two numbers apart, if it is one slip."""
    size = max(len(n.partition(".")[2]) for n in (number, other))
    one, two = (_padded(n, size) for n in (number, other))
    if len(one) == len(two):
        apart = [at for at, (a, b) in enumerate(zip(one, two, strict=True)) if a != b]
        if is_swap(one, two, apart):
            return "swap"
        if len(apart) == 1:
            return "digit"
    short, long = sorted((number, other), key=len)
    if len(long) - len(short) in (1, 2) and any(
        trimmed(long[:at] + long[at + 1 :]) == short for at in range(len(long)) if long[at] != "."
    ):
        return "drop"
    return None


def telling_digits(number: str) -> int:
    """How many digits a number has without the zeros around it."""
    return len(number.replace(".", "").strip("0"))


def telling_apart(number: str, other: str) -> int:
    """How many digits two numbers have without the zeros that both have around them."""
    size = max(len(n.partition(".")[2]) for n in (number, other))
    one, two = (_padded(n, size) for n in (number, other))
    behind = min(len(n) - len(n.rstrip("0")) for n in (one, two))
    return max(len(n.lstrip("0")) for n in (one, two)) - behind


def _padded(number: str, size: int) -> str:
    whole, _, rest = number.partition(".")
    return whole + rest.ljust(size, "0")


def is_swap(one: str, two: str, apart: list[int]) -> bool:
    """Whether the two places where numbers differ are neighbours that were swapped."""
    if len(apart) != _PAIR or apart[1] - apart[0] != 1:
        return False
    return one[apart[0]] == two[apart[1]] and one[apart[1]] == two[apart[0]]
