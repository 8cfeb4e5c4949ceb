"""``goals``: what the goals name and no result tells of with a figure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct, field

from linter.binding.case import Case
from linter.binding.report.untold_goals import untold_goals
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.language.needs import Spec
from linter.language.words import any_word
from linter.model import Span, Status, Verdict
from linter.regexes.late import regex

_PHRASE = regex(r"[,，;。、\n!?:]")
_BEHIND = 2
"""How many phrases behind a word may hold its figure: 开展培训，共12期."""
_REACH = 60
_WANTED = ("above", "under")
"""Hedges of what is wanted: 不少于500人次."""


class Work(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of work: words for it in goals, and what else tells of it in results."""

    goal: tuple[str, ...]
    told: tuple[str, ...] = ()


class Goals(Spec, frozen=True):
    """Kinds of work, each by its name."""

    chapters: tuple[str, ...]
    """The profile's chapters of goals."""
    works: dict[str, Work] = field(default_factory=dict)
    verbs: tuple[str, ...] = ()
    """Verbs before things that are counted, of which some result is to tell."""


SPEC = Goals


def check(rule_id: str, spec: Goals, case: Case) -> Iterator[Verdict]:
    """A verdict for each kind of work that a whole report's goals name."""
    sections = [s for key in spec.chapters for s in case.chapters.get(key, ())]
    goals = sorted((s.title_end, s.end) for s in sections)
    if not goals:
        return
    if spec.verbs:
        yield from (_untold(*found) for found in untold_goals(case, goals, spec.verbs))
    for name, work in spec.works.items() if case.is_whole else ():
        goal = _goal(case.facts, goals, any_word(work.goal))
        if goal is not None:
            places = any_word((*work.goal, *work.told)).finditer(case.facts.text)
            told = any(_is_told(case.facts, goals, place) for place in places)
            yield _verdict(case, name, Span(*goal.span()), told)


def _goal(
    facts: Facts, goals: list[tuple[int, int]], words: re.Pattern[str]
) -> re.Match[str] | None:
    """The first word in the goals that is one: what has a plain figure tells a result already."""
    for low, high in goals:
        for found in words.finditer(facts.text, low, high):
            figures = _beside(facts, *found.span(), 1)
            if all(f.hedge in _WANTED for f in figures):
                return found
    return None


def _verdict(case: Case, name: str, goal: Span, told: bool) -> Verdict:
    word = case.text(goal.start, goal.end)
    text = f"目标中有“{word}”，完成情况中{'有数 ✓' if told else '没有相应的数'}"
    return Verdict(
        Status.passed if told else Status.failed,
        name,
        goal,
        calculation=text,
        values={"word": word, "calculation": text},
    )


def _untold(goal: Span, thing: str) -> Verdict:
    text = f"目标中的“{thing}”，别处没有提到"
    values = {"word": thing, "calculation": text}
    return Verdict(Status.failed, thing, goal, calculation=text, values=values)


def _is_told(facts: Facts, goals: list[tuple[int, int]], found: re.Match[str]) -> bool:
    """Whether a word outside the goals stands in a table, or has a figure beside it."""
    start, end = found.span()
    before = bisect_right(goals, (start, len(facts.text))) - 1
    if before >= 0 and start < goals[before][1]:
        return False
    if facts.in_table(start):
        return True
    return bool(_beside(facts, start, end, _BEHIND))


def _beside(facts: Facts, start: int, end: int, phrases: int) -> list[Quantity]:
    """The figures of the phrase around a word, and of so many phrases from there on."""
    low, high = facts.windows.around("sentence", start, end, _REACH)
    stops = [m.end() for m in _PHRASE.finditer(facts.text, low, start)]
    ends = [m.start() for m in _PHRASE.finditer(facts.text, end, high)]
    high = ends[phrases - 1] if len(ends) >= phrases else high
    return facts.within(stops[-1] if stops else low, high)
