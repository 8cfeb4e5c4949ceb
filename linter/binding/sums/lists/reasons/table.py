"""Reasons not to tell of a run that does not add up: it may be no total with its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.counted import is_closed, is_counted, is_counted_up
from linter.binding.sums.lists.cues import is_cued
from linter.binding.sums.lists.reasons import of_figures, of_words

Holds = Callable[[Candidate], bool]


class Reason(Struct, frozen=True):
    """What may make a figure and those beside it no total and its parts."""

    holds: Holds
    unless: Holds = lambda _: False
    """Words that outweigh it."""


OF_WORDS = (
    Reason(of_words.is_and_so_on),
    Reason(of_words.is_uneven, unless=is_counted_up),
    Reason(of_words.began_before),
    Reason(of_words.is_taken_off),
    Reason(of_words.has_two_colons),
    Reason(of_words.is_shared),
    Reason(of_words.is_due),
    Reason(of_words.has_each),
    Reason(of_words.is_before_change),
    Reason(of_words.is_spent_of_budget),
    Reason(of_words.has_hedged),
    Reason(of_words.is_planned, unless=is_counted),
    Reason(of_words.is_mixed, unless=is_counted),
    Reason(Candidate.is_balance, unless=is_cued),
)
"""Reasons in the words of a run and in where its figures stand."""
OF_FIGURES = (
    Reason(of_figures.has_own_whole),
    Reason(of_figures.is_part_beside),
    Reason(of_figures.is_difference),
    Reason(of_figures.is_signed),
    Reason(of_figures.is_overlapping),
    Reason(of_figures.is_of_some),
    Reason(of_figures.is_beyond_plan),
    Reason(of_figures.has_another_part, unless=is_closed),
    Reason(of_figures.has_untold_parts),
    Reason(of_figures.is_of_years_before),
    Reason(of_figures.has_plan_between),
    Reason(of_figures.is_of_other_counts),
    Reason(of_figures.holds_apart),
)
"""Reasons in what other figures come to: looked for last, of what one slip would explain."""


def first_reason(candidate: Candidate, reasons: Sequence[Reason]) -> Reason | None:
    """The first of some reasons that holds, if any does."""
    return next((r for r in reasons if r.holds(candidate) and not r.unless(candidate)), None)
