"""How long it is from one day to another, counted in days, months or years.

Both days may be counted or one of them, so a day more or less is no error; months may be counted
from either end, and years from years alone (2021—2023年) with or without the last.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from linter.binding.dates.told_days import UNTIL
from linter.binding.dates.undated import MONTH_DAY
from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.moment import Moment, Point
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly
from linter.regexes.late import regex

_WORKING = regex("工作|[多余]|年度")
_GOES_ON = regex(
    r"[零又]?[\d一二两三四五六七八九十]+个?[月天日]|期(?!的?(?:项目|工程|规划|计划))|的|合同|服务"
)
"""Behind a length: there is more of it, or it is that of a contract."""
_PHASE = regex("第[一二三四五]年|首年|最后一?年|不计")
_COMPARED, _ENDS = regex("[比较]"), regex("[。,，;)、]|止?(?:[。,，;)]|$)|$")
_ANY_YEAR = 2001
_MONTHS, _DAYS = 12, Decimal("365.25")
_NEAR, _LOOSE, _OVER = Decimal("0.6"), Decimal("1.1"), Decimal("0.1")
"""By how much a number of years may be off: between days, and less or more between years alone.

Whole years alone may be counted.
"""


class Lasting(Struct, frozen=True):
    """The first and the last day of something."""

    first: date
    last: date
    in_years: bool
    """Whether years alone are told."""

    def admits(self, unit: str, length: Quantity) -> bool:
        """Whether it may be said to last so long."""
        return _said(length).meets(self.allowed(unit))

    def is_within(self, unit: str, length: Quantity) -> bool:
        """Whether its last day is no more than so long after the first."""
        return self.counted(unit) - 1 <= _said(length).high

    def allowed(self, unit: str) -> Interval:
        """The fewest and the most days, months or years that it may be said to last."""
        count = self.counted(unit)
        if unit == "years":
            less, more = (_LOOSE, _OVER) if self.in_years else (_NEAR, _NEAR)
            return Interval(min(count - less, Decimal(int(count))), count + more)
        fewer = 2 if unit == "days" else 0 if self._in_whole_months else 1
        return Interval(max(Decimal(0), count - fewer), count)

    @property
    def _in_whole_months(self) -> bool:
        """Whether it is from the first day of a month to the last of another."""
        return self.first.day == 1 and (self.last + timedelta(days=1)).day == 1

    def counted(self, unit: str) -> Decimal:
        """Its days, months or years, the first and the last among them."""
        days = Decimal((self.last - self.first).days + 1)
        if unit == "months":
            years = self.last.year - self.first.year
            return Decimal(years * _MONTHS + self.last.month - self.first.month + 1)
        return days if unit == "days" else round(days / _DAYS, 1)


def is_unclear(facts: Facts, length: Quantity, first: Moment, last: Moment, low: int) -> bool:
    """Whether a length may be of other days told from ``low``, of working days, or goes on.

    It goes on in 1年9个月.

    So may be one day and the same of the year before, and a length before the days of a part of it.
    """
    text = facts.text
    if _WORKING.search(text, length.start, length.end) or _GOES_ON.match(text, length.end):
        return True
    if _PHASE.search(text, *facts.windows.bounds("sentence", length.start)) or (
        first is not last and first.year != last.year and _is_held_against(text, first, last)
    ):
        return True
    if length.start < first.start and not _ENDS.match(text, last.end):
        return True
    high = max(length.start, first.end, last.end)
    told = [m for m in moments_within(facts, low, high) if m.kind in ("date", "period")]
    return any(m not in (first, last) for m in told)


def _is_held_against(text: str, first: Moment, last: Moment) -> bool:
    """Whether words between two days compare them."""
    between = min(first.end, last.end), max(first.start, last.start)
    return _COMPARED.search(text, *between) is not None


def is_range(text: str, moment: Moment) -> bool:
    """Whether a moment is told by two days, and not by a month or a year alone."""
    return UNTIL.search(text, moment.start, moment.end) is not None


def lasting(text: str, first: Moment, last: Moment) -> Lasting | None:
    """From the first day of one moment to the last of another; nothing where they run back.

    A day without a year is of the other's, or both are of one.
    """
    year = next((m.year for m in (first, last) if m.year is not None), _ANY_YEAR)
    begin = first.first or _day(text, first, year, 0)
    end = last.last or _day(text, last, year, -1)
    if begin is None or end is None or end < begin:
        return None
    return Lasting(begin, end, "月" not in text[first.start : last.end])


def _said(length: Quantity) -> Interval:
    """What a length may be: a whole number of days is not rounded."""
    whole = length.hedge is None and length.printed == int(length.printed)
    return exactly(length.printed) if whole else length.value


def _day(text: str, moment: Moment, year: int, at: int) -> date | None:
    """The first day (``at`` 0) or the last (-1) of a moment without a year."""
    days = MONTH_DAY.findall(text, moment.start, moment.end)
    if not days or len(days) <= is_range(text, moment):
        return None
    month, day = map(int, days[at])
    return date(year, month, day) if Point(year, month, day).valid else None
