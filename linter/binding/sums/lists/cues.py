"""Whether words lead from a total to the run of parts beside it, or from these to it."""

from __future__ import annotations

from linter.binding.sums.lists.adders import is_nested, may_add
from linter.binding.sums.lists.candidate import Candidate
from linter.binding.sums.lists.ends import is_delimited
from linter.binding.sums.lists.openers import is_opened, may_open
from linter.binding.sums.lists.row import Row


def may_be_cued(row: Row, i: int, neighbour: int) -> bool:
    """Whether words between a total and the part beside it may join them."""
    return row.once(may_open if neighbour > i else may_add, i, neighbour)


def is_cued(candidate: Candidate) -> bool:
    """Whether words open the run after its total, or add it up before."""
    if not may_be_cued(candidate.row, candidate.i, candidate.neighbour):
        return False
    fits = is_opened(candidate) if candidate.ahead else not is_nested(candidate)
    return fits and is_delimited(candidate)
