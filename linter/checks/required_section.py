"""``required-section``: the profile's chapters are there, by their titles or their words."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Related, Section, Severity, Span, Status, Verdict
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
    outer = [key for key, chapter in required.items() if chapter.within is None]
    rest = case.recognised and sum(key in case.chapters for key in outer) == len(outer) - 1
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
        else:
            yield _untitled(case, chapter, own, rest and chapter.within is None)


def _untitled(case: Case, chapter: Chapter, own: bool, rest: bool) -> Verdict:
    """A chapter without a title: it passes by its words, unless ``rest``, all others, have titles.

    ``own``: of an outline of its author's own, whose titles name hardly any chapter.
    """
    whole = len(case.document.text) >= _WHOLE
    said = _said(case, chapter)
    if said and not (rest and whole):
        text = f"“{chapter.name}”没有单独成章，正文中有“{case.text(said.start, said.end)}” ✓"
        return Verdict(Status.passed, chapter.name, said, calculation=text)
    grave = chapter.required if whole else Severity.warning
    if said or (own and grave is Severity.warning):
        grave = Severity.info
    titles = "、".join(chapter.titles[:4])
    text = f"标题中没有{titles}"
    return Verdict(
        Status.failed,
        chapter.name,
        _place(case, chapter),
        (Related(said, "words"),) if said else (),
        text,
        severity=grave,
        values={
            "chapter": chapter.name,
            "titles": titles,
            "calculation": text,
            "mentioned.zh": "，只在正文中提到，没有单独成章" if said else "",
            "mentioned.en": " of its own; it is only spoken of" if said else "",
        },
    )


def _said(case: Case, chapter: Chapter) -> Span | None:
    """The first place of the words that stand for a chapter, in the order of the words."""
    places = ((case.document.folded.find(word), len(word)) for word in chapter.words)
    return next((Span(at, at + length) for at, length in places if at >= 0), None)


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
