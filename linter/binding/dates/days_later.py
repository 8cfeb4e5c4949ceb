"""Days told as so many after another: 3月15日验收，次日即3月16日移交; 8月20日，十天后的8月30日.

The words begin their clause and stand right behind the one that tells the other day, so that
nothing else is counted from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from linter.binding.dates.told_days import Day, days_of
from linter.binding.dates.told_figures import ToldFigure
from linter.facts import numeral
from linter.facts.facts import Facts
from linter.regexes.late import regex

_NUMBER = r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})"
_AFTER = r"[之以]?后的?"
_LATER = regex(
    r"(?<=[,，;:(])(?:[\u4e00-\u9fff]{2,4}之?后(?=\d))?(?:[又再仅]|才过了?|[只仅][仅过]了?|过了?|就在|而|[到在于]|时隔|相隔|隔了?|整整)*"
    rf"(?P<word>(?P<next>次日|翌日|第二天)|(?P<back>前一[天日])|(?P<every>隔[天日])|(?P<fortnight>半个?月){_AFTER}|(?P<half>半)年{_AFTER}"
    rf"|{_NUMBER}(?:(?P<days>[天日])|(?P<weeks>个?星期|周)|(?P<months>个月))(?:{_AFTER}|(?=也就是|[,，]?即)))"
    r"(?:\(|[,，]?(?:也?即|亦即|也?就是|便是|正是)[是为在于]?|[,，])?"
    r"(?=(?:20\d\d年|同年|当年|次年)?(?:1[0-2]|[1-9])月(?:\d{1,2}[日号]|(?!\d|份?[上中下初底末])))"
)
"""Words for how much later at the beginning of a clause, right before the day that it was."""
_ELSE = regex(
    r"[天日月周年期会]满?[之以]?后|之?前|随[后即]|之后|期[间满]|[当次翌]日|当天|结束|计划|拟|预计|原定|应|约定|公示|分别|首批"
    r"|完成|办完|验收合格|[工学会展任时]期|期限|历时|为期|[\d一二两三四五六七八九十半]个?(?:天|工作日|周|星期|月)"
)
"""Between the two days: it may be counted from another, or one was but planned."""
_UNTIL = regex(r"[至~—–-]|到(?=\d)")
_REACH, _WEEK, _FORTNIGHT, _MONTH, _HALF = 32, 7, 15, 30.44, 6
_NEAR, _ROUGH = 2, 6
"""By how many days a number of weeks and one of months may be off."""


_UNITS = frozenset("天日月周期")
"""How so many days end where no 后 stands behind them."""


class _Later(Struct, frozen=True):
    """How much later a day is told to be: so many days or months, and by how much it may be off."""

    days: float
    off: float
    shown: str
    months: int = 0


def days_later(facts: Facts) -> Iterator[ToldFigure]:
    """Every day told as so many after the one before it in its sentence."""
    for match in _LATER.finditer(facts.text):
        later = _read(match)
        if later is None or facts.in_table(match.start()):
            continue
        told = days_of(facts, *facts.windows.around("sentence", *match.span(), _REACH))
        figure = _figure(facts, match, later, told or ())
        if figure is not None:
            yield figure


def _read(match: re.Match[str]) -> _Later | None:
    if match["next"] or match["back"]:
        return _Later(1 if match["next"] else -1, 0, match["word"])
    if match["every"]:  # the next day, or the one after it
        return _Later(1.5, 0.5, match["word"])
    if match["fortnight"]:
        return _Later(_FORTNIGHT, _NEAR + 1, match["word"])
    number = _HALF if match["half"] else numeral.read(match["n"])
    if not number:
        return None
    if match["days"]:
        return _Later(number, 1, match["word"])
    if match["weeks"]:
        return _Later(number * _WEEK, _NEAR, match["word"])
    return _Later(number * _MONTH, _ROUGH, match["word"], number)


def _figure(
    facts: Facts, match: re.Match[str], later: _Later, told: Sequence[Day]
) -> ToldFigure | None:
    """The day behind the words, reckoned from any of those before them."""
    before = [day for day in told if day.end <= match.start()]
    behind = [day for day in told if day.start >= match.end()]
    if not before or not behind or before[-1].grain != "day" or behind[0].grain == "year":
        return None
    base, day = before[-1], behind[0]
    if (
        _ELSE.search(facts.text, base.end, match.start())
        or day.ranged
        or _UNTIL.match(facts.text, day.end)
    ):
        return None
    right = any(_is_then(each, day, later) for each in before)
    word = later.shown.removesuffix("的")
    word += "后" if word[-1] in _UNITS else ""
    shown = f"{facts.text[base.start : base.end]}的{word}是{_due(base.last, later)}"
    return ToldFigure(day.start, day.end, (base.start, base.end), shown, right)


def _is_then(base: Day, day: Day, later: _Later) -> bool:
    if day.grain == "month":
        months = (day.first.year - base.first.year) * 12 + day.first.month - base.first.month
        return abs(months - later.days / _MONTH) <= 1
    return later.days - later.off <= (day.first - base.last).days and (
        (day.first - base.first).days <= later.days + later.off
    )


def _due(base: date, later: _Later) -> str:
    """The day, or for months about the month, that the words mean."""
    if later.months:
        month = (base.month + later.months - 1) % 12 + 1
        return f"{month}月{base.day}日前后"
    due = date.fromordinal(base.toordinal() + int(later.days))
    return f"{due.month}月{due.day}日"
