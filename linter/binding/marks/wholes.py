"""The stated totals that the marks of chapters are held against: of this report, of these chapters.

A report tells other totals beside its own: last year's, a reviewer's, another project's, or what
it came to when marks told beside it were added or taken off. What one of them comes to is theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from linter.binding.case import Case
from linter.binding.marks.elsewhere import SPENDING, changes, left_out, spent_marks
from linter.binding.marks.total_marks import OTHERS, is_of_report
from linter.facts.quantity import OPEN_HEDGES, Quantity, comes_to
from linter.facts.score import Score
from linter.interval import Interval
from linter.interval import total as sum_of
from linter.regexes.late import regex

_ANOTHER = regex(
    r"另[一外个]|其[他它余]|同类|同[期批]|兄弟|年中|中期|半年|季度|监控|力争|争取|下[一次]?年|明年"
    r"|目标[总得]?分?$|(?:[比较]|相比|高[于出]|低于)(?![好高为例重])[^,，;。]*$"
)
"""In the words before a total: it is one to compare with, of another thing or of another time."""
_BONUS = regex(r"加分|附加|奖励分|扣分项|减分")
"""In a heading: marks on top of the whole."""
_ROUNDED = regex(r"四舍五入|取整|保留整数")
_SECOND = (("数量", "质量", "时效", "成本"), ("经济效益", "社会效益", "生态效益", "可持续"))
"""Indicators of one part each."""
_OUTPUT, _GAINS = regex("产出|履职|完成"), regex("效益|效果|绩效|成效")
_HAS_SPENDING = regex("执行|预算|资金|投入|过程|管理|决策|支付")
"""In the heading of a part: it has the marks of spending."""
_OF_PART = regex(
    r"(?:项目|绩效|预算)?(?P<part>投入|决策|过程|管理|产出|效益|效果|满意度)"
    r"(?:类|部分|方面|指标|情况|分析|完成)*(?:[(（].*)?"
)
"""The title of a part: what is scored below it makes up that part, not the whole."""
_MOST_LEFT = 20
_HALF = Decimal("0.5")
_REACH = 80


def wholes_of(
    case: Case, groups: Mapping[int, Sequence[Score]], stated: Iterable[Score]
) -> dict[int, list[Quantity]]:
    """Of each group of scored chapters (by the section above) the totals it is held against.

    Where a group comes to one of its totals, the others are another's, unless words make them the
    report's too, in a sentence apart.
    """
    closed = (score for score in stated if score.figure.hedge not in OPEN_HEDGES)
    told = [score for score in closed if not is_of_another(case, score.figure)]
    holders = [(score, _holder(case, groups, score)) for score in told]
    near = {parent: [s for s, own in holders if own in (None, parent)] for parent in groups}
    fitting = {
        parent: [s for s in near[parent] if _fits(case, scores, s.figure)]
        for parent, scores in groups.items()
    }
    made_up = {s.figure.start for found in fitting.values() for s in found}
    held: dict[int, list[Quantity]] = {}
    for parent, scores in groups.items():
        part = _part_of(case, parent)
        own = (s for s in near[parent] if part in case.facts.own_words(s.figure))
        free = [s for s in own if s.figure.start not in made_up]
        others = [s for s in free if _may_be_all(scores, s.figure)]
        if fitting[parent]:
            others = [s for s in others if len(groups) == 1 and _is_told_again(case, s, made_up)]
        exact = [s for s in fitting[parent] if _comes_to(s.figure, scores)]
        held[parent] = [s.figure for s in (*exact, *others)]
    return held


def _part_of(case: Case, parent: int) -> str:
    """The part whose section stands above scored ones, which a total of theirs names; or none."""
    title = case.outline.sections[parent].title if parent >= 0 else ""
    found = _OF_PART.fullmatch(title)
    return found["part"] if found else ""


def _may_be_all(scores: Sequence[Score], figure: Quantity) -> bool:
    """Whether marks are so near a total that both can be of one thing."""
    return sum_of(score.figure.value for score in scores).high >= figure.printed * _HALF


def _is_told_again(case: Case, score: Score, made_up: AbstractSet[int]) -> bool:
    """Whether words make a total the report's own, which is told apart from the right one."""
    low, high = case.facts.windows.bounds("sentence", score.figure.start)
    return is_of_report(case, score) and not any(low <= start < high for start in made_up)


def is_part_of_whole(case: Case, scores: Sequence[Score]) -> bool:
    """Whether full marks of chapters need not make up the whole.

    They are those of one part (数量、质量、时效、成本), or the rest is told of elsewhere: it is the
    rate of execution's, or does not count here.
    """
    titles = [score.section.title for score in scores if score.section]
    if any(all(any(w in t for w in words) for t in titles) for words in _SECOND):
        return True
    rest = case.profile.total - sum(s.figure.printed for s in scores if not is_bonus(s))
    if rest > _MOST_LEFT:
        named = (any(map(words.search, titles)) for words in (_OUTPUT, _GAINS))
        return not all(named)
    if rest <= 0:
        return False
    spent = any(map(_HAS_SPENDING.search, titles))
    elsewhere = not spent and min(case.once(spent_marks), default=rest + 1) <= rest
    return elsewhere or rest in case.once(left_out)


def _comes_to(figure: Quantity, scores: Sequence[Score]) -> bool:
    return comes_to(figure, (score.figure for score in scores))


def is_of_another(case: Case, figure: Quantity) -> bool:
    """Whether the words before a total say that it is another year's, reader's or thing's."""
    facts = case.facts
    low, _ = facts.windows.before("clause", figure.start, _REACH)
    low = facts.behind_last(",，", low, figure.start)
    if any(words.search(facts.text, low, figure.start) for words in (OTHERS, _ANOTHER)):
        return True
    years = {m.year for m in facts.moments if low <= m.start < figure.start and m.year}
    if facts.year and years - {facts.year}:
        return True
    return facts.cues.last("past-year", low, figure.start) is not None


def is_bonus(score: Score) -> bool:
    """Whether a scored heading is one of marks on top of the whole."""
    return score.section is not None and _BONUS.search(score.section.title) is not None


def _holder(case: Case, groups: Container[int], score: Score) -> int | None:
    """The innermost section of scored chapters in which a total stands (甲项目, 乙项目)."""
    above = [s.index for s in case.outline.path(case.outline.at(score.figure.start))]
    return next((index for index in reversed(above) if index in groups), None)


def _fits(case: Case, scores: Sequence[Score], figure: Quantity) -> bool:
    """Whether marks come to a total, with those that are told to be added or taken off."""
    plain = [score.figure.value for score in scores if not is_bonus(score)]
    if _comes_to(figure, scores) or figure.value.meets(sum_of(plain)):
        return True
    if _is_told_beside(case, figure, sum_of(plain)):
        return True
    gap = figure.printed - sum_of(plain).middle
    if abs(gap) <= figure.step * _HALF and _is_rounded(case, figure):
        return True
    return abs(gap) <= _MOST_LEFT and _is_accounted_for(case, scores, figure, gap)


def _is_told_beside(case: Case, figure: Quantity, reached: Interval) -> bool:
    """Whether the sentence of a total tells what the marks come to: 初评98分，调整为93分."""
    span = case.facts.windows.around("sentence", figure.start, figure.end, _REACH)
    near = case.facts.within(*span)
    scores = (f for f in near if f.dimension == "score" and f.hedge is None)
    return any(f.value.meets(reached) for f in scores)


def _is_rounded(case: Case, figure: Quantity) -> bool:
    low, high = case.facts.windows.around("sentence", figure.start, figure.end, _REACH)
    return _ROUNDED.search(case.facts.text, low, high) is not None


def _is_accounted_for(case: Case, scores: Sequence[Score], figure: Quantity, gap: Decimal) -> bool:
    """Whether marks that are told make up what a total is apart from the marks of chapters.

    They are added wherever it is told, and taken off right before the total.
    """
    added, lost = case.once(changes)
    low, _ = case.facts.windows.before("block", figure.start, 2 * _REACH)
    low = bisect_left(lost, low, key=_start)
    taken = [-f.printed for f in lost[low : bisect_left(lost, figure.start, key=_start)]]
    if gap in added or gap in taken or gap == sum(added) + sum(taken):
        return True
    spent = any(s.section and SPENDING.search(s.section.title) for s in scores)
    return not spent and gap in case.once(spent_marks)


def _start(figure: Quantity) -> int:
    return figure.start
