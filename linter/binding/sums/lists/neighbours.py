"""The runs of figures before and behind a total that may be its parts."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.counted import REST
from linter.binding.sums.lists.cues import may_be_cued
from linter.binding.sums.lists.row import Row
from linter.regexes.late import regex

_LONGEST = 14
_LONG = 5
"""Behind a figure of so many digits a run may begin one figure later."""
MOST_UNCUED = 4
"""How many parts a list has at most that no words lead to, nor end (其余)."""
_MOST_APART, _UNIT_SLIP = 101.0, 11_000.0
_FAR = 600
"""Figures so many characters apart are no neighbours in a list."""
_SUMS = regex("(?:合计|共计|总计|总额|总数)(?:为|是)?$")
"""Before a figure that sums up those before it, and so is none of them."""


def near(row: Row, i: int) -> Iterator[Candidate]:
    """The runs beside a total that may add up to it, as floating point tells."""
    lows, highs, slack = row.lows, row.highs, row.slack(i)
    least, greatest = lows[i] - slack, highs[i] + slack
    positive = row.once(_is_positive)
    for places in row.once(_neighbours, i):
        low, high, run = 0.0, 0.0, list[int]()
        for k in places:
            run.append(k)
            low += lows[k]
            high += highs[k]
            if (low > greatest and positive) or len(run) > _LONGEST:
                break
            if high >= least and low <= greatest and len(run) > 1:
                yield Candidate(row, i, run[:] if k > i else run[::-1])


def sized(row: Row, i: int) -> Iterator[Candidate]:
    """The runs beside a total whose sum is of its size, up to a digit's slip or 万 for 亿."""
    sizes, total = row.sizes, row.sizes[i]
    most = _UNIT_SLIP if row.figures[i].dimension == "money" else _MOST_APART
    least, greatest = total / most, total * most
    for places in row.once(_neighbours, i):
        size, run, longest, at = 0.0, list[int](), _LONGEST, i
        for k in places:
            if _apart(row, at, k) > _FAR:
                break
            if not run and not may_be_cued(row, i, k):
                longest = MOST_UNCUED
            at = k
            run.append(k)
            size += sizes[k]
            if size > greatest or len(run) > _LONGEST:
                break
            if len(run) > longest and not (k > i and row.is_led(k, REST)):
                continue
            if len(run) > 1 and size >= least:
                yield Candidate(row, i, run[:] if k > i else run[::-1])


def _is_positive(row: Row) -> bool:
    return min(row.lows) >= 0


def _apart(row: Row, i: int, k: int) -> int:
    """How many characters stand between two figures."""
    first, second = (i, k) if i < k else (k, i)
    return row.figures[second].start - row.figures[first].end


def _neighbours(row: Row, i: int) -> list[list[int]]:
    """What may run on after a total and up to it, nearest first.

    The figures beside it, or each in brackets of its own. Behind a long figure the run may begin
    one figure later.
    """
    depth = row.depths[i]
    levels = [level for level in (depth, depth + 1) if level in row.depths]
    skips = (1, 2) if row.digits[i] >= _LONG else (1,)
    after = [[*_following(row, i, level, skip)] for level in levels for skip in skips]
    return [*after, *([*_preceding(row, i, level)] for level in levels)]


def _following(row: Row, i: int, level: int, skip: int) -> Iterator[int]:
    """The figures of one depth after a total, from the ``skip``-th on."""
    depths, found = row.depths, 0
    left = False
    for k in range(i + 1, min(len(depths), i + 1 + 2 * _LONGEST)):
        if depths[k] < depths[i] or (left and depths[k] == level):
            break
        if depths[k] == level:
            found += 1
            if found > skip and row.is_led(k, _SUMS):
                break
            if found >= skip:
                yield k
        elif depths[k] < level and found >= skip:
            left = True


def _preceding(row: Row, i: int, level: int) -> Iterator[int]:
    """The figures of one depth before a total, nearest first."""
    depths = row.depths
    for k in range(i - 1, max(-1, i - 1 - 2 * _LONGEST), -1):
        if depths[k] < depths[i]:
            break
        if depths[k] == level:
            yield k
