"""A line that states the marks of all grades, in whatever notation: 优（90≤得分≤100）、良…….

Grades and marks stand in turn, whichever comes first, or all grades before all marks. What is read
of them must hold together: each grade begins where the next better one ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from msgspec import Struct

from linter.regexes.late import regex

_TOKEN = regex(
    r"(?P<word>(?<!最)优秀?|较好|(?<!优)良好?|(?:(?<![\u4e00-\u9fff])|(?<=[为是评定属作及和照分上]))中等?"
    r"|不?合格|不?及格|一般|较[差低]|(?<![误偏价温时落反利逆级水])差|(?<![\u4e00-\u9fff])低)"
    r"(?=[^\u4e00-\u9fff]|[为是级等档满不得三四五]|大于|小于|$)"
    r"|(?<![\d.])(?<!得分)(?<!满分)(?<!总分)(?<!得)(?P<mark>\d{1,3}(?:\.\d+)?)(?![\d.年月日%个项家人次号档级类万元])"
)
_RANKS = {"优": 0, "良": 1, "较好": 1, "中": 2, "一": 2, "合": 3, "及": 3}
_LAST = 4
_FEWEST, _FAR, _ALL, _PAIR = 3, 18, 100, 2
_GOOD, _ENOUGH = 70, 40
"""The least mark of the best grade, and of the last but one, in a scale of a hundred."""
_OF_OTHERS = regex("得分率|满意[度率]|单项|分项|指标(?:评分|得分|等级)")
"""Before a scale: it is not that of the report's mark."""
_LEAD = 24
_GIVEN = regex("[,，;][^,，;]{0,8}(?:等级|等次|结果|结论|评[定为])")
"""Between two grades: the second is what the report got."""
_NEXT = regex("[、,，;|]")
"""Between two marks: the second is of the next grade."""
_OPENS = regex(r"[”\"'’]?(?:等级|等次|级|等|档)?[(\[:≥>≤<]")
"""Right behind a grade: its marks follow."""
_AT_LEAST = regex("以上|往上|[≥>]|不低于|不少于|大于|高于|超过|达到|满(?!分)|含|及|起")
_BELOW = regex("以下|[<≤]|不足|不满|未满|低于|小于|不到")


class Step(Struct, frozen=True):
    """A grade's word and its place, the least mark of it, and where both are told."""

    word: str
    at: int
    floor: Decimal
    low: int
    high: int


class _Told(Struct, frozen=True):
    word: re.Match[str]
    marks: list[re.Match[str]]

    @property
    def rank(self) -> int:
        return _rank(self.word)

    @property
    def span(self) -> tuple[int, int]:
        tokens = (self.word, *self.marks)
        return min(t.start() for t in tokens), max(t.end() for t in tokens)

    @property
    def numbers(self) -> list[Decimal]:
        return sorted({Decimal(mark["mark"]) for mark in self.marks})


def _rank(word: re.Match[str]) -> int:
    return _RANKS.get(word["word"], _RANKS.get(word["word"][0], _LAST))


def scale(text: str, low: int, high: int) -> list[Step]:
    """The grades of a line with their marks; nothing where it states no whole scale."""
    steps: list[Step] = []
    for run in _runs(text, low, high):
        begin = run[0].start()
        if _OF_OTHERS.search(text[max(low, begin - _LEAD) : begin].rpartition("。")[2]):
            continue
        told = sorted(_read(text, run), key=lambda one: one.rank)
        if _holds_together(text, told):
            steps += _steps(text, told)
    return steps


def _runs(text: str, low: int, high: int) -> Iterator[list[re.Match[str]]]:
    """Grades and marks that stand near one another in one sentence."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, low, high):
        gap = text[run[-1].end() : token.start()] if run else ""
        graded = run and token["word"] and run[-1]["word"] and _GIVEN.search(gap)
        apart = len(gap) > _FAR or "。" in gap or graded
        if apart:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _read(text: str, run: Sequence[re.Match[str]]) -> list[_Told]:
    """The grades of a run with their marks; nothing where one of either would be left over."""
    turns = [list(found) for _, found in groupby(run, lambda t: t["word"] is not None)]
    first, last = (bool(run[at]["word"]) for at in (0, -1))
    words, marks = (turns[0::2], turns[1::2]) if first else (turns[1::2], turns[0::2])
    if first is last:
        return []
    if first and len(words) == 1:
        return _words_first(text, words[0], marks[0])
    if any(len({_rank(word) for word in same}) > 1 for same in words):
        return []
    if not first and any(_OPENS.match(text, same[-1].end()) for same in words):
        return []
    return [_Told(same[-1], own) for same, own in zip(words, marks, strict=True)]


def _words_first(
    text: str, words: Sequence[re.Match[str]], marks: Sequence[re.Match[str]]
) -> list[_Told]:
    """All grades, then the marks of each: 分为优、良、中、差，对应100—90、89—80、79—60、59—0."""
    groups = [[marks[0]]]
    for before, mark in pairwise(marks):
        if _NEXT.search(text, before.end(), mark.start()):
            groups.append([])
        groups[-1].append(mark)
    if len(words) != len(groups):
        return []
    return [_Told(word, own) for word, own in zip(words, groups, strict=True)]


def _holds_together(text: str, told: Sequence[_Told]) -> bool:
    """Whether the grades, best first, are those of one scale of a hundred without a gap."""
    ranks = [one.rank for one in told]
    if len(ranks) < _FEWEST or len(set(ranks)) < len(ranks):
        return False
    numbers = [one.numbers for one in told]
    if any(len(own) > _PAIR for own in numbers) or (len(numbers[0]) > 1 and numbers[0][1] != _ALL):
        return False
    if numbers[0][0] < _GOOD or numbers[-2][0] < _ENOUGH:
        return False
    firm = (len(one.numbers) > 1 or _is_floor(text, one) for one in told[:-1])
    return all(firm) and all(_follows(a, b, last=b is numbers[-1]) for a, b in pairwise(numbers))


def _follows(above: Sequence[Decimal], below: Sequence[Decimal], *, last: bool) -> bool:
    """Whether the next grade begins where the better one ends; the last may tell its end alone."""
    gap = above[0] - below[-1]
    if last and len(below) == 1:
        return 0 <= gap <= 1
    return below[0] < above[0] and (len(below) == 1 or 0 <= gap <= 1)


def _is_floor(text: str, told: _Told) -> bool:
    """Whether the one mark of a grade is the least of it."""
    low, high = told.span
    around = text[max(0, low - 4) : high + 4]
    return _AT_LEAST.search(around) is not None and _BELOW.search(text, low, high) is None


def _steps(text: str, told: Sequence[_Told]) -> Iterator[Step]:
    for one in told:
        ends = one is told[-1] and (len(one.numbers) == 1 or _BELOW.search(text, *one.span))
        yield Step(
            one.word["word"],
            one.word.start("word"),
            Decimal(0) if ends else one.numbers[0],
            *one.span,
        )
