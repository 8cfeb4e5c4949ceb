"""Years of document numbers that cannot be: behind the report, or far from the day beside them.

A document of a later year than the report's was not there to be referred to. One that was issued on
a day has the number of that year, or, where the day is that of its arrival, of the year before.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from linter.binding.case import Case
from linter.binding.dates.written import period_end
from linter.facts.moment import Moment
from linter.facts.reference import Reference
from linter.late import regex

_YEAR = regex(r"[〔\[【(](\d{4})")
_ISSUED = regex("批复|批准|核准|审批|备案|下达|印发|下发|发布|公布|出台|转发|立项|[以经]$|按照$")
"""Between a day and a document: it was issued then."""
_LATEST, _APART = 2, 2
"""How many years behind the evaluated one a document may be that a report names, and by how many
the year of a document and that of its day may not differ."""
_NEAR = 40


class Numbered(Struct, frozen=True):
    """A document number with its year, and the day beside it, if there is one."""

    document: Reference
    year: int
    day: Moment | None
    is_wrong: bool


def numbered(case: Case) -> Iterator[Numbered]:
    """Every document number whose year can be told right or wrong."""
    end = period_end(case)
    for document in case.facts.references:
        found = _YEAR.search(case.facts.text, document.start, document.end)
        if document.kind != "doc-number" or found is None:
            continue
        year, day = int(found[1]), _day_before(case, document)
        if end is not None and year > end.year + _LATEST:
            yield Numbered(document, year, None, is_wrong=True)
        elif day is not None and day.year is not None:
            yield Numbered(document, year, day, is_wrong=abs(day.year - year) >= _APART)


def _day_before(case: Case, document: Reference) -> Moment | None:
    """The day right before a document in its sentence, where words say that it was issued then."""
    facts = case.facts
    low, _ = facts.windows.bounds("sentence", document.start)
    low = max(low, document.start - _NEAR)
    days = [m for m in facts.moments if low <= m.start < document.start]
    if not days or days[-1].kind not in ("date", "period") or days[-1].year is None:
        return None
    between = facts.text[days[-1].end : document.start]
    others = (r for r in facts.references if days[-1].end <= r.start < document.start)
    return days[-1] if _ISSUED.search(between) and not any(others) else None
