"""Days told without their year, and the years that they may be of."""

from __future__ import annotations

from linter.facts.facts import Facts
from linter.facts.year import BEHIND
from linter.regexes.late import regex

MONTH_DAY = regex(r"(\d{1,2})月(\d{1,2})[日号]")
_YEAR = regex(r"(20\d\d)年")


def years_of(facts: Facts, start: int) -> tuple[int, ...]:
    """The year told before a day in its sentence, else that of the title and the next, if any."""
    low, _ = facts.windows.before("sentence", start)
    if told := _YEAR.findall(facts.text[low:start]):
        return (int(told[-1]),)
    if facts.year is not None and is_titled(facts):
        return facts.year, facts.year + 1
    return ()


def is_titled(facts: Facts) -> bool:
    """Whether the title, or what stands right below it, names the evaluated year."""
    title = facts.text[facts.outline.title_start : facts.outline.title_end + BEHIND]
    return facts.year is not None and str(facts.year) in title
