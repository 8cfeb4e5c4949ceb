"""Shares told one after another, which make up the whole: 分别占58.4%、23.3%、18.3%.

Beside the shares often stand their parts, each before its own (省外8207人(64.7%)、市内1562人) or as
many before all of them (71户、23户、14户，依次占……): then each share is its part of one whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import pairwise

from msgspec import Struct

from linter.binding.slips import is_slip, is_swap, needed_parts
from linter.binding.sums.totals import Total
from linter.binding.sums.wholes import is_complete, is_scale, names_of
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import exactly
from linter.interval import total as sum_of
from linter.language.expression import Equation
from linter.late import regex

_WHOLE = Decimal(1)
_TIGHT = 3
_DIGITS = 3
_OF_A_WHOLE = regex(r"占[^,，;。占\d]{2,12}的$")
_ITEM = regex(r"[、,，和]{1,2}[^,，;。:(\d]{0,10}(?:\d+[—~-]\d+岁|\d+岁)?[^,，;。:(\d]{0,8}")
"""Between two shares of one list: what the next is of."""
_COMPOSED = regex(r"(?:构成|结构|分布|比重|比例|占比|来源|去向|权重|分类|划分)[^;。%]{0,16}$")
_PICKED = regex("主要|其中|突出|较[大高多]|靠前|前[三四五六七八九十]|如|例如")
_BEHIND = regex(
    r" ?\((?:占(?:比)?)?"
    r"|[,，、] ?(?:[约所]?占(?:比例?|了)?|比重)(?:[^,，;。、:()占\d]{2,10}的)?[为达约]{0,2}"
)
_IN_BRACKETS = regex(r"\)?[、,，和]{1,2}[^,，;。()%\d]{1,12}\(")
"""Between two shares: what the next is of, which stands in brackets behind it."""
_ITEMS = 60
_NEXT_ITEM = regex(r"[^\n]{0,40}\n[^\n\d]{0,4}(?:\d{1,2}[、.)])?[^\n\d]{2,30}")
"""Between the share of one paragraph and the part that begins the next."""
_REST = regex(r"\)?[、,，和] ?(?:其余|余下|剩余|另有|另外)的?")
"""Between the last but one share and the last."""
_STEP = regex(
    r"(?:明显|显著|满意|一般|优秀?|良好?|中等?|合格|差|好|效果|认可|了解)[”」]?的?[为占]?$"
)
"""Right before a share: a step of a scale, which no word needs to call a share."""
_CHANGED = regex(r" ?[提上下增减升降扩缩回调变优][\u4e00-\u9fff]{0,2}[到至为]了? ?")
"""Between a share and what became of it: 由54.9%提高到58.8%."""
_FEWEST = 2
_NEARLY = Decimal("0.01")
_WHOLES = 6
_REACH = 400


class Paired(Struct, frozen=True):
    """A share with its part and the whole that the other shares of the list are of."""

    figures: dict[str, Quantity]
    holds: bool


def share_sums(facts: Facts) -> Iterator[Total]:
    """Each run of shares of one sentence that comes to 100%, or would but for one slip."""
    for run in _runs(facts):
        if len(run) < _FEWEST:
            continue
        parts = tuple(run)
        reached = sum_of(p.value for p in parts)
        composed = len(run) > 2 and _is_composed(facts, run) and not _is_picked(facts, run)
        digits = 2 if composed else _DIGITS
        stepped = not composed and any(map(partial(_is_step, facts), run))
        if stepped and not is_scale(names_of(facts, run)):
            continue
        joined = (
            composed
            or all(b.start - a.end <= _TIGHT for a, b in pairwise(parts))
            or is_complete(facts, parts)
            or _make_up(facts, run)
        )
        if reached.meets(exactly(_WHOLE)) or (
            _is_slipped(facts, parts, digits, joined=joined) and not _are_of_one(facts, run)
        ):
            yield Total(None, parts, fixed=_WHOLE)


def _make_up(facts: Facts, run: Sequence[Quantity]) -> bool:
    """Whether the amounts before shares make up a whole of which all shares but one are.

    施工1948.51万元，占46.26%；管材1486.20万元，占35.28%；…….
    """
    low, _ = facts.windows.bounds("sentence", run[0].start)
    parts: list[Quantity] = []
    begins = (max(low, run[0].start - _ITEMS), *(share.end for share in run))
    for begin, share in zip(begins, run, strict=False):
        amounts = [f for f in facts.within(begin, share.start) if _is_part(facts, f)]
        if not amounts:
            return False
        parts.append(amounts[-1])
    if len({f.dimension for f in parts}) != 1:
        return False
    whole = sum(f.printed for f in parts)
    fits = [
        share
        for share, part in zip(run, parts, strict=True)
        if whole and abs(part.printed / whole - share.printed) <= share.step
    ]
    return len(fits) >= len(run) - 1 and facts.digits(fits[0]) >= _DIGITS


def _are_of_one(facts: Facts, run: Sequence[Quantity]) -> bool:
    """Whether as many parts before the shares come to one whole: 126元、88元，占25.2%、17.6%."""
    parts = _parts_before(facts, run)
    wholes = [part.value.middle / rate.printed for part, rate in zip(parts, run, strict=False)]
    return bool(wholes) and max(wholes) - min(wholes) <= _NEARLY * max(wholes)


def paired_shares(facts: Facts, equation: Equation) -> Iterator[Paired]:
    """The shares of each list that have their parts beside them, if but one of them fits."""
    for pairs in (*_bracketed(facts), *_respective(facts)):
        whole = _common_whole(facts, pairs, equation)
        if whole is None:
            continue
        for part, rate in pairs:
            figures = {"rate": rate, "part": part, "whole": whole}
            yield Paired(figures, _fits(equation, figures))


def _runs(facts: Facts) -> Iterator[list[Quantity]]:
    """The shares of one sentence that words or their closeness join."""
    run: list[Quantity] = []
    end = -1
    shares = facts.by_dimension.get("percent", [])
    changed = {
        figure.start
        for both in pairwise(shares)
        if _CHANGED.fullmatch(facts.text, both[0].end, both[1].start)
        for figure in both
    }
    for figure in shares:
        spoken = facts.text[figure.end - 1] != "%"
        whole = figure.printed >= _WHOLE
        bare = spoken or whole or figure.hedge is not None
        if bare or figure.start in changed or figure.start in facts.gridded:
            continue
        apart = run and ";" in facts.text[run[-1].end : figure.start]
        if figure.start >= end or (apart and _is_composed(facts, [figure])):
            yield run
            run, end = [], facts.windows.bounds("sentence", figure.start)[1]
        if _is_share(facts, figure) or (run and _goes_on(facts, run, figure)):
            run.append(figure)
        else:
            yield run
            run = [figure] if _is_of_a_whole(facts, figure) else []
    yield run


def _goes_on(facts: Facts, run: list[Quantity], figure: Quantity) -> bool:
    """Whether a figure goes on with a list of shares: right behind, or with what it is of."""
    if figure.start - run[-1].end <= _TIGHT:
        return True
    if _REST.fullmatch(facts.text, run[-1].end, figure.start):
        return True
    if _IN_BRACKETS.fullmatch(facts.text, run[-1].end, figure.start):
        return True
    item = _ITEM.fullmatch(facts.text, run[-1].end, figure.start)
    return item is not None and _is_composed(facts, run)


def _is_composed(facts: Facts, run: Sequence[Quantity]) -> bool:
    """Whether the words before a list say that it makes up a whole."""
    low, _ = facts.windows.bounds("sentence", run[0].start)
    return bool(_COMPOSED.search(facts.text, max(low, run[0].start - 40), run[0].start))


def _is_picked(facts: Facts, run: Sequence[Quantity]) -> bool:
    """Whether words before a list say that it names but the greatest: 主要是其他支出，占比40%."""
    low, _ = facts.windows.bounds("sentence", run[0].start)
    return bool(_PICKED.search(facts.text, max(low, run[0].start - 40), run[0].start))


def _is_share(facts: Facts, figure: Quantity) -> bool:
    low, high = facts.lead(figure)
    hit = facts.cues.last("shares", low, high)
    if hit is None:
        return _is_composed(facts, [figure]) or _is_step(facts, figure)
    return not facts.text[hit[1] : high].endswith("的")


def _is_step(facts: Facts, figure: Quantity) -> bool:
    """Whether no word but a step of a scale calls a figure a share."""
    low, high = facts.lead(figure)
    return facts.cues.last("shares", low, high) is None and bool(
        _STEP.search(facts.text, low, high)
    )


def _is_of_a_whole(facts: Facts, figure: Quantity) -> bool:
    """Whether words name what a share is of (占总支出的12.4%): it may be the first of a list."""
    low, high = facts.lead(figure)
    return _OF_A_WHOLE.search(facts.text, low, high) is not None


def _is_slipped(facts: Facts, parts: Sequence[Quantity], digits: int, *, joined: bool) -> bool:
    """Whether one slip in a share keeps the sum from 100%.

    Where each has a clause of its own, some may overlap: then only two digits swapped tell.
    """
    for part, needed in needed_parts(exactly(_WHOLE), parts):
        literal = facts.text[part.start : part.end]
        if joined and is_slip(part, literal, needed, digits, sure=digits < _DIGITS):
            return True
        if not joined and is_swap(part, literal, needed, digits):
            return True
    return False


Pair = tuple[Quantity, Quantity]
Pairs = list[Pair]
"""Parts with their shares."""


def _bracketed(facts: Facts) -> Iterator[Pairs]:
    """Lists of parts with their shares in brackets behind each."""
    pairs: Pairs = []
    for part, rate in pairwise(facts.quantities):
        if (
            rate.dimension != "percent"
            or not _is_part(facts, part)
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
    for run in _runs(facts):
        tight = all(b.start - a.end <= _TIGHT for a, b in pairwise(run))
        if len(run) <= _FEWEST or not tight:
            continue
        parts = _parts_before(facts, run)
        if parts:
            yield list(zip(parts, run, strict=True))


def _parts_before(facts: Facts, run: Sequence[Quantity]) -> list[Quantity]:
    """As many figures of one kind before some shares in their sentence; none where they lack."""
    low, _ = facts.windows.bounds("sentence", run[0].start)
    before = [f for f in facts.around(run[0], low, run[0].start) if _is_part(facts, f)]
    parts = [f for f in before if f.dimension == before[-1].dimension][-len(run) :]
    return parts if len(parts) == len(run) else []


def _is_part(facts: Facts, figure: Quantity) -> bool:
    return (
        figure.dimension not in ("percent", "percent-point", "times")
        and figure.hedge is None
        and figure.start not in facts.gridded
    )


def _common_whole(facts: Facts, pairs: Pairs, equation: Equation) -> Quantity | None:
    """The figure of which at least two shares, and all but one, are."""
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
    for whole in sorted(near, key=lambda f: abs(f.start - first.start))[:_WHOLES]:
        fits = sum(
            _fits(equation, {"rate": rate, "part": part, "whole": whole}) for part, rate in pairs
        )
        if fits >= max(_FEWEST, len(pairs) - 1):
            return whole
    return None


def _fits(equation: Equation, figures: dict[str, Quantity]) -> bool:
    return equation.holds({name: figure.value for name, figure in figures.items()})
