"""A figure that may be a total, and figures beside it that may be its parts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from linter.binding.alone import MOST
from linter.binding.slips import is_slip, is_swap, is_telling, needed_parts
from linter.binding.sums.lists.row import Row
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly

FAR = 40
"""How many characters may stand between a total and a list, or a list and what ends it."""
TIGHT = 16
"""Within how many characters the items of a list follow each other."""
_FEWEST_SWAPPED, _FEW_TARGETS = 3, 3
_FEW = 3
"""So few figures seldom come to one of another sentence by chance, some of them taken off."""


class Candidate:
    """A total and a choice of parts of one row, the parts all behind the total or all before it."""

    __slots__ = ("choice", "i", "row")

    def __init__(self, row: Row, i: int, choice: list[int]) -> None:
        self.row, self.i, self.choice = row, i, choice

    @property
    def ahead(self) -> bool:
        """Whether the parts stand behind the total."""
        return self.choice[0] > self.i

    @property
    def total(self) -> Quantity:
        """The figure that may be the total."""
        return self.row.figures[self.i]

    @property
    def first(self) -> Quantity:
        """The first of the parts."""
        return self.row.figures[self.choice[0]]

    @property
    def last(self) -> Quantity:
        """The last of the parts."""
        return self.row.figures[self.choice[-1]]

    @property
    def parts(self) -> list[Quantity]:
        """The figures that may be the parts."""
        return [self.row.figures[k] for k in self.choice]

    @property
    def places(self) -> tuple[int, ...]:
        """The total's place and those of the parts."""
        return (self.i, *self.choice)

    @property
    def neighbour(self) -> int:
        """The part that stands nearest to the total."""
        return self.choice[0] if self.ahead else self.choice[-1]

    @property
    def gap(self) -> str:
        """What stands between the total and the nearest part."""
        return self.row.between(*sorted((self.i, self.neighbour)))

    @property
    def is_bracketed(self) -> bool:
        """Whether the parts stand deeper in brackets than the total."""
        return self.row.depths[self.choice[0]] > self.row.depths[self.i]

    @property
    def is_beside(self) -> bool:
        """Whether no figure of the parts' depth stands between a total and the parts behind it."""
        depths = self.row.depths
        between = range(self.i + 1, self.choice[0])
        return all(depths[k] > depths[self.choice[0]] for k in between)

    def with_parts(self, choice: list[int]) -> Candidate:
        """The same total with other parts."""
        return Candidate(self.row, self.i, choice)

    def holds(self) -> bool:
        """Whether the parts add up to the total."""
        return self.row.holds(self.i, self.choice)

    def is_tight(self, *, with_total: bool = True) -> bool:
        """Whether the figures follow each other closely, as the items of a list do."""
        places = sorted(self.places if with_total else self.choice)
        figures = [self.row.figures[k] for k in places]
        return all(b.start - a.end <= TIGHT for a, b in itertools.pairwise(figures))

    def ends_between(self) -> bool:
        """Whether a sentence ends among the figures."""
        first, *_, last = sorted(self.places)
        return "。" in self.row.between(first, last)

    def is_slip(self, digits: int, *, sure: bool = False, printed: bool = False) -> bool:
        """Whether one slip explains the sum; with ``printed`` one of the figures as they stand."""
        return any(
            is_slip(
                figure,
                self._literal(figure),
                exactly(needed.middle) if printed else needed,
                digits,
                sure=sure,
            )
            for figure, needed in self._needed()
        )

    @property
    def reached(self) -> Decimal:
        """What the parts come to as they are printed."""
        return sum((part.printed for part in self.parts), Decimal(0))

    @property
    def is_exceeded(self) -> bool:
        """Whether the parts come to more than the total, as they are printed."""
        return self.reached > self.total.printed

    def is_near(self) -> bool:
        """Whether the sum is of the size of the total."""
        least, most = sorted((self.reached, self.total.printed))
        return most <= least * MOST

    def is_far_off(self) -> bool:
        """Whether the sum is of another size than the total, and no figure tells of a slip.

        What forgets a part, or is not brought up to date, is near; one that a lost first digit
        would explain, near or not, has digits enough for that to be no chance.
        """
        return not self.is_near() and not any(
            is_telling(figure, self._literal(figure), needed) for figure, needed in self._needed()
        )

    def is_swap(self) -> bool:
        """Whether two digits swapped explain the sum of the figures as they are printed."""
        return any(
            is_swap(
                figure,
                self._literal(figure),
                exactly(needed.middle),
                _FEWEST_SWAPPED,
                _FEW_TARGETS,
            )
            for figure, needed in self._needed()
        )

    def forgets_last(self) -> bool:
        """Whether the total is just what all parts of a list before it but the last come to."""
        reached = sum(part.printed for part in self.parts[:-1])
        off = abs(reached - self.total.printed)
        near = off <= max(figure.step for figure in (*self.parts, self.total))
        return near and not self.ahead and self.row.holds(self.i, self.choice[:-1])

    def is_balance(self) -> bool:
        """Whether some of the figures are taken off the others: 年初、购入、领用、年末.

        So may be those with the figure before or behind them, of many but in their sentence.
        """
        every = sorted(self.places)
        wider = [
            sorted([*every, k])
            for k in (every[0] - 1, every[-1] + 1)
            if 0 <= k < len(self.row.figures) and (len(every) <= _FEW or self._is_beside(k))
        ]
        return any(_balances(self.row, places[-1], places[:-1]) for places in (every, *wider))

    def _is_beside(self, k: int) -> bool:
        """Whether a figure of the row stands in the sentence of the total."""
        share = self.row.facts.windows.share
        return share("sentence", self.total.start, self.row.figures[k].start)

    def _needed(self) -> Iterator[tuple[Quantity, Interval]]:
        """Each figure of the sum with the value that it needs for the sum to hold."""
        yield self.total, self.row.sum(self.choice)
        yield from needed_parts(self.total.value, self.parts)

    def _literal(self, figure: Quantity) -> str:
        return self.row.text[figure.start : figure.end]


def _balances(row: Row, i: int, choice: Sequence[int]) -> bool:
    """Whether a figure is what others come to, each of them added or taken off."""
    least, greatest, slack = row.lows[i], row.highs[i], row.slack(i)
    sums = {(0.0, 0.0)}
    for k in choice:
        low, high = row.lows[k], row.highs[k]
        sums = {s for a, b in sums for s in ((a + low, b + high), (a - high, b - low))}
    return any(
        (a <= greatest + slack and b >= least - slack)
        or (a <= -least + slack and b >= -greatest - slack)
        for a, b in sums
    )
