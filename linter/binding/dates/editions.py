"""Numbered editions (第十五届东盟博览会) and the years in which they fall.

The year follows from the vocabulary's series, or from what the sentence itself says of the first
edition: 第七届（首届在2015年，一年一届）.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from operator import itemgetter

from msgspec import Struct

from linter.binding.nearby import moments_within
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.regexes.late import regex
from linter.vocabulary import Series

_NUMBER = regex(r"第 ?(?P<digits>\d{1,4}|[一二三四五六七八九十百]{1,5}) ?[届个次]")
_DAY = regex(
    r"[“\"]?[\u4e00-\u9fff·]{0,12}?(?:(?<!工作)日(?![期常前后起])|(?:宣传|活动)[周月]|(?:教师|老年|护士|医师|记者)节)"
)
"""Behind a number: what comes every year."""
_COMPARED = regex(r"[比较自从同]$|相比$|以来$")
_BEFORE, _BEHIND = 24, 8
"""How far before and behind an edition the year stands that it is told with."""
PAUSED = regex("停赛|停办|暂停|合并|未开展|未举办|因故|空缺|推迟|取消")
"""Anywhere in the paragraph of what comes every year: a year had none."""
_OPENING = regex(r"[“\"《「 ]{0,2}(?:\d{4}年?)?")
_QUOTES = ("”", '"', "」", "》", "“", "「", "《", " ")
_COPULA = regex("[是为系]$")
_NAMED, _NEARBY, _YEARS = 24, 30, "周年"
_NEAR = 12
"""How near the year of the first edition stands to its words."""


class Edition(Struct, frozen=True):
    """An edition with the year in which it falls, and the year that the text gives it."""

    start: int
    end: int
    due: int
    told: int
    moment: Moment | None
    """Where the text gives the year; nothing where it is the evaluated one."""


class Words(Struct, frozen=True):
    """Words about a series: its first edition, and that it is held every year."""

    first: Collection[str]
    yearly: Collection[str]


def editions(facts: Facts, words: Words) -> Iterator[Edition]:
    """Every edition whose year can be told."""
    for reference in facts.references:
        number = _NUMBER.match(facts.text, reference.start)
        if reference.kind != "ordinal" or number is None or facts.year is None:
            continue
        digits = number["digits"]
        value = numeral.read(digits)
        if value is None or value < 2:
            continue
        named = _named(facts, facts.series, number.end(), value) or _named_before(
            facts, facts.series, number.start(), number.end(), value
        )
        if named is None and number[0].endswith("次"):
            continue
        end, due, first = named or _declared(facts, words, number, value)
        if due is not None:
            yield from _told(facts, number.start(), end, due, first)


def _named(
    facts: Facts, series: Mapping[str, Series], at: int, number: int
) -> tuple[int, int, None] | None:
    """End and year of an edition whose name the vocabulary has."""
    opening = _OPENING.match(facts.text, at)
    start = opening.end() if opening else at
    words = [(c, i + 1) for i, c in enumerate(facts.document.text[start : start + _NAMED], start)]
    bare = [(c, end) for c, end in words if c not in _QUOTES]
    text = "".join(c for c, _ in bare)
    best = max((name for name in series if text.startswith(name)), key=len, default=None)
    if best is None:
        return None
    end = bare[len(best) - 1][1]
    end += facts.text.startswith(_QUOTES, end)
    return end, series[best].year(number), None


def _named_before(
    facts: Facts, series: Mapping[str, Series], start: int, end: int, number: int
) -> tuple[int, int, None] | None:
    """The same of one whose name stands before its number: 农民丰收节是第六个."""
    copula = _COPULA.search(facts.text, start - _NAMED, start)
    if copula is None:
        return None
    before = facts.document.text[max(0, start - _NAMED) : copula.start()]
    best = max((name for name in series if before.endswith(name)), key=len, default=None)
    return (end, series[best].year(number), None) if best else None


def anniversaries(facts: Facts) -> Iterator[Edition]:
    """Every anniversary (建党100周年) that is of another year than the one told with it."""
    for figure in facts.by_dimension.get("years", ()):
        if not facts.text.startswith(_YEARS, figure.end - len(_YEARS)) or figure.hedge:
            continue
        before = facts.document.text[max(0, figure.start - _NAMED) : figure.start]
        bare = "".join(c for c in before if c not in _QUOTES)
        names = (n for n in facts.series if n.endswith(_YEARS))
        best = next((n for n in names if bare.endswith(n.removesuffix(_YEARS))), None)
        if best is None:
            continue
        due = facts.series[best].year(int(figure.printed))
        span = facts.windows.before("clause", figure.start, _NEARBY)
        near = moments_within(facts, *span)
        told = [m for m in near if m.year is not None]
        if len({m.year for m in told}) == 1 and told[0].year is not None:
            yield Edition(figure.start, figure.end, due, told[0].year, told[0])


def _declared(
    facts: Facts, words: Words, match: re.Match[str], number: int
) -> tuple[int, int | None, Moment | None]:
    """End and year of an edition of which the sentence says when the first was held."""
    low, high = facts.windows.around("sentence", *match.span())
    sentence = facts.text[low:high]
    yearly = _DAY.match(facts.text, match.end()) or any(word in sentence for word in words.yearly)
    if not yearly:
        return match.end(), None, None
    places = [low + sentence.find(word) for word in words.first if word in sentence]
    near = [
        (distance, moment.year, moment)
        for moment in moments_within(facts, low, high)
        for place in places
        if moment.year is not None and (distance := abs(moment.start - place)) <= _NEAR
    ]
    if near and not PAUSED.search(facts.text, *facts.windows.bounds("block", match.start())):
        _, year, moment = min(near, key=itemgetter(0))
        return match.end(), year + number - 1, moment
    return match.end(), None, None


def _told(facts: Facts, start: int, end: int, due: int, first: Moment | None) -> Iterator[Edition]:
    """The edition with the year that stands beside it.

    Without one it is the evaluated year's, or by a slip that of its neighbours; an edition far from
    it is spoken of as another year's. Of several in one clause nothing is said that may be wrong.
    """
    low, high = facts.windows.around("clause", start, end)
    moments = [moment for moment in moments_within(facts, low, high) if moment is not first]
    years = [m.year if m.relative is None else (facts.year or 0) + m.relative for m in moments]
    if due in years:
        yield Edition(start, end, due, due, moments[years.index(due)])
        return
    if first is None and not _is_alone(facts, start, low, high):
        return
    beside = [m for m in moments if m.year is not None and _is_beside(facts, m, start, end)]
    if beside and beside[-1].year is not None:
        yield Edition(start, end, due, beside[-1].year, beside[-1])
        return
    dated = {moment.year for moment in moments} - {None}
    # the next year's edition was not held in this one, however far off the year is told
    ahead = facts.year is not None and due > facts.year and dated == {facts.year}
    if facts.year is not None and (not dated or ahead) and abs(due - facts.year) <= 1:
        yield Edition(start, end, due, facts.year, None)


def _is_beside(facts: Facts, moment: Moment, start: int, end: int) -> bool:
    if not (0 <= start - moment.end <= _BEFORE or 0 <= moment.start - end <= _BEHIND):
        return False
    return not _COMPARED.search(facts.text, moment.start - 2, moment.start)


def _is_alone(facts: Facts, start: int, low: int, high: int) -> bool:
    return all(match.start() == start for match in _NUMBER.finditer(facts.text, low, high))
