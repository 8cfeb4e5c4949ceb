"""What is told to be every year since its first: 自2020年首次举办，每年一次，2024年为第五次.

The three are told one behind the other, so that nothing else can be what came each year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.binding.dates.editions import PAUSED, Edition
from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.facts.numeral import read
from linter.regexes.late import regex

ONCE = r"(?:一[次届期]|1[次届期])"
_YEARLY = regex(
    r"(?P<first>(?:19|20)\d\d)年(?:\d{1,2}月)?(?=[^,，;。\n]{0,24}(?:首[次届办]|第一[次届]|始办|创办|开始))"
    r"[^,，;。\d\n]{1,24}[,，]?"
    rf"(?P<after>[此其]?后)?(?:每年(?:都?(?P<done>[^,，;。\d\n]{{0,8}}){ONCE}|不断档|不间断|如期|都?举[办行])|一年{ONCE}|逐年举[办行]|连年举[办行]|年年举[办行])"
    r"[,，]?(?:从[未不无没]|未曾?|没有)?(?:间断|中断|断档)?(?:过)?"
    r"[,，;](?:[至到]了?)?(?:(?P<year>20\d\d)年|(?P<own>今年|本年度?))(?:\d{1,2}月)?[^,，;。\d\n第]{0,12}?"
    r"(?:[为是]|迎来|举[办行]了?)第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<unit>[次届])(?=[^的]?[,，;。)\n])"
)
_SINCE = regex(
    r"[自从](?P<first>(?:19|20)\d\d)年(?:\d{1,2}月)?(?:起|开始|以来)[,，]?[^,，;。\d\n]{0,4}"
    rf"每年(?:都|均)?[^,，;。\d\n]{{0,8}}{ONCE}[,，;]"
    r"(?:[至到]了?)?(?:(?P<year>20\d\d)年|(?P<own>今年|本年度?|报告年度|评价年度))(?:\d{1,2}月)?[^,，;。\d\n第]{0,16}?"
    r"(?:[为是]|迎来|举[办行]了?)第(?P<n>[一二三四五六七八九十]{1,3}|\d{1,2})(?P<unit>[次届期])(?=[^的]?[,，;。)\n])"
)
"""自2021年起每年组织一次，2023年开展的已是第四次: there may have been fewer, but no more."""
_ONE_BY_ONE = regex(
    r"(?P<first>20\d\d)年(?:首次|第一次)(?P<verb>举[办行]|开展|召开|组织)[,，](?P<second>20\d\d)年第二次(?P=verb)[,，]"
    r"(?:(?P<year>20\d\d)年|(?P<own>今年|本年度?|报告年度|评价年度))[^,，;。\d\n第]{0,8}第(?P<n>[一二三四五六七八九十])(?P<unit>次)"
)
"""2020年首次举办，2021年第二次举办，2022年是第四次."""
_VERB = regex("举[办行]|召开|开展")
"""What comes every year: another is done again a year after it was first (每年复核一次)."""
_UNEVEN = regex(
    "停办|未办|未能|取消|疫情|中断(?<![未无没不]中断)|延期|补[办检赛]|除|恢复|重启|[春秋]季|试[办点]"
)

_AFTER = ("此后", "其后")


def yearly(facts: Facts) -> Iterator[Edition]:
    """Each that is told with its number, the first year and the year in which it was."""
    for found, edition in _editions(facts, _YEARLY):
        counted_after = found["after"] in _AFTER and edition.told == edition.due + 1
        if not counted_after and _is_the_same(found):
            yield edition
    yield from _too_many(facts)


def _too_many(facts: Facts) -> Iterator[Edition]:
    """Each told to be more than one a year since the first, where no year had more."""
    for pattern in (_SINCE, _ONE_BY_ONE):
        for found, edition in _editions(facts, pattern):
            in_turn = int(found.groupdict().get("second") or 0) in (0, int(found["first"]) + 1)
            if in_turn and edition.due > edition.told:
                yield edition


def _editions(facts: Facts, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], Edition]]:
    """Each that is told with its number and two years, of what comes every year."""
    for found in pattern.finditer(facts.text):
        number, told = read(found["n"]), int(found["year"] or facts.year or 0)
        if number and told and not facts.in_table(found.start()) and not _is_uneven(facts, found):
            due = int(found["first"]) + number - 1
            place = found.start("n") - 1, found.end("unit")
            yield found, Edition(*place, due, told, _moment(facts, found))


def _is_the_same(found: re.Match[str]) -> bool:
    """Whether what is told to be every year is what was first: 首次开展评估，每年评估一次."""
    done = (found["done"] or "").removeprefix("都")
    first = found.string[found.start() : found.start("done") if done else found.end()]
    return done in first and _VERB.search(first) is not None


def _is_uneven(facts: Facts, found: re.Match[str]) -> bool:
    """Whether words tell of a year that had none, or of another course of years."""
    high = facts.windows.bounds("sentence", found.start())[1]
    if _UNEVEN.search(facts.text, found.start(), high):
        return True
    return PAUSED.search(facts.text, *facts.windows.bounds("block", found.start())) is not None


def _moment(facts: Facts, found: re.Match[str]) -> Moment | None:
    """Where the year is told, if not by 今年."""
    at = found.start("year")
    return next((m for m in moments_within(facts, at, at + 5) if m.year), None) if at > 0 else None
