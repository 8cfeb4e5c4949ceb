"""The figures of one unit in one block, and what runs of them come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.binding.slips import is_slip, is_swap, needed_parts
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly

_ROUGH = 1e-9
_FEWEST_SWAPPED, _FEW_TARGETS = 3, 3


class Row:
    """The figures with their bounds in floating point; ``i`` and ``choice`` are places in them."""

    def __init__(self, facts: Facts, figures: Sequence[Quantity]) -> None:
        self.facts, self.figures = facts, figures
        self.depths = _depths(facts.text, figures)
        self.sizes = [abs(float(figure.printed)) for figure in figures]
        self.lows = [float(figure.value.low) for figure in figures]
        self.highs = [float(figure.value.high) for figure in figures]
        self.digits = [facts.digits(f) for f in figures]

    def slack(self, i: int) -> float:
        """By how much floating point may be off for a figure."""
        return _ROUGH * abs(self.highs[i])

    def holds(self, i: int, choice: list[int]) -> bool:
        """Whether a run adds up to a total."""
        return self.figures[i].value.meets(self._sum(choice))

    def is_slip(
        self, i: int, choice: list[int], digits: int, *, sure: bool = False, printed: bool = False
    ) -> bool:
        """Whether one slip explains a sum; with ``printed`` one of the figures as they stand."""
        return any(
            is_slip(
                figure,
                self._literal(figure),
                exactly(needed.middle) if printed else needed,
                digits,
                sure=sure,
            )
            for figure, needed in self._needed(i, choice)
        )

    def is_swap(self, i: int, choice: list[int]) -> bool:
        """Whether two digits swapped explain a sum."""
        return any(
            is_swap(figure, self._literal(figure), needed, _FEWEST_SWAPPED, _FEW_TARGETS)
            for figure, needed in self._needed(i, choice)
        )

    def is_balance(self, i: int, choice: list[int]) -> bool:
        """Whether some of the figures are taken off the others: 年初、购入、领用、年末.

        So may be those with the figure before or behind them.
        """
        every = sorted((i, *choice))
        first, last = every[0] - 1, every[-1] + 1
        wider = [[first, *every]] if first >= 0 else []
        wider += [[*every, last]] if last < len(self.figures) else []
        return any(self._balances(places[-1], places[:-1]) for places in (every, *wider))

    def _balances(self, i: int, choice: list[int]) -> bool:
        """Whether a figure is what others come to, each of them added or taken off."""
        least, greatest = self.lows[i], self.highs[i]
        sums = [(0.0, 0.0)]
        for k in choice:
            low, high = self.lows[k], self.highs[k]
            sums = [s for a, b in sums for s in ((a + low, b + high), (a - high, b - low))]
        slack = self.slack(i)
        return any(
            (a <= greatest + slack and b >= least - slack)
            or (a <= -least + slack and b >= -greatest - slack)
            for a, b in sums
        )

    def _sum(self, choice: list[int]) -> Interval:
        low = high = Decimal(0)
        for k in choice:
            low += self.figures[k].value.low
            high += self.figures[k].value.high
        return Interval(low, high)

    def _needed(self, i: int, choice: list[int]) -> Iterator[tuple[Quantity, Interval]]:
        """Each figure of a sum with the value that it needs for the sum to hold."""
        total, parts = self.figures[i], [self.figures[k] for k in choice]
        yield total, self._sum(choice)
        yield from needed_parts(total.value, parts)

    def _literal(self, figure: Quantity) -> str:
        return self.facts.text[figure.start : figure.end]


def _depths(text: str, figures: Sequence[Quantity]) -> list[int]:
    """How deep in brackets each figure stands, counted from the first."""
    depths, depth, at = [], 0, figures[0].start
    for figure in figures:
        depth += text.count("(", at, figure.start) - text.count(")", at, figure.start)
        depths.append(depth)
        at = figure.start
    return depths
