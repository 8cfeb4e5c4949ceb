"""Numbers of days told with their first and their last: 7月3日至7月16日，首尾共14天.

Where both ends are said to be counted, or the last day is said to follow from the number, every day
counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from linter.binding.dates.told_figures import ToldFigure
from linter.binding.dates.undated import years_of
from linter.facts.facts import Facts
from linter.facts.moment import Point
from linter.regexes.late import regex

_FIRST = r"(?:(?P<y1>20\d\d)年)?(?P<m1>\d{1,2})月(?P<d1>\d{1,2})[日号]"
_LAST = r"(?:(?P<y2>20\d\d)年)?(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})[日号]"
_COUNT = r"(?P<n>\d{1,3})(?:个?日历)?[天日](?!内|以[内上])"
_BOTH = (
    r"(?:连头带尾|首尾|头尾|含首尾|含起止|含头含尾|含首含尾)(?:两[天日]|当[天日])?"
    r"(?:[都均全](?:算|计|含|包括)?|算|计)?(?:在内|入)?"
)
_SPAN = rf"{_FIRST}(?:起|开始|启动)?(?:-{{1,2}}|—{{1,2}}|–|~|至|到){_LAST}止?[^,，;。\d]{{0,8}}"
_ALL = "(?:为期|历时|合计|总计|一共|共计?|计|为|是|正好)?"
_WORDS = ("首尾", "头带尾", "头尾", "起止", "含首", "含头")
_COUNTED = (
    regex(rf"{_SPAN}[,，(]{_BOTH}[,，]?{_ALL}{_COUNT}"),
    regex(rf"{_SPAN}[,，(]{_ALL}{_COUNT}[(,，]{_BOTH}"),
    regex(
        rf"{_FIRST}[^,，;。\d]{{0,12}}[,，]{_LAST}[^,，;。\d]{{0,12}}[,，](?:前后)?(?:历时|共|用时|为期){_COUNT}[(,，]{_BOTH}"
    ),
)
_FOLLOWS = regex(
    rf"{_COUNT}[^。;\n\d]{{0,10}}[自从]{_FIRST}"
    r"(?P<own>\(含当[天日]\))?[^,，;。\d]{0,8}[,，][^,，;。\d]{0,10}?(?:[于在]|至|到|为|是)"
    rf"{_LAST}[^,，;。\d]{{0,6}}?(?:完工|竣工|届满|期满|到期|止|结束|交付|完成|前)"
)
_STARTED = regex(
    rf"{_FIRST}[^,，;。\d]{{0,6}}(?:开工|动工|进场|开始|起)[^;。\d]{{0,12}}(?:工期|施工期|建设期|服务期)"
    rf"[^,，;。\d约近]{{0,6}}{_COUNT}"
    r"(?P<own>\([^()]{0,12}含[^()]{0,12}\))?(?![左上])[^;。\d]{0,2}?[,，]?(?:即|也就是)?[应须][于在至到]"
    rf"{_LAST}之?前?(?:完工|竣工|完成|届满|结束)"
)
"""The first day, then how many, and the last: 2月20日开工，工期120天，即应于6月19日前完工."""
_ENDED = regex(
    rf"{_LAST}[^,，;。\d]{{0,6}}(?:完工|竣工|结束|完成|办结|收尾)[^;。\d]{{0,6}}(?:用时|工期|历时|共)[^;。\d]{{0,2}}{_COUNT}"
    rf"\([自从]?{_FIRST}起[^()\d]{{0,8}}{_BOTH}"
)
"""The last day, then how many from the first: 6月8日完工，用时109天（2月20日起算，首尾均计入）."""
_NOT_ALL = regex("工作日|扣除|不含|除去|停工|顺延|除外|节假日|提前|延期|推迟|实际")
_ANY_YEARS = 2023, 2024
"""A common year and a leap year, of one of which days may be whose year nothing tells."""


def counted_days(facts: Facts) -> Iterator[ToldFigure]:
    """Every number of days of which it is told how they are counted."""
    text = facts.text
    for pattern in _COUNTED if any(word in text for word in _WORDS) else ():
        for match in pattern.finditer(text):
            yield from _told(facts, match, (0,))
    if "期" in text or "天" in text:
        for pattern in (_FOLLOWS, _STARTED):
            for match in pattern.finditer(text):
                yield from _told(facts, match, (0,) if match["own"] else (0, 1))
    if "起算" in text:
        for match in _ENDED.finditer(text):
            yield from _told(facts, match, (0,), beside=True)


def _told(
    facts: Facts, match: re.Match[str], less: tuple[int, ...], *, beside: bool = False
) -> Iterator[ToldFigure]:
    """The number of days, which may be by so many less than all with both ends.

    If ``beside``, what else the sentence tells does not matter: 比合同工期提前11天.
    """
    low, high = facts.windows.around("sentence", *match.span())
    counts = _counts(facts, match)
    if not counts or (not beside and _NOT_ALL.search(facts.text, low, high)):
        return
    allowed = {count - n for count in counts for n in less}
    first, last = (f"{_month(match, n)}月{match[f'd{n}']}日" for n in "12")
    shown = f"{first}至{last}首尾共{counts[0]}天"
    start = min(match.start(g) for g in ("y1", "y2", "m1", "m2", "d2") if match[g])
    end = max(match.end("d1"), match.end("d2")) + 1
    place = match.start("n"), match.end("n") + 1
    yield ToldFigure(*place, (start, end), shown, int(match["n"]) in allowed)


def _month(match: re.Match[str], which: str) -> int:
    return int(match[f"m{which}"] or match["m1"])


def _counts(facts: Facts, match: re.Match[str]) -> list[int]:
    """The days from the first to the last, in each year that they may be of."""
    found = []
    for year in _years(facts, match):
        later = int(match["y2"]) if match["y2"] else year
        ends = (
            Point(y, _month(match, n), int(match[f"d{n}"])) for n, y in (("1", year), ("2", later))
        )
        days = [date(p.year or 0, p.month or 0, p.day or 0) for p in ends if p.valid]
        if len(days) == 2 and days[0] <= days[1]:
            found.append((days[1] - days[0]).days + 1)
    return list(dict.fromkeys(found))


def _years(facts: Facts, match: re.Match[str]) -> tuple[int, ...]:
    """The years that the first day may be of."""
    if match["y1"]:
        return (int(match["y1"]),)
    if match["y2"]:
        return int(match["y2"]), int(match["y2"]) - 1
    return years_of(facts, match.start()) or _ANY_YEARS
