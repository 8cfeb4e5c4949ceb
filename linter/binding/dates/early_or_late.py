"""By how much something was early or late, and the two days of which it is told.

应于8月1日取得，实际7月12日取得，提前20天: by one day it was to be (时限, 应, 原定), or it is held
against it (比去年10月8日); the other is the day on which it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from linter.binding.dates.lengths import Length, fits, lengths, part_of
from linter.binding.dates.told_days import Day, days_of
from linter.facts.facts import Facts
from linter.facts.moment import Point
from linter.regexes.late import regex

_DIRECTION = regex(
    r"(?P<early>提前|提早|早于?)|(?P<late>晚于?|[延推]迟|延[误期后]|滞后|[逾超误拖]期|超过|拖[后延]?|推后|迟|超时)"
)
_LEAD = regex(r"[\u4e00-\u9fff]{0,6}$")
_DUE = regex(
    r"要求|计划|时限|限期|期限|应(?![急用对])|须|需|承诺|原定|目标|规定|约定|节点|最[迟晚]|不[迟晚]于|截止|预定|预计|既定|定于|拟于?"
)
"""In the clause of a day: by then it was to be."""
_ONLY_THEN = regex("[日号底初末]?(?:才|方才|始)(?![能可])")
_CHANGED = regex(
    "(?:修改|修订|调整|调减|完善|补充|重设|更新|变更)[^,，;。]{0,6}?(?:目标|计划|应|要求)"
)
"""Behind a day: it was no sooner; what was done then was to change a goal."""
_AGAINST = regex(r"[较比](?:[^,，;。\d]{0,10})$")
_TARGET = regex(
    r"[较比](?P<target>[^,，;。\d]{1,12}?)"
    r"(?:提前|提早|早|晚|[延推]迟|延[误期后]|滞后|[逾超误拖]期|拖[后延]|推后|迟)[^,，;。\d]{0,5}$"
)
"""Before a length: what else it is held against than a day."""
_MOVED = regex(r"[由从]$"), regex(r"[^,，;。\d]{0,6}?(?:推|延|提前|调|改|拖|顺延)[迟后期]?[至到]?$")
"""由4月20日推至5月11日."""
_TO_COME = regex("(?<!原)(?:预计|拟|将)[在于到]?$")
_PLANNED, _WAS = regex("计划|预计|拟|打算"), regex("实际|已|就|才|方|即|[推拖延提]|了|[至到]$|完毕")
_OTHERWISE = regex(
    "工作日|扣除|顺延|首批|末批|分别|平均|其中|每[年月周日天]|同比|[一二三]期|标段|预付|[人日]均|宽限|质保|最早|最多|至少|不得|可[提延推]|如需|如果|[如若]因"
)
_BETWEEN = regex("[,，;。、:(]|——")
_CLAUSE, _SHORT, _MANY = 24, 4, 3


class Told(Struct, frozen=True):
    """A length with the day due, the day on which it was, and whether it fits them."""

    length: Length
    due: Day
    done: Day
    early: bool
    right: bool

    @property
    def pair(self) -> tuple[Day, Day]:
        """The day that should be the earlier one, and the later."""
        return (self.done, self.due) if self.early else (self.due, self.done)


def early_or_late(facts: Facts) -> Iterator[Told]:
    """Every length that something is told to have been early or late by."""
    for length in lengths(facts, 0, len(facts.text)):
        low, high = part_of(facts, length)
        lead = _LEAD.search(facts.text, max(low, length.start - 6), length.start)
        ways = list(_DIRECTION.finditer(lead[0])) if lead else []
        if ways and not facts.in_table(length.start):
            early = ways[-1]["early"] is not None
            yield from _of(facts, length, early, low, high)


def _of(facts: Facts, length: Length, early: bool, low: int, high: int) -> Iterator[Told]:
    if _OTHERWISE.search(facts.text, low, high) or len(lengths(facts, low, high)) > 1:
        return
    days = days_of(facts, low, high)
    if days is None or not 2 <= len(days) <= _MANY or any(day.ranged for day in days):
        return
    due = [day for at, day in enumerate(days) if _is_due(facts.text, days, at)]
    done = [day for day in days if day not in due]
    if len(due) != 1 or not done:
        return
    if _is_of_another(facts.text, low, length, due[0]) or _is_next(facts.text, length, due[0]):
        return
    if all(_is_planned_too(facts.text, due[0], day) for day in done):
        return
    told = [
        Told(length, due[0], day, early, _fits(facts.text, length, due[0], day, early))
        for day in done
    ]
    right = [each for each in told if each.right]
    yield from right[:1] or _nearest(told)


def _nearest(told: Sequence[Told]) -> Sequence[Told]:
    """The only one, or that of the only day told between the day due and the length."""
    *others, last = told
    alone = all(other.done.end <= last.due.start for other in others)
    between = last.due.end <= last.done.start and last.done.end <= last.length.start
    return [last] if not others or (alone and between) else []


def _is_due(text: str, days: Sequence[Day], at: int) -> bool:
    """Whether words of its clause say that by a day it was to be, or that it is held against it."""
    day = days[at]
    lead = _BETWEEN.split(text[max(0, day.start - _CLAUSE) : day.start])[-1]
    end = days[at + 1].start if at + 1 < len(days) else day.end + _CLAUSE
    behind = _BETWEEN.split(text[day.end : min(end, day.end + _CLAUSE)])[0]
    if _AGAINST.search(lead):
        return True
    if at + 1 < len(days) and _MOVED[0].search(lead):
        return _MOVED[1].fullmatch(text[day.end : end]) is not None
    behind = "" if _ONLY_THEN.match(behind) else _CHANGED.sub("", behind)
    due = _DUE.search(lead) or _DUE.search(behind)
    return due is not None and "实际" not in lead


def _is_of_another(text: str, low: int, length: Length, due: Day) -> bool:
    """Whether a length is told of what else the done is held against: 比上年提前5天.

    A contract's term may begin later than meant, but for a day that is told as the contract's.
    """
    found = _TARGET.search(text, low, length.start)
    target = found["target"] if found else ""
    agreed = "合同" in target and "合同" in text[max(0, due.start - _CLAUSE) : due.start]
    return found is not None and not agreed and _DUE.search(target) is None


def _is_next(text: str, length: Length, due: Day) -> bool:
    """Whether a day behind a length is that of what comes next: 船期推迟两个月，……，预计2月付清."""
    return (
        due.start > length.start
        and _TO_COME.search(text, due.start - _SHORT, due.start) is not None
    )


def _is_planned_too(text: str, due: Day, done: Day) -> bool:
    """Whether the plan for one day may be that for another behind it (计划5月开工，6月完工)."""
    lead = _BETWEEN.split(text[max(0, due.start - _CLAUSE) : due.start])[-1]
    if done.start < due.start or not _PLANNED.search(lead):
        return False
    behind = _BETWEEN.split(text[done.end : done.end + _CLAUSE])[0]
    return _WAS.search(text[due.end : done.start] + behind) is None


def _fits(text: str, length: Length, due: Day, done: Day, early: bool) -> bool:
    dues = [due]
    against = _AGAINST.search(text, due.start - _CLAUSE, due.start)
    if against and due.first.year + 1 == done.first.year:  # 3月15日开班，比2022年3月25日提前10天
        dues += _a_year_on(due)
    pairs = [(done, day) if early else (day, done) for day in dues]
    return any(a.first <= b.last and fits(length, a, b) for a, b in pairs)


def _a_year_on(day: Day) -> Iterator[Day]:
    """A day of the year after."""
    year = day.first.year + 1
    points = Point(year, day.first.month, day.first.day), Point(year, day.last.month, day.last.day)
    if all(point.valid for point in points):
        first, last = day.first.replace(year=year), day.last.replace(year=year)
        yield Day(day.start, day.end, first, last, day.grain, day.part)
