"""A mean and the figures it is of: 得分依次为93.2分、94.1分、92.8分和95.5分，全年平均93.9分."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.numeral import parse
from linter.facts.quantity import Quantity
from linter.interval import ZERO, Interval, exactly, total
from linter.language.expression import Equation, Node, chain
from linter.regexes.late import regex

MEAN = "mean"
"""The role of the mean."""
_ROLES = "abcdefghijkl"
_FEWEST = 2
_LED = regex(r"(?:分别|依次|各)[^,，;。、\d扣加减增降升提高涨跌超]{0,6}$")
"""Before the first: there is one for each of what stands before."""
_JOINT = regex(r" ?[、和及与] ?")
_MEAN = regex(
    r"[,，(](?:全年|年度|[两二三四五六七八九十]?者|[上这各]?[两二三四五六七八九十][次批期季项个])?"
    r"(?:平均|均值|均分|均数)(?:得分|分|值)?(?:约?为|是|达到?|在|约)?$"
)
"""Between the last and the mean: 全县平均, 平均每村, 平均提前 are of other things."""
_OF_SO_MANY = regex(
    r"[,，(;](?:上述|以上|这)?(?P<number>[两二三四五六七八九十])(?:者|个?[\u4e00-\u9fff]{1,3}?)的?(?:得分|评分)?"
    r"(?:平均|均值|均分)(?:得分|分|值|数)?(?:约?为|是|达到?)?$"
)
"""Before a mean: of how many it is, wherever they stand in its sentence: 两者平均93分."""
_OF_THOSE_BEHIND = regex(
    r"(?P<number>[两二三四五六七八九十])个?[\u4e00-\u9fff]{1,8}?(?:平均|均值)(?:得分|分|值)?(?:为|是|达到?)?$"
)
_YEARLY = regex(r"[,，(](?:年|月|季)均[^,，;。、\d增降升减提]{0,4}(?:约?为|是|达到?)?$")
_LASTING = regex(
    r"(?P<number>[两二三四五六七八九十]|\d{1,2})(?:个年度|年|个月|个季度)(?!级)"
    r"|(?P<from>(?:19|20)\d\d)年?(?:[-—–~至到]{1,2})(?P<to>(?:19|20)\d\d)年"
)
"""Before figures of which a mean is a year's: over how many years they are told, one for each."""
_OF_OTHERS = regex("[、两二三四五六七八九十各]")
"""Between those years and the figures, which are then of several things: 甲、乙两镇分别为……."""
_BEHIND = regex(r"[,，(](?:各[^,，;。、\d]{0,4})?(?:分别|依次)[为是]?")
"""Before a mean, and between it and its figures: 三个断面平均91.1分，分别为……."""
_REACH = 24
_NO_MEAN_OF_THESE = regex("其中|合计|满分|加权|权重|比上|较上|去年|上年|目标|提高|下降|增|减")
_OF_SOME = regex("最[高低大小多少]|后[两二三四五]|前[两二三四五]|其中|例如|包括|如")
"""Before a list: it is of some of more, as of the best."""


class ListedMean(Struct, frozen=True):
    """A mean and the figures before it that it may be of."""

    mean: Quantity
    figures: tuple[Quantity, ...]
    sure: bool = True
    """Whether they stand in one list right before it."""
    counted: bool = False
    """Whether they are as many as the years that it is the mean of."""
    printed: bool = False
    """Whether it is of the figures as they are printed, as a simple mean is computed."""

    @property
    def roles(self) -> dict[str, Quantity]:
        """The figures by their roles."""
        return {MEAN: self.mean, **dict(zip(_ROLES, self.figures, strict=False))}

    @property
    def equation(self) -> Equation:
        """The mean as the sum of the figures by their number."""
        roles: list[Node] = [["role", name] for name, _ in zip(_ROLES, self.figures, strict=False)]
        mean: Node = ["div", chain("add", roles), ["number", len(roles)]]
        return Equation("", "=", ["role", MEAN], mean)

    @property
    def is_outside(self) -> bool:
        """Whether the mean is below the least or above the greatest, as none can be."""
        low = min(f.value.low for f in self.figures)
        high = max(f.value.high for f in self.figures)
        return self.mean.value.high < low or self.mean.value.low > high

    @property
    def holds(self) -> bool:
        """Whether it is the mean, rounded or cut off to its last digit."""
        if self.printed:
            mean = sum((f.printed for f in self.figures), ZERO) / len(self.figures)
            return abs(self.mean.printed - mean) < self.mean.step
        whole = total(f.value for f in self.figures)
        unit = Interval(self.mean.printed - self.mean.step, self.mean.printed + self.mean.step)
        return unit.meets(whole / exactly(len(self.figures)))


def means(facts: Facts) -> Iterator[ListedMean]:
    """Each mean of running text that stands right behind a list of figures of its kind.

    Or behind as many as words say that it is of, or before a list of so many.
    """
    for alike in _alike(facts.running):
        for at, (last, mean) in enumerate(itertools.pairwise(alike), 1):
            before = alike[max(0, at - len(_ROLES) - 1) : at]
            right_behind = _MEAN.fullmatch(facts.text, last.end, mean.start)
            listed = _listed(facts, before) if right_behind else []
            figures = listed or _counted(facts, before, mean)
            if _FEWEST <= len(figures) <= len(_ROLES):
                yield ListedMean(mean, tuple(figures), bool(listed))
            elif _YEARLY.fullmatch(facts.text, last.end, mean.start):
                yearly = _listed(facts, before)
                if len(yearly) in _years(facts, yearly):
                    yield ListedMean(mean, tuple(yearly), sure=False, counted=True)
            if behind := _behind(facts, last, alike[at : at + len(_ROLES) + 1]):
                yield ListedMean(last, tuple(behind), sure=False)


def _years(facts: Facts, figures: Sequence[Quantity]) -> Iterator[int]:
    """Of how many years words before a list say that it tells a figure each."""
    if len(figures) < _FEWEST:
        return
    low, _ = facts.windows.bounds("sentence", figures[0].start)
    for said in _LASTING.finditer(facts.text, low, figures[0].start):
        if _OF_OTHERS.search(facts.text, said.end(), figures[0].start):
            continue
        if said["number"]:
            yield parse(said["number"]) or int(said["number"])
        else:
            yield int(said["to"]) - int(said["from"]) + 1


def _behind(facts: Facts, mean: Quantity, figures: Sequence[Quantity]) -> list[Quantity]:
    """The list behind a mean, of as many as words before it say."""
    if not _BEHIND.fullmatch(facts.text, mean.end, figures[0].start):
        return []
    said = _OF_THOSE_BEHIND.search(facts.text, *facts.windows.before("clause", mean.start, _REACH))
    if said is None:
        return []
    pairs = itertools.pairwise(figures)
    joined = itertools.takewhile(
        lambda pair: _JOINT.fullmatch(facts.text, pair[0].end, pair[1].start), pairs
    )
    listed = [figures[0], *(second for _, second in joined)]
    return listed if len(listed) == parse(said["number"]) else []


def _counted(facts: Facts, figures: Sequence[Quantity], mean: Quantity) -> list[Quantity]:
    """The figures of a mean's sentence, where they are as many as words say that it is of."""
    low, _ = facts.windows.bounds("sentence", mean.start)
    said = _OF_SO_MANY.search(facts.text, max(low, figures[-1].end), mean.start)
    if said is None or _NO_MEAN_OF_THESE.search(facts.text, low, mean.start):
        return []
    within = [f for f in figures if f.start >= low]
    return within if len(within) == parse(said["number"]) else []


def _alike(figures: Iterable[Quantity]) -> Iterable[list[Quantity]]:
    """The figures of each unit, in order."""
    alike: dict[tuple[str, str | None], list[Quantity]] = defaultdict(list)
    for figure in figures:
        alike[figure.dimension, figure.unit].append(figure)
    return alike.values()


def _listed(facts: Facts, figures: Sequence[Quantity]) -> list[Quantity]:
    """The last of some figures that stand in one list, which words open that tell one for each."""
    listed = [figures[-1]]
    for figure in reversed(figures[:-1]):
        if not _JOINT.fullmatch(facts.text, figure.end, listed[0].start):
            break
        listed.insert(0, figure)
    low, high = facts.windows.bounds("clause", listed[0].start)[0], listed[0].start
    led = _LED.search(facts.text, low, high) and not _OF_SOME.search(facts.text, low, high)
    return listed if led else []
