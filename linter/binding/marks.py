"""Scores by level: the dimensions of a heading against the whole, in headings and prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding.case import Case
from linter.binding.totals import Total
from linter.facts.score import Score
from linter.model import Section, Severity


def score_sums(case: Case, role: Literal["full", "obtained"]) -> Iterator[Total]:
    """For each heading whose sub-headings are scored, their sum and what it should come to."""
    of_section: dict[int, Score] = {}
    for score in case.scores:
        if score.section is not None and score.role == role:
            of_section.setdefault(score.section.index, score)
    parents = {s.section.parent for s in of_section.values() if s.section is not None}
    for parent in sorted(parents):
        children = [
            of_section[s.index] for s in case.outline.children(parent) if s.index in of_section
        ]
        if len(children) < 2:
            continue
        yield from _against(case, role, parent, children, of_section)


def _against(
    case: Case, role: str, parent: int, children: list[Score], of_section: dict[int, Score]
) -> Iterator[Total]:
    parts = tuple(score.figure for score in children)
    own = _above(case, parent, of_section)
    if own is not None:
        yield Total(own.figure, parts, loose=True)
        return
    stated = _stated(case, role)
    for score in stated:
        yield Total(score.figure, parts, loose=True)
    if role == "full" and not stated:
        severity = None if _are_all_dimensions(case, children) else Severity.warning
        yield Total(None, parts, fixed=case.profile.total, severity=severity, loose=True)


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
    """The totals that the report states outside of scored headings."""
    wanted = "full-total" if role == "full" else "total"
    return [s for s in case.scores if s.role == wanted and s.section is None]
