"""Shares told one after another, which make up the whole: 分别占58.4%、23.3%、18.3%."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from linter.binding.slips import is_slip
from linter.binding.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly

_WHOLE = Decimal(1)
_TIGHT = 3
_DIGITS = 3


def share_sums(facts: Facts) -> Iterator[Total]:
    """Each run of shares of one sentence that comes to 100%, or would but for one slip."""
    run: list[Quantity] = []
    end = -1
    for figure in facts.by_dimension.get("percent", []):
        if facts.in_table(figure.start) or figure.hedge is not None:
            continue
        if figure.start >= end:
            yield from _total(facts, run)
            run, end = [], facts.windows.bounds("sentence", figure.start)[1]
        if _is_share(facts, figure) or (run and figure.start - run[-1].end <= _TIGHT):
            run.append(figure)
        else:
            yield from _total(facts, run)
            run = []
    yield from _total(facts, run)


def _is_share(facts: Facts, figure: Quantity) -> bool:
    low, high = facts.lead(figure)
    hit = facts.cues.last("shares", low, high)
    return hit is not None and not facts.text[hit[1] : high].endswith("的")


def _total(facts: Facts, run: list[Quantity]) -> Iterator[Total]:
    if len(run) < 2:
        return
    parts = tuple(run)
    reached = Interval(
        sum((p.value.low for p in parts), Decimal(0)),
        sum((p.value.high for p in parts), Decimal(0)),
    )
    if reached.meets(exactly(_WHOLE)) or any(_slipped(facts, p, reached) for p in parts):
        yield Total(None, parts, fixed=_WHOLE)


def _slipped(facts: Facts, part: Quantity, reached: Interval) -> bool:
    """Whether one slip in this share keeps the sum from 100%."""
    others = Interval(reached.low - part.value.low, reached.high - part.value.high)
    needed = Interval(_WHOLE - others.high, _WHOLE - others.low)
    return needed.low > 0 and is_slip(part, facts.text[part.start : part.end], needed, _DIGITS)
