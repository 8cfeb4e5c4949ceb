"""Runs that add up to the figure beside them, and are more than chance."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.counted import leaves_out_parts
from linter.binding.sums.lists.cues import is_cued
from linter.binding.sums.lists.interleaved import holding_apart
from linter.binding.sums.lists.neighbours import near
from linter.binding.sums.lists.reasons.of_words import is_uneven
from linter.binding.sums.lists.row import Row
from linter.binding.sums.lists.run import Run
from linter.regexes.late import regex

_MAY_SUM = regex("[共合总累全含:]|其中")
"""Between a figure and the next: one of them may be a total."""
_OTHERS, _SEVERAL = regex("其[他余它]|剩余|余下"), 2
_TELLING = 3
"""How many digits a total has that a run hardly comes to by chance."""


def holding(row: Row) -> Iterator[Run]:
    """The runs that add up: of each total one on either side.

    What is budgeted may stand before a total, what became of it behind.
    """
    for i in range(len(row.figures)):
        sides = set[bool]()
        for candidate in near(row, i):
            if candidate.ahead in sides or not adds_up(candidate) or _is_told_before(candidate):
                continue
            if row.digits[i] >= _TELLING or is_cued(candidate) or _is_closed(candidate):
                sides.add(candidate.ahead)
                yield Run(candidate.total, tuple(candidate.parts), holds=True)
        for ahead in (False, True):
            if ahead not in sides:
                yield from _parted(row, i, ahead=ahead)


def _is_closed(candidate: Candidate) -> bool:
    """Whether three or more parts end with all others: 主要是闯红灯12起、逆行9起、其他8起."""
    *before, last = candidate.parts
    if len(before) < _SEVERAL:
        return False
    return _OTHERS.search(candidate.row.text, before[-1].end, last.start) is not None


def adds_up(candidate: Candidate) -> bool:
    """Whether a run adds up, has all the parts, and runs into no other sentence to find them."""
    if not candidate.holds() or leaves_out_parts(candidate):
        return False
    skips = candidate.choice[0] == candidate.i + 2
    return not (skips and is_uneven(candidate))


def _is_told_before(candidate: Candidate) -> bool:
    """Whether a figure of another sentence only tells again what is told before its parts."""
    if candidate.ahead or not candidate.choice[0] or "。" not in candidate.gap:
        return False
    return candidate.row.holds(candidate.choice[0] - 1, candidate.choice) and not is_cued(candidate)


def _parted(row: Row, i: int, *, ahead: bool) -> Iterator[Run]:
    """A run that other figures part, where words beside the total say that it has any."""
    first, second = (i, i + 1) if ahead else (i - 1, i)
    if first < 0 or second >= len(row.figures) or not _MAY_SUM.search(row.between(first, second)):
        return
    choice = holding_apart(row, i, ahead=ahead)
    if choice is not None:
        places = {i, *choice}
        between = [k for k in range(min(places), max(places)) if k not in places]
        parts = tuple(row.figures[k] for k in choice)
        skipped = tuple(row.figures[k] for k in between)
        yield Run(row.figures[i], parts, holds=True, between=skipped)
