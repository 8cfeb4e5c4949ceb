"""Words for a year that may be the evaluated one's or the writer's, where it matters which.

今年签约38个 in a report on last year: copied from that year's own summary, or of this year?
"""

from __future__ import annotations

from linter.binding.nearby import moments_within
from linter.facts.facts import Facts
from linter.facts.moment import Moment
from linter.regexes.late import regex

_RECURRING = regex("每个?(?:周|星期|月|季度?|年)|按[月季年]|逐[月季年]")
"""Before a word in its sentence: it is of any month or year: 每月5日前审核上月内容."""
_SINCE = regex("以上月[份数]?")
"""What seems to name the month before, and tells of the months above."""
_IN_A_WORD = regex(
    r"(?<=[\u4e00-\u9fff\d ])(?<![于在至到自从由已拟将与同较比和])"
    r"(?:[上本下这]周|日前|前[几些]天|前不久|前阵子)"
    r"|(?:(?<=[前后])|(?<=[前后满]的))[下这]个月"
)
"""No word of time of its own behind what it goes on: 节假日前几天, 原则上周一, 期满后的下个月."""
_AHEAD = regex("[^,，;。]{0,6}?(?:将|拟|打算|准备)|的?(?:开展|组织|进行)?(?:的?绩效)?(?:自评|填报)")
"""Behind 今年: what is still to come, and the self-evaluation, are of the writer's year."""
_QUOTES = (("“", "”"), ("「", "」"), ("《", "》"), ("『", "』"))
_QUOTED = 120
"""How far from a word quotation marks are looked for."""
_MEANT = regex(r"[“\"「]今年[”\"」][^。\n]{0,12}?(?:指|系|即|为)[^。\n]{0,8}?(?:19|20)\d\d")
"""Where a report says what 今年 is: 以上“去年”“今年”分别指2022年和2023年."""
_NEAR = 30
"""Within how many characters of a clause a figure depends on the year that a word means."""
_BESIDE = 12
"""Within how many characters behind a word its year tells which is meant."""


def is_unclear(facts: Facts, offset: int) -> bool:
    """Whether it matters and is not told which year a word (or 近日, 上月) means.

    It is told by a year beside it, or an earlier one before it in its sentence (2019年、2020年各为
    ……，较前年下降), and what 今年 means by 上年 in its sentence (上年92.8分，今年高出1.5分); where
    another year than 今年 stands without a figure, it does not matter; nor in others' words or in
    the name of a document.
    """
    word = facts.by_start.get(offset)
    low, high = facts.windows.bounds("sentence", offset)
    if _IN_A_WORD.match(facts.text, offset) or _SINCE.match(facts.text, offset - 1):
        return False
    if _RECURRING.search(facts.text, low, offset):
        return False
    end = word.end if word else offset
    before = moments_within(facts, low, offset)
    behind = moments_within(facts, end, min(high, end + _BESIDE))
    beside = [m for m in behind if m.year is not None and not facts.within(end, m.start)]
    if any(m.year is not None and m.year < (facts.year or 0) for m in before):
        return False
    if _is_quoted(facts, offset):
        return False
    if not isinstance(word, Moment):
        return True
    if beside:
        return False
    if word.relative == 0:
        if any(facts.text.startswith("上年", m.start) for m in before):
            return False
        return _AHEAD.match(facts.text, end) is None
    low, high = facts.windows.bounds("clause", offset)
    begin = max(facts.text.rfind(mark, low, offset) for mark in ",，")
    return bool(facts.within(max(low, begin), min(high, end + _NEAR)))


def is_defined(facts: Facts) -> bool:
    """Whether the report says which year it calls 今年."""
    return _MEANT.search(facts.text) is not None


def _is_quoted(facts: Facts, offset: int) -> bool:
    """Whether an offset lies between quotation marks or those of a document's name."""
    low, high = facts.windows.around("block", offset, offset, _QUOTED)
    return any(
        facts.text.rfind(left, low, offset) > facts.text.rfind(right, low, offset)
        and facts.text.find(right, offset, high) >= 0
        for left, right in _QUOTES
    )
