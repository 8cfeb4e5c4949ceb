"""Sums so plainly told that what does not add up is wrong by however much: no slip need explain it.

中央资金320万元、地方配套186万元，合计534万元: one sentence, nothing else of the kind in it.
"""

from __future__ import annotations

import itertools

from linter.binding.alone import are_alone
from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.counted import is_closed
from linter.binding.sums.lists.parted import names_a_set
from linter.late import regex

_BETWEEN = regex(
    r"(?!.*(?:率|另|每|各|均|比|超|除|扣|减|净|计[,，]|[,，][^,，]+分别))[^。;()\d%]{0,16}"
)
"""Between two figures of a list or it and its total: names, and nothing that is calculated."""
_OF_EACH = regex("[均各每]为?$")
"""Before a total: there are several of it, and each part is of another."""


def is_plain(candidate: Candidate) -> bool:
    """Whether a list and its total stand side by side, alone of their kind in one sentence."""
    row, (first, *_, last) = candidate.row, sorted(candidate.places)
    if last - first != len(candidate.choice) or candidate.total.dimension == "score":
        return False
    if not candidate.is_tight() or candidate.is_far_off():
        return False
    if not (is_closed(candidate) or names_a_set(candidate)) or row.is_led(candidate.i, _OF_EACH):
        return False
    figures = row.figures[first : last + 1]
    if any(f.start in row.facts.spoken or f.hedge for f in figures):
        return False
    return are_alone(row.facts, figures) and all(
        _BETWEEN.fullmatch(row.text, a.end, b.start) for a, b in itertools.pairwise(figures)
    )
