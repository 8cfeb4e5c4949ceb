"""Places of a report: its cover, its last line, the headings that bear marks."""

from __future__ import annotations

from collections import Counter

from linter.binding.case import Case
from linter.model import Section, Span
from linter.profile import Chapter

_MOST = 60
"""How many lines and cells are looked through."""
_LONGEST = 60
_SHOWN = 40
"""How much of the last line is shown."""
_PARTS = 3
"""How many headings with full marks make a framework."""


def cover(case: Case) -> tuple[int, int]:
    """The short lines and cells at the head, up to the first section or sentence."""
    sections = case.outline.sections
    high = sections[0].start if sections else len(case.document.text)
    end = 0
    for block in case.document.blocks[:_MOST]:
        if block.start >= high or block.end - block.start > _LONGEST:
            break
        if "。" in case.document.folded[block.start : block.end]:
            break
        end = block.end
    return 0, end


def written_chapters(case: Case) -> int:
    """How many of the profile's chapters are there, and no more than have text below a heading."""
    sections = case.outline.sections
    ends = [*(section.start for section in sections[1:]), len(case.document.text)]
    below = zip(sections, ends, strict=False)
    written = sum(bool(case.document.text[s.title_end : end].strip()) for s, end in below)
    return min(len(case.chapters), written)


def last_line(case: Case) -> Span:
    """The end of the last line of running text."""
    lines = [block for block in case.document.blocks if block.kind != "cell"]
    last = (lines or case.document.blocks)[-1]
    return Span(max(last.start, last.end - _SHOWN), last.end)


def first_marks(case: Case) -> Span | None:
    """The first of several headings that give full marks to the parts of one chapter."""
    scored = [s.section for s in case.scores if s.role == "full" and s.section is not None]
    parts = Counter(section.parent for section in scored)
    first = next((section for section in scored if parts[section.parent] >= _PARTS), None)
    return Span(first.start, first.title_end) if first else None


def inside(case: Case, chapter: Chapter) -> list[Section]:
    """The headings below the first section of the chapter where another belongs."""
    within = case.chapters.get(chapter.within or "")
    if not within:
        return []
    return [s for s in case.outline.sections if within[0].start < s.start < within[0].end]


def place_of(case: Case, chapter: Chapter) -> Span:
    """The last heading of the chapter where one belongs, else of the report, else the title."""
    within = case.chapters.get(chapter.within or "", [])[:1]
    chain = [*within, *inside(case, chapter)] or [
        s
        for s in case.outline.sections
        if s.parent < 0 and "附件" not in case.text(s.start, s.title_end)
    ]
    if chain:
        return Span(chain[-1].start, chain[-1].title_end)
    return Span(case.outline.title_start, case.outline.title_end)
