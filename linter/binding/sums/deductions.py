"""Marks lost, and what is left of a hundred: 资金扣2分、质量扣3分，其余未扣分，最终得分95分."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, takewhile

from linter.binding.case import Case
from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.score import FULL_ROLES, Score
from linter.model import Severity
from linter.regexes.late import regex

_FULL = Decimal(100)
_FEWEST = 2
_TOTALS = ("total", "full-total")
_OUT_OF_FULL = regex(r"百分制|(?:满分|总分)(?:为|是|共|:)?100分")
_ALL = regex(r"(?:共|合计|总共|累计|总计|一共)[^,，;。:、\d]{0,6}(?:扣|失|丢)[^,，;。:、\d]{0,4}$")
"""Before what was lost in all."""
_BESIDE = regex(
    r"(?:\(满分(?:为|是|:)?100分\))?[,，](?:合计|共计|累计|总共|共|被)?[扣失丢](?:[除掉去减]|分)?[了为]?"
)
"""Between a total and what was lost in all."""
_OF_REPORT = regex(
    r"(?:自评|各项(?:指标)?|全部指标|本次评价)(?:合计|共计|总共|累计|共)[扣失][除分]?[了为]?$"
)
"""Before what a report lost in all."""
_NO_MORE = regex(
    r"其[余他它](?:[^,，;。\d]{0,10}(?:未|没有?|不|无)[^,，;。\d]{0,3}[扣失丢]|[^,，;。\d]{0,10}满分)"
)
"""Behind marks lost: no others were."""
_LISTED = regex(
    r"[,，;。]?[^,，;。\d主]{0,4}扣分(?:项目|项|情况|原因|说明|明细|点|因素)?(?:分别|依次|具体)?(?:为|是|有|如下|包括)?:"
    r"[^,，;。]{0,24}"
)
"""Behind a mark: all marks lost follow."""
_SOME = regex(
    "等|主要|其中|其余|略|详见|加分(?!项?[为是]?无)(?<!无加分)|附加|奖励|复核|复评|上年|去年"
)
_MORE = "加分|附加|奖励|复核|复评|调整|上年|去年"
_OTHERWISE = regex(rf"{_MORE}|[满总]分(?!100)(?:为|是|:)?\d")
_NOT_OF_ALL = regex(rf"{_MORE}|满分(?!100)(?:为|是|:)?\d")
"""In a paragraph: marks are of something else, too, or of fewer than a hundred."""


def left_of_full(case: Case) -> Iterator[Total]:
    """Each mark with the marks lost before it, which together come to a hundred.

    Where no words say that it is of a hundred, only what one slip explains is told.
    """
    facts = case.facts
    yield from _lost_in_all(case)
    inside = groupby(case.scores, lambda s: facts.windows.bounds("block", s.figure.start))
    for bounds, found in inside:
        group = list(found)
        yield from _told_before(facts, group)
        if _OTHERWISE.search(facts.text, *bounds):
            continue
        told = _OUT_OF_FULL.search(facts.text, *bounds) is not None
        marks = [m for m in group if m.figure.printed != _FULL or m.role not in FULL_ROLES]
        for at, mark in enumerate(marks):
            sure = mark.role == "total" and told
            if mark.role == "total" or (mark.role == "obtained" and told):
                lost = _lost_before(facts, marks[:at])
                if lost:
                    parts = (*lost, mark.figure)
                    yield Total(None, parts, _FULL, "扣分与得分", Severity.warning, loose=not sure)


def _lost_in_all(case: Case) -> Iterator[Total]:
    """What the report lost in all, with its only total, wherever that stands: 自评合计扣3分.

    Only what one slip explains is told.
    """
    facts = case.facts
    totals = [s.figure for s in case.scores if s.role in _TOTALS and s.figure.hedge is None]
    totals = [total for total in totals if total.printed != _FULL]
    if len({total.printed for total in totals}) != 1 or totals[0].printed > _FULL:
        return
    for score in case.scores:
        lost = score.figure
        low, high = facts.windows.bounds("block", lost.start)
        behind = [total for total in totals if low <= lost.start < total.start < high]
        if score.role != "deduction" or behind or _NOT_OF_ALL.search(facts.text, low, high):
            continue
        right_behind = [
            t
            for t in totals
            if _BESIDE.fullmatch(facts.text, t.end, lost.start)
            and not _OUT_OF_FULL.search(facts.text, low, t.start)
        ]
        if right_behind or _OF_REPORT.search(facts.own_words(lost)):
            parts = ((right_behind or totals)[0], lost)
            yield Total(None, parts, _FULL, "扣分与得分", Severity.warning, loose=True)


def _told_before(facts: Facts, marks: Sequence[Score]) -> Iterator[Total]:
    """Each total with the list of marks lost behind it: 总分88分，扣分项为：台账扣3分，….

    So is what was lost in all: 合计扣3.5分。扣分情况为：台账扣3分，…. Only what one slip explains
    is told.
    """
    for at, mark in enumerate(marks):
        run = takewhile(lambda s: s.role == "deduction", marks[at + 1 :])
        lost = [score.figure for score in run]
        in_all = mark.role == "deduction" and _ALL.search(facts.text, *facts.own_lead(mark.figure))
        if not (in_all or mark.role in _TOTALS) or len(lost) < _FEWEST:
            continue
        low, _ = facts.windows.bounds("sentence", mark.figure.start)
        start, high = facts.windows.bounds("sentence", lost[0].start)
        opened = _LISTED.fullmatch(facts.text, mark.figure.end, lost[0].start)
        whole = lost[-1].start < high and (in_all or start == low)
        if opened and whole and not _SOME.search(facts.text, low, high):
            if in_all:
                yield Total(mark.figure, tuple(lost), None, "各项扣分", loose=True)
            else:
                parts = (mark.figure, *lost)
                yield Total(None, parts, _FULL, "扣分与得分", Severity.warning, loose=True)


def _lost_before(facts: Facts, marks: Sequence[Score]) -> list[Quantity]:
    """The marks lost that words say are all, right before a mark; none where they may not be."""
    run = takewhile(lambda s: s.role == "deduction", reversed(marks))
    lost = [score.figure for score in run][::-1]
    if not lost:
        return []
    if _ALL.search(facts.own_words(lost[-1])):
        return lost[-1:]
    end = facts.windows.bounds("block", lost[-1].start)[1]
    following = _NO_MORE.search(facts.text, lost[-1].end, end)
    return lost if following else []
