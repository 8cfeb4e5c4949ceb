"""Sums so plainly told that what does not add up is wrong by however much: no slip need explain it.

中央资金320万元、地方配套186万元，合计534万元: one sentence, nothing else of the kind in it.
"""

from __future__ import annotations

import itertools

from linter.binding.alone import are_alone
from linter.binding.summing import ADDED_UP
from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.counted import is_closed
from linter.binding.sums.lists.parted import names_a_set
from linter.regexes.late import regex

_BETWEEN = regex(
    r"(?!.*(?:率|另|每|各|均|比|超|除|扣|减|净|计[,，]|[,，][^,，]+分别))[^。;()\d%]{0,16}"
)
"""Between two figures of a list or it and its total: names, and nothing that is calculated."""
_OF_EACH = regex("[均各每]为?$")
"""Before a total: there are several of it, and each part is of another."""
_SUMS_UP = regex(
    "[,，;]?(?:以上|上述|这)?(?:[两二三四五六七八九十]个?[\u4e00-\u9fff]{1,2})?"
    f"(?:{ADDED_UP}|共)"
    "(?P<done>[\u4e00-\u9fff]{0,3}?)(?:资金|金额)?[了为有是达]?"
)
"""Between a list and its total: what sums up, and what was done with all that is listed."""


def is_plain_sum(candidate: Candidate) -> bool:
    """Whether a list and its total stand side by side, alone of their kind in one sentence."""
    row, (first, *_, last) = candidate.row, sorted(candidate.places)
    if last - first != len(candidate.choice) or candidate.total.dimension == "score":
        return False
    if not candidate.is_tight() or candidate.is_far_off():
        return False
    if not (is_closed(candidate) or names_a_set(candidate)) or row.is_led(candidate.i, _OF_EACH):
        return False
    if not candidate.ahead and not _is_summed_up(candidate):
        return False
    figures = row.figures[first : last + 1]
    if any(f.start in row.facts.spoken or f.hedge for f in figures):
        return False
    return are_alone(row.facts, figures) and all(
        _BETWEEN.fullmatch(row.text, a.end, b.start) for a, b in itertools.pairwise(figures)
    )


def _is_summed_up(candidate: Candidate) -> bool:
    """Whether only what sums up stands before a total: no 含税合计, 审定总额 or 总计划.

    What was done with what is summed up is told before it, too: of funds, no 共计支出.
    """
    found = _SUMS_UP.fullmatch(candidate.gap)
    if found is None:
        return False
    low, _ = candidate.row.sentence(candidate.first)
    return found["done"] in candidate.row.text[low : candidate.last.end]
