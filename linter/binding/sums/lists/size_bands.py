"""Lists of all sizes that things may have: 50亩以下72家，50至100亩63家，100亩以上15家."""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from msgspec import Struct

from linter.binding.sums.lists.candidate import Candidate
from linter.late import regex

_SIZE, _UNIT = r"\d[\d,]*(?:\.\d+)?", r"[\u4e00-\u9fff%㎡]{0,4}"
_BAND = regex(
    rf"(?:(?P<low>{_SIZE}){_UNIT}?(?:\([含]\)|含)?(?:至|到|—|-|~){{1,2}}(?P<high>{_SIZE})"
    rf"|(?P<below>{_SIZE}){_UNIT}?(?:\([含]\)|及|含)?以?[下内]"
    rf"|(?P<above>{_SIZE}){_UNIT}?(?:\([含]\)|及|含)?以[上外])[^,，;。、\d]{{0,8}}$"
)
"""Before a figure: what the sizes are of that it counts."""
_NEXT = Decimal(1)
"""By so much at most a band begins above the one before: 60至69岁, 70至79岁."""


class _Band(Struct, frozen=True):
    """From what size to what; nothing where it has no bound."""

    low: Decimal | None
    high: Decimal | None


def are_all_sizes(candidate: Candidate) -> bool:
    """Whether parts right behind a total are of sizes that leave none out, each of the next."""
    if candidate.choice[0] != candidate.i + 1:
        return False
    figures = (candidate.total, *candidate.parts)
    bands: list[_Band] = []
    for one, other in itertools.pairwise(figures):
        found = _BAND.search(candidate.row.text, one.end, other.start)
        if found is None:
            return False
        bands.append(_band(found))
    if bands[0].low is not None:
        bands.reverse()
    return (
        bands[0].low is None
        and bands[-1].high is None
        and all(_follows(a, b) for a, b in itertools.pairwise(bands))
    )


def _band(found: re.Match[str]) -> _Band:
    return _Band(_size(found["low"] or found["above"]), _size(found["high"] or found["below"]))


def _size(literal: str | None) -> Decimal | None:
    return Decimal(literal.replace(",", "")) if literal else None


def _follows(band: _Band, other: _Band) -> bool:
    """Whether a band begins where another ends."""
    if band.high is None or other.low is None:
        return False
    return 0 <= other.low - band.high <= _NEXT
