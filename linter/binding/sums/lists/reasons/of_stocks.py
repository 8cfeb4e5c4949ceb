"""Words that say that parts are what there is of something, what came and went, or is left."""

from __future__ import annotations

from linter.binding.sums.lists.candidate import Candidate
from linter.late import regex

_OPENING, _CLOSING = (
    regex("[年期月季]初|上年[末底]|[原旧]有|存量"),
    regex("[年期月季][末底]|[结剩尚]余"),
)
_SPENT_OF = regex("支出|支付|列支|花费")


def is_of_a_stock(candidate: Candidate) -> bool:
    """Whether the parts are what there was, what came and went, and what is left."""
    leads = _leads(candidate)
    return any(map(_OPENING.search, leads)) and any(map(_CLOSING.search, leads))


def is_left_of_each(candidate: Candidate) -> bool:
    """Whether the parts are what was spent on several things, and what is left of each."""
    leads = _leads(candidate)
    left = sum(_CLOSING.search(lead) is not None for lead in leads)
    return left > 1 and any(map(_SPENT_OF.search, leads))


def _leads(candidate: Candidate) -> list[str]:
    """The words of each part's own."""
    row = candidate.row
    return [row.facts.own_words(row.figures[at]) for at in candidate.choice]
