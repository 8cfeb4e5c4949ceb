"""Runs that do not add up to the figure beside them, though words or a slip say they should."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.reasons import Reason, first_reason
from linter.binding.summing import ADDED_UP
from linter.binding.sums.lists.adders import is_gained
from linter.binding.sums.lists.behind import (
    exceed_as_done_and_not,
    exceed_as_kinds,
    is_beside,
    names_all_kinds,
)
from linter.binding.sums.lists.candidate import FAR, Candidate
from linter.binding.sums.lists.counted import (
    is_closed,
    is_counted,
    is_counted_up,
    is_in_another_clause,
    leaves_out_parts,
)
from linter.binding.sums.lists.cues import is_cued, may_be_cued
from linter.binding.sums.lists.ends import is_delimited
from linter.binding.sums.lists.holding import adds_up
from linter.binding.sums.lists.interleaved import listed, of_kind
from linter.binding.sums.lists.neighbours import MOST_UNCUED, near, sized
from linter.binding.sums.lists.parted import exceeds, names_a_set, names_just_a_set
from linter.binding.sums.lists.plain import is_plain_sum
from linter.binding.sums.lists.reasons.of_figures import is_of_all
from linter.binding.sums.lists.reasons.of_words import are_products, is_compared, is_uneven
from linter.binding.sums.lists.reasons.table import OF_FIGURES, OF_WORDS
from linter.binding.sums.lists.row import Row
from linter.binding.sums.lists.run import Run
from linter.regexes.late import regex

_SURE = 3
_FEW, _MANY = 4, 5
"""How many digits the longest figure of a sum must have to be told: of a list that may be open
(其中), and where no words say that it is a list."""
_FEWEST = 2
_DIMENSIONS = 3
"""Of so many marks a total is made up, also where 其中 leads to them."""

_OF_EACH, _NEAR = regex("[各每]"), 8
"""Before figures: they are to be multiplied first: 6人各包2个，1人包1个，合计13个."""
_SUMMED_UP = regex(
    "[^,，;。:、\\d]{0,8}[,，;。、]?[^,，;。:、\\d]{0,6}"
    f"(?:{ADDED_UP}|小计|共|总[数分额量]|总得分)"
    "[^,，;。:、\\d]{0,4}"
)
"""Between a list and its total: no long name, which would be that of more than is listed."""
_NAMED_ANOTHER = regex(
    "[,，;](?![^,，;。]*(?:[总全各这其项类个年期度里方数量额费用]|上述|以上|资金|[支收投][出入]|面积|规模))"
    f"[\u4e00-\u9fff]{{4,}}(?:{ADDED_UP}|共)[为是有达]?$"
)
"""Between a list and its total: what may be a part that is told with no more than its own sum."""
_COMPOSED = regex("[^,，;。、\\d]{0,8}(?:组成|构成)[,，]?[总一]?共")
"""Between a list and its total: 组长1人、副组长2人、成员5人组成，共8人."""


def failing(row: Row, settled: set[int], *, alike: bool) -> Iterator[Run]:
    """The runs that one slip would explain, of figures that no sum that holds has settled.

    Where the figures of the row are not ``alike``, only those that words count and add up.
    """
    fresh = {k for k, figure in enumerate(row.figures) if figure.start not in settled}
    if not fresh:
        return
    for i in range(len(row.figures)):
        for candidate in sized(row, i):
            if fresh.isdisjoint(candidate.places):
                continue
            if i not in fresh and not is_cued(candidate):
                continue
            if not alike and not is_counted_up(candidate):
                continue
            run = _failing(candidate)
            if run is not None:
                if not _holds_beside(candidate):
                    yield run
                break
        else:
            yield from _failing_outer(row, i) if alike else ()


def withheld(row: Row) -> Iterator[tuple[Candidate, Reason[Candidate]]]:
    """The lists that words lead to and one slip would explain, with why they are not told."""
    for i in range(len(row.figures)):
        for candidate in sized(row, i):
            if is_cued(candidate) and not candidate.holds() and candidate.is_slip(1, sure=True):
                reason = first_reason(candidate, (*OF_WORDS, *OF_FIGURES))
                if reason is not None:
                    yield candidate, reason


def _holds_beside(candidate: Candidate) -> bool:
    """Whether a run on the same side of the total adds up to it, and ends no later than it."""
    uneven = is_uneven(candidate)
    return any(
        other.ahead == candidate.ahead and adds_up(other) and (uneven or not is_uneven(other))
        for other in near(candidate.row, candidate.i)
    )


def _failing(candidate: Candidate) -> Run | None:
    """A run that does not add up, where words say it is a list and a slip explains it.

    Or however much, where it is plainly told.
    """
    if sum(part.printed != 0 for part in candidate.parts) < _FEWEST:
        return None
    kind = of_kind(candidate)
    chosen = candidate if kind is None else candidate.with_parts(kind)
    if len(chosen.choice) < _FEWEST or not _is_explicable(chosen):
        return None
    most = max(candidate.row.digits[k] for k in candidate.places)
    parted = names_a_set(candidate) or exceeds(candidate)
    few = most < _FEWEST and not (parted or is_plain_sum(candidate) or _is_composed(candidate))
    if few or leaves_out_parts(candidate) or first_reason(candidate, OF_WORDS):
        return None
    cued, counted, closed = is_cued(candidate), is_counted(candidate), is_closed(candidate)
    whole = closed or counted or parted or _is_list(candidate, cued=cued)
    if most < _FEW and not (counted or parted) and not candidate.is_tight(with_total=not whole):
        return None
    if whole:
        slipped = chosen.is_slip(1, sure=True) or _is_stale(chosen) or is_plain_sum(candidate)
    elif cued:
        slipped = most >= _FEW and chosen.is_slip(2, printed=True)
    else:
        slipped = _is_uncued_slip(candidate, most)
    closed_for_all = closed and (chosen.ahead or _SUMMED_UP.fullmatch(chosen.gap) is not None)
    counts_all = closed_for_all or counted
    if not slipped:
        return None
    if chosen.is_far_off() and not _is_alone(candidate, chosen, counts_all=counts_all):
        return None
    if first_reason(candidate, OF_FIGURES):
        return None
    sure = closed and candidate.row.digits[candidate.i] >= _SURE and candidate.is_tight()
    sure = sure and not candidate.ends_between() and kind is None
    sure = sure and not _are_people_in_turn(candidate) and not _is_gained(candidate)
    sure = sure and (chosen.ahead or not _may_be_of_another(chosen))
    added = cued and not candidate.ahead
    return Run(candidate.total, tuple(chosen.parts), holds=False, sure=sure, added=added)


def _may_be_of_another(chosen: Candidate) -> bool:
    """Whether a total bears a name of its own, or the next figure is what the parts come to.

    A类86份、B类74份、C类60份，加在一起发放240份，收回220份.
    """
    total, row = chosen.total, chosen.row
    _, high = row.sentence(total)
    behind = row.facts.within(total.end, min(high, total.end + FAR))[:1]
    return _NAMED_ANOTHER.search(chosen.gap) is not None or any(
        f.unit == total.unit and f.value.meets(row.sum(chosen.choice)) for f in behind
    )


def _is_explicable(candidate: Candidate) -> bool:
    """Whether a slip, a part that was forgotten or a plain miscalculation may be behind a sum.

    Asked of the figures alone, before the words: of most runs beside a figure nothing is.
    """
    return candidate.is_near() or candidate.forgets_last() or candidate.is_slip(1, sure=True)


def _is_alone(candidate: Candidate, chosen: Candidate, *, counts_all: bool) -> bool:
    """Whether parts that are closed, counted or just a set have none of their kind beside them."""
    return (counts_all or names_just_a_set(candidate)) and _is_all_there_is(chosen)


def _is_all_there_is(candidate: Candidate) -> bool:
    """Whether no other figure of its kind stands near a list, and none is one of several."""
    row = candidate.row
    first, last = row.figures[0], row.figures[-1]
    whole = len(candidate.places) == len(row.figures)
    return whole and not _OF_EACH.search(row.text, first.start - _NEAR, last.end)


def _are_people_in_turn(candidate: Candidate) -> bool:
    """Whether people are added up to times, which may be more: each came once or more often."""
    return candidate.total.dimension == "person-time" and candidate.first.dimension == "person"


def _is_gained(candidate: Candidate) -> bool:
    """Whether only the ways by which things were gained make their number the total."""
    if candidate.ahead:
        return False
    return is_gained(candidate.row, candidate.choice[-1], candidate.gap)


def _is_composed(candidate: Candidate) -> bool:
    """Whether words say of a close list of small numbers that they make up a total."""
    if len(candidate.choice) <= _FEWEST or not candidate.is_tight(with_total=False):
        return False
    beside = candidate.row.text[candidate.last.end : candidate.last.end + FAR]
    return _COMPOSED.match(beside) is not None


def _is_stale(candidate: Candidate) -> bool:
    """Whether a total of a close list is what there was before its last part was added."""
    if len(candidate.choice) <= _FEWEST or not candidate.forgets_last():
        return False
    return candidate.is_tight(with_total=False) and is_of_all(candidate)


def _is_list(candidate: Candidate, *, cued: bool) -> bool:
    """Whether parts are all that a total has though no words say that the list is closed."""
    marks = candidate.total.dimension == "score" and len(candidate.choice) >= _DIMENSIONS
    named = names_all_kinds(candidate) or exceed_as_kinds(candidate)
    named = named or exceed_as_done_and_not(candidate)
    return is_beside(candidate) or (cued and marks) or named


def _is_uncued_slip(candidate: Candidate, most: int) -> bool:
    """Whether one slip in long figures, or two digits swapped, explains a list without cues."""
    if most < _SURE or len(candidate.choice) > MOST_UNCUED:
        return False
    if not is_delimited(candidate) or is_compared(candidate) or is_in_another_clause(candidate):
        return False
    if are_products(candidate):
        return False
    if candidate.gap.startswith("、"):  # it is one of their list
        return False
    return candidate.is_slip(4) if most >= _MANY else candidate.is_swap()


def _failing_outer(row: Row, i: int) -> Iterator[Run]:
    """A list before its total with parts of parts, where one slip keeps it from adding up."""
    if not i or not may_be_cued(row, i, i - 1):
        return
    candidate = Candidate(row, i, listed(row, i))
    if len(candidate.choice) < _FEWEST or first_reason(candidate, OF_WORDS):
        return
    if candidate.is_slip(1, sure=True) and not first_reason(candidate, OF_FIGURES):
        yield Run(candidate.total, tuple(candidate.parts), holds=False, added=True)
