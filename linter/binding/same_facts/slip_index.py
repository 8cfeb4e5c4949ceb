"""The figures of a report by what a slip of the hand leaves of their digits."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Literal

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.names import may_be_used
from linter.binding.same_facts.spelled import (
    How,
    keys,
    number,
    slip,
    telling_apart,
    telling_digits,
    written,
)
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_NOT = ("times", "years", "month", "day", "percent-point")
_UNITS = {Decimal(10**4), Decimal(10**8)}
"""万 and 亿, of which one may be written for the other."""
_FEWEST, _MOST = 2, 24
"""How many digits a figure must have, and how many figures of a key are looked at."""
_CROWDED = 1_500
"""Among more figures of a kind than so many, chance keeps any two a slip apart."""


class Twin(Struct, frozen=True, gc=False):
    """A figure that one slip keeps apart from another."""

    figure: Quantity
    how: How | Literal["unit"]
    """Two digits swapped, one changed, one lost, 万 for 亿."""
    digits: int
    """How many digits the slip shows in, without the zeros around them."""


class SlipIndex:
    """Finds the figures that a slip keeps apart."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._tellings = {
            kind: Counter(map(facts.size, figures)) for kind, figures in facts.by_dimension.items()
        }

    @cached_property
    def _bare(self) -> dict[float, list[Quantity]]:
        """The figures without a unit by their values."""
        bare: dict[float, list[Quantity]] = defaultdict(list)
        for figure in self._facts.by_dimension.get("number", ()):
            bare[self._facts.size(figure)].append(figure)
        return bare

    @cached_property
    def _numbers(self) -> dict[int, str]:
        """How the number of each figure is spelled, by its offset."""
        figures = self._facts.quantities
        return {f.start: number(f) for f in figures if may_be_told(self._facts, f)}

    @cached_property
    def _alike(self) -> dict[str, list[list[Quantity]]]:
        """The figures of each key of a number, so many of them as are looked at."""
        alike: dict[str, list[list[Quantity]]] = {}
        known: dict[str, list[Quantity]] = defaultdict(list)
        for figure in self._facts.quantities:
            spelled = self._numbers.get(figure.start, "")
            if spelled not in alike:
                telling = telling_digits(spelled) >= _FEWEST
                alike[spelled] = [known[key] for key in keys(spelled)] if telling else []
            for figures in alike[spelled]:
                if len(figures) < _MOST:
                    figures.append(figure)
        return alike

    def is_told_again(self, figure: Quantity) -> bool:
        """Whether another figure of its kind has a figure's value."""
        return self._tellings[figure.dimension][self._facts.size(figure)] > 1

    def crowd(self, figure: Quantity) -> int:
        """How many figures of its kind, or without a unit, a report has."""
        kinds = self._facts.by_dimension
        return sum(len(kinds.get(kind, ())) for kind in {figure.dimension, "number"})

    def bare(self, figure: Quantity) -> list[Quantity]:
        """The first figures without a unit that have a figure's value, or are printed as it is.

        The unit of a table's bare cells may stand elsewhere: 21.5 of 21.5千米.
        """
        size = self._facts.size(figure)
        sizes = dict.fromkeys((size, float(figure.printed / figure.factor)))
        same = [f for each in sizes for f in self._bare.get(each, ())[:_MOST]]
        return [f for f in same if f.start != figure.start]

    def twins(self, figure: Quantity) -> Iterator[Twin]:
        """The figures of its kind, or of none, that one slip keeps apart from a figure."""
        if self.crowd(figure) > _CROWDED:
            return
        here = self._numbers.get(figure.start, "")
        seen = {figure.start}
        for figures in self._alike.get(here, ()):
            for other in figures:
                if other.start not in seen and _may_be_one(figure, other):
                    seen.add(other.start)
                    twin = self._twin(figure, here, other)
                    if twin is not None:
                        yield twin

    def _twin(self, figure: Quantity, here: str, other: Quantity) -> Twin | None:
        there = self._numbers[other.start]
        if here == there:
            is_unit = {figure.factor, other.factor} == _UNITS
            return Twin(other, "unit", telling_digits(here)) if is_unit else None
        if other.factor != figure.factor and other.dimension != "number":
            there = written(other.printed / figure.factor)
        found = slip(here, there)
        if found is None:
            return None
        if found == "drop":
            return Twin(other, "drop", min(telling_digits(n) for n in (here, there)))
        return Twin(other, found, telling_apart(here, there))


def slip_index(case: Case) -> SlipIndex:
    """The index of a report's figures; to be asked for with ``case.once``."""
    return SlipIndex(case.facts)


def may_be_told(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure may be used, and is no time and no number of percentage points."""
    return figure.dimension not in _NOT and may_be_used(facts, figure)


def _may_be_one(figure: Quantity, other: Quantity) -> bool:
    if other.may_be(figure):
        return False
    bare = other.dimension == "number" and figure.dimension != "percent"
    return bare or other.dimension == figure.dimension
