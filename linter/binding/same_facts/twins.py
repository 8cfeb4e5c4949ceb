"""Figures whose digits one slip turns into another's: 389.04 and 839.04, 1187 and 1188."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from linter.binding.same_facts.spelled import telling_digits
from linter.binding.slips import number_in
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.reading.number_format import trimmed

_PAIR = 2
_MOST = 12
"""How many twins of one kind are remembered: of more, none tells anything."""


class Twins:
    """Finds, among some figures, those that are a slip away from another."""

    def __init__(
        self, facts: Facts, figures: Iterable[Quantity], swapped: int, changed: int
    ) -> None:
        """``swapped``, ``changed``: how many digits it takes to tell such a slip."""
        self._text, self._least = facts.text, (swapped, changed)
        self._known: dict[str, list[Quantity]] = defaultdict(list)
        self._spelled: dict[int, tuple[str, list[str]]] = {}
        for figure in figures:
            for key in self._spelling(figure)[1]:
                known = self._known[key]
                if len(known) < _MOST:
                    known.append(figure)

    def of(self, figure: Quantity) -> Iterator[Quantity]:
        """The twins of a figure: of its dimension (or of none), with other digits."""
        number, keys = self._spelling(figure)
        seen = {figure.start}
        for key in keys:
            for twin in self._known.get(key, ()):
                if twin.start in seen:
                    continue
                other, _ = self._spelled[twin.start]
                if other == number or not _may_be_same(figure, twin):
                    continue
                if "*" in key or _is_swapped(number, other):
                    seen.add(twin.start)
                    yield twin

    def _spelling(self, figure: Quantity) -> tuple[str, list[str]]:
        """The number of a figure and what its twins share with it."""
        found = self._spelled.get(figure.start)
        if found is None:
            number = self._number(figure)
            found = self._spelled[figure.start] = number, self._keys(number)
        return found

    def _number(self, figure: Quantity) -> str:
        """The number as printed, without zeros that only carry precision."""
        return trimmed(number_in(self._text[figure.start : figure.end]))

    def _keys(self, number: str) -> list[str]:
        """What twins share: the digits in any order, and the number but for one digit."""
        digits, (swapped, changed) = telling_digits(number), self._least
        keys = ["".join(sorted(number))] if digits >= swapped else []
        if digits >= changed:
            places = (at for at, digit in enumerate(number) if digit != ".")
            keys += [f"{number[:at]}*{number[at + 1 :]}" for at in places]
        return keys


def _is_swapped(number: str, other: str) -> bool:
    """Whether two neighbouring digits, of the same digits, stand the other way round."""
    apart = [at for at, (a, b) in enumerate(zip(number, other, strict=True)) if a != b]
    if len(apart) != _PAIR:
        return False
    between = number[apart[0] + 1 : apart[1]]
    return between in ("", ".")


def _may_be_same(a: Quantity, b: Quantity) -> bool:
    if a.may_be(b):
        return False
    dimensions = (a.dimension, b.dimension)
    if "number" in dimensions:
        return "percent" not in dimensions
    return a.dimension == b.dimension and a.factor == b.factor
