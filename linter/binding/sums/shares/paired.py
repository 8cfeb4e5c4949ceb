"""Shares with their parts beside them: each is its part of one whole.

The parts stand each before its own share (省外8207人(64.7%)、市内1562人) or as many before all of
them (71户、23户、14户，依次占……).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

from msgspec import Struct

from linter.binding.sums.shares.runs import TIGHT, is_part, parts_before, share_runs
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.expression import Equation
from linter.regexes.late import regex

_BEHIND = regex(
    r" ?\((?:占(?:比)?)?"
    r"|[,，、] ?(?:[约所]?占(?:比例?|了)?|比重"
    r"|(?:支出|预算|执行|拨付|支付|资金){0,2}(?:执行率|进度))"
    r"(?:[^,，;。、:()占\d]{2,10}的)?[为达约]{0,2}"
)
_NEXT_ITEM = regex(r"[^\n]{0,40}\n[^\n\d]{0,4}(?:\d{1,2}[、.)])?[^\n\d]{2,30}")
"""Between the share of one paragraph and the part that begins the next."""
_OF_EACH = regex("占(?:其|本)?各|各自")
"""Before shares: each is of a whole of its own, 分别占各区下达数的."""
_FEWEST = 2
_WHOLES = 6
_REACH = 400


class Paired(Struct, frozen=True):
    """A share with its part and the whole that the other shares of the list are of."""

    figures: dict[str, Quantity]
    holds: bool


def paired_shares(facts: Facts, equation: Equation) -> Iterator[Paired]:
    """The shares of each list that have their parts beside them, if but one of them fits."""
    often = cache(partial(_told_often, facts))
    for pairs in (*_bracketed(facts), *_respective(facts)):
        whole = _common_whole(facts, pairs, equation, often)
        if whole is None or (_are_of_one(pairs) and not _hold(pairs, whole, equation)):
            continue
        for part, rate in pairs:
            if part.printed == whole.printed:  # the whole again, as a part of something larger
                continue
            figures = {"rate": rate, "part": part, "whole": whole}
            holds = equation.fits(figures)
            if holds or not _is_of_own(facts, figures, equation):
                yield Paired(figures, holds)


def _hold(pairs: Pairs, whole: Quantity, equation: Equation) -> bool:
    return all(equation.fits({"rate": r, "part": p, "whole": whole}) for p, r in pairs)


def _are_of_one(pairs: Pairs) -> bool:
    """Whether there is a whole that all parts are their shares of, though none tells it here."""
    wholes = [(p.value / r.value) for p, r in pairs if r.printed]
    return max(w.low for w in wholes) <= min(w.high for w in wholes)


def _is_of_own(facts: Facts, figures: dict[str, Quantity], equation: Equation) -> bool:
    """Whether a share is of a whole of its own that stands near, where none is told of all.

    产出40分；……产出36.50分（91.25%）; 家长、学生各200份，教师150份……教师147份，占98%.
    """
    part = figures["part"]
    if part.dimension == "money":
        return False
    near = facts.around(part, max(0, part.start - _REACH), part.end + _REACH)
    return any(
        equation.fits({**figures, "whole": whole})
        for whole in near
        if whole.dimension == part.dimension and whole.start != part.start and whole.hedge is None
    )


Pair = tuple[Quantity, Quantity]
Pairs = list[Pair]
"""Parts with their shares."""


def _bracketed(facts: Facts) -> Iterator[Pairs]:
    """Lists of parts with their shares in brackets behind each."""
    pairs: Pairs = []
    for part, rate in pairwise(facts.quantities):
        if (
            rate.dimension != "percent"
            or not is_part(facts, part)
            or not _BEHIND.fullmatch(facts.text, part.end, rate.start)
        ):
            continue
        last = pairs[-1] if pairs else None
        _, high = facts.windows.bounds("sentence", last[0].start) if last else (0, 0)
        apart = part.start >= high and not (last and _goes_on_below(facts, last, part, rate))
        if last and (last[0].dimension != part.dimension or apart):
            yield pairs
            pairs = []
        pairs.append((part, rate))
    yield pairs


def _goes_on_below(facts: Facts, last: Pair, part: Quantity, rate: Quantity) -> bool:
    """Whether the next paragraph tells the next share of one whole: 2、乙项8万元，占总支出的8%."""
    text = facts.text
    words = text[last[0].end : last[1].start], text[part.end : rate.start]
    return (
        words[0] == words[1]
        and words[0].endswith("的")
        and _NEXT_ITEM.fullmatch(text, last[1].end, part.start) is not None
    )


def _respective(facts: Facts) -> Iterator[Pairs]:
    """Lists of shares with as many parts before them: 71户、23户、14户，依次占……."""
    for run in map(_tight_end, share_runs(facts)):
        if len(run) <= _FEWEST or _OF_EACH.search(facts.own_words(run[0])):
            continue
        parts = parts_before(facts, run)
        if parts:
            yield list(zip(parts, run, strict=True))


def _tight_end(run: Sequence[Quantity]) -> Sequence[Quantity]:
    """The shares at the end of a run that follow each other closely: 占5.97%，……各占30%、70%."""
    apart = [k for k, (a, b) in enumerate(pairwise(run), 1) if b.start - a.end > TIGHT]
    return run[apart[-1] :] if apart else run


def _common_whole(
    facts: Facts, pairs: Pairs, equation: Equation, often: Callable[[str], list[Quantity]]
) -> Quantity | None:
    """The figure of which at least two shares, and all but one, are; ``often``: of a kind."""
    if len(pairs) < _FEWEST:
        return None
    first = pairs[0][0]
    low, high = facts.windows.bounds("block", first.start)
    if pairs[-1][0].start >= high:
        low, high = 0, pairs[-1][1].end
    low, high = max(low, first.start - _REACH), min(high, pairs[-1][1].end + _REACH)
    mine = {part.start for part, _ in pairs}
    near = [
        f
        for f in facts.around(first, low, high)
        if f.dimension == first.dimension and f.start not in mine and f.printed and not f.hedge
    ]
    near = sorted(near, key=lambda f: abs(f.start - first.start))[:_WHOLES]
    afar = often(first.dimension) if len(pairs) > _FEWEST else []
    for whole in [*near, *afar]:
        fits = sum(
            equation.fits({"rate": rate, "part": part, "whole": whole}) for part, rate in pairs
        )
        if fits >= max(_FEWEST, len(pairs) - 1):
            return whole
    return None


def _told_often(facts: Facts, dimension: str) -> list[Quantity]:
    """The figures of a kind that the report tells again and again, its budget above all."""
    first = {facts.size(f): f for f in reversed(facts.by_dimension[dimension])}
    often = (f for size, f in first.items() if facts.tellings[size] > 1 and not f.hedge)
    return sorted(often, key=lambda f: -facts.tellings[facts.size(f)])[:_WHOLES]
