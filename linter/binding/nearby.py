"""What a figure or a day stands in or beside: its window, a bracket, a title, other days."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.facts.quantity import Quantity
from linter.facts.windows import Window
from linter.regexes.late import regex

BRACKETED = regex(r"\([^()]*\)")
TITLED = regex(r"《[^》\n]*》")
_REACH = 160
_START = attrgetter("start")


def by_window(
    facts: Facts, figures: Iterable[Quantity], window: Window
) -> Iterator[tuple[tuple[int, int], list[Quantity]]]:
    """Figures in their order by the window in which they stand, with its bounds."""
    for bounds, group in groupby(figures, lambda f: facts.windows.bounds(window, f.start)):
        yield bounds, list(group)


def is_bracketed(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure stands in a bracket of its sentence."""
    low, _ = facts.windows.bounds("sentence", figure.start)
    return facts.text.rfind("(", low, figure.start) > facts.text.rfind(")", low, figure.start)


def is_in_a_title(text: str, at: int) -> bool:
    """Whether a place stands in the name of a document: 《2019年自然灾害救灾资金管理办法》."""
    low = max(0, at - _REACH)
    return text.rfind("《", low, at) > text.rfind("》", low, at)


def is_one_in_words(facts: Facts, figure: Quantity) -> bool:
    """Whether a figure is one, in words: 一次, 人手一套."""
    return figure.start in facts.spoken and figure.printed <= 1


def moments_within(facts: Facts, low: int, high: int) -> list[Moment]:
    """The moments that begin within an interval of offsets."""
    first = bisect_left(facts.moments, low, key=_START)
    return facts.moments[first : bisect_left(facts.moments, high, lo=first, key=_START)]


def differ_in_one_field(moments: Sequence[Moment]) -> bool:
    """Whether just two days are told, which differ in the year, the month or the day alone."""
    days = sorted({moment.first for moment in moments if moment.first})
    if len(days) != 2 or any(moment.kind != "date" for moment in moments):
        return False
    a, b = days
    return [a.year == b.year, a.month == b.month, a.day == b.day].count(False) == 1
