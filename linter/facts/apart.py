"""Words that name a figure though other words stand between.

A bracket may (全年预算（含上年结转12万元）共172万元), and the names of several figures may stand
before all of them (预算数、执行数分别为412.5万元、396万元).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_BEHIND = regex(r"\)[^,，;。:()\d]{0,6}$")
"""Right before a figure, the end of an aside."""
_NEAR, _ASIDE, _NAME = 8, 40, 16
"""How long an aside may be, and how far before it the name may stand."""
_BREAK = ",，;。:、)\n"
_RESPECTIVE = regex(r"(?:分别|依次)[^,，;。:、()\d]{0,8}$")
_JOINED = regex("(?:元|万元|亿元)?[、,，和与及]")
_PARTS = regex("[、和与及](?!谐)")
_MOST = 6


def before_aside(text: str, low: int, start: int) -> tuple[int, int] | None:
    """Where the words stand that lead to a figure over a bracket; ``low`` is its clause's start."""
    if text.rfind(")", max(low, start - _NEAR), start) < 0:
        return None
    closing = _BEHIND.search(text, max(low, start - _NEAR), start)
    if closing is None:
        return None
    opening = text.rfind("(", max(low, closing.start() - _ASIDE), closing.start())
    if opening < 0 or ")" in text[opening : closing.start()]:
        return None
    low = max(low, opening - _NAME)
    begin = max((text.rfind(mark, low, opening) for mark in _BREAK), default=-1)
    return max(low, begin + 1), opening


def respective_names(
    text: str, low: int, figures: Sequence[Quantity], at: int
) -> Iterator[tuple[int, tuple[int, int]]]:
    """Start and name of each of the figures in a row from ``at`` on, with as many names before."""
    first = figures[at]
    told = _RESPECTIVE.search(text, low, first.start)
    if told is None:
        return
    row = [first]
    for figure in figures[at + 1 : at + _MOST]:
        alike = figure.dimension == first.dimension
        if not alike or not _JOINED.fullmatch(text, row[-1].end, figure.start):
            break
        row.append(figure)
    begin = max(low, max(text.rfind(mark, low, told.start()) for mark in ",，;。:)\n") + 1)
    edges = [begin, *(part.start() for part in _PARTS.finditer(text, begin, told.start()))]
    if len(edges) != len(row) or len(row) == 1:
        return
    ends = [*edges[1:], told.start()]
    for figure, *name in zip(row, edges, ends, strict=True):
        yield figure.start, (name[0], name[1])
