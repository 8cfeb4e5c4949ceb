"""The runs of figures before and behind a total that may be its parts."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.sums.lists.cues import Cues
from linter.binding.sums.lists.row import Row
from linter.binding.sums.lists.words import Words

_LONGEST = 14
_LONG = 5
"""Behind a figure of so many digits a run may begin one figure later."""
MOST_UNCUED = 4
"""How many parts a list has at most that no words lead to."""
_MOST_APART, _UNIT_SLIP = 101.0, 11_000.0
_FAR = 600
"""Figures so many characters apart are no neighbours in a list."""


class Neighbourhood:
    """Runs of one row; each is a list of places, in order."""

    def __init__(self, row: Row, words: Words, cues: Cues) -> None:
        self._row, self._words, self._cues = row, words, cues
        self._deepest = max(row.depths)
        self._positive = min(row.lows) >= 0
        self._beside: dict[int, list[list[int]]] = {}

    def near(self, i: int) -> Iterator[list[int]]:
        """The runs beside a total that may add up to it, as floating point tells."""
        lows, highs = self._row.lows, self._row.highs
        slack = self._row.slack(i)
        least, greatest = lows[i] - slack, highs[i] + slack
        for places in self._neighbours(i):
            low, high, run = 0.0, 0.0, []
            for k in places:
                run.append(k)
                low += lows[k]
                high += highs[k]
                if (low > greatest and self._positive) or len(run) > _LONGEST:
                    break
                if high >= least and low <= greatest and len(run) > 1:
                    yield run[:] if k > i else run[::-1]

    def sized(self, i: int) -> Iterator[list[int]]:
        """The runs beside a total whose sum is of its size, up to a digit's slip or 万 for 亿."""
        sizes, total = self._row.sizes, self._row.sizes[i]
        most = _UNIT_SLIP if self._row.figures[i].dimension == "money" else _MOST_APART
        least, greatest = total / most, total * most
        for places in self._neighbours(i):
            size, run, longest, at = 0.0, list[int](), _LONGEST, i
            for k in places:
                if self._between(at, k) > _FAR:
                    break
                if not run and not self._cues.may_be_cued(i, k):
                    longest = MOST_UNCUED
                at = k
                run.append(k)
                size += sizes[k]
                if size > greatest or len(run) > longest:
                    break
                if len(run) > 1 and size >= least:
                    yield run[:] if k > i else run[::-1]

    def _between(self, i: int, k: int) -> int:
        """How many characters stand between two figures."""
        first, second = (i, k) if i < k else (k, i)
        return self._row.figures[second].start - self._row.figures[first].end

    def _neighbours(self, i: int) -> list[list[int]]:
        """What may run on after a total and up to it, in order."""
        found = self._beside.get(i)
        if found is None:
            found = self._beside[i] = [[*run] for run in (*self._after(i), *self._before(i))]
        return found

    def _after(self, i: int) -> Iterator[Iterator[int]]:
        """What may run on after a total: beside it, or each figure one bracket deeper.

        Behind a long figure the run may begin one figure later.
        """
        skips = (1, 2) if self._row.digits[i] >= _LONG else (1,)
        for level in self._levels(i):
            for skip in skips:
                yield self._following(i, level, skip)

    def _levels(self, i: int) -> Iterator[int]:
        """The depth of a figure, and one deeper where figures stand there."""
        yield self._row.depths[i]
        if self._row.depths[i] < self._deepest:
            yield self._row.depths[i] + 1

    def _following(self, i: int, level: int, skip: int) -> Iterator[int]:
        """The figures of one depth after a total, from the ``skip``-th on."""
        depths, found = self._row.depths, 0
        left = False
        for k in range(i + 1, min(len(depths), i + 1 + 2 * _LONGEST)):
            if depths[k] < depths[i] or (left and depths[k] == level):
                break
            if depths[k] == level:
                found += 1
                if found > skip and self._words.is_sum(k):
                    break
                if found >= skip:
                    yield k
            elif depths[k] < level and found >= skip:
                left = True

    def _before(self, i: int) -> Iterator[Iterator[int]]:
        """What may run up to a total, nearest first: beside it, or each in brackets of its own."""
        for level in self._levels(i):
            yield self._preceding(i, level)

    def _preceding(self, i: int, level: int) -> Iterator[int]:
        depths = self._row.depths
        for k in range(i - 1, max(-1, i - 1 - 2 * _LONGEST), -1):
            if depths[k] < depths[i]:
                break
            if depths[k] == level:
                yield k
