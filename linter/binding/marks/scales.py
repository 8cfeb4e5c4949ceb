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

from linter.late import regex

_TOKEN = regex(
    r"(?P<word>(?<!最)优秀?|(?<!优)良好?|(?:(?<![\u4e00-\u9fff])|(?<=[为是评定属作及和照]))中等?|不?合格|一般"
    r"|较差|(?<![误偏价温时落反利逆级水])差)"
    r"(?=[^\u4e00-\u9fff]|[为是级等档满不得三四五]|大于|小于|$)"
    r"|(?<![\d.])(?P<mark>\d{1,3}(?:\.\d+)?)(?![\d.年月日%个项家人次])"
)
_RANKS = {"优": 0, "良": 1, "中": 2, "合": 2, "一": 2, "差": 3, "较": 3, "不": 3}
_FEWEST, _FAR, _ALL = 3, 18, 100
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
        return _RANKS[self.word["word"][0]]

    @property
    def span(self) -> tuple[int, int]:
        tokens = (self.word, *self.marks)
        return min(t.start() for t in tokens), max(t.end() for t in tokens)

    @property
    def numbers(self) -> list[Decimal]:
        return sorted({Decimal(mark["mark"]) for mark in self.marks})


def scale(text: str, low: int, high: int) -> list[Step]:
    """The grades of a line with their marks; nothing where it states no whole scale."""
    for run in _runs(text, low, high):
        for told in (_marks_behind(run), _marks_before(text, run), _words_first(text, run)):
            ordered = sorted(told, key=lambda one: one.rank)
            if _holds_together(text, ordered):
                return list(_steps(ordered))
    return []


def _runs(text: str, low: int, high: int) -> Iterator[list[re.Match[str]]]:
    """Grades and marks that stand near one another in one sentence."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, low, high):
        apart = run and (
            token.start() - run[-1].end() > _FAR or "。" in text[run[-1].end() : token.start()]
        )
        if apart:
            yield run
            run = []
        run.append(token)
    yield run


def _in_turn(run: Sequence[re.Match[str]]) -> list[tuple[bool, list[re.Match[str]]]]:
    """Grades (True) and marks (False) as they stand beside each other."""
    return [(kind, list(found)) for kind, found in groupby(run, lambda t: t["word"] is not None)]


def _marks_behind(run: Sequence[re.Match[str]]) -> list[_Told]:
    return [
        _Told(one[-1], marks) for (is_word, one), (_, marks) in pairwise(_in_turn(run)) if is_word
    ]


def _marks_before(text: str, run: Sequence[re.Match[str]]) -> list[_Told]:
    if any(_OPENS.match(text, token.end()) for token in run if token["word"]):
        return []
    return [
        _Told(one[0], marks)
        for (is_mark, marks), (_, one) in pairwise(_in_turn(run))
        if not is_mark
    ]


def _words_first(text: str, run: Sequence[re.Match[str]]) -> list[_Told]:
    """All grades, then the marks of each: 分为优、良、中、差，对应100—90、89—80、79—60、59—0."""
    parts = _in_turn(run)
    if len(parts) < 2 or not parts[0][0]:
        return []
    words, marks = parts[0][1], [[parts[1][1][0]]]
    for before, mark in pairwise(parts[1][1]):
        if _NEXT.search(text, before.end(), mark.start()):
            marks.append([])
        marks[-1].append(mark)
    return [_Told(*pair) for pair in zip(words, marks, strict=False)] * (len(words) == len(marks))


def _holds_together(text: str, told: Sequence[_Told]) -> bool:
    """Whether the grades, best first, are those of one scale without a gap."""
    ranks = [one.rank for one in told]
    if len(ranks) < _FEWEST or len(set(ranks)) < len(ranks):
        return False
    best, last = told[0].numbers, told[-1].numbers
    if len(best) > 1 and best[-1] != _ALL:
        return False
    firm = (len(one.numbers) > 1 or _is_floor(text, one) for one in told[:-1])
    return (
        all(firm)
        and all(
            below.numbers[0] < above.numbers[0] or below.numbers == last == above.numbers[:1]
            for above, below in pairwise(told)
        )
        and all(
            0 <= above.numbers[0] - below.numbers[-1] <= 1
            for above, below in pairwise(told)
            if len(below.numbers) > 1 or below is told[-1]
        )
    )


def _is_floor(text: str, told: _Told) -> bool:
    """Whether the one mark of a grade is the least of it."""
    low, high = told.span
    around = text[max(0, low - 4) : high + 4]
    return _AT_LEAST.search(around) is not None and _BELOW.search(text, low, high) is None


def _steps(told: Sequence[_Told]) -> Iterator[Step]:
    for one in told:
        lowest = one is told[-1] and len(one.numbers) == 1
        floor = Decimal(0) if lowest else one.numbers[0]
        yield Step(one.word["word"], one.word.start("word"), floor, *one.span)
