"""Lists announced with a colon whose total stands elsewhere (支出去向有五项：……).

What the parts come to is looked for in the whole report. Where it is nowhere, the one figure that a
slip, not likely by chance, keeps from being it is doubted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import chain, takewhile

from msgspec import structs

from linter.binding.names import pairs
from linter.binding.slips import is_slip, is_swap, needed_parts
from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import NOT_MEASURED, Quantity, comes_to
from linter.facts.status import status
from linter.interval import Interval, exactly
from linter.interval import total as sum_of
from linter.regexes.late import regex

_COUNTED = r"[两二三四五六七八九十]个?(?:项|类|部分|块|路|笔|方面|渠道|档)"
_OPENER = regex(
    rf"(?:{_COUNTED}"
    r"|构成|来源|来路|去向|明细|组成|花在|具体|各)[^,，;。:\d]{0,10}:"
)
_DIVIDED = regex(r"(?<![\d按])按[^,，;。:、\d]{1,8}(?:划?分|来?看)[,，]")
"""It announces a list as well, which ends where another unit begins: 按年级分，一年级120人……."""
_FEWEST, _MOST = 3, 14
_LONGEST = 600
"""How many characters of a list are looked through."""
_NAME = 14
"""How many characters before a figure are its name."""
_REACH = 100
"""Among how many figures before and behind the list its total is looked for."""
_DIGITS = 4
"""How many digits the longest of the figures must have."""
_SLIPS = 20
"""For each digit; two digits swapped, the rarest slip, is counted apart."""
_UNLIKELY, _UNLIKELY_NAMED = 0.05, 0.15
"""How likely a slip may be by chance, and where the total bears the name of what the list is of."""
_NEAREST = 5
"""How many of the figures before a list stand near it."""
_SOME = regex("主要|其中|较大|重点|部分|大额|前[两二三四五六七八九十\\d]|典型")
"""Before a list that need not be whole."""
_DONE = ("actual", "deduction")


def announced_totals(facts: Facts) -> Iterator[tuple[Quantity, tuple[Quantity, ...]]]:
    """Each total with the parts of an announced list that make it up, or would but for a slip."""
    for opener in chain(_OPENER.finditer(facts.text), _DIVIDED.finditer(facts.text)):
        parts = _parts(facts, opener)
        if parts is None:
            continue
        total = _total(facts, opener, parts)
        if total is not None:
            yield total, parts


def _parts(facts: Facts, opener: re.Match[str]) -> tuple[Quantity, ...] | None:
    """The figures of the announced list: one unit, one state, as many as announced."""
    _, high = facts.windows.behind("sentence", opener.end(), opener.end(), _LONGEST)
    if facts.in_grid(opener.end()):
        return None
    figures = [f for f in facts.within(opener.end(), high) if _is_part(facts, opener, f)]
    if not opener[0].endswith(":"):
        figures = _of_one_unit(figures)
    counted = re.search(_COUNTED, opener[0])
    number = parse(counted[0][0]) if counted else None
    if not (number or _FEWEST) <= len(figures) <= (number or _MOST):
        return None
    kinds = {(f.dimension, f.unit, status(facts, f) in _DONE) for f in figures}
    if comes_to(figures[-1], figures[:-1]):
        return None
    if len(kinds) > 1 or max(map(facts.digits, figures)) < _DIGITS:
        return None
    return tuple(figures)


def _of_one_unit(figures: Sequence[Quantity]) -> list[Quantity]:
    """The first of some figures, as many as are of one unit."""
    return list(takewhile(lambda f: f.unit == figures[0].unit, figures))


def _is_part(facts: Facts, opener: re.Match[str], figure: Quantity) -> bool:
    """Whether a figure may be a part: written in digits, no rate or price, not in brackets."""
    if (
        figure.dimension in NOT_MEASURED
        or figure.per
        or figure.hedge
        or figure.start in facts.spoken
        or facts.text.startswith("的", figure.end)
    ):
        return False
    lead = facts.text[opener.end() : figure.start]
    return lead.count("(") <= lead.count(")")


def _total(facts: Facts, opener: re.Match[str], parts: Sequence[Quantity]) -> Quantity | None:
    mine = {f.start for f in parts}
    reached = sum_of(f.value for f in parts)
    alike = facts.by_dimension[parts[0].dimension]
    at = bisect_left(alike, parts[0].start, key=lambda f: f.start)
    others = [
        f
        for f in alike[max(0, at - _REACH) : at + _REACH]
        if f.start not in mine and f.hedge is None and f.per is None and f.printed
    ]
    exact = [f for f in others if f.value.meets(reached)]
    if exact:
        return min(exact, key=lambda f: abs(f.start - parts[0].start))
    printed = [_as_printed(f) for f in parts]
    return _slipped(facts, opener, printed, [_as_printed(f) for f in others], 1) or _slipped(
        facts, opener, parts, others, len(parts) + 1
    )


def _as_printed(figure: Quantity) -> Quantity:
    """A figure as what it says: beside 86.45万元 48万元 is not rounded."""
    return structs.replace(figure, value=exactly(figure.printed))


def _slipped(
    facts: Facts,
    opener: re.Match[str],
    parts: Sequence[Quantity],
    others: Sequence[Quantity],
    width: int,
) -> Quantity | None:
    """The only figure that a slip keeps from being the total; ``width`` counts rounded figures."""
    reached = sum_of(f.value for f in parts)
    name = pairs(facts.text[_clause(facts, opener) : opener.end()])
    likely = {f.printed: f for f in others if facts.digits(f) >= _DIGITS}
    called = {f.printed for f in others if name & _name(facts, f)}
    named = {printed: f for printed, f in likely.items() if printed in called}
    near = _near(facts, opener, parts, others)
    needed = {f: [(f, reached), *needed_parts(f.value, parts)] for f in likely.values()}
    for candidates, test, slips, unlikely in (
        (likely, _is_swapped, 1, _UNLIKELY),
        (named, _is_slipped, _SLIPS, _UNLIKELY_NAMED),
        ({p: f for p, f in likely.items() if p in near}, _is_slipped, _SLIPS, _UNLIKELY),
        (likely, _is_slipped, _SLIPS, _UNLIKELY),
    ):
        found = [f for f in candidates.values() if any(test(facts, *n) for n in needed[f])]
        if len(found) == 1:
            chance = len(candidates) * slips * width * _chance(facts, found[0], parts)
            if chance <= unlikely:
                return found[0]
    return None


def _near(
    facts: Facts, opener: re.Match[str], parts: Sequence[Quantity], others: Sequence[Quantity]
) -> set[Decimal]:
    """The last figures before a list that may be its total, though one of its parts be wrong."""
    if _SOME.search(facts.text, _clause(facts, opener), opener.end()):
        return set()
    printed = [part.printed for part in parts]
    before = [f.printed for f in others if f.start < opener.start()][-_NEAREST:]
    return {size for size in before if size > sum(printed) - max(printed)}


def _clause(facts: Facts, opener: re.Match[str]) -> int:
    """Where the words begin that say what an announced list is of."""
    low, _ = facts.windows.bounds("sentence", opener.start())
    return facts.behind_last(",;", low, opener.start())


def _name(facts: Facts, figure: Quantity) -> set[str]:
    return pairs(facts.own_words(figure, _NAME))


def _is_swapped(facts: Facts, figure: Quantity, needed: Interval) -> bool:
    return is_swap(figure, facts.text[figure.start : figure.end], needed, 3)


def _is_slipped(facts: Facts, figure: Quantity, needed: Interval) -> bool:
    return is_slip(figure, facts.text[figure.start : figure.end], needed, 3)


def _chance(facts: Facts, total: Quantity, parts: Sequence[Quantity]) -> float:
    """How likely one slip a digit, in one of the figures, brings a sum to a total by chance."""
    finest = min(float(f.step) for f in (total, *parts))
    digits = sum(map(facts.digits, (total, *parts)))
    return digits * finest / float(total.printed)
