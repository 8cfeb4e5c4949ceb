"""Marks that fit what stands beside them, and marks that nobody adds up together."""

from __future__ import annotations

from linter.binding.misfits.fit import SUMS, Fit
from linter.binding.sums.lists.mark_kinds import kinds_of_marks
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import role_of
from linter.regexes.late import regex

_ENDS = regex("[;。\n]")
_BEFORE = 3
"""How many figures before a mark may be its full mark and what was lost of that."""
_REACH = 200
"""How many characters around marks are looked through: behind one for what was lost of its full
mark, before several for what they are."""


def is_what_is_kept(facts: Facts, mark: Quantity) -> bool:
    """Whether a mark is its full mark less what was taken off: 8分得7.50分，……扣0.50分."""
    if mark.dimension != "score":
        return False
    before = [f for f in facts.last_before(mark, _BEFORE) if _is_beside(facts, f, mark)]
    high = min(facts.windows.bounds("sentence", mark.start)[1], mark.end + _REACH)
    lost = [f for f in before if role_of(facts, f) == "deduction"]
    for figure in facts.within(mark.end, high):
        if figure.dimension == "score":
            if role_of(facts, figure) != "deduction" or not _is_beside(facts, mark, figure):
                break
            lost.append(figure)
    full = next((f for f in reversed(before) if f not in lost), None)
    if full is None or not lost:
        return False
    return full.printed - mark.printed == sum(f.printed for f in lost)


def _is_beside(facts: Facts, one: Quantity, other: Quantity) -> bool:
    """Whether both are marks of one item."""
    alike = one.dimension == other.dimension == "score"
    return alike and not _ENDS.search(facts.text, one.end, other.start)


def are_of_two_kinds(facts: Facts, figure: Quantity, fit: Fit) -> bool:
    """Whether a sum would add up marks got and full marks: 得5.50分，……分值分别为14分、10分."""
    if fit.way not in SUMS or any(f.dimension != "score" for f in (figure, *fit.figures)):
        return False
    added = fit.parts(figure)
    first = min(f.start for f in added)
    low, _ = facts.windows.before("sentence", first, _REACH)
    near = facts.within(low, max(f.end for f in added))
    told = kinds_of_marks(facts, [f for f in near if f.dimension == "score"])
    kinds = [told[f.start] for f in added if f.start in told]
    return bool(kinds) and not set(kinds[0]).intersection(*kinds[1:])
