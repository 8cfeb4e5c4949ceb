"""Years of document numbers that cannot be: behind the report, or far from the day beside them.

A document of a later year than the report's was not there to be referred to. One that was issued on
a day has the number of that year, or, where the day is that of its arrival, of the year before.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.dates.written import period_end
from linter.binding.nearby import moments_within
from linter.facts.moment import Moment
from linter.facts.reference import Reference
from linter.regexes.late import regex

_YEAR = regex(r"[〔\[【(](\d{4})")
_ISSUED = regex("批复|批准|核准|审批|备案|下达|印发|下发|发布|公布|出台|转发|立项|[以经]$")
"""Between a day and a document: it was issued then."""
_CITED = regex("[按参遵依]照|[根依]据|对照|执行|废止|修订")
"""The same: it was there already."""
_LATEST, _APART = 2, 2
"""How many years behind the evaluated one a document may be that a report names, and by how many
the year of a document and that of its day may not differ."""
_NEAR, _MARCH = 40, 3
_NUMBER_IS = regex(r"(?:文号|编号|字号)[为是:]?$|(?:印发|下发|发布|公布|出台|制定)的《[^》]*》\($")
"""Between a day and a document's number: it is that of what was issued then, though it be cited."""
_WHEN = regex(
    r"\)?[^,，;。〔\d]{0,8}[,，]?(?:该号?(?:文件|文)|其)?[^,，;。〔\d]{0,14}?(?:[于在是为]|落款日?期?为?)$"
)
_THEN = regex(r"[^,，;。\d]{0,12}?(?:(?:印发|下发|签发|发布|公布|出台)(?:[,，;。)并]|$)|作出的)")
"""Behind a document's number, and behind the day there: it was issued then."""
_MINUTES, _MEETING = regex("纪要"), regex(r"[^,，;。\d]{0,6}会议")


class Numbered(Struct, frozen=True):
    """A document number with its year, and the day beside it, if there is one."""

    document: Reference
    year: int
    day: Moment | None
    is_wrong: bool


def numbered(case: Case) -> Iterator[Numbered]:
    """Every document number whose year can be told right or wrong."""
    end = period_end(case)
    references = case.facts.references
    for at, document in enumerate(references):
        found = _YEAR.search(case.facts.text, document.start, document.end)
        if document.kind != "doc-number" or found is None:
            continue
        before = references[at - 1].end if at else 0
        year, day = int(found[1]), _day_before(case, document, before)
        after = _day_behind(case, document)
        if end is not None and year > end.year + _LATEST:
            yield Numbered(document, year, None, is_wrong=True)
        elif day is not None and day.year is not None:
            yield Numbered(document, year, day, is_wrong=abs(day.year - year) >= _APART)
        elif after is not None and after.first is not None:
            late = after.first.year > year and after.first.month >= _MARCH
            yield Numbered(document, year, after, is_wrong=late or after.first.year < year)


def _day_behind(case: Case, document: Reference) -> Moment | None:
    """The day behind a document in its sentence, where words say that it was issued then.

    Minutes are numbered in the year of their meeting.
    """
    facts = case.facts
    _, high = facts.windows.bounds("sentence", document.start)
    days = moments_within(facts, document.end, min(high, document.end + _NEAR))
    if not days or days[0].year is None:
        return None
    day, minutes = days[0], _MINUTES.search(facts.text, document.start, document.end)
    if not _WHEN.fullmatch(facts.text, document.end, day.start):
        return None
    then = _MEETING if minutes else _THEN
    return day if then.match(facts.text, day.end, high) else None


def _day_before(case: Case, document: Reference, behind: int) -> Moment | None:
    """The day right before a document in its sentence, where words say that it was issued then.

    Not one before the end of another reference, ``behind``.
    """
    facts = case.facts
    low, _ = facts.windows.bounds("sentence", document.start)
    found = moments_within(facts, max(low, behind, document.start - _NEAR), document.start)
    days = [day for day in found if day.year is not None]
    if not days:
        return None
    between = facts.text[days[-1].end : document.start]
    if _NUMBER_IS.search(between):
        return days[-1]
    if days[-1] is not found[-1] or days[-1].kind not in ("date", "period"):
        return None
    return days[-1] if _ISSUED.search(between) and not _CITED.search(between) else None
