"""The stated totals that the marks of chapters are held against: of this report, of these chapters.

A report tells other totals beside its own: last year's, a reviewer's, another project's, or what
it came to when marks told beside it were added or taken off. What one of them comes to is theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from linter.binding.case import Case
from linter.binding.marks.total_marks import OTHERS, is_of_report
from linter.facts.quantity import Quantity
from linter.facts.score import Score
from linter.interval import total as sum_of
from linter.late import regex

_ANOTHER = regex(
    r"另[一外个]|其[他它余]|同类|同[期批]|兄弟|上级|年中|中期|半年|季度|监控|全[国省市县区州]"
    r"|(?:[比较]|相比|高[于出]|低于)(?![好高为])[^,，;。]*$"
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
_SPENDING = "执行"
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
    told = [score for score in stated if not is_of_another(case, score.figure)]
    near = {parent: [s for s in told if _is_near(case, groups, parent, s)] for parent in groups}
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
    if not 0 < rest <= _MOST_LEFT:
        return False
    taken = {score.figure.start for score in scores}
    others = [f for f in case.facts.by_dimension.get("score", []) if f.start not in taken]
    if not any(_SPENDING in title for title in titles) and any(
        f.printed <= rest and _is_spending(case, f) for f in others
    ):
        return True
    return any(f.printed == rest and _is_left_out(case, f) for f in others)


def _comes_to(figure: Quantity, scores: Sequence[Score]) -> bool:
    return figure.value.meets(sum_of(score.figure.value for score in scores))


def is_of_another(case: Case, figure: Quantity) -> bool:
    """Whether the words before a total say that it is another year's, reader's or thing's."""
    facts = case.facts
    low, _ = facts.windows.bounds("clause", figure.start)
    low = max(low, figure.start - _REACH)
    low = max(low, *(facts.text.rfind(mark, low, figure.start) + 1 for mark in ",，"))
    if OTHERS.search(facts.text, low, figure.start) or _ANOTHER.search(
        facts.text, low, figure.start
    ):
        return True
    return facts.cues.last("past-year", low, figure.start) is not None


def is_bonus(score: Score) -> bool:
    """Whether a scored heading is one of marks on top of the whole."""
    return score.section is not None and _BONUS.search(score.section.title) is not None


def _is_near(case: Case, groups: Mapping[int, Sequence[Score]], parent: int, score: Score) -> bool:
    """Whether a total stands not in the section of other scored chapters (甲项目, 乙项目)."""
    above = [s.index for s in case.outline.path(case.outline.at(score.figure.start))]
    holders = [index for index in above if index in groups]
    return not holders or holders[-1] == parent


def _fits(case: Case, scores: Sequence[Score], figure: Quantity) -> bool:
    """Whether marks come to a total, with those that are told to be added or taken off."""
    plain = [score.figure.value for score in scores if not is_bonus(score)]
    if _comes_to(figure, scores) or figure.value.meets(sum_of(plain)):
        return True
    gap = figure.printed - sum_of(plain).middle
    if abs(gap) <= figure.step * _HALF and _is_rounded(case, figure):
        return True
    return gap in _adjustments(case, scores, figure)


def _is_rounded(case: Case, figure: Quantity) -> bool:
    low, high = case.facts.windows.bounds("sentence", figure.start)
    low, high = max(low, figure.start - _REACH), min(high, figure.end + _REACH)
    return _ROUNDED.search(case.facts.text, low, high) is not None


def _adjustments(case: Case, scores: Sequence[Score], figure: Quantity) -> set[Decimal]:
    """What may be added to the marks of chapters, each alone and all in all; less if taken off."""
    block, _ = case.facts.windows.bounds("block", figure.start)
    low = max(block, figure.start - 2 * _REACH)
    taken = {score.figure.start for score in scores}
    spent = any(score.section and _SPENDING in score.section.title for score in scores)
    free = [
        f
        for f in case.facts.by_dimension.get("score", [])
        if f.start not in taken and not case.facts.in_table(f.start)
    ]
    signed = list(_signed(case, free, low, figure.start))
    elsewhere = [] if spent else [f.printed for f in free if _is_spending(case, f)]
    return {*signed, *elsewhere, sum(signed, Decimal(0))} - {Decimal(0)}


def _signed(case: Case, figures: Sequence[Quantity], low: int, high: int) -> Iterator[Decimal]:
    """Marks that are added, wherever it is told, and those taken off right before a total."""
    for figure in figures:
        begin = max(0, figure.start - _REACH // 4)
        if _ADDED.search(case.facts.text, begin, figure.start):
            yield figure.printed
        elif low <= figure.start < high and _TAKEN.search(case.facts.text, begin, figure.start):
            yield -figure.printed


def _is_spending(case: Case, figure: Quantity) -> bool:
    """Whether a mark is that of the rate of execution, in a paragraph or under a heading of it."""
    section = case.outline.at(figure.start)
    low, _ = case.facts.windows.bounds("block", figure.start)
    headed = section is not None and _SPENDING in section.title
    return headed or _SPENDING in case.facts.text[max(low, figure.start - _REACH) : figure.start]


def _is_left_out(case: Case, figure: Quantity) -> bool:
    low, high = case.facts.windows.bounds("sentence", figure.start)
    low, high = max(low, figure.start - _REACH), min(high, figure.end + _REACH)
    return _LEFT_OUT.search(case.facts.text, low, high) is not None
