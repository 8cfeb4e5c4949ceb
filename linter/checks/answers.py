"""``answers``: the points of one chapter and those of another that are to answer them."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.counts.ordinals import points_between
from linter.language.needs import Spec
from linter.model import Related, Section, Span, Status, Verdict

_MOST = 50
_FEWEST = 2
"""Of one point the other chapter may make as many as it likes."""


class Answers(Spec, frozen=True):
    """Which chapters."""

    chapters: tuple[str, str]
    """The chapter that asks (问题), and the one that answers (措施)."""


SPEC = Answers


def check(rule_id: str, spec: Answers, case: Case) -> Iterator[Verdict]:
    """A verdict where the report has one chapter of each, both with points."""
    asking, answering = (_chapter(case, key) for key in spec.chapters)
    if asking is None or answering is None or _overlap(asking, answering):
        return
    asked, answered = _points(case, asking), _points(case, answering)
    if min(asked, answered) < _FEWEST:
        return
    text = f"{asking.title}{asked}条，{answering.title}{answered}条"
    failed = answered < asked
    yield Verdict(
        Status.failed if failed else Status.passed,
        answering.title,
        Span(answering.start, answering.title_end),
        (Related(Span(asking.start, asking.title_end), "asking"),),
        text if failed else f"{text} ✓",
        values={"asked": str(asked), "answered": str(answered), "calculation": text},
    )


def _chapter(case: Case, key: str) -> Section | None:
    """The only chapter of its kind; within a chapter of several things the section of this one."""
    found = case.chapters.get(key, [])[:_MOST]
    outer = [s for s in found if not any(o.start < s.start < o.end for o in found)]
    if len(outer) != 1:
        return None
    below = case.outline.children(outer[0].index)
    own = [section for section in below if section in found]
    return own[0] if len(own) == 1 and len(below) > 1 else outer[0]


def _overlap(a: Section, b: Section) -> bool:
    return a.start < b.end and b.start < a.end


def _points(case: Case, section: Section) -> int:
    """How many points a section has: numbered sections below it, or numbers in its text."""
    numbered = [s for s in case.outline.children(section.index) if s.marker is not None]
    if len(numbered) >= _FEWEST:
        return len(numbered)
    return points_between(case.document.folded, section.title_end, section.end)
