"""Figures whose digits one slip turns into another's: 389.04 and 839.04, 1187 and 1188."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MOST = 12
"""How many twins of one kind are remembered: of more, none tells anything."""


class Twins:
    """Finds, among some figures, those that are a slip away from another."""

    def __init__(
        self, facts: Facts, figures: Iterable[Quantity], swapped: int, changed: int
    ) -> None:
        """``swapped``, ``changed``: how many digits it takes to tell such a slip."""
        self._facts, self._least = facts, (swapped, changed)
        self._changed: dict[str, list[Quantity]] = defaultdict(list)
        self._swapped: dict[str, list[Quantity]] = defaultdict(list)
        for figure in figures:
            number = self._number(figure)
            keys = [(self._swapped, key) for key in _swaps(number, swapped)]
            keys += [(self._changed, key) for key in _gaps(number, changed)]
            for table, key in keys:
                if len(table[key]) < _MOST:
                    table[key].append(figure)

    def of(self, figure: Quantity) -> Iterator[Quantity]:
        """The twins of a figure: of its dimension (or of none), with other digits."""
        number = self._number(figure)
        found = [*self._swapped.get(number, ())]
        for key in _gaps(number, self._least[1]):
            found += self._changed.get(key, ())
        seen = {figure.start}
        for twin in found:
            if twin.start not in seen and _may_be_same(figure, twin):
                seen.add(twin.start)
                if self._number(twin) != number:
                    yield twin

    def _number(self, figure: Quantity) -> str:
        """The number as printed, without zeros that only carry precision."""
        found = _NUMBER.search(self._facts.text, figure.start, figure.end)
        number = found[0].replace(",", "") if found else ""
        return number.rstrip("0").rstrip(".") if "." in number else number


def _swaps(number: str, least: int) -> Iterator[str]:
    """The number with each two neighbouring digits swapped."""
    places = [i for i, c in enumerate(number) if c != "."]
    if _telling(number) >= least:
        for i, j in pairwise(places):
            if number[i] != number[j]:
                yield number[:i] + number[j] + number[i + 1 : j] + number[i] + number[j + 1 :]


def _gaps(number: str, least: int) -> Iterator[str]:
    """The number with each digit left open."""
    places = [i for i, c in enumerate(number) if c != "."]
    if _telling(number) >= least:
        for i in places:
            yield f"{number[:i]}*{number[i + 1 :]}"


def _telling(number: str) -> int:
    """How many digits a number has without the zeros of a round one."""
    return len(number.replace(".", "").strip("0"))


def _may_be_same(a: Quantity, b: Quantity) -> bool:
    if a.value.meets(b.value):
        return False
    if "number" not in (a.dimension, b.dimension) and a.factor != b.factor:
        return False
    if "number" in (a.dimension, b.dimension):
        return "percent" not in (a.dimension, b.dimension)
    return a.dimension == b.dimension
