"""Scores by level: the dimensions of a heading against the whole, in headings and prose."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice, pairwise
from typing import Literal

from linter.binding.case import Case
from linter.binding.marks.dimensions import (
    GAINS,
    OUTPUT,
    are_all,
    dimension_runs,
    dimensions,
    goes_on,
)
from linter.binding.marks.pairs import pairs_in_words
from linter.binding.marks.paragraph_sums import (
    all_in_paragraphs,
    full_in_paragraphs,
    got_in_paragraphs,
    titles_read,
)
from linter.binding.marks.scored_headings import scored_headings
from linter.binding.marks.total_marks import OTHERS, won_totals
from linter.binding.marks.wholes import is_bonus, is_of_another, is_part_of_whole, wholes_of
from linter.binding.sums.totals import Total
from linter.facts.quantity import Quantity, comes_to
from linter.facts.score import FULL_ROLES, Score, role_of
from linter.model import Section, Severity
from linter.regexes.late import regex

_FEWEST = 2
_ANNOUNCED = regex(r"百分制|分值|权重|满分|总分100|设置|构成")
_OBTAINED, _LOST = regex("[得扣失]"), regex("[扣失丢]了?分?[^得]*$")
_SUMMED_UP = regex(
    r"\)?(?:的(?:权重|分值)|[两二三四五六七]个?(?:部分|方面|维度)(?:组成|构成))?"
    r"[,，;。\n]{0,2}(?:总分值?|满分|合计|共计?|总计|权重合计)(?:为|是|:|共|计)?"
    r"(?P<sum>\d+(?:\.\d+)?)分"
)
_CALLED_BEHIND = regex(r"\)?(?:的(?:权重|分值)|(?:设置|确定|分配)(?:权重|分值))")
"""Behind a list of marks: it is of full ones."""
_FIRST = ("过程", "投入", "管理", "执行")
_PAIRS = ({"共性", "特性"}, {"共性", "个性"}, {"定量", "定性"})
"""Kinds of indicators of which there are no more."""
_SECOND = regex("[二三]是")
"""Behind a title that the first of several things has: what follows is not below it."""
_FULL_ALONE = regex(r"[(（](?:满分)?\d+(?:\.\d+)?分[)）]$")
"""At the end of a heading that does not say what was got."""
_FULL_TOLD = regex("(?:满分|总分|分值)[^,，;。\\d]{0,4}$")
_NEAR = 20
_FAR = 60
_MOVED_ON = regex("(?<!相)[扣加减]\\d|附加分|奖励分")
"""Behind marks: what they come to is not yet the total."""
_MOST_STATED = 24
"""A report that states more totals is one of many projects: no more are held against its parts."""


def score_sums(case: Case, role: Literal["full", "obtained"]) -> Iterator[Total]:
    """For each heading whose sub-headings are scored, their sum and what it should come to."""
    of_section: dict[int, Score] = {}
    for score in case.scores:
        if score.section is not None and score.role == role:
            of_section.setdefault(score.section.index, score)
    yield from _in_paragraphs(case, role)
    if role == "full":
        yield from _listed(case)
        yield from full_in_paragraphs(case)
    else:
        yield from _of_all_dimensions(case)
        yield from (*got_in_paragraphs(case), *all_in_paragraphs(case))
    of_whole = {
        s.section.index: s
        for s in case.scores
        if s.section is not None and s.role == ("full-total" if role == "full" else "total")
    }
    parents = {s.section.parent for s in of_section.values() if s.section is not None}
    groups = {
        parent: [
            of_section[s.index] for s in case.outline.children(parent) if s.index in of_section
        ]
        for parent in sorted(parents)
    }
    groups = {
        parent: own
        for parent, own in groups.items()
        if _is_one_run(own)
        and not _skips(case, parent, own)
        and (role == "full" or _are_all_got(case, parent, own))
    }
    above = {parent: _above(case, parent, of_whole | of_section) for parent in groups}
    free = {parent: children for parent, children in groups.items() if above[parent] is None}
    stated = _stated(case, role) if free else []
    wholes = wholes_of(case, free, stated)
    for parent, children in groups.items():
        own = above[parent]
        if own is not None:
            yield _of_heading(own, children)
            continue
        parts = tuple(score.figure for score in children)
        yield from (Total(whole, parts, loose=True) for whole in wholes[parent])
        if role == "full" and not stated:
            yield from _of_profile(case, children)


def _is_one_run(children: list[Score]) -> bool:
    """Whether several headings are numbered on: 1. behind 8. is below another, unseen heading."""
    sections = [score.section for score in children if score.section]
    numbers = [section.marker.value for section in sections if section.marker]
    return len(children) >= _FEWEST and all(a <= b for a, b in pairwise(numbers))


def _skips(case: Case, parent: int, own: list[Score]) -> bool:
    """Whether headings leave out numbers, as 四是 does where 二是 and 三是 stand in a paragraph."""
    first, last = (score.section.index for score in (own[0], own[-1]) if score.section)
    among = (c.marker for c in case.outline.children(parent) if first <= c.index <= last)
    numbers = [marker.value for marker in among if marker]
    return any(b - a > 1 for a, b in pairwise(numbers))


def _are_all_got(case: Case, parent: int, own: list[Score]) -> bool:
    """Whether no heading beside those of marks got has its full marks alone: 审查时限（5分）."""
    got = {score.section.index for score in own if score.section is not None}
    others = (c for c in case.outline.children(parent) if c.index not in got)
    return not any(_FULL_ALONE.search(child.title) for child in others)


def _in_paragraphs(case: Case, role: str) -> Iterator[Total]:
    """A scored heading against the marks told in the text below it, full and obtained.

    Where the one sum comes to what the heading says, the marks are all there; so must the other.
    """
    below: dict[int, list[tuple[Quantity, Quantity]]] = {}
    for pair in pairs_in_words(case):
        at = pair[1].start
        section = case.outline.at(at)
        if section is None or at < section.title_end:
            continue
        if not _SECOND.search(case.facts.text, section.title_end, at):
            below.setdefault(section.index, []).append(pair)
    read = titles_read(case)
    for index, heading in case.once(scored_headings).items():
        if {"full", "obtained"} - heading.keys() or heading["obtained"].figure.start in read:
            continue
        own = below.get(index, [])
        if len(own) < _FEWEST:
            continue
        obtained, full = (tuple(column) for column in zip(*own, strict=True))
        fits_full = comes_to(heading["full"].figure, full)
        fits_obtained = comes_to(heading["obtained"].figure, obtained)
        if role == "full" and fits_obtained:
            yield Total(heading["full"].figure, full, severity=Severity.warning, loose=True)
        if role == "obtained" and fits_full:
            yield Total(heading["obtained"].figure, obtained, severity=Severity.warning, loose=True)


def _of_all_dimensions(case: Case) -> Iterator[Total]:
    """The marks of all dimensions, listed in the text, with what the report got.

    That is the mark in the heading above them (自评得93分), or else the report's own total.
    """
    runs = [run for run in case.once(dimension_runs) if are_all(dimensions(case, run))]
    above = {
        s.section.index: s.figure
        for s in case.scores
        if s.section is not None and s.role in ("total", "obtained")
    }
    for run in runs:
        section = case.outline.at(run[0].start)
        own = above.get(section.index) if section is not None else None
        headed = own is not None and own.start < run[0].start
        whole = own if headed else _own_total(case, run)
        if whole is not None and _are_got(case, whole, run):
            yield Total(whole, tuple(run), severity=Severity.warning, loose=not headed)


def _are_got(case: Case, whole: Quantity, run: list[Quantity]) -> bool:
    """Whether marks are such as were got: neither full ones nor those lost."""
    low = max(whole.end, run[0].start - _FAR) if whole.end < run[0].start else run[0].start - _FAR
    if _LOST.search(case.facts.text, max(0, low), run[0].start):
        return False
    return {role_of(case.facts, figure) for figure in run} <= {None, "obtained"}


def _own_total(case: Case, run: list[Quantity]) -> Quantity | None:
    """The report's own total, for marks in a paragraph that tells of no other."""
    own = won_totals(case)
    several = len({total.printed for total in own}) != 1
    if several or sum(figure.printed for figure in run) == case.profile.total:
        return None
    sentence, _ = case.facts.windows.bounds("sentence", run[0].start)
    if OTHERS.search(case.facts.text, sentence, run[0].start) or is_of_another(case, run[0]):
        return None
    low, high = case.facts.windows.bounds("block", run[0].start)
    near = [s for s in case.scores if low <= s.figure.start < high and s.figure not in own]
    end = min(high, run[-1].end + _FAR)
    moved = _MOVED_ON.search(case.facts.text, run[-1].end, end) is not None
    behind = case.facts.within(run[-1].end, end) if moved else ()
    others = (*(score.figure for score in near), *(f for f in behind if f not in own))
    if any(f.dimension == "score" and comes_to(f, run) for f in others):
        return None
    if not all(is_of_another(case, s.figure) for s in near if s.role == "total"):
        return None
    return own[0]


def _listed(case: Case) -> Iterator[Total]:
    """Full marks of dimensions in one sentence (产出60分、效益20分), that make up the total."""
    for run in case.once(dimension_runs):
        yield from _full_total(case, run)


def _full_total(case: Case, run: list[Quantity]) -> Iterator[Total]:
    named = dimensions(case, run)
    paired = named in _PAIRS
    if (len(run) < _FEWEST + 1 and not paired) or not _are_full(case, run):
        return
    if _goes_on(case, run) and not _SUMMED_UP.match(case.facts.text, run[-1].end):
        return
    reached = sum(figure.printed for figure in run)
    if reached != case.profile.total and _is_told(case, run, reached):
        return
    if reached >= case.profile.total or paired or are_all(named):
        yield Total(None, tuple(run), case.profile.total, severity=Severity.warning, loose=True)


def _is_told(case: Case, run: list[Quantity], reached: Decimal | int) -> bool:
    """Whether the paragraph says itself that full marks come to so many: 实际考核的满分为90分."""
    low, high = case.facts.windows.around("block", run[0].start, run[-1].end)
    marks = (f for f in case.facts.within(low, high) if f.dimension == "score")
    told = (f for f in marks if f.printed == reached)
    return any(_FULL_TOLD.search(case.facts.own_words(f)) for f in told)


def _goes_on(case: Case, run: list[Quantity]) -> bool:
    """Whether the list has another mark, behind a name that is no dimension's."""
    last = run[-1].end
    behind = case.facts.within(last, last + _NEAR)[:1]
    return any(
        f.dimension == "score"
        and role_of(case.facts, f) in (None, "full")
        and goes_on(case.facts, run, f)
        for f in behind
    )


def _are_full(case: Case, run: list[Quantity]) -> bool:
    """Whether words call a list of marks full ones that make up the whole."""
    text, first = case.facts.text, run[0].start
    low, _ = case.facts.windows.before("sentence", first, _FAR)
    if "\n" in text[run[0].end : run[1].start]:
        low = first - _FAR
    if _OBTAINED.search(text, max(low, first - _NEAR), first):
        return False
    behind = _SUMMED_UP.match(text, run[-1].end)
    if behind is not None:
        return Decimal(behind["sum"]) == case.profile.total
    called = _CALLED_BEHIND.match(text, run[-1].end)
    return called is not None or _ANNOUNCED.search(text, max(0, low), first - 1) is not None


def _of_heading(own: Score, children: list[Score]) -> Total:
    """A heading's mark with those of the headings below it."""
    whole = own.role not in FULL_ROLES and _name_all(children)
    severity = Severity.warning if whole else None
    parts = tuple(score.figure for score in children)
    return Total(own.figure, parts, severity=severity, loose=not whole)


def _of_profile(case: Case, children: list[Score]) -> Iterator[Total]:
    """Full marks of headings with the profile's total, but where they need not be all of it."""
    parts = tuple(score.figure for score in children if not is_bonus(score))
    if len(parts) < _FEWEST or is_part_of_whole(case, children):
        return
    severity = None if _are_all_dimensions(case, children) else Severity.warning
    yield Total(None, parts, fixed=case.profile.total, severity=severity, loose=True)


def _name_all(children: list[Score]) -> bool:
    """Whether the headings of marks name all dimensions of a whole."""
    titles = [score.section.title for score in children if score.section]
    gains = any(word in title for title in titles for word in GAINS)
    return (
        gains
        and any(OUTPUT in t for t in titles)
        and any(word in title for title in titles for word in _FIRST)
    )


def _are_all_dimensions(case: Case, children: list[Score]) -> bool:
    """Whether the profile has dimensions and each of them is among the scored headings."""
    titles = "".join(score.section.title for score in children if score.section)
    dimensions = case.profile.dimensions
    return bool(dimensions) and all(any(w in titles for w in words) for words in dimensions)


def _above(case: Case, index: int, of_section: dict[int, Score]) -> Score | None:
    """The score of the section itself or of the nearest section above that has one."""
    section: Section | None = case.outline.sections[index] if index >= 0 else None
    return of_section.get(section.index) if section is not None else None


def _stated(case: Case, role: str) -> list[Score]:
    """The totals that the report states outside of scored headings, the first of them."""
    wanted = "full-total" if role == "full" else "total"
    found = (s for s in case.scores if s.role == wanted and s.section is None)
    return list(islice(found, _MOST_STATED))
