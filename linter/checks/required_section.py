"""``required-section``: the profile's chapters are there, by their titles or their words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.report.own_titles import own_chapters
from linter.binding.report.places import inside, place_of
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Related, Section, Severity, Span, Status, Verdict
from linter.profile import Chapter

_SHOWN = 3
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
    lacking = [k for k, c in required.items() if k not in case.chapters and not _said(case, c)]
    chapters = own_chapters(case) if lacking else []
    meant = chapters if len(chapters) >= len(lacking) else []
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
            rests = rest and chapter.within is None
            yield _untitled(case, chapter, own, rests, meant)


def _untitled(
    case: Case, chapter: Chapter, own: bool, rest: bool, meant: Sequence[Section]
) -> Verdict:
    """A chapter without a title: it passes by its words, unless ``rest``, all others, have titles.

    ``own``: of an outline of its author's own, whose titles name hardly any chapter; ``meant``: the
    chapters of another name that it may be. It may also be told in one that has no headings within.
    """
    whole = len(case.document.text) >= _WHOLE
    said = _said(case, chapter)
    if said and not (rest and whole):
        text = f"“{chapter.name}”没有单独成章，正文中有“{case.text(said.start, said.end)}” ✓"
        return Verdict(Status.passed, chapter.name, said, calculation=text)
    grave = chapter.required if whole else Severity.warning
    undivided = chapter.within in case.chapters and not inside(case, chapter)
    if grave is Severity.error and not case.asked and _nameless(case):
        grave = Severity.warning
    if said or meant or undivided or (own and grave is Severity.warning):
        grave = Severity.info
    places = [(said, "words")] if said else [(Span(s.start, s.title_end), "title") for s in meant]
    titles = "、".join(chapter.titles[:4])
    text = f"标题中没有{titles}"
    return Verdict(
        Status.failed,
        chapter.name,
        place_of(case, chapter),
        tuple(Related(*place) for place in places[:_SHOWN]),
        text,
        severity=grave,
        values={
            "chapter": chapter.name,
            "titles": titles,
            "calculation": text,
            **_mentioned(said, meant),
        },
    )


def _nameless(case: Case) -> bool:
    """Whether a top chapter has a title that names none of the profile's: it may be the one."""
    top = (s for s in case.outline.sections if s.parent < 0 and not case.is_attached(s))
    return any(not case.profile.chapter_of(section) for section in top)


def _mentioned(said: Span | None, meant: Sequence[Section]) -> dict[str, str]:
    """What a message says of words and headings that may stand for a chapter."""
    zh = en = ""
    if said:
        zh, en = "，只在正文中提到，没有单独成章", " of its own; it is only spoken of"
    elif meant:
        titles = "".join(f"“{section.title}”" for section in meant[:_SHOWN])
        zh, en = f"，也许就是{titles}", f"; it may be {titles}"
    return {"mentioned.zh": zh, "mentioned.en": en}


def _said(case: Case, chapter: Chapter) -> Span | None:
    """The first place of the words that stand for a chapter, in the order of the words."""
    places = ((case.document.folded.find(word), len(word)) for word in chapter.words)
    return next((Span(at, at + length) for at, length in places if at >= 0), None)
