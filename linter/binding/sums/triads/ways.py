"""A figure and what it is said to be above or below: 93.7%，不及上年同期的91.5%."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from linter.binding.slots import as_goal
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_X = r"[^,，;。:、()\d]"
_WORD = regex(
    rf"^\)?{_X}{{0,6}}[,，]?(?:虽|均|已|仍|略|稍|明显|大幅|远|都|也|还|总体|整体){{0,3}}"
    rf"(?:(?P<up>[高多大]于|超[过出](?!部分))|(?P<down>[低少小]于|不及))了?{_X}{{0,14}}$"
)
"""Between two figures: how the first stands to the second."""
_ENDS = regex(
    r"[,，;。)]|$|的?(?:平均|均值|目标|要求|标准|限[值额]|规定|水平|控制|底线|红线|[上下]限|时限|任务|计划|预算|概算|定额|指标|考核|预期)"
)
"""Behind the second: it is not only some of what is told that are above or below."""
_PAST = regex(rf"(?:[上去]一?年|同期){_X}{{0,12}}$")
_NOW = regex(rf"^[,，、;]?(?:[今本当]年度?|本期){_X}{{0,12}}$")
_BECAME = regex(r"^变[为成动]{1,2}了?$")
_THEN = regex(
    r"^(?:[,，][^,，;。\d]{0,4}(?:第一|首位|最[高多大]))?[,，;]"
    r"(?:其次[是为]|次之的|(?:排名?|位居|居)?第二的?[是为]|居次的)[^;。\d]{1,20}$"
)
_WINNER = regex("第一名[^,，;。\\d]{0,14}$")
_RUNNER_UP = regex(r"^[,，;、]第二名[^,，;。\d]{0,14}$")
_MARKED = ("score", "percent")
"""What places are given for; of prizes and people the second place has more."""
_FIRST = regex(r"最[高多大]|第一|居首|首位")
_LEAST = regex("最[低少小短]|用时|耗时|倒数|升序|末位|失分|扣分")
"""Of two figures in their order the first is the larger, where it is told for the largest."""
_TURNED = regex(
    r"[,，](?:同比|[较比]上年|[较比]去年)?(?:继续|持续|明显|大幅|有所|略有|稳步|进一步|稳中有)*"
    r"(?:(?P<up>上升|增长|增加|提高|提升|上涨|[升增])|(?P<down>下降|减少|降低|回落|下滑|降))(?=[,，;。])"
)
_OPEN = regex("分别|依次|其中|名次|位次|排名|第|精度|等级")
_SUMMED = regex("相加|之和|[总共]|[合累]计|^[、和及]")
"""Before a figure, or between two: it is not held against the other alone."""
_FAR = 2
"""So many times as large as another a figure is not said to be below it by mistake."""
_LONGEST = 30
_APART = ("number", "times", "ratio")


class Way(Struct, frozen=True):
    """Two figures of which ``more`` is told to be the larger."""

    more: Quantity
    less: Quantity


def ways(facts: Facts) -> Iterator[Way]:
    """Each two figures in a row that words hold against each other."""
    for first, second in pairwise(facts.running):
        if first.dimension != second.dimension or first.dimension in _APART or first.hedge:
            continue
        if None not in (first.per, second.per) and first.per != second.per:
            continue
        if _are_in_order(facts, first, second):
            yield Way(first, second)
        found = _said(facts, first, second)
        if found is None:
            continue
        low, _ = facts.windows.bounds("sentence", first.start)
        if _OPEN.search(facts.text, low, second.start) or _OPEN.match(facts.text, second.end):
            continue
        plain = as_goal(second)
        if 0 < min(sizes := (first.printed, plain.printed)) * _FAR >= max(sizes):
            yield Way(first, plain) if found else Way(plain, first)


def _are_in_order(facts: Facts, first: Quantity, second: Quantity) -> bool:
    """Whether words tell the first of two figures for the largest, and the second for the next."""
    text, between = facts.text, facts.text[first.end : second.start]
    low, _ = facts.windows.before("sentence", first.start, _LONGEST)
    if len(between) > _LONGEST or second.hedge:
        return False
    if not _THEN.search(between) and not _are_places(facts, first, between):
        return False
    words = text[low : second.start]
    return bool(_FIRST.search(words)) and not _LEAST.search(words)


def _are_places(facts: Facts, first: Quantity, between: str) -> bool:
    """Whether two marks are those of the first place and of the second: 第一名98分，第二名96分."""
    return (
        first.dimension in _MARKED
        and _RUNNER_UP.search(between) is not None
        and _WINNER.search(facts.own_words(first)) is not None
    )


def _said(facts: Facts, first: Quantity, second: Quantity) -> bool | None:
    """Whether words say that the first of two figures is the larger; nothing where they do not."""
    between = facts.text[first.end : second.start]
    if len(between) > _LONGEST or not facts.windows.share("clause", first.start, second.start):
        return None
    if word := _WORD.search(between):
        plain = not (_SUMMED.search(between) or _SUMMED.search(facts.own_words(first)))
        return bool(word["up"]) if plain and _ENDS.match(facts.text, second.end) else None
    changed = _NOW.search(between) or _BECAME.search(between)
    if changed and _PAST.search(facts.own_words(first)):
        turned = _TURNED.match(facts.text, second.end)
        return bool(turned["down"]) if turned else None
    return None
