"""A mark that is weighed together of others: 专家占60%、群众占40%，得90分和85分，加权得88分."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from linter.binding.listed_means import MEAN
from linter.binding.names import pairs
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.interval import Interval, exactly, total
from linter.language.expression import Equation, Node, chain
from linter.regexes.late import regex

_ROLES = "abcdef"
_FEWEST = 2
_TOTAL = regex(
    r"(?:加权|总评|综合|最终|汇总|合成|折算|考核|总)[^,，;。\d]{0,4}?(?:平均|得分|评分|成绩|总分|后|分|得)?[^,，;。\d最]{0,3}$"
)
"""Right before what the marks come to."""
_OF_EACH = regex("分别|依次|贡献|各[为得折计]")
"""Before a mark: it is what one of several comes to, weighed."""
_SAID = regex("加权|权重|权数|计权")
_MARKED = regex("得分|评分|打分|成绩|考[核试]|评价|测评")
"""Among weights of bare marks: they are of marks, and no shares of people."""
_SHARED = regex("[占按×]|比例")
_REACH, _GAP, _BEFORE = 220, 20, 24
_RATIO = regex(r"(?<![\d.:])(?P<first>\d{1,2})(?P<rest>(?::\d{1,2}){1,5})(?![\d.:])")
_BESIDES = regex(
    "加分|扣|附加|奖励|另|调整|核减|封顶|上限|最[高低]|及格|四舍五入|取整|满分|折合|目标|上年|去年"
)
"""Among weights and marks: what they come to is not all there is to the total."""
_LAST = regex(r"[^,，;。、+]*$")
_JOINT = regex(r" ?[、和及与,，] ?")
_WHOLE, _CUT = Decimal(100), Decimal("0.99")


class _Weight(Struct, frozen=True):
    """What a mark weighs, and the neighbouring characters of the words before it."""

    start: int
    size: Decimal
    name: set[str]


class WeightedMean(Struct, frozen=True):
    """A mark, those it comes from, and what each weighs."""

    mean: Quantity
    marks: tuple[Quantity, ...]
    weights: tuple[Decimal, ...]
    in_order: bool
    """Whether it is beyond doubt which weight is whose."""

    @property
    def roles(self) -> dict[str, Quantity]:
        """The marks by their roles."""
        return {MEAN: self.mean, **dict(zip(_ROLES, self.marks, strict=False))}

    @property
    def equation(self) -> Equation:
        """The total as the sum of the marks, each times its weight."""
        parts: list[Node] = [
            ["mul", ["role", name], ["number", _plain(weight)]]
            for name, weight in zip(_ROLES, self.weights, strict=False)
        ]
        whole = ["number", _plain(sum(self.weights))]
        return Equation("", "=", ["role", MEAN], ["div", chain("add", parts), whole])

    @property
    def holds(self) -> bool:
        """Whether the total comes out, rounded or cut off to its last digit."""
        return self._comes_to(self.weights)

    @property
    def holds_otherwise(self) -> bool:
        """Whether it does with the weights in another order, or of marks weighed already."""
        if total(mark.value for mark in self.marks).meets(self._reached):
            return True
        orders = () if self.in_order else itertools.permutations(self.weights)
        return any(map(self._comes_to, orders))

    @property
    def _reached(self) -> Interval:
        """What is rounded to the total, or cut off."""
        least = self.mean.printed - self.mean.step / 2
        most = self.mean.printed + self.mean.step * _CUT
        return Interval(min(self.mean.value.low, least), max(self.mean.value.high, most))

    def _comes_to(self, weights: Sequence[Decimal]) -> bool:
        weighed = total(
            mark.value * exactly(weight) for mark, weight in zip(self.marks, weights, strict=True)
        )
        return self._reached.meets(weighed / exactly(sum(weights)))


def weighted_means(facts: Facts) -> Iterator[WeightedMean]:
    """Each mark of running text that words call one of several weighed together."""
    if not (_SAID.search(facts.text) or _SHARED.search(facts.text)):
        return
    marks = facts.text_by_dimension.get("score", [])
    for at, mean in enumerate(marks):
        words = facts.own_words(mean)
        if mean.hedge is None and _TOTAL.search(words) and not _OF_EACH.search(words):
            found = _of(facts, mean, marks[max(0, at - len(_ROLES)) : at])
            if found is not None:
                yield found


def _of(facts: Facts, mean: Quantity, before: Sequence[Quantity]) -> WeightedMean | None:
    low, _ = facts.windows.before("block", mean.start, _REACH)
    weights = _weights(facts, low, mean.start)
    marks = before[-len(weights) :] if weights else ()
    if len(marks) != len(weights) or len(weights) < _FEWEST or marks[0].start < low:
        return None
    first = min(weights[0].start, marks[0].start)
    told = facts.text[max(low, first - _BEFORE) : mean.start]
    if _BESIDES.search(told) or not _are_in_a_row(marks):
        return None
    if any(mark.hedge or mark.printed > _WHOLE for mark in marks):
        return None
    named = _by_name(facts, marks, weights)
    bare = _are_bare(facts, marks)
    weighed = _SAID.search(told) or (bare and len(marks) > _FEWEST and _MARKED.search(told))
    if not (named or weighed):
        return None
    sizes = tuple(weight.size for weight in named or weights)
    found = WeightedMean(mean, tuple(marks), sizes, bool(named) or bare)
    return None if _are_weighed(found) else found


def _by_name(
    facts: Facts, marks: Sequence[Quantity], weights: Sequence[_Weight]
) -> list[_Weight] | None:
    """The weights in the order of the marks, where words before each name one of them alone."""
    found: list[_Weight] = []
    for mark in marks:
        name = _name(facts, mark)
        alike = [len(name & weight.name) for weight in weights]
        if alike.count(max(alike)) > 1:
            return None
        found.append(weights[alike.index(max(alike))])
    return found if len({weight.start for weight in found}) == len(weights) else None


def _are_in_a_row(marks: Sequence[Quantity]) -> bool:
    """Whether the marks stand near each other."""
    return all(b.start - a.end <= _GAP for a, b in itertools.pairwise(marks))


def _are_bare(facts: Facts, marks: Sequence[Quantity]) -> bool:
    """Whether the marks are a list without a name before each."""
    gaps = itertools.pairwise(marks)
    return all(_JOINT.fullmatch(facts.text, a.end, b.start) is not None for a, b in gaps)


def _are_weighed(found: WeightedMean) -> bool:
    """Whether no mark is more than its weight gives at most: 占50%，得46分."""
    whole = sum(found.weights)
    weighed = zip(found.marks, found.weights, strict=True)
    return all(mark.printed <= _WHOLE * weight / whole for mark, weight in weighed)


def _weights(facts: Facts, low: int, high: int) -> list[_Weight]:
    """The last weights of a stretch that come to all, and what each is."""
    rates = [q for q in facts.text_by_dimension.get("percent", []) if low <= q.start < high]
    for count in range(_FEWEST, min(len(rates), len(_ROLES)) + 1):
        last = rates[-count:]
        if sum(rate.printed for rate in last) == 1 and _is_said(facts, last[0].start, low, high):
            return [_Weight(rate.start, rate.printed * _WHOLE, _name(facts, rate)) for rate in last]
    for ratio in reversed(list(_RATIO.finditer(facts.text, low, high))):
        if _SAID.search(facts.text, max(low, ratio.start() - _BEFORE), high):
            sizes = ratio[0].split(":")
            return [_Weight(ratio.start(), Decimal(size), set()) for size in sizes]
    return []


def _name(facts: Facts, figure: Quantity) -> set[str]:
    """Each two neighbouring characters of the words right before a figure."""
    words = _LAST.search(facts.own_words(figure))
    return pairs(words[0]) if words else set()


def _is_said(facts: Facts, first: int, low: int, high: int) -> bool:
    """Whether words call rates weights, or the parts that each has."""
    near = max(low, first - _BEFORE)
    return bool(_SAID.search(facts.text, near, high) or _SHARED.search(facts.text, near, high))


def _plain(weight: Decimal | int) -> str:
    """A weight without zeros behind the point."""
    return f"{Decimal(weight).normalize():f}"
