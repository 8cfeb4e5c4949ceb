"""The figures of one unit in one block, and the words before and between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from linter.binding.nearby import BRACKETED
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval
from linter.regexes.late import regex

T = TypeVar("T")

_REACH = 300
"""How many characters of a long sentence are looked through."""
_IN_ALL = regex(r"\((?:一共|共计?|合计|总计|总共)[有为]?$")
"""Before a total alone in its brackets, which is that of what stands before these."""
_ROUGH = 1e-9


class Row:
    """Figures with their bounds in floating point; ``i``, ``k`` and ``choice`` are places in them.

    A *total* is the place of a figure that may be one, a *choice* the places of what may be its
    parts, in order.
    """

    def __init__(self, facts: Facts, figures: Sequence[Quantity]) -> None:
        self.facts, self.figures, self.text = facts, figures, facts.text
        self.depths = _depths(facts.text, figures)
        self.sizes = [abs(float(figure.printed)) for figure in figures]
        self.lows = [float(figure.value.low) for figure in figures]
        self.highs = [float(figure.value.high) for figure in figures]
        self.digits = [facts.digits(figure) for figure in figures]
        self._made: dict[tuple[Any, ...], Any] = {}

    def once(self, make: Callable[..., T], *places: Any) -> T:
        """What a function makes of places of the row, made when it is first asked for."""
        key = make, *places
        if key not in self._made:
            self._made[key] = make(self, *places)
        made: T = self._made[key]
        return made

    def slack(self, i: int) -> float:
        """By how much floating point may be off for a figure."""
        return _ROUGH * abs(self.highs[i])

    def sum(self, choice: Sequence[int]) -> Interval:
        """What some figures come to."""
        low = high = Decimal(0)
        for k in choice:
            low += self.figures[k].value.low
            high += self.figures[k].value.high
        return Interval(low, high)

    def holds(self, i: int, choice: Sequence[int]) -> bool:
        """Whether some figures add up to another."""
        return self.figures[i].value.meets(self.sum(choice))

    def between(self, a: int, b: int) -> str:
        """What stands between two figures."""
        return self.text[self.figures[a].end : self.figures[b].start]

    def unbracketed(self, a: int, b: int) -> str:
        """What stands between two figures, without brackets."""
        return BRACKETED.sub("", self.between(a, b))

    def lead(self, k: int) -> str:
        """A figure's own words before it."""
        return self.facts.own_words(self.figures[k])

    def is_led(self, k: int, pattern: re.Pattern[str]) -> bool:
        """Whether a figure's own words before it hold some."""
        return self.once(_is_led, k, pattern)

    def sentence(self, figure: Quantity) -> tuple[int, int]:
        """The sentence of a figure, as far as it may have to do with it."""
        return self.facts.windows.around("sentence", figure.start, figure.end, _REACH)


def _is_led(row: Row, k: int, pattern: re.Pattern[str]) -> bool:
    return pattern.search(row.text, *row.facts.own_lead(row.figures[k])) is not None


def _depths(text: str, figures: Sequence[Quantity]) -> list[int]:
    """How deep in brackets each figure stands, counted from the first."""
    depths, depth, at = [], 0, figures[0].start
    for figure in figures:
        depth += text.count("(", at, figure.start) - text.count(")", at, figure.start)
        alone = _IN_ALL.search(text, at, figure.start) and text.startswith(")", figure.end)
        depths.append(depth - 1 if alone else depth)
        at = figure.start
    return depths
