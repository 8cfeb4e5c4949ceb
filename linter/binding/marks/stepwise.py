"""Marks lost by so many for each step: 每低于目标1个百分点扣0.5分，低4个百分点，扣2分.

How far a thing is off stands right before the marks lost, or a goal and what was reached do. A step
that was begun may count or not: what is between is admitted. 扣完为止 lets less be lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import pairwise

from msgspec import Struct

from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.interval import Interval
from linter.regexes.late import regex

_TAKEN = regex("[,，]?[^,，;。\\d]{0,8}?(?:扣|减)[除减去掉分]*(?:该项|本项|相应)?(?:分值|权重分?)?")
"""Between a step and what is lost for it."""
_EACH, _MORE = regex("每[^,，;。]{0,12}$"), regex("超|高|多|增")
"""Before a step; in its words: it counts what is above a goal."""
_LOST = regex(
    "(?:^|[,，;:。(]|(?:故|因此|按此|据此|按规[则定]|该项|本项|实际|应|[共合]计?|按[^,，;。]{0,8}))"
    "(?:扣|失|丢)[了掉去分减除]*$"
)
_OFF = regex("[低差少晚缺欠高多]|超|延|逾|落后|推迟|偏|不足|降|发现|存在|涉及")
"""In the words before a figure: it tells how far a thing is off."""
_GOAL = regex("目标|指标值|标准|要求|[≥>≤<]|不[低高少]于|不超过|门槛|底线")
_AND_MORE = regex(r"(?:\(含\)|[及含])?以[上下]")
"""Behind a percentage: all marks are got from there on, as of a goal."""
_UP_TO, _OTHERS = (
    regex("扣完为止|封顶|最[多高]|至多|上限|不超过|扣至"),
    regex(
        "另|其他|还因|再扣|上年|去年|顺延|批准|报批|扣除|不[扣计]|不得分|得满分|减半|一半|按[^,，;。]{1,8}计"
    ),
)
_BESIDE, _NEAR, _FAR = 8, 24, 160
_SHARE = frozenset({"percent", "percent-point"})


class Stepwise(Struct, frozen=True):
    """Marks lost with the rule and the figures that tell how often it applies."""

    lost: Quantity
    each: Quantity
    step: Quantity
    off: tuple[Quantity, ...]
    """How far a thing is off; or its goal and what was reached, in the order of the difference."""
    reached: Decimal
    """What the rule takes for it."""
    admitted: Interval

    @property
    def holds(self) -> bool:
        """Whether so many marks may be lost."""
        return self.admitted.low <= self.lost.printed <= self.admitted.high


def stepwise(facts: Facts) -> Iterator[Stepwise]:
    """Marks lost behind a rule that says how many each step takes, up to the next such rule."""
    rules = list(_rules(facts))
    for (step, each), following in zip(rules, [*rules[1:], None], strict=False):
        low, high = facts.windows.bounds("block", each.start)
        high = min(high, each.end + _FAR, following[0].start if following else high)
        low = max(low, step.start - _FAR)
        if not _OTHERS.search(facts.text, low, high):
            near = facts.within(low, high)
            for figure, lost in _lost(facts, step, each, near):
                yield from _reckoned(facts, (step, each), (figure, lost), near)


def _rules(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """Each step with the marks that it takes."""
    for each in facts.text_by_dimension.get("score", []):
        step = facts.before(each.start)
        if step is None or each.hedge or not step.printed:
            continue
        taken = _TAKEN.fullmatch(facts.text, step.end, each.start)
        if taken and _EACH.search(facts.own_words(step)):
            yield step, each


def _lost(
    facts: Facts, step: Quantity, each: Quantity, near: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Quantity]]:
    """The marks lost near a rule, each with the figure before them, or before them and the rule."""
    ahead = [figure for figure in near if figure.end <= step.start]
    for before, lost in pairwise(near):
        if lost.dimension != "score" or lost in (step, each):
            continue
        figure, gap = before, lost.start - before.end
        if before is each and ahead and gap <= _BESIDE:
            figure, gap = ahead[-1], gap + step.start - ahead[-1].end
        told = figure not in (step, each) and not figure.hedge and gap <= _NEAR
        if told and _LOST.search(facts.own_words(lost)):
            yield figure, lost


def _reckoned(
    facts: Facts,
    rule: tuple[Quantity, Quantity],
    told: tuple[Quantity, Quantity],
    near: Sequence[Quantity],
) -> Iterator[Stepwise]:
    """Marks lost with how far a thing is off, where the figure beside them tells it."""
    (step, each), (figure, lost) = rule, told
    off = _off(facts, step, figure, near)
    times = _size(off) / _size((step,)) if off else Decimal(0)
    if times <= 0:
        return
    ends = (times.to_integral_value(way) for way in (ROUND_FLOOR, ROUND_CEILING))
    low, high = (each.printed * end for end in ends)
    if _is_bounded(facts, each, lost, near):
        low = min(low, lost.printed)
    yield Stepwise(lost, each, step, off, times * each.printed, Interval(low, high))


def _is_bounded(facts: Facts, each: Quantity, lost: Quantity, near: Sequence[Quantity]) -> bool:
    """Whether no more may be lost: words say so, or these are all the marks that there are."""
    if _UP_TO.search(facts.text, each.end, max(each.end + _NEAR, lost.start)):
        return True
    others = [f for f in near if f.dimension == lost.dimension and f not in (each, lost)]
    return any(f.printed == lost.printed for f in others)


def _off(
    facts: Facts, step: Quantity, figure: Quantity, near: Sequence[Quantity]
) -> tuple[Quantity, ...]:
    """A figure that tells how far a thing is off, or a goal and what was reached; or nothing."""
    if figure.dimension == step.dimension and _OFF.search(facts.own_words(figure)):
        return (figure,)
    if figure.dimension != "percent" or step.dimension not in _SHARE:
        return ()
    goals = [q for q in near if q.start < figure.start and _is_goal(facts, q)]
    if len(goals) != 1:
        return ()
    above = _MORE.search(facts.own_words(step)) is not None
    return (figure, *goals) if above else (*goals, figure)


def _is_goal(facts: Facts, figure: Quantity) -> bool:
    """Whether a percentage is what was wanted."""
    if figure.dimension != "percent":
        return False
    said = _GOAL.search(facts.own_words(figure)) or _AND_MORE.match(facts.text, figure.end)
    return said is not None or status(facts, figure) in ("target", "limit")


def _size(figures: Sequence[Quantity]) -> Decimal:
    """A figure, or how much the first is more than the second; shares in percentage points."""
    values = [f.printed / f.factor if f.dimension in _SHARE else f.printed for f in figures]
    return values[0] - sum(values[1:], Decimal(0))
