"""What a list itself says of its items: one is a part of another, or all are as many as told."""

from __future__ import annotations

import itertools

from linter.binding.summing import ADDED_UP
from linter.binding.sums.lists.candidate import FAR, Candidate
from linter.facts.numeral import read
from linter.facts.quantity import Quantity
from linter.regexes.late import regex

_OF_WHICH = regex(
    r"^[^,，;。、()\d]{0,6}(?:\([^()]{0,30}\))?[,，(]?(?:其中|这其中|里面)[^,，;。()\d]{0,16}$"
)
"""Between two figures: the second is a part of the first."""
_SO_MANY = regex(
    r"(?<![第前后末首近\d.])(?P<number>[两二三四五六七八九]|\d)个?"
    r"(?:批次?|次|期|笔|年度?|轮|季度|阶段|标段|合同段|部分|[类项档级块处片路]|[镇乡村县区市]|文件)"
    r"[^,，;。:、()\d]{0,10}(?:[:,，]|分别|依次)"
)
"""What announces a list of so many: 分三批下达:, 三个年度分别."""
_ASPECTS = (
    regex("学历|本科|大专|专科|硕士|博士|研究生|高中|中专"),
    regex("职称|正高|副高|中级|初级|技师|技工"),
    regex("[男女]性|[男女][^,，;。]?[职教]?工?$"),
    regex("党员|群众$|团员"),
    regex("岁|年龄"),
)
"""What people are counted by: those of an education and those of a rank are the same people."""
_MOST = 9
"""So many figures before and behind a total are looked at: no more are told in one numeral."""
_SUMS_UP = regex(rf"{ADDED_UP}|[总共]计?[^,，;。\d]{{0,4}}$")


def has_part_of_part(candidate: Candidate) -> bool:
    """Whether a part is one of the part right before it: 受训171人，其中75人参加两期."""
    row = candidate.row
    return any(
        b == a + 1 and is_part_of(row.text, row.figures[b], row.figures[a])
        for a, b in itertools.pairwise(candidate.choice)
    )


def is_part_of(text: str, part: Quantity, whole: Quantity) -> bool:
    """Whether words right behind a figure make the next one a part of it."""
    between = text[whole.end : part.start] if part.start - whole.end <= FAR else ""
    return whole.printed >= part.printed and _OF_WHICH.search(between) is not None


def is_one_of_so_many(candidate: Candidate) -> bool:
    """Whether a list has as many figures as its words announce, the seeming total among them.

    分三批下达:3月1900万元，4月860万元，7月240万元.
    """
    row, i = candidate.row, candidate.i
    first, *_, last = (row.figures[k] for k in sorted(candidate.places))
    low, high = row.sentence(first)
    if last.start >= high or row.is_led(i, _SUMS_UP):
        return False
    near = range(max(0, i - _MOST), min(len(row.figures), i + _MOST + 1))
    alike = [k for k in near if row.depths[k] == row.depths[i] and row.figures[k].start < high]
    for announced in _SO_MANY.finditer(row.text, max(low, first.start - FAR), first.start):
        listed = {k for k in alike if row.figures[k].start >= announced.end()}
        if len(listed) == read(announced["number"]) and listed.issuperset(candidate.places):
            return True
    return False


def is_of_another_aspect(candidate: Candidate) -> bool:
    """Whether parts tell people by another aspect than the total: 本科15人，副高2人、中级8人."""
    facts = candidate.row.facts
    whole, *parts = (
        {n for n, words in enumerate(_ASPECTS) if words.search(facts.own_words(figure))}
        for figure in (candidate.total, *candidate.parts)
    )
    return bool(whole) and all(part and part.isdisjoint(whole) for part in parts)
