"""Days of the week told beside dates: 2024年5月1日（星期三）."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from linter.binding.dates.told_figures import ToldFigure
from linter.binding.dates.undated import years_of
from linter.facts.facts import Facts
from linter.facts.moment import Point
from linter.regexes.late import regex

_NAMES = "一二三四五六日"
_WEEKDAY = rf"(?P<name>(?:星期|礼拜|周)(?P<day>[{_NAMES}天]))(?![至到、和与-])"
_DATE = r"(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<of>\d{1,2})[日号]"
_BESIDE = (
    regex(rf"{_DATE}(?:\(|是|为|正?逢|系|恰[是逢]|即)?(?:当[天日]是)?{_WEEKDAY}"),
    regex(rf"(?<![每逢]){_WEEKDAY}(?:\(|即|也就是|就是|,即){_DATE}"),
)
_SEVERAL = regex(r"\d[日号]?[、和至到与—-]$")
"""Before a date: several days are told of."""


def weekdays(facts: Facts) -> Iterator[ToldFigure]:
    """Every day of the week beside its date; a date without year may be of the next one too."""
    if not any(word in facts.text for word in ("星期", "周", "礼拜")):
        return
    for pattern in _BESIDE:
        for match in pattern.finditer(facts.text):
            days = _days(facts, match)
            lead = facts.text[max(0, match.start() - 4) : match.start()]
            if not days or _SEVERAL.search(lead):
                continue
            told = _NAMES.index(match["day"].replace("天", "日"))
            due = days[0]
            shown = f"{due.year}年{due.month}月{due.day}日是星期{_NAMES[due.weekday()]}"
            first = match.start("year") if match["year"] else match.start("month")
            right = told in {day.weekday() for day in days}
            other = first, match.end("of") + 1
            yield ToldFigure(*match.span("name"), other, shown, right)


def _days(facts: Facts, match: re.Match[str]) -> list[date]:
    """The days that a date may be: of its own year, or one told before it, the report's or next."""
    month, day = int(match["month"]), int(match["of"])
    years = (int(match["year"]),) if match["year"] else years_of(facts, match.start())
    if years and not match["year"] and facts.year is not None:
        years = (*years, facts.year, facts.year + 1)
    return [date(year, month, day) for year in years if Point(year, month, day).valid]
