"""A day that was wanted, the day that was, and the word for it: 应6月底前，实于8月12日，按期完成.

Two days stand before the verdict in its clause, the first of them the one that was wanted.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from msgspec import Struct

from linter.facts.facts import Facts
from linter.regexes.late import regex

_VERDICT = regex(
    "[,，](?:属于?|系|均|已|实现了?|做到|为|未能?)?(?:(?P<held>按[期时]|如期|准时|提前)|(?P<late>延期|逾期|延误|滞后|超期|推迟|拖延))"
    "(?P<step>完成|完工|交付|投用|验收|竣工|办结|建成|供货|交货|开工|实施)?(?:任务|目标)?(?:了?\\d+(?:天|日|个月)|率[为是达到]{0,2}100%)?(?=[,，;。)]|$)"
)
_DAY = regex(
    r"(?:(?P<year>20\d\d)年)?(?P<month>1[0-2]|[1-9])月(?:(?P<day>3[01]|[12]\d|[1-9])日|(?P<part>底|末|上旬|中旬|下旬)|份)?"
)
_WANTED = regex(
    "(?:计划|预计|目标|(?<![供反响效适对])应|要求|约定|规定|合同|限)[^,，;。\\d]{0,12}$"
)
_BEFORE = regex("(?:之|以)?前")
_WAS = regex("(?:实际|实|于|在|直?至|到)[^,，;。\\d]{0,10}$")
_OTHERWISE = regex(
    "调整|顺延|批准|同意|变更|延长|展期|不可抗力|扣除|分别|[一二三]期|其中|补充|重新|未|不|没|次年|上年|修订"
)
_PARTS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "底": (21, 31), "末": (21, 31)}
_STEPS = regex("开工|完工|竣工|验收|投用")
_APART = frozenset(("开工", "交付", "供货", "交货"))
"""Steps of one work, and those that others neither are nor begin with."""
_FAR, _LEAD, _PAIR = 90, 16, 2

Day = tuple[int, int, int]


class OnTime(Struct, frozen=True):
    """The verdict, the day that was wanted and the one that was, and whether they go together."""

    verdict: tuple[int, int]
    wanted: tuple[int, int]
    was: tuple[int, int]
    holds: bool


def on_time(facts: Facts) -> Iterator[OnTime]:
    """Each verdict that has both days before it."""
    for verdict in _VERDICT.finditer(facts.text):
        low, _ = facts.windows.before("clause", verdict.start(), _FAR)
        days = list(_DAY.finditer(facts.text, low, verdict.start()))
        if len(days) == _PAIR and not _OTHERWISE.search(facts.text, low, verdict.end()):
            wanted, was = days
            if _is_of_another(facts.text[wanted.end() : verdict.start()], verdict["step"]):
                continue
            if _are_so(facts.text, low, wanted, was):
                place = verdict.span("held") if verdict["held"] else verdict.span("late")
                holds = _holds(wanted, was, late=bool(verdict["late"]))
                yield OnTime(place, wanted.span(), was.span(), holds)


def _is_of_another(told: str, step: str | None) -> bool:
    """Whether the day that was is told of another step than that which the verdict is of."""
    return step in _APART and any(done[0] != step for done in _STEPS.finditer(told))


def _are_so(text: str, low: int, wanted: re.Match[str], was: re.Match[str]) -> bool:
    """Whether words make the first day the one that was wanted, and the other the one that was."""
    lead = max(low, wanted.start() - _LEAD)
    due = _WANTED.search(text, lead, wanted.start()) is not None
    known = bool(wanted["year"]) or not was["year"]
    begin = max(wanted.end(), was.start() - _LEAD)
    told = _WAS.search(text, begin, was.start()) is not None
    return due and told and known and not _BEFORE.match(text, was.end())


def _holds(wanted: re.Match[str], was: re.Match[str], *, late: bool) -> bool:
    """Whether the day that was may be in time, or late, as is said."""
    due, done = _span(wanted, 0), _span(was, int(wanted["year"] or 0))
    return done[1] >= due[0] if late else done[0] <= due[1]


def _span(found: re.Match[str], year: int) -> tuple[Day, Day]:
    """The first and the last day that may be meant; without a year it is that of the other."""
    of, month = int(found["year"] or year), int(found["month"])
    last = monthrange(of or 2024, month)[1]
    if found["day"]:
        low = high = int(found["day"])
    else:
        low, high = _PARTS.get(found["part"] or "", (1, last))
    return (of, month, low), (of, month, min(high, last))
