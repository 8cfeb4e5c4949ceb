"""Lists that leave nothing out: all sizes that things may have, or all years of a period.

50亩以下72家，50至100亩63家，100亩以上15家; 2021年至2022年共5场，2021年2场、2022年3场.
"""

from __future__ import annotations

import itertools
import re
from decimal import Decimal

from msgspec import Struct

from linter.binding.sums.lists.candidate import Candidate
from linter.facts.numeral import parse
from linter.regexes.late import regex

_SIZE, _UNIT = r"\d[\d,]*(?:\.\d+)?", r"[\u4e00-\u9fff%㎡]{0,4}"
_BAND = regex(
    rf"(?:(?P<low>{_SIZE}){_UNIT}?(?:\([含]\)|含)?(?:至|到|—|-|~){{1,2}}(?P<high>{_SIZE})"
    rf"|(?P<below>{_SIZE}){_UNIT}?(?:\([含]\)|及|含)?以?[下内]"
    rf"|(?P<above>{_SIZE}){_UNIT}?(?:\([含]\)|及|含)?以[上外])[^,，;。、\d]{{0,8}}$"
)
"""Before a figure: what the sizes are of that it counts."""
_NEXT = Decimal(1)
"""By so much at most a band begins above the one before: 60至69岁, 70至79岁."""
_YEAR = regex(r"(?P<year>(?:19|20)\d\d)年度?(?P<what>[^,，;。、\d]{0,6})$")
_SPAN = regex(
    r"(?P<first>(?:19|20)\d\d)年?(?:至|到|—|-|~){1,2}(?P<last>(?:19|20)\d\d)年"
    r"|(?P<number>[两二三四五六])年(?:来|里|间|共|累计|合计|[^,，;。、\d]{0,4}总)"
)
"""Before a total: the years that it is of."""


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


def are_all_years(candidate: Candidate) -> bool:
    """Whether parts right behind a total are of the years of the period that it is told of."""
    total = candidate.total
    years = [int(year["year"]) for year in _years_of(candidate)]
    if not years or years != [*range(years[0], years[0] + len(years))]:
        return False
    low, _ = candidate.row.sentence(total)
    last = candidate.row.facts.last(_SPAN, low, total.start)
    if last is None:
        return False
    if last["number"]:
        return parse(last["number"]) == len(years)
    return [int(last["first"]), int(last["last"])] == [years[0], years[-1]]


def are_of_years(candidate: Candidate) -> bool:
    """Whether parts right behind a total are of one thing, each in another year.

    其中2022年支付160万元，2023年支付280万元.
    """
    years = _years_of(candidate)
    things = {year["what"] for year in years if year["what"]}
    return len({year["year"] for year in years}) == len(candidate.choice) and len(things) <= 1


def _years_of(candidate: Candidate) -> list[re.Match[str]]:
    """The year before each part right behind a total; none where a part has none."""
    if candidate.choice[0] != candidate.i + 1:
        return []
    figures, text = (candidate.total, *candidate.parts), candidate.row.text
    found = [_YEAR.search(text, a.end, b.start) for a, b in itertools.pairwise(figures)]
    years = [year for year in found if year]
    return years if len(years) == len(found) else []


def _band(found: re.Match[str]) -> _Band:
    return _Band(_size(found["low"] or found["above"]), _size(found["high"] or found["below"]))


def _size(literal: str | None) -> Decimal | None:
    return Decimal(literal.replace(",", "")) if literal else None


def _follows(band: _Band, other: _Band) -> bool:
    """Whether a band begins where another ends."""
    if band.high is None or other.low is None:
        return False
    return 0 <= other.low - band.high <= _NEXT
