"""Words that say that parts are what there is of something, what came and went, or is left."""

from __future__ import annotations

from itertools import pairwise

from linter.binding.sums.lists.candidate import Candidate
from linter.regexes.late import regex

_OPENING, _CLOSING = (
    regex("[年期月季]初|上年[末底]|[原旧]有|存量"),
    regex("[年期月季][末底]|[结剩尚]余"),
)
_PRESENT, _COMES = (
    regex("(?:[现原旧]有|存量)[^,，;。\\d]{0,8}$"),
    regex("(?:[本今]年|当年|年内|新)[^,，;。\\d]{0,4}(?:购|增|建|添|招|更新)"),
)
"""Before what there was, and between it and what came to it: 现有120辆，本年购置18辆."""
_SPENT_OF = regex("支出|支付|列支|花费")
_UP_TO = regex(
    "[年月日季底末](?:[^,，;。]{0,6})?累计|(?:截|[到至])(?:[^,，;。]{0,8}[年月日季底末]|目前)[^,，;。\\d]{0,3}$"
    "|季度?末|[月年][末底]|上半年|前[两二三]季度"
)
"""Before what there was up to a time: such figures grow, and are no parts of each other."""
_COMPARES = regex("[比较按]")
"""Around the name of a year: the total is not of that, it is only held against it."""


def is_of_a_stock(candidate: Candidate) -> bool:
    """Whether the parts are what there was, what came and went, and what is left."""
    leads = _leads(candidate)
    return any(map(_OPENING.search, leads)) and any(map(_CLOSING.search, leads))


def is_added_to(candidate: Candidate) -> bool:
    """Whether the total is what there was, and the parts are what came to it."""
    if not candidate.ahead or not candidate.row.is_led(candidate.i, _PRESENT):
        return False
    return "其中" not in candidate.gap and _COMES.search(candidate.gap) is not None


def is_left_of_each(candidate: Candidate) -> bool:
    """Whether the parts are what was spent on several things, and what is left of each."""
    leads = _leads(candidate)
    left = sum(_CLOSING.search(lead) is not None for lead in leads)
    return left > 1 and any(map(_SPENT_OF.search, leads))


def are_up_to_stages(candidate: Candidate) -> bool:
    """Whether the parts are what had been reached at one time after the other.

    Each is more than the one before, and the words of two say up to when: 6月底55人，9月底90人.
    """
    parts = candidate.parts
    growing = all(a.printed <= b.printed for a, b in pairwise(parts))
    return growing and sum(_UP_TO.search(lead) is not None for lead in _leads(candidate)) > 1


def is_of_another_year(candidate: Candidate) -> bool:
    """Whether the total behind a list is told of a year before, and no part is of such a year.

    一季度43.2万元、……、四季度65万元，……。2021年是171人239.4万元.
    """
    if candidate.ahead:
        return False
    facts, total = candidate.row.facts, candidate.total
    low, _ = candidate.row.sentence(total)
    low = facts.behind_last(",", max(low, candidate.last.end), total.start)
    if _COMPARES.search(facts.text, low, total.start):
        return False
    return facts.cues.last("past-year", low, total.start) is not None and not any(
        "past-year" in facts.heard(part) for part in candidate.parts
    )


def _leads(candidate: Candidate) -> list[str]:
    """The words of each part's own."""
    row = candidate.row
    return [row.facts.own_words(row.figures[at]) for at in candidate.choice]
