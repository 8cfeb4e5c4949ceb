"""Reasons not to tell of a run that does not add up: it may be no total with its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from linter.binding.sums.lists import other_things, otherwise
from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.counted import is_closed, is_counted, is_counted_up
from linter.binding.sums.lists.cues import is_cued
from linter.binding.sums.lists.ends import is_open

Holds = Callable[[Candidate], bool]


class Reason(Struct, frozen=True):
    """What may make a figure and those beside it no total and its parts."""

    holds: Holds
    unless: Holds = lambda _: False
    """Words that outweigh it."""


def has_own_whole(candidate: Candidate) -> bool:
    """Whether the first of the parts is what the others come to: 问题26个，已改25个，剩1个."""
    first, *others = candidate.choice
    return len(others) > 1 and candidate.row.holds(first, others)


OF_WORDS = (
    Reason(other_things.is_and_so_on),
    Reason(other_things.is_uneven, unless=is_counted_up),
    Reason(other_things.is_of_years, unless=is_counted_up),
    Reason(is_open),
    Reason(other_things.is_taken_off),
    Reason(has_own_whole),
    Reason(other_things.has_two_colons),
    Reason(other_things.is_shared),
    Reason(other_things.is_due),
    Reason(other_things.has_each),
    Reason(other_things.is_before_change),
    Reason(other_things.is_spent_of_budget),
    Reason(other_things.has_hedged),
    Reason(other_things.is_planned, unless=is_counted),
    Reason(other_things.is_mixed, unless=is_counted),
    Reason(Candidate.is_balance, unless=is_cued),
)
"""Reasons in the words of a run and in where its figures stand."""
OF_FIGURES = (
    Reason(otherwise.is_part_beside),
    Reason(otherwise.is_difference),
    Reason(otherwise.is_signed),
    Reason(otherwise.is_overlapping),
    Reason(otherwise.is_of_some),
    Reason(otherwise.is_beyond_plan),
    Reason(otherwise.has_another_part, unless=is_closed),
    Reason(otherwise.has_untold_parts),
    Reason(otherwise.is_of_years_before),
    Reason(otherwise.has_plan_between),
    Reason(otherwise.is_of_other_counts),
    Reason(otherwise.holds_apart),
)
"""Reasons in what other figures come to: looked for last, of what one slip would explain."""


def first_reason(candidate: Candidate, reasons: Sequence[Reason]) -> Reason | None:
    """The first of some reasons that holds, if any does."""
    return next((r for r in reasons if r.holds(candidate) and not r.unless(candidate)), None)
