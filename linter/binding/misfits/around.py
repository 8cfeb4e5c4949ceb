"""The figures around one in its block, with what the ways to make one of others ask of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from linter.binding.names import may_be_used
from linter.binding.sums.products.prices import is_mean
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import FULL_ROLES, role_of
from linter.regexes.late import regex

_SIDE, _MOST = 160, 8
"""How far to either side figures are looked for, and how many."""
_AFAR = 9
"""How far a figure seems that the report tells again and again."""
_CHANGE = regex("[增减降升涨高低多少长落]")
_EACH = regex("[每单均]|一[^一二三四五六七八九十\\d]{1,2}$")
_PER_MANY = regex("每[十百千]?[百千万亿](?![瓦克米货姓分])")
_BESIDE = 10
PURE = ("percent", "percent-point", "score", "number", "times")
"""What nothing is a price or a quantity of."""


class Near(Struct, frozen=True, gc=False):
    """A figure beside another, in floating point."""

    figure: Quantity
    reach: int
    """How many figures away it stands."""
    size: float
    half: float
    """What half of its last digit counts."""
    grain: float
    """What its last digit counts that is not 0: round figures tell less."""


class Around:
    """The figures around one, none hedged, the nearest on either side first."""

    def __init__(self, facts: Facts, figure: Quantity, often: Sequence[Near] = ()) -> None:
        """``often``: the figures that a report tells again and again, its budget above all."""
        self.figure = figure
        self.facts, self._often = facts, often
        low, high = facts.windows.around("block", figure.start, figure.end, _SIDE)
        around = [f for f in facts.around(figure, low, high) if may_be_used(facts, f)]
        before = [f for f in around if f.start < figure.start][-_MOST:][::-1]
        behind = [f for f in around if f.start > figure.start][:_MOST]
        self.near = [
            _near(facts, f, reach) for side in (before, behind) for reach, f in enumerate(side, 1)
        ]
        self._bounds = low, high

    @cached_property
    def keys(self) -> list[Near]:
        """What the report tells again and again, and not here."""
        near = {self.facts.size(self.figure), *(n.size for n in self.near)}
        return [n for n in self._often if n.size not in near]

    @cached_property
    def alike(self) -> list[Near]:
        """The figures that can be added to it, in order of place; rates are not."""
        if self.figure.dimension == "percent":
            return []
        alike = [n for n in self.near if are_alike(self.figure, n.figure)]
        if is_mark(self.figure):
            alike = [n for n in alike if role_of(self.facts, n.figure) not in FULL_ROLES]
        return sorted(alike, key=lambda n: n.figure.start)

    @cached_property
    def addable(self) -> list[Near]:
        """Those but averages; of an average none else."""
        mean = is_mean(self.facts, self.figure)
        return [n for n in self.alike if self.is_mean(n) == mean]

    @cached_property
    def level(self) -> list[Near]:
        """Those that stand as deep in brackets as it does."""
        return [n for n in self.addable if not self._steps(n)]

    def _steps(self, near: Near) -> int:
        """How many brackets more open than close between a figure and this one."""
        text = self.facts.text
        between = sorted((near.figure.start, self.figure.start))
        return text.count("(", *between) - text.count(")", *between)

    @cached_property
    def changes(self) -> bool:
        """Whether words tell of a change."""
        return _CHANGE.search(self.facts.text, *self._bounds) is not None

    def is_mean(self, near: Near) -> bool:
        """Whether a figure is an average, of which the last digit is rounded."""
        return is_mean(self.facts, near.figure)

    @cached_property
    def priced(self) -> bool:
        """Whether a figure is told of each of something, and none of so many of it."""
        text = self.facts.text
        if _PER_MANY.search(text, *self._bounds):
            return False
        return any(
            f.per is not None or _EACH.search(text, f.start - 5, f.start)
            for f in (self.figure, *(n.figure for n in self.near))
        )


def half(figure: Quantity) -> float:
    """What half of a figure's last digit counts."""
    return float(figure.step) / 2


def are_alike(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures can be added: 得88.14分 and a bare 32.88, too.

    A price has its unit once where it changes: 由每吨2.6元调到2.8元.
    """
    if is_mark(figure) and is_mark(other):
        return True
    if other.dimension != figure.dimension:
        return False
    beside = abs(other.start - figure.start) <= _BESIDE and None in (other.per, figure.per)
    return other.per == figure.per or beside


def is_mark(figure: Quantity) -> bool:
    """Whether a figure is a mark, or may be one: 得88.14分，投入13.00，过程32.88，……."""
    return figure.dimension == "score" or (figure.dimension == "number" and figure.step < 1)


def roundness(whole: int) -> float:
    """The power of ten that a whole number is a multiple of: round numbers tell less."""
    digits = str(whole)
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def afar(facts: Facts, figure: Quantity) -> Near:
    """A figure that the report tells again and again, as one beside any other."""
    return _near(facts, figure, _AFAR)


def _near(facts: Facts, figure: Quantity, reach: int) -> Near:
    return Near(figure, reach, facts.size(figure), half(figure), _grain(figure))


def _grain(figure: Quantity) -> float:
    """What the last digit counts of a figure, where it is whole without the zeros at its end."""
    whole = int(figure.printed / figure.factor)
    if whole * figure.factor != figure.printed:
        return float(figure.step)
    return float(figure.factor) * roundness(whole)
