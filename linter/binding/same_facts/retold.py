"""A figure told once, a slip of the hand away from another that stands among the same words.

农机补了26台套, but 购机补贴兑现62台套 before, and 62 in the table: a figure that nothing else tells
is seldom one slip away from another by chance, and the seldomer the words around both, the surer
they are one fact. What makes two facts of them is in ``same_kind``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice

from linter.binding.case import Case
from linter.binding.names import is_plain
from linter.binding.same_facts.same_kind import are_of_one_kind, is_borne_out, is_planned
from linter.binding.same_facts.spelled import keys, number, slip, telling_digits, written
from linter.binding.same_facts.weights import Weights
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_NOT = ("times", "years", "month", "day", "score", "percent-point")
_OF_MARKS = ("score-rate", "shift")
_NEEDED = {
    "swap": (9.9, 1.0, 0.35, 0.3),
    "digit": (9.9, 1.9, 1.0, 0.9, 0.55),
    "drop": (9.9, 2.5, 1.2, 1.0, 0.55),
    "unit": (9.9, 0.6, 0.0),
}
"""How much the words must tell, by what keeps two figures apart, of 1, 2, … digits and more."""
_AGAIN = 0.6
"""The part of it that will do where the other figure is told more than once."""
_FAR = 0.5
"""How much words tell that only the sentence before a figure has; only a swap is told by them."""
_WHOLE = 1500
"""In a shorter text most words are seldom: only a swap tells there."""
_LONG = 5
"""With so many digits a slip is so seldom chance that no third figure is looked for."""
_MOST = 12
_FEWEST, _SWAPS = 2, 2
"""How many digits a figure must have, and how many keys of a number tell swaps and units."""
_TIMES = 10**4
_RATED = 4
"""Rates of fewer digits lie so close that one changed digit tells nothing."""


def retold_in_text(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure of running text told once with the one there that it should be."""
    return (pair for pair in case.once(_retold) if not _cells(case.facts, pair))


def retold_in_tables(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure of running text with the cell that it should be, or that should be it."""
    for pair in case.once(_retold):
        if cells := _cells(case.facts, pair):
            figure, twin = pair
            yield (twin, figure) if cells[0] is figure else (figure, twin)


def _cells(facts: Facts, pair: tuple[Quantity, Quantity]) -> list[Quantity]:
    return [figure for figure in pair if figure.start in facts.cells]


def _retold(case: Case) -> list[tuple[Quantity, Quantity]]:
    return list(_pairs(case))


def _pairs(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """Each figure told once with the one elsewhere that it should be."""
    facts = case.facts
    index = _Index(facts)
    for figure in index.figures:
        if index.is_repeated(figure):
            continue
        twins = [(index.weight(figure, twin), twin) for twin in index.twins(figure)]
        for _, twin in sorted(twins, key=lambda pair: (-pair[0], pair[1].start)):
            if index.is_one(figure, twin) and index.is_told_once(figure):
                both = sorted((figure, twin), key=lambda f: f.start, reverse=True)
                once = facts.tellings[facts.size(twin)] == 1
                yield (both[0], both[1]) if once else (figure, twin)
                break


class _Index:
    """The figures of a report by what a slip leaves of their digits."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        told = [f for f in facts.quantities if _may_be_told(facts, f)]
        self._numbers = {f.start: number(f) for f in told}
        self.figures = [f for f in told if len(self._numbers[f.start]) >= _FEWEST]
        self._tellings = Counter((f.unit, facts.size(f)) for f in told)
        self._is_whole = len(facts.text) >= _WHOLE
        self._words = Weights(facts)
        self._known: dict[str, list[Quantity]] = defaultdict(list)
        for figure in self.figures:
            for key in self._keys(figure):
                if len(self._known[key]) < _MOST:
                    self._known[key].append(figure)

    def is_repeated(self, figure: Quantity) -> bool:
        """Whether a figure is told again in its own unit."""
        return self._tellings[figure.unit, self._facts.size(figure)] > 1

    def _keys(self, figure: Quantity) -> Iterator[str]:
        """What a figure shares with its twins; in a short text only swaps tell."""
        return islice(keys(self._numbers[figure.start]), None if self._is_whole else _SWAPS)

    def twins(self, figure: Quantity) -> Iterator[Quantity]:
        """The figures of the same unit that one slip keeps apart from a figure."""
        seen = {figure.start}
        for at, key in enumerate(self._keys(figure)):
            for twin in self._known.get(key, ()):
                if twin.start in seen or not self._may_be_one(figure, twin):
                    continue
                if at < _SWAPS or self._words.shared(figure, twin):
                    seen.add(twin.start)
                    yield twin

    def weight(self, figure: Quantity, twin: Quantity) -> float:
        """How much the words that two figures share tell."""
        return self._words.of(self._words.shared(figure, twin))

    def is_one(self, figure: Quantity, twin: Quantity) -> bool:
        """Whether two figures that a slip keeps apart are one fact."""
        facts = self._facts
        found = self._slip(figure, twin)
        if found is None:
            return False
        how, digits = found
        changed = how not in ("swap", "unit")
        if changed and not self._is_whole:
            return False
        if changed and figure.dimension == "percent" and digits < _RATED:
            return False
        weight = self.weight(figure, twin)
        if how == "swap":
            weight = max(weight, _FAR * self._words.far(figure, twin))
        needed = _NEEDED[how][min(digits, len(_NEEDED[how])) - 1]
        if weight < needed * (_AGAIN if facts.tellings[facts.size(twin)] > 1 else 1):
            return False
        if how in ("digit", "drop") and digits < _LONG and self._has_third(figure, twin, weight):
            return False
        return are_of_one_kind(facts, figure, twin) and not is_borne_out(facts, figure, twin)

    def is_told_once(self, figure: Quantity) -> bool:
        """Whether no other tells a figure again; a table's bare numbers may be of other things."""
        if self._facts.tellings[self._facts.size(figure)] == 1:
            return True
        return not any(
            f.start != figure.start
            and f.value.meets(figure.value)
            and (_are_alike(figure, f) or self.weight(figure, f) > 0)
            for f in self.figures
        )

    def _slip(self, figure: Quantity, twin: Quantity) -> tuple[str, int] | None:
        numbers = self._numbers[figure.start], self._numbers[twin.start]
        if numbers[0] == numbers[1]:
            apart = sorted((figure.factor, twin.factor))
            told = not any(f.start in self._facts.gridded for f in (figure, twin))
            is_unit = told and figure.dimension == "money" and apart[0] * _TIMES == apart[1]
            return ("unit", telling_digits(numbers[0])) if is_unit else None
        return slip(numbers[0], self._number_as(twin, figure))

    def _may_be_one(self, a: Quantity, b: Quantity) -> bool:
        facts = self._facts
        dimensions = (a.dimension, b.dimension)
        bare = "number" in dimensions and "percent" not in dimensions
        if not bare and not _are_alike(a, b):
            return False
        if a.start in facts.gridded and b.start in facts.gridded:
            return False
        if a.start in facts.cells or b.start in facts.cells:  # the one is in a table, the other not
            return not a.value.meets(b.value)
        return not a.value.meets(b.value) and not facts.windows.share("block", a.start, b.start)

    def _number_as(self, figure: Quantity, other: Quantity) -> str:
        """A figure's number in the unit of another."""
        if figure.factor == other.factor or "number" in (figure.dimension, other.dimension):
            return self._numbers[figure.start]
        return written(figure.printed / other.factor)

    def _has_third(self, figure: Quantity, twin: Quantity, weight: float) -> bool:
        """Whether a third figure stands among the words that two have in common."""
        values = figure.value, twin.value
        shared = self._words.shared(figure, twin)
        told = [f for f in self.figures if f.value.meets(twin.value) and _are_alike(f, twin)]
        return any(
            f.unit in (figure.unit, twin.unit)
            and self._words.of(shared & self._words.around(f)) >= weight
            and not any(f.value.meets(value) for value in values)
            and is_planned(self._facts, f) is is_planned(self._facts, figure)
            and not any(_are_beside(self._facts, f, one) for one in told)
            for f in self.figures
        )


def _may_be_told(facts: Facts, figure: Quantity) -> bool:
    return (
        figure.dimension not in _NOT
        and is_plain(facts, figure)
        and bool(figure.printed)
        and (figure.dimension != "number" or figure.start in facts.gridded)
        and _is_sure(facts, figure)
    )


def _is_sure(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is of running text, or of a table whose columns are no guess.

    A rate of marks is of its row's marks, not of what the row's words name (设备使用率……80.0%).
    """
    cell = facts.cells.get(figure.start)
    if cell is None:
        return not facts.in_table(figure.start)
    table, row = cell
    return table.table.sure and table.columns[row.column_of(figure)].kind not in _OF_MARKS


def _are_beside(facts: Facts, figure: Quantity, twin: Quantity) -> bool:
    """Whether two figures stand in one sentence or row."""
    cell, other = (facts.cells.get(f.start) for f in (figure, twin))
    if cell or other:
        return bool(cell and other and cell[1] is other[1])
    return facts.windows.share("sentence", figure.start, twin.start)


def _are_alike(a: Quantity, b: Quantity) -> bool:
    counted = a.dimension.startswith("count")
    return a.unit == b.unit or (a.dimension == b.dimension and not counted)
