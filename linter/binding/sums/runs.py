"""Runs of figures beside their total: 甲3人、乙4人，合计7人; 共100万元，中央60万元、省级40万元.

Clerks write sums in so many ways that the words alone do not find them; the figures do: a figure
and the run of figures of its unit next to it. A run that adds up is right, whatever the words. One
that does not is told only where words say that it must (合计, 由……组成), or where one slip of the
hand explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from linter.binding.slips import is_slip, is_swap, needed_parts
from linter.binding.sums.cues import Cues
from linter.binding.sums.list_ends import is_delimited
from linter.binding.sums.lists_behind import is_beside, names_all_kinds
from linter.binding.sums.other_things import (
    has_hedged,
    is_broken,
    is_mixed,
    is_of_other_things,
    is_sibling,
    is_uneven,
)
from linter.binding.sums.rows import FEWEST, blocks, rows
from linter.binding.sums.wholeness import Wholeness, is_closed, is_partial
from linter.binding.sums.words import Words
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import Interval, exactly
from linter.interval import total as sum_of

_LONGEST = 14
_SURE = 3
_FEW, _MANY = 4, 5
"""How many digits the longest figure of a sum must have to be told: of a list that may be open
(其中), and where no words say that it is a list."""
_FEW_TARGETS = 3
_DIMENSIONS = 3
"""Of so many marks a total is made up, also where 其中 leads to them."""
_MOST_UNCUED = 4
_MOST_APART, _UNIT_SLIP = 101.0, 11_000.0
_ROUGH = 1e-9
_FAR = 600
"""Figures so many characters apart are no neighbours in a list."""


class Run(Struct, frozen=True):
    """A total and its run of parts, before or behind it."""

    total: Quantity
    parts: tuple[Quantity, ...]
    holds: bool
    sure: bool
    """Whether a failure leaves no doubt: a closed, tight list of figures of 3 digits or more."""
    added: bool = False
    """Whether words before the total add up what stands before them."""


def runs(facts: Facts) -> Iterator[Run]:
    """For each figure that may be a total, the run that decides it, block by block."""
    for block in blocks(facts):
        searched = [
            _Row(facts, figures, alike)
            for figures, alike in rows(facts, block)
            if len(figures) >= FEWEST
        ]
        settled: set[int] = set()
        proven: dict[int, list[set[int]]] = {}
        wholes: list[Run] = []
        for row in searched:
            for run in row.holding():
                parts = {f.start for f in run.parts}
                settled |= {run.total.start, *parts}
                proven.setdefault(run.total.start, []).append(parts)
                wholes.append(run)
                yield run
        told: set[int] = set()
        for row in (r for r in searched if r.alike):
            for run in row.failing(settled):
                parts = {f.start for f in run.parts}
                places = {run.total.start, *parts}
                if any(known & parts for known in proven.get(run.total.start, ())):
                    continue
                if not run.added and any(parts == k for sets in proven.values() for k in sets):
                    continue
                if any(known & parts for total in parts for known in proven.get(total, ())):
                    continue
                if not places & told and not _is_of_the_whole(run, wholes):
                    told |= places
                    yield run


def _is_of_the_whole(run: Run, wholes: Sequence[Run]) -> bool:
    """Whether parts make up what their seeming total is itself a part of.

    资产28万元，负债9万元，净资产19万元（行政单位资产8万元，事业单位资产20万元）.
    """
    reached = sum_of(part.value for part in run.parts)
    return any(run.total in whole.parts and whole.total.value.meets(reached) for whole in wholes)


class _Row:
    """The figures of one unit in one block."""

    def __init__(self, facts: Facts, figures: Sequence[Quantity], alike: bool) -> None:
        self.alike = alike
        self._text = facts.text
        self._facts = facts
        self._figures = figures
        self._depths = _depths(facts.text, figures)
        self._deepest = max(self._depths)
        self._words = Words(facts, figures, self._depths)
        self._cues, self._wholeness = Cues(self._words), Wholeness(self._words)
        self._sizes = [abs(float(figure.printed)) for figure in figures]
        self._lows = [float(figure.value.low) for figure in figures]
        self._highs = [float(figure.value.high) for figure in figures]
        self._positive = min(self._lows) >= 0
        self._digits = [facts.digits(f) for f in figures]
        self._beside: dict[int, list[list[int]]] = {}

    def holding(self) -> Iterator[Run]:
        """The runs that add up, and are more than chance: of each total one on either side.

        What is budgeted may stand before a total, what became of it behind.
        """
        for i in range(len(self._figures)):
            sides = set[bool]()
            for choice in self._near(i):
                ahead = choice[0] > i
                if ahead in sides or not self._holds(i, choice):
                    continue
                if self._is_telling(i, choice):
                    sides.add(ahead)
                    yield self._run(i, choice, holds=True)

    def _near(self, i: int) -> Iterator[list[int]]:
        """The runs beside a total that may add up to it, as floating point tells."""
        lows, highs = self._lows, self._highs
        slack = _ROUGH * abs(highs[i])
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

    def _sized(self, i: int) -> Iterator[list[int]]:
        """The runs beside a total whose sum is of its size, up to a digit's slip or 万 for 亿."""
        sizes, total = self._sizes, self._sizes[i]
        most = _UNIT_SLIP if self._figures[i].dimension == "money" else _MOST_APART
        least, greatest = total / most, total * most
        for places in self._neighbours(i):
            size, run, longest, at = 0.0, list[int](), _LONGEST, i
            for k in places:
                if self._between(at, k) > _FAR:
                    break
                if not run and not self._cues.may_be_cued(i, k):
                    longest = _MOST_UNCUED
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
        return self._figures[second].start - self._figures[first].end

    def failing(self, settled: set[int]) -> Iterator[Run]:
        """The runs that do not add up though words or a slip say they should."""
        fresh = {k for k, figure in enumerate(self._figures) if figure.start not in settled}
        if not fresh:
            return
        for i in range(len(self._figures)):
            for choice in self._sized(i):
                if fresh.isdisjoint((i, *choice)):
                    continue
                if i not in fresh and not self._cues.is_cued(i, choice):
                    continue
                run = self._failing(i, choice)
                if run is not None:
                    if not self._holds_beside(i, ahead=choice[0] > i):
                        yield run
                    break

    def _holds_beside(self, i: int, *, ahead: bool) -> bool:
        """Whether a run on one side of a total adds up to it."""
        return any((choice[0] > i) is ahead and self._holds(i, choice) for choice in self._near(i))

    def _failing(self, i: int, choice: list[int]) -> Run | None:
        most = max([self._digits[k] for k in (i, *choice)])
        words = self._words
        if most < 2 or is_uneven(words, i, choice) or is_partial(words, choice):
            return None
        if self._is_bracket_of_another(i, choice):
            return None
        counted = self._is_beside(i, choice) and self._wholeness.is_whole(i, choice)
        opened = self._cues.is_cued(i, choice)
        if is_of_other_things(words, i, choice) or has_hedged(words, i, choice):
            return None
        if not counted and (self._is_planned(choice) or is_mixed(words, i, choice)):
            return None
        if not opened and self._is_balance(i, choice):
            return None
        closed = opened and is_closed(words, i, choice)
        marks = self._figures[i].dimension == "score" and len(choice) >= _DIMENSIONS
        beside = is_beside(words, i, choice)
        whole = (
            closed or counted or beside or (opened and marks) or names_all_kinds(words, i, choice)
        )
        near = choice if whole else [i, *choice]
        if most < _FEW and not counted and not words.is_tight(near):
            return None
        if whole:
            slipped = self._is_slip(i, choice, 1, sure=True)
        elif opened:
            slipped = most >= _FEW and self._is_slip(i, choice, 2, printed=True)
        else:
            slipped = self._is_uncued_slip(i, choice, most)
        if not slipped or self._is_part_beside(i, choice):
            return None
        sure = closed and self._digits[i] >= _SURE and words.is_tight([i, *choice])
        return self._run(i, choice, holds=False, sure=sure, added=opened and choice[0] < i)

    def _is_bracket_of_another(self, i: int, choice: list[int]) -> bool:
        """Whether parts stand in brackets behind a later figure than the total before them."""
        depth = self._depths[i]
        between = range(i + 1, choice[0])
        return self._depths[choice[0]] > depth and any(self._depths[k] <= depth for k in between)

    def _is_part_beside(self, i: int, choice: list[int]) -> bool:
        """Whether the total is but the first part of the figure before it: 27份中15份、9份、3份."""
        return 0 < i < choice[0] and self._holds(i - 1, [i, *choice])

    def _is_uncued_slip(self, i: int, choice: list[int], most: int) -> bool:
        """Whether one slip in long figures, or two digits swapped, explains a list without cues."""
        if most < _SURE or len(choice) > _MOST_UNCUED:
            return False
        words = self._words
        if not is_delimited(words, i, choice) or is_broken(words, i, choice):
            return False
        if is_sibling(words, i, choice):
            return False
        return self._is_slip(i, choice, 4) if most >= _MANY else self._is_swap(i, choice)

    def _is_balance(self, i: int, choice: list[int]) -> bool:
        """Whether some of the figures are taken off the others: 年初、购入、领用、年末.

        So may be those with the figure before or behind them.
        """
        every = sorted((i, *choice))
        first, last = every[0] - 1, every[-1] + 1
        wider = [[first, *every]] if first >= 0 else []
        wider += [[*every, last]] if last < len(self._figures) else []
        return any(self._balances(places[-1], places[:-1]) for places in (every, *wider))

    def _balances(self, i: int, choice: list[int]) -> bool:
        least, greatest = self._lows[i], self._highs[i]
        sums = [(0.0, 0.0)]
        for k in choice:
            low, high = self._lows[k], self._highs[k]
            sums = [s for a, b in sums for s in ((a + low, b + high), (a - high, b - low))]
        slack = _ROUGH * abs(greatest)
        return any(
            (a <= greatest + slack and b >= least - slack)
            or (a <= -least + slack and b >= -greatest - slack)
            for a, b in sums
        )

    def _is_beside(self, i: int, choice: list[int]) -> bool:
        """Whether no figure of the parts' depth stands between them and the total."""
        return all(self._depths[k] > self._depths[choice[0]] for k in range(i + 1, choice[0]))

    def _is_planned(self, choice: list[int]) -> bool:
        """Whether some of the parts, but not all, are plans or goals."""
        states = {status(self._facts, self._figures[k]) for k in choice}
        return not states.isdisjoint(("plan", "target")) and len(states) > 1

    def _run(
        self, i: int, choice: list[int], holds: bool, sure: bool = False, added: bool = False
    ) -> Run:
        return Run(self._figures[i], tuple(self._figures[k] for k in choice), holds, sure, added)

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
        skips = (1, 2) if self._digits[i] >= _MANY else (1,)
        for level in self._levels(i):
            for skip in skips:
                yield self._following(i, level, skip)

    def _levels(self, i: int) -> Iterator[int]:
        """The depth of a figure, and one deeper where figures stand there."""
        yield self._depths[i]
        if self._depths[i] < self._deepest:
            yield self._depths[i] + 1

    def _following(self, i: int, level: int, skip: int) -> Iterator[int]:
        """The figures of one depth after a total, from the ``skip``-th on."""
        depths, found = self._depths, 0
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
        depths = self._depths
        for k in range(i - 1, max(-1, i - 1 - 2 * _LONGEST), -1):
            if depths[k] < depths[i]:
                break
            if depths[k] == level:
                yield k

    def _sum(self, choice: list[int]) -> Interval:
        low = high = Decimal(0)
        for k in choice:
            low += self._figures[k].value.low
            high += self._figures[k].value.high
        return Interval(low, high)

    def _holds(self, i: int, choice: list[int]) -> bool:
        return self._figures[i].value.meets(self._sum(choice))

    def _is_telling(self, i: int, choice: list[int]) -> bool:
        """Whether a sum that holds is more than chance: enough digits, or words that say so."""
        return self._digits[i] >= 3 or self._cues.is_cued(i, choice)

    def _is_slip(
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

    def _is_swap(self, i: int, choice: list[int]) -> bool:
        return any(
            is_swap(figure, self._literal(figure), needed, _SURE, _FEW_TARGETS)
            for figure, needed in self._needed(i, choice)
        )

    def _needed(self, i: int, choice: list[int]) -> Iterator[tuple[Quantity, Interval]]:
        """Each figure of a sum with the value that it needs for the sum to hold."""
        total, parts = self._figures[i], [self._figures[k] for k in choice]
        yield total, self._sum(choice)
        yield from needed_parts(total.value, parts)

    def _literal(self, figure: Quantity) -> str:
        return self._text[figure.start : figure.end]


def _depths(text: str, figures: Sequence[Quantity]) -> list[int]:
    """How deep in brackets each figure stands, counted from the first."""
    depths, depth, at = [], 0, figures[0].start
    for figure in figures:
        depth += text.count("(", at, figure.start) - text.count(")", at, figure.start)
        depths.append(depth)
        at = figure.start
    return depths
