"""The stated totals that the marks of chapters are held against: of this report, of these chapters.

A report tells other totals beside its own: last year's, a reviewer's, another project's, or what
it came to when marks told beside it were added or taken off. What one of them comes to is theirs.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from linter.binding.case import Case
from linter.binding.marks.total_marks import OTHERS, is_of_report
from linter.binding.sums.rows import OPEN_HEDGES
from linter.facts.quantity import Quantity
from linter.facts.score import Score
from linter.interval import Interval
from linter.interval import total as sum_of
from linter.late import regex

_ANOTHER = regex(
    r"另[一外个]|其[他它余]|同类|同[期批]|兄弟|上级|年中|中期|半年|季度|监控|全[国省市县区州]"
    r"|力争|争取|目标|下[一次]?年|明年|(?:[比较]|相比|高[于出]|低于)(?![好高为])[^,，;。]*$"
)
"""In the words before a total: it is one to compare with, of another thing or of another time."""
_BONUS = regex(r"加分|附加|奖励分|扣分项|减分")
"""In a heading: marks on top of the whole."""
_ADDED = regex(r"(?:加分|附加|奖励|(?<![增追参])加)[^,，;。\d]{0,8}$")
_TAKEN = regex(r"(?:扣|核减|减)[^,，;。\d得]{0,12}$")
_ROUNDED = regex(r"四舍五入|取整|保留整数")
_LEFT_OUT = regex(r"不计(?!算)|不适用|不涉及|不考核|不参与|折算|另计|另行|剔除|扣除")
"""Beside full marks: they do not count, or not here."""
_SECOND = (("数量", "质量", "时效", "成本"), ("经济效益", "社会效益", "生态效益", "可持续"))
"""Indicators of one part each."""
_OUTPUT, _GAINS = regex("产出|履职|完成"), regex("效益|效果|绩效|成效")
_SPENDING = regex("执行|支付|支出率|支出进度|资金")
_HAS_SPENDING = regex("执行|预算|资金|投入|过程|管理|决策|支付")
"""In the heading of a part: it has the marks of spending."""
_MOST_LEFT = 20
_HALF = Decimal("0.5")
_REACH, _NEAR = 80, 20


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
        others = [s for s in near[parent] if s.figure.start not in made_up]
        if fitting[parent]:
            others = [s for s in others if len(groups) == 1 and _is_told_again(case, s, made_up)]
        exact = [s for s in fitting[parent] if _comes_to(s.figure, scores)]
        held[parent] = [s.figure for s in (*exact, *others)]
    return held


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
    elsewhere = not spent and any(f.printed <= rest for f in case.once(_of_spending))
    return elsewhere or any(f.printed == rest for f in case.once(_left_out))


def _comes_to(figure: Quantity, scores: Sequence[Score]) -> bool:
    return figure.value.meets(sum_of(score.figure.value for score in scores))


def is_of_another(case: Case, figure: Quantity) -> bool:
    """Whether the words before a total say that it is another year's, reader's or thing's."""
    facts = case.facts
    low, _ = facts.windows.bounds("clause", figure.start)
    low = max(low, figure.start - _REACH)
    low = max(low, *(facts.text.rfind(mark, low, figure.start) + 1 for mark in ",，"))
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
    return abs(gap) <= _MOST_LEFT and gap in _adjustments(case, scores, figure)


def _is_told_beside(case: Case, figure: Quantity, reached: Interval) -> bool:
    """Whether the sentence of a total tells what the marks come to: 初评98分，调整为93分."""
    low, high = case.facts.windows.bounds("sentence", figure.start)
    near = case.facts.within(max(low, figure.start - _REACH), min(high, figure.end + _REACH))
    scores = (f for f in near if f.dimension == "score" and f.hedge is None)
    return any(f.value.meets(reached) for f in scores)


def _is_rounded(case: Case, figure: Quantity) -> bool:
    low, high = case.facts.windows.bounds("sentence", figure.start)
    low, high = max(low, figure.start - _REACH), min(high, figure.end + _REACH)
    return _ROUNDED.search(case.facts.text, low, high) is not None


def _adjustments(case: Case, scores: Sequence[Score], figure: Quantity) -> set[Decimal]:
    """What may be added to the marks of chapters, each alone and all in all; less if taken off.

    Marks are added wherever it is told, and taken off right before the total.
    """
    block, _ = case.facts.windows.bounds("block", figure.start)
    low, high = max(block, figure.start - 2 * _REACH), figure.start
    taken = {score.figure.start for score in scores}
    spent = any(s.section and _SPENDING.search(s.section.title) for s in scores)
    signed = [
        change
        for mark, change in case.once(_signed)
        if mark.start not in taken and (change > 0 or low <= mark.start < high)
    ]
    elsewhere = () if spent else (f.printed for f in case.once(_of_spending))
    return {*signed, *elsewhere, sum(signed, Decimal(0))}


def _in_prose(case: Case) -> Iterator[Quantity]:
    figures = case.facts.by_dimension.get("score", [])
    return (f for f in figures if not case.facts.in_table(f.start))


def _signed(case: Case) -> list[tuple[Quantity, Decimal]]:
    """The marks that words add to others or take off, with what they change."""
    text, found = case.facts.text, []
    for figure in _in_prose(case):
        begin = max(0, figure.start - _NEAR)
        if _ADDED.search(text, begin, figure.start):
            found.append((figure, figure.printed))
        elif _TAKEN.search(text, begin, figure.start):
            found.append((figure, -figure.printed))
    return found


def _of_spending(case: Case) -> list[Quantity]:
    """The marks of the rate of execution: in paragraphs and under headings of it, and in rows."""
    found = []
    for figure in _in_prose(case):
        section = case.outline.at(figure.start)
        low, _ = case.facts.windows.bounds("block", figure.start)
        near = _SPENDING.search(case.facts.text, max(low, figure.start - _REACH), figure.start)
        if near or (section is not None and _SPENDING.search(section.title)):
            found.append(figure)
    for table in case.facts.tables:
        for row in table.rows:
            if any(map(_SPENDING.search, row.texts)):
                found += [f for f in row.figures if f is not None and f.dimension == "score"]
    return found


def _left_out(case: Case) -> list[Quantity]:
    """The marks in sentences that say they do not count here."""
    found = []
    for figure in _in_prose(case):
        low, high = case.facts.windows.bounds("sentence", figure.start)
        low, high = max(low, figure.start - _REACH), min(high, figure.end + _REACH)
        if _LEFT_OUT.search(case.facts.text, low, high):
            found.append(figure)
    return found
