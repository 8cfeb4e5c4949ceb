"""Runs of figures beside their total: 甲3人、乙4人，合计7人; 共100万元，中央60万元、省级40万元.

Clerks write sums in so many ways that the words alone do not find them; the figures do: a figure
and the run of figures of its unit next to it. A run that adds up is right, whatever the words. One
that does not is told only where words say that it must (合计, 由……组成), or where one slip of the
hand explains it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from linter.binding.sums.lists.behind import is_beside, names_all_kinds
from linter.binding.sums.lists.cues import Cues
from linter.binding.sums.lists.ends import is_delimited, is_open
from linter.binding.sums.lists.interleaved import Interleaved
from linter.binding.sums.lists.neighbourhood import MOST_UNCUED, Neighbourhood
from linter.binding.sums.lists.other_things import (
    has_hedged,
    is_broken,
    is_in_another_clause,
    is_mixed,
    is_of_other_things,
    is_sibling,
    is_uneven,
)
from linter.binding.sums.lists.otherwise import Otherwise
from linter.binding.sums.lists.row import Row
from linter.binding.sums.lists.rows import FEWEST, blocks, rows
from linter.binding.sums.lists.wholeness import Wholeness, is_closed, is_partial
from linter.binding.sums.lists.words import Words
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import total as sum_of

_SURE = 3
_FEW, _MANY = 4, 5
"""How many digits the longest figure of a sum must have to be told: of a list that may be open
(其中), and where no words say that it is a list."""
_NEAR = 3
"""Among how many figures before a seeming total the one may be that it is a part of."""
_DIMENSIONS = 3
"""Of so many marks a total is made up, also where 其中 leads to them."""


class Run(Struct, frozen=True):
    """A total and its run of parts, before or behind it."""

    total: Quantity
    parts: tuple[Quantity, ...]
    holds: bool
    sure: bool
    """Whether a failure leaves no doubt: a closed, tight list of figures of 3 digits or more."""
    added: bool = False
    """Whether words before the total add up what stands before them."""
    between: tuple[Quantity, ...] = ()
    """What stands among the parts and the total, and is none of them."""


def runs(facts: Facts) -> Iterator[Run]:
    """For each figure that may be a total, the run that decides it, block by block."""
    for block in blocks(facts):
        searched = [
            _Search(facts, figures, alike)
            for figures, alike in rows(facts, block)
            if len(figures) >= FEWEST
        ]
        settled: set[int] = set()
        proven: dict[int, list[set[int]]] = {}
        wholes: list[Run] = []
        for search in searched:
            for run in search.holding():
                parts = {f.start for f in run.parts}
                settled |= {run.total.start, *parts, *(f.start for f in run.between)}
                proven.setdefault(run.total.start, []).append(parts)
                wholes.append(run)
                yield run
        told: set[int] = set()
        for search in (s for s in searched if s.alike):
            for run in sorted(search.failing(settled), key=lambda found: not found.added):
                places = {run.total.start, *(f.start for f in run.parts)}
                if _is_made_otherwise(run, proven) or places & told:
                    continue
                if not _is_of_the_whole(run, wholes):
                    told |= places
                    yield run


def _is_made_otherwise(run: Run, proven: Mapping[int, Sequence[set[int]]]) -> bool:
    """Whether sums that hold have the parts of a run, or make up its total or one of its parts."""
    parts = {f.start for f in run.parts}
    if any(known & parts for known in proven.get(run.total.start, ())):
        return True
    if not run.added and any(parts >= known for sets in proven.values() for known in sets):
        return True
    return any(known & parts for total in parts for known in proven.get(total, ()))


def _is_of_the_whole(run: Run, wholes: Sequence[Run]) -> bool:
    """Whether parts make up what their seeming total is itself a part of.

    资产28万元，负债9万元，净资产19万元（行政单位资产8万元，事业单位资产20万元）.
    """
    reached = sum_of(part.value for part in run.parts)
    return any(run.total in whole.parts and whole.total.value.meets(reached) for whole in wholes)


class _Search:
    """Looks for the runs of one row: the figures of one unit in one block."""

    def __init__(self, facts: Facts, figures: Sequence[Quantity], alike: bool) -> None:
        self.alike = alike
        self._facts, self._figures = facts, figures
        self._row = Row(facts, figures)
        self._depths, self._digits = self._row.depths, self._row.digits
        self._words = Words(facts, figures, self._depths)
        self._cues, self._wholeness = Cues(self._words), Wholeness(self._words)
        self._around = Neighbourhood(self._row, self._words, self._cues)
        self._apart = Interleaved(self._row, self._words)
        self._otherwise = Otherwise(self._row, self._words, self._apart)

    def holding(self) -> Iterator[Run]:
        """The runs that add up, and are more than chance: of each total one on either side.

        What is budgeted may stand before a total, what became of it behind.
        """
        for i in range(len(self._figures)):
            sides = set[bool]()
            for choice in self._around.near(i):
                ahead = choice[0] > i
                if ahead in sides or not self._holds(i, choice):
                    continue
                if self._is_telling(i, choice):
                    sides.add(ahead)
                    yield self._run(i, choice, holds=True)
            yield from self._interleaved(i, sides)

    def _interleaved(self, i: int, sides: set[bool]) -> Iterator[Run]:
        """The runs that other figures part, where words beside the total say that it has any."""
        for ahead in (False, True):
            beside = i + 1 if ahead else i - 1
            if ahead in sides or not 0 <= beside < len(self._figures):
                continue
            if not self._words.may_sum(i, beside):
                continue
            choice = self._apart.holding(i, ahead=ahead)
            if choice is not None:
                low, high = min(i, *choice), max(i, *choice)
                between = [k for k in range(low, high) if k not in (i, *choice)]
                run = self._run(i, choice, holds=True)
                yield replace(run, between=tuple(self._figures[k] for k in between))

    def _holds(self, i: int, choice: list[int]) -> bool:
        """Whether a run adds up, and passes over no part to run into another sentence."""
        return self._row.holds(i, choice) and not (
            choice[0] == i + 2 and is_uneven(self._words, i, choice)
        )

    def failing(self, settled: set[int]) -> Iterator[Run]:
        """The runs that do not add up though words or a slip say they should."""
        fresh = {k for k, figure in enumerate(self._figures) if figure.start not in settled}
        if not fresh:
            return
        for i in range(len(self._figures)):
            for choice in self._around.sized(i):
                if fresh.isdisjoint((i, *choice)):
                    continue
                if i not in fresh and not self._cues.is_cued(i, choice):
                    continue
                run = self._failing(i, choice)
                if run is not None:
                    if not self._holds_beside(i, ahead=choice[0] > i):
                        yield run
                    break
            else:
                yield from self._failing_outer(i)

    def _failing_outer(self, i: int) -> Iterator[Run]:
        """A list before its total with parts of parts, where one slip keeps it from adding up."""
        if not i or not self._cues.may_be_cued(i, i - 1):
            return
        choice = self._apart.listed(i)
        if (
            len(choice) < FEWEST - 1
            or self._are_no_parts(i, choice)
            or is_partial(self._words, choice)
        ):
            return
        if self._are_of_others(i, choice, counted=True, opened=True):
            return
        slipped = self._row.is_slip(i, choice, 1, sure=True)
        if slipped and not self._otherwise.explains(i, choice, closed=True):
            yield self._run(i, choice, holds=False, added=True)

    def _holds_beside(self, i: int, *, ahead: bool) -> bool:
        """Whether a run on one side of a total adds up to it."""
        return any(
            (choice[0] > i) is ahead and self._holds(i, choice) for choice in self._around.near(i)
        )

    def _failing(self, i: int, choice: list[int]) -> Run | None:
        """A run that does not add up, where words say it is a list and a slip explains it."""
        most = max([self._digits[k] for k in (i, *choice)])
        if most < 2 or self._are_no_parts(i, choice) or is_partial(self._words, choice):
            return None
        counted = self._is_whole(i, choice)
        opened = self._cues.is_cued(i, choice)
        if self._are_of_others(i, choice, counted=counted, opened=opened):
            return None
        closed = opened and is_closed(self._words, i, choice)
        whole = closed or counted or self._is_list(i, choice, opened=opened)
        near = choice if whole else [i, *choice]
        if most < _FEW and not counted and not self._words.is_tight(near):
            return None
        parts = self._apart.of_kind(i, choice)
        if parts is None:
            parts = choice
        if len(parts) < FEWEST - 1:
            slipped = False
        elif whole:
            slipped = self._row.is_slip(i, parts, 1, sure=True)
        elif opened:
            slipped = most >= _FEW and self._row.is_slip(i, parts, 2, printed=True)
        else:
            slipped = self._is_uncued_slip(i, choice, most)
        if not slipped or self._is_part_beside(i, choice):
            return None
        if self._otherwise.explains(i, choice, closed=closed):
            return None
        sure = closed and self._digits[i] >= _SURE and self._words.is_tight([i, *choice])
        sure = sure and not self._words.ends_between([i, *choice]) and parts is choice
        return self._run(i, parts, holds=False, sure=sure, added=opened and choice[0] < i)

    def _are_of_others(self, i: int, choice: list[int], *, counted: bool, opened: bool) -> bool:
        """Whether words or figures may make the total and its parts of different things."""
        words = self._words
        return (
            is_of_other_things(words, i, choice)
            or has_hedged(words, i, choice)
            or (not counted and (self._is_planned(choice) or is_mixed(words, i, choice)))
            or (not opened and self._row.is_balance(i, choice))
        )

    def _is_list(self, i: int, choice: list[int], *, opened: bool) -> bool:
        """Whether parts are all that a total has though no words say that the list is closed."""
        marks = self._figures[i].dimension == "score" and len(choice) >= _DIMENSIONS
        return (
            is_beside(self._words, i, choice)
            or (opened and marks)
            or names_all_kinds(self._words, i, choice)
        )

    def _is_bracket_of_another(self, i: int, choice: list[int]) -> bool:
        """Whether parts stand in brackets behind a later figure than the total before them."""
        depth = self._depths[i]
        between = range(i + 1, choice[0])
        return self._depths[choice[0]] > depth and any(self._depths[k] <= depth for k in between)

    def _are_no_parts(self, i: int, choice: list[int]) -> bool:
        """Whether where the figures stand, or what they say, makes them no parts of the total."""
        if is_uneven(self._words, i, choice) and not self._is_counted_up(i, choice):
            return True
        if is_open(self._words, i, choice):
            return True
        if self._is_bracket_of_another(i, choice) or self._are_the_whole(i, choice):
            return True
        return self._have_their_own_whole(choice)

    def _is_counted_up(self, i: int, choice: list[int]) -> bool:
        """Whether words behind all the parts tell how many of them come to the total: 三项相加."""
        return choice[0] < i and self._cues.is_cued(i, choice) and self._is_whole(i, choice)

    def _is_whole(self, i: int, choice: list[int]) -> bool:
        return self._is_beside(i, choice) and self._wholeness.is_whole(i, choice)

    def _are_the_whole(self, i: int, choice: list[int]) -> bool:
        """Whether each part is as much as the total: 轮换0.9万吨，包括轮出0.9万吨和轮入0.9万吨."""
        total = self._figures[i].printed
        return all(self._figures[k].printed == total for k in choice)

    def _have_their_own_whole(self, choice: list[int]) -> bool:
        """Whether the first of the parts is what the others come to: 问题26个，已改25个，剩1个."""
        return len(choice) >= FEWEST and self._row.holds(choice[0], choice[1:])

    def _is_part_beside(self, i: int, choice: list[int]) -> bool:
        """Whether the total is but the first part of a figure before it: 27份中15份、9份、3份."""
        before = range(max(0, i - _NEAR), i if choice[0] > i else 0)
        return any(self._row.holds(k, [i, *choice]) for k in before)

    def _is_uncued_slip(self, i: int, choice: list[int], most: int) -> bool:
        """Whether one slip in long figures, or two digits swapped, explains a list without cues."""
        if most < _SURE or len(choice) > MOST_UNCUED:
            return False
        words = self._words
        if not is_delimited(words, i, choice) or is_broken(words, i, choice):
            return False
        if is_sibling(words, i, choice) or is_in_another_clause(words, i, choice):
            return False
        return self._row.is_slip(i, choice, 4) if most >= _MANY else self._row.is_swap(i, choice)

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

    def _is_telling(self, i: int, choice: list[int]) -> bool:
        """Whether a sum that holds is more than chance: enough digits, or words that say so."""
        return self._digits[i] >= 3 or self._cues.is_cued(i, choice)
