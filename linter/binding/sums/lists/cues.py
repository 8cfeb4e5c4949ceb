"""Words that lead from a total to the run of parts beside it, or from these to it."""

from __future__ import annotations

from linter.binding.sums.lists.adders import is_nested, may_add
from linter.binding.sums.lists.ends import is_delimited
from linter.binding.sums.lists.openers import is_opened, may_open
from linter.binding.sums.lists.words import Words


class Cues:
    """Whether words lead from the total of a row to a run of parts, or from these to it."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._joined: dict[tuple[int, int], bool] = {}

    def may_be_cued(self, i: int, neighbour: int) -> bool:
        """Whether words between a total and the part beside it may join them."""
        found = self._joined.get((i, neighbour))
        if found is None:
            opens = may_open if neighbour > i else may_add
            found = self._joined[i, neighbour] = opens(self._words, i, neighbour)
        return found

    def is_cued(self, i: int, choice: list[int]) -> bool:
        """Whether words open the run after its total, or add it up before."""
        ahead = choice[0] > i
        if not self.may_be_cued(i, choice[0] if ahead else choice[-1]):
            return False
        fits = is_opened(self._words, i, choice) if ahead else not is_nested(self._words, choice)
        return fits and is_delimited(self._words, i, choice)
