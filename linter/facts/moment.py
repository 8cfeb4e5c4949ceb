"""Dates, years and periods, and the words that stand for them (上年, 十三五)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal

from msgspec import Struct

from linter.facts import numeral
from linter.facts.year import YEAR
from linter.regexes.late import regex

_CN = r"[一二三四五六七八九十〇○零元两]"
_CN_MONTH = "[一二三四五六七八九十〇○零元]"
"""Not 两: 七、八两月 are two months."""
_PART = r"(?:度|全年|上半年|下半年|年初|年末|年底|初|末|底|第?[一二三四1-4]季度)"
_JOIN = r" ?(?:-{1,2}|—{1,2}|–|~|至|到|起至) ?"
_DAY = rf"(?:\d{{1,2}}|{_CN}{{1,3}})[日号]"
_MONTH = rf"(?:\d{{1,2}}|{_CN_MONTH}{{1,2}})月(?:份)?"
_SPACE = " {0,2}"
"""How a signature is spaced out, behind its year: 2024 年 3 月 5 日."""
_DATE = (
    rf"(?:{YEAR}|[二一][〇○零一二三四五六七八九]{{3}}) ?年"
    rf"(?:{_PART}|{_SPACE}(?:\d{{1,2}}|{_CN_MONTH}{{1,2}}){_SPACE}月(?:份)?"
    rf"(?:{_SPACE}(?:\d{{1,2}}|{_CN}{{1,3}}){_SPACE}[日号]|[底末初]|[上中下]旬)?)?"
)
_MARKED = "|".join(rf"{mark}\d{{1,2}}{mark}\d{{1,2}}" for mark in (r"\.", "/", "-"))
_DOTTED = rf"(?<!\d/){YEAR}(?:{_MARKED})(?!\d)(?!(?<=-\d\d)-\d)"
_DOTTED_MONTH = rf"(?<!\d/){YEAR}[./]\d{{1,2}}(?![\d.])"
_PARTIAL = rf"{_MONTH}(?: ?{_DAY}|[底末初]|[上中下]旬)?"

_SEEN_FROM_TODAY = (
    r"今年(?:以来)?|(?<!过)去年|(?<![以目])前年(?![均产限检内龄需用耗供])"
    r"|(?<![写注载标说表证查申阐])明年"
)
SPOKEN = {
    "relative": _SEEN_FROM_TODAY,
    "year": _SEEN_FROM_TODAY
    + r"|上年(?!龄)度?|上一年度?|本年度?|当年度?|(?<![每历首])次年|(?<![合不])同期",
    "period": r"年初(?!中)|年末|年底|上半年|下半年|[一二三四]季度",
}
"""Words without figures that stand for a year or a period, by the slots that take them.

What ``{:relative}`` takes is a year too. 以上年龄, 每次年检 and 三年初中 have no such word in them.
"""

PATTERN = "|".join(
    (
        rf"{YEAR}(?:年度?)?{_JOIN}{YEAR} ?年(?:度)?",
        rf"(?:{_DATE}|{_DOTTED}|{_DOTTED_MONTH})起?{_JOIN}(?:{_DATE}|{_PARTIAL}|{YEAR}[./-]\d{{1,2}}(?:[./-]\d{{1,2}})?(?!\d))(?:止)?",
        _DATE,
        _DOTTED,
        rf"{_PARTIAL}{_JOIN}{_PARTIAL}",
        rf"{_MONTH}{_DAY}{_JOIN}{_DAY}",
        rf"\d{{1,2}}{_JOIN}\d{{1,2}}月(?:份)?(?!龄)",
        _PARTIAL,
        r"[“\"]?十[二三四五]五[”\"]?(?:期间|规划期?)?",
        SPOKEN["year"],
        SPOKEN["period"],
    )
)
"""A moment in the folded text, longest kinds first."""

_FIELDS = regex(
    rf"(?:(?P<year>{YEAR}|[二一][〇○零一二三四五六七八九]{{3}})"
    rf"(?: ?年{_SPACE}|[./-]|(?={_JOIN})))?"
    rf"(?:(?:[./-])?(?P<month>\d{{1,2}}|{_CN_MONTH}{{1,2}})(?:{_SPACE}月(?:份)?|[./-]|$))?"
    rf"(?:{_SPACE}(?P<day>\d{{1,2}}|{_CN}{{1,3}})(?:{_SPACE}[日号]|$))?"
)
_PLAN = regex(r"[“\"]?十([二三四五])五")
_PART_OF_YEAR = regex(r"(上|下)半年|([一二三四1-4])季度")
_ALONE = regex(r"\d{4}[./-]\d{1,2}([./-]\d{1,2})?")
_BETWEEN = regex(rf"(?<=.)起?{_JOIN}(?=[\d一二三四五六七八九十元])")
_YEAR_ALONE = regex(rf"{YEAR}$")
_RELATIVE = {
    "今年": 0,
    "去年": -1,
    "前年": -2,
    "明年": 1,
    "上年": -1,
    "上一年": -1,
    "本年": 0,
    "当年": 0,
    "次年": 1,
    "同期": -1,
}
_DEICTIC = ("今年", "去年", "前年", "明年")
PLANS = {"二": 2011, "三": 2016, "四": 2021, "五": 2026}

Kind = Literal["date", "year", "period", "relative"]


class Moment(Struct, frozen=True):
    """A date (a day), a year, a period, or a word such as 今年 (relative).

    ``year`` is null where it has to be inferred; ``first`` and ``last`` are ISO dates, both
    included; ``relative`` counts years from the evaluated one (上年: -1); ``valid`` is false for
    2月30日 and the like.
    """

    start: int
    end: int
    kind: Kind
    year: int | None
    first: date | None
    last: date | None
    relative: int | None = None
    valid: bool = True
    ordered: bool = True
    """Whether a period's beginning is not after its end."""
    spoken: bool = False
    """Whether it is a word without figures: 上年, 年初."""


class Point(Struct, frozen=True):
    """Year, month and day as written, each where it stands."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def valid(self) -> bool:
        """Whether the calendar has such a day; a year not written may be a leap year."""
        if self.month is not None and not 1 <= self.month <= 12:
            return False
        if self.day is None:
            return True
        return 1 <= self.day <= monthrange(self.year or 2020, self.month or 1)[1]


def read(text: str, start: int, end: int) -> Moment:
    """The moment that ``PATTERN`` found at ``start``–``end``."""
    word = text[start:end]
    plan = _PLAN.match(word)
    if plan:
        first = PLANS[plan[1]]
        return Moment(start, end, "period", None, date(first, 1, 1), date(first + 4, 12, 31))
    for name, offset in _RELATIVE.items():
        if word.startswith(name):
            kind: Kind = "relative" if name in _DEICTIC else "year"
            return Moment(start, end, kind, None, None, None, relative=offset, spoken=True)
    left, right = _split(word)
    a = _point(left, None)
    if right is None:
        return _single(start, end, word, a)
    b = _point(right, a)
    if a.month is None and b.month is not None and b.year == a.year:
        a = (
            Point(a.year, _number(re.match(r"\d+", left)), None)
            if re.fullmatch(r"\d{1,2}", left)
            else a
        )
    valid = a.valid and b.valid
    begin, finish = (_day(a, False), _day(b, True)) if valid else (None, None)
    if begin is None or finish is None:
        ordered = _may_run(a, b) if a.year is None and valid else True
        return Moment(start, end, "period", a.year, None, None, valid=valid, ordered=ordered)
    year = a.year if a.year == b.year else None
    return Moment(start, end, "period", year, begin, finish, valid=True, ordered=begin <= finish)


def _may_run(a: Point, b: Point) -> bool:
    """Whether a period without year may run forward; over the turn of the year it may too."""
    return a.month != b.month or (a.day or 0) <= (b.day or 99)


def _single(start: int, end: int, word: str, point: Point) -> Moment:
    if not point.valid:
        return Moment(start, end, "date", point.year, None, None, valid=False)
    if point.year is None:
        spoken = point.month is None and point.day is None
        of_day: Kind = "date" if point.day else "period"
        return Moment(start, end, of_day, None, None, None, spoken=spoken)
    kind: Kind
    half = _PART_OF_YEAR.search(word)
    if half and half[1]:
        months = (1, 6) if half[1] == "上" else (7, 12)
    elif half:
        quarter = int(half[2]) if half[2].isdigit() else "一二三四".index(half[2]) + 1
        months = (quarter * 3 - 2, quarter * 3)
    else:
        kind = "date" if point.day else "period" if point.month else "year"
        return Moment(start, end, kind, point.year, _day(point, False), _day(point, True))
    first = date(point.year, months[0], 1)
    last = date(point.year, months[1], monthrange(point.year, months[1])[1])
    return Moment(start, end, "period", point.year, first, last)


def _split(word: str) -> tuple[str, str | None]:
    body = word.removesuffix("止")
    if _ALONE.fullmatch(body):
        return body, None
    match = _BETWEEN.search(body)
    if match is None or (match[0].strip() == "-" and re.match(r"\d{4}-\d{1,2}-\d{1,2}$", body)):
        return body, None
    return body[: match.start()].removesuffix("起"), body[match.end() :]


def _point(text: str, before: Point | None) -> Point:
    match = _FIELDS.match(text)
    year = month = day = None
    if match:
        year, month, day = (_number(match, name) for name in ("year", "month", "day"))
    if year is None and _YEAR_ALONE.match(text):
        year, month, day = int(text), None, None
    if before is not None:
        year = before.year if year is None else year
        month = before.month if month is None and day is not None else month
    return Point(year, month, day)


def _number(match: re.Match[str] | None, name: str | int = 0) -> int | None:
    if match is None or not match[name]:
        return None
    word = match[name]
    if word == "元":
        return 1
    return int(word) if word.isdigit() else numeral.parse(word)


def _day(point: Point, last: bool) -> date | None:
    if point.year is None:
        return None
    month = point.month or (12 if last else 1)
    day = point.day or (monthrange(point.year, month)[1] if last else 1)
    return date(point.year, month, day)
