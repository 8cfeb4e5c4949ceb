"""``required-section``: the profile's chapters are there, by their titles or their words."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Section, Severity, Span, Status, Verdict
from linter.profile import Chapter

_WHOLE = 800
"""A text of fewer characters may be an extract: what it lacks is asked about, not demanded."""


class RequiredSection(Spec, frozen=True):
    """Nothing to set: chapters, synonyms and severities are the profile's."""


SPEC = RequiredSection


def seeks(rule_id: str, spec: RequiredSection, case: Case) -> Iterator[Sought]:
    """The chapters that the profile requires."""
    yield sought.chapters(case, [k for k, c in case.profile.chapters.items() if c.required])


def check(rule_id: str, spec: RequiredSection, case: Case) -> Iterator[Verdict]:
    """A verdict for each chapter that the profile requires."""
    required = {k: c for k, c in case.profile.chapters.items() if c.required is not None}
    titled = sum(key in case.chapters for key in required)
    own = not case.recognised and 2 * titled < len(required)
    for key, chapter in required.items():
        sections = case.chapters.get(key)
        if sections:
            first = sections[0]
            yield Verdict(
                Status.passed,
                chapter.name,
                Span(first.start, first.title_end),
                calculation=f"有“{first.title}” ✓",
            )
        elif any(word in case.document.folded for word in chapter.words):
            yield Verdict(Status.passed, chapter.name, calculation="正文中有这部分内容 ✓")
        else:
            yield _absent(case, chapter, own)


def _absent(case: Case, chapter: Chapter, own: bool) -> Verdict:
    """``own``: of an outline of its author's own, whose titles name hardly any chapter."""
    grave = chapter.required if len(case.document.text) >= _WHOLE else Severity.warning
    if own and grave is Severity.warning:
        grave = Severity.info
    titles = "、".join(chapter.titles[:4])
    text = f"标题中没有{titles}"
    return Verdict(
        Status.failed,
        chapter.name,
        _place(case, chapter),
        calculation=text,
        severity=grave,
        values={"chapter": chapter.name, "titles": titles, "calculation": text},
    )


def _place(case: Case, chapter: Chapter) -> Span:
    """The last heading of the chapter where it belongs, else of the report, else the title."""
    within = case.chapters.get(chapter.within or "")
    inside: list[Section] = []
    if within:
        inside = [s for s in case.outline.sections if within[0].start <= s.start < within[0].end]
    chain = inside or [
        s
        for s in case.outline.sections
        if s.parent < 0 and "附件" not in case.text(s.start, s.title_end)
    ]
    if chain:
        return Span(chain[-1].start, chain[-1].title_end)
    return Span(case.outline.title_start, case.outline.title_end)
