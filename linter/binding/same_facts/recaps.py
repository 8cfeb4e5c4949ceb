"""Passages that tell again what others told: problems, advice, a summary, notes at the end.

Where nearly every figure is told elsewhere too, one that nothing else tells is likely one of those,
mistyped; where many are new, it is likely new as well.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_SIDE = 6
"""How many figures to either side are looked at."""
_FEWEST = 2
"""How many digits a figure must have: smaller ones are told twice by chance."""
_NOT = ("score", "years", "month", "day", "number")
_NEW = 2
"""So many figures that are new are supposed before any was seen."""


class Recaps:
    """Tells how likely a passage tells again what other places told."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._telling = [f for f in facts.running if self._tells(f)]
        self._starts = [f.start for f in self._telling]

    def weight(self, figure: Quantity) -> float:
        """The tens' exponent of how many figures around one are told again for each new one."""
        facts, at = self._facts, bisect_left(self._starts, figure.start)
        low, high = self._chapter(figure.start)
        near = [
            facts.size(f)
            for f in self._telling[max(0, at - _SIDE) : at + _SIDE + 1]
            if f.start != figure.start and low <= f.start < high
        ]
        here = Counter(near)
        again = sum(facts.tellings[size] > here[size] for size in near)
        return max(0.0, math.log10((again + 1) / (len(near) - again + _NEW)))

    def _tells(self, figure: Quantity) -> bool:
        return figure.dimension not in _NOT and self._facts.digits(figure) >= _FEWEST

    def _chapter(self, offset: int) -> tuple[int, int]:
        outline = self._facts.outline
        path = outline.path(outline.at(offset))
        return (path[0].start, path[0].end) if path else (0, len(self._facts.text))
