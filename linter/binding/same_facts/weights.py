"""How much the words tell that two figures share: the seldomer in the report, the more."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from operator import add

from linter.binding.same_facts.same_kind import named
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity

_LEAD, _WIDE, _BEHIND = 24, 48, 10
_COMMON = ((3, 1.0), (6, 0.6), (12, 0.35), (30, 0.15))
"""How much a pair of letters tells that the report has no more often than so."""
_GENERAL = frozenset(
    {
        "全年", "实际", "完成", "达到", "共计", "合计", "累计", "其中", "计划", "目标", "年初",
        "年度", "项目", "资金", "本次", "本年", "指标", "得分", "满分", "数量", "情况", "以上",
        "的目", "目的", "每人", "人数", "金额", "总数", "总额",
    }
)  # fmt: skip
"""What names anything."""
_LITTLE = 0.05


class Weights:
    """The words of the figures of one report, as pairs of letters, and what each tells."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._words: dict[int, frozenset[str]] = {}
        self._told: dict[str, float] = {}

    def around(self, figure: Quantity) -> frozenset[str]:
        """What names a figure: its row and column, or the words around it."""
        found = self._words.get(figure.start)
        if found is None:
            found = self._words[figure.start] = _words(self._facts, figure)
        return found

    def shared(self, a: Quantity, b: Quantity) -> frozenset[str]:
        """What names both of two figures."""
        return self.around(a) & self.around(b)

    def of(self, words: Iterable[str]) -> float:
        """How much some words tell; their order, which no set keeps, changes nothing."""
        return fsum(map(self._telling, words))

    def far(self, figure: Quantity, twin: Quantity) -> float:
        """The weight of the words that the sentences of two figures share before them."""
        facts = self._facts
        sides = []
        for f in (figure, twin):
            low, _ = facts.windows.before("sentence", f.start, _WIDE)
            cell = f.start in facts.cells
            sides.append(self.around(f) if cell else facts.pairs_within(low, f.start))
        return self.of(filter(_is_word, sides[0] & sides[1]))

    def _telling(self, pair: str) -> float:
        found = self._told.get(pair)
        if found is None:
            often = self._facts.commonness[pair]
            weights = (weight for most, weight in _COMMON if often <= most)
            found = self._told[pair] = _LITTLE if pair in _GENERAL else next(weights, _LITTLE)
        return found


def _words(facts: Facts, figure: Quantity) -> frozenset[str]:
    """The pairs of letters of what names a figure: its row and column, or the words around it."""
    text = named(facts, figure)
    if text:
        return frozenset(p for p in map(add, text, text[1:]) if _is_word(p))
    low, _ = facts.windows.bounds("sentence", figure.start)
    before = facts.before(figure.start)
    low = max(low, figure.start - _LEAD, before.end if before else 0)
    _, high = facts.trail(figure)
    high = min(high, figure.end + _BEHIND)
    found = facts.pairs_within(low, figure.start) | facts.pairs_within(figure.end, high)
    return frozenset(filter(_is_word, found))


def _is_word(pair: str) -> bool:
    return all("\u4e00" <= letter <= "\u9fff" for letter in pair)
