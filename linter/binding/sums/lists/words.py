"""The figures of one row that can be added up, and the words before and between them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.late import regex

_REACH = 300
"""How many characters of a long sentence are looked through."""
_BRACKETED = regex(r"\([^()]*\)")
_TOTAL = regex(r"(?:合计|共计|总计|总数|总量|总额|总分|总得分|得分合计|全年|共)(?:有|为|是|得)?$")
_SUMS_ONE = regex(r"[,，]?(?:合计|共计|总计|共)[有为是]?")
"""Between a figure and the total of that one alone: 每年2.4万元共7.2万元."""
_MAY_SUM = regex("[共合总累全含:]|其中")
_SUM = regex("(?:合计|共计|总计|总额|总数)(?:为|是)?$")
FAR = 40
"""How many characters may stand between a total and a list, or a list and what ends it."""
TIGHT = 16
"""Within how many characters the items of a list follow each other."""


class Words:
    """The figures of one row, and the words before and between them."""

    def __init__(self, facts: Facts, figures: Sequence[Quantity], depths: Sequence[int]) -> None:
        self.facts, self.figures, self.depths = facts, figures, depths
        self.text = facts.text
        self._led: dict[tuple[int, re.Pattern[str]], bool] = {}

    def gap(self, i: int, first: int) -> str:
        """What stands between a total and the first part behind it, without brackets."""
        gap = self.text[self.figures[i].end : self.figures[first].start]
        return _BRACKETED.sub("", gap)

    def may_sum(self, i: int, beside: int) -> bool:
        """Whether any word between a figure and the next may make one of them a total."""
        first, second = sorted((i, beside))
        gap = self.text[self.figures[first].end : self.figures[second].start]
        return _MAY_SUM.search(gap) is not None

    def sentence(self, figure: Quantity) -> tuple[int, int]:
        """The sentence of a figure, as far as it may have to do with it."""
        low, high = self.facts.windows.bounds("sentence", figure.start)
        return max(low, figure.start - _REACH), min(high, figure.end + _REACH)

    def is_sum(self, k: int) -> bool:
        """Whether a figure sums up those before it, and so is none of them."""
        return self.is_led(k, _SUM)

    def is_called_total(self, i: int) -> bool:
        """Whether the words before a figure call it a total (共664户，甲镇132户、乙镇352户……)."""
        if not self.is_led(i, _TOTAL):
            return False
        before = self.figures[i - 1].end if i else 0
        return _SUMS_ONE.fullmatch(self.text, before, self.figures[i].start) is None

    def is_tight(self, places: list[int]) -> bool:
        """Whether the figures follow each other closely, as the items of a list do."""
        gaps = (
            self.figures[b].start - self.figures[a].end
            for a, b in itertools.pairwise(sorted(places))
        )
        return all(gap <= TIGHT for gap in gaps)

    def ends_between(self, places: list[int]) -> bool:
        """Whether a sentence ends among the figures."""
        first, *_, last = sorted(places)
        return "。" in self.text[self.figures[first].end : self.figures[last].start]

    def is_led(self, k: int, pattern: re.Pattern[str]) -> bool:
        """Whether the words of a figure's own before it hold some."""
        found = self._led.get((k, pattern))
        if found is None:
            lead = self.facts.own_lead(self.figures[k])
            found = self._led[k, pattern] = pattern.search(self.text, *lead) is not None
        return found
