"""Figures made in two ways at once: added and taken off, of a rate and a goal, or of two figures.

预算900万元，收回20万元，追加50万元，调整后930万元; 续建12个，新建36个，完工42个，完工率87.5%;
满分3分，结案率94.95%，指标值98%，得2.91分.
"""

from __future__ import annotations

from itertools import pairwise

from linter.binding.misfits.around import Around, half
from linter.binding.sums.taken import come_to_last

_FEWEST, _MOST = 3, 6


def is_mixed(around: Around) -> bool:
    """Whether the figures around one make it what it is, in two ways at once."""
    if around.figure.dimension == "percent":
        return _is_of_two(around)
    if around.figure.dimension == "score" and _is_of_goal(around):
        return True
    row = sorted((around.figure, *(n.figure for n in around.alike)), key=lambda f: f.start)
    at = next(n for n, f in enumerate(row) if f is around.figure)
    runs = (
        row[first:last]
        for first in range(max(0, at - _MOST), at + 1)
        for last in range(max(at + 1, first + _FEWEST), min(len(row), first + _MOST) + 1)
    )
    return any(come_to_last(around.facts, run) for run in runs)


def _is_of_goal(around: Around) -> bool:
    """Whether a mark is full ones times what was reached of a goal, both of them rates."""
    mark, slack = float(around.figure.printed), half(around.figure)
    near = sorted(around.near, key=lambda n: n.figure.start)
    rates = [n for n in near if n.figure.dimension == "percent"]
    full = [n for n in near if n.figure.dimension == "score"]
    return any(
        abs(f.size * low.size / high.size - mark) <= slack
        for a, b in pairwise(rates)
        for low, high in [sorted((a, b), key=lambda n: n.size)]
        for f in full
        if high.size
    )


def _is_of_two(around: Around) -> bool:
    """Whether a rate is of two neighbouring figures together."""
    rate, slack = float(around.figure.printed), half(around.figure)
    counted = sorted(around.near, key=lambda n: n.figure.start)
    return any(
        abs(a.size / (b.size + c.size) - rate) <= slack
        for b, c in pairwise(counted)
        for a in counted
        if a.figure.dimension == b.figure.dimension == c.figure.dimension != "percent"
        and a is not b
        and a is not c
        and b.size + c.size
    )
