"""``headings``: titles of one list end and sound alike, and none repeats the title above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.gathered import gathered
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.model import Related, Section, Span, Status, Verdict
from linter.regexes.late import regex

_SENTENCE = regex(r"[，,\d]")
"""A numbered line with one of these may be a sentence, which ends as sentences do."""
_SPEAKS = regex(r"我们|!$|(?<![为终除未])了(?![解结却然断]).*[，,]|取得了|得到了|越来越")
"""What a title has that is no name but tells something."""
_QUOTED = regex("“[^”\n]*”|《[^》\n]*》")
"""In a title: what others named, “我们的节日”活动."""
_NAME, _SEVERAL = 14, 2
"""How long a title is that is a name, and how many of them show what the others are."""


class Headings(Spec, frozen=True):
    """What is asked of titles."""

    must: Literal["end-alike", "differ-from-above", "sound-alike"]


SPEC = Headings
_MARK = "。"
"""The mark at the end of some titles and not of others."""


def seeks(rule_id: str, spec: Headings, case: Case) -> Iterator[Sought]:
    """Headings."""
    yield sought.headings(case)


def check(rule_id: str, spec: Headings, case: Case) -> Iterator[Verdict]:
    """One failure for all titles that end otherwise; one for each that repeats the one above."""
    told = {"end-alike": _ends, "sound-alike": _sounds, "differ-from-above": _names}
    yield from told[spec.must](case)


def _sounds(case: Case) -> Iterator[Verdict]:
    """A failure for a title that speaks (我们…了) where all others of its list are names."""
    for titles in _lists(case):
        spoken = [s for s in titles if _speaks(case, s)]
        # where several speak, it is the report's own voice
        if len(spoken) != 1:
            continue
        title, others = spoken[0], [s for s in titles if s is not spoken[0]]
        names = [s for s in others if len(s.title) <= _NAME and not _SENTENCE.search(s.title)]
        if len(names) < max(_SEVERAL, len(others)):
            continue
        other = names[0]
        yield Verdict(
            Status.failed,
            title.title,
            Span(title.start, title.title_end),
            (Related(Span(other.start, other.title_end), "other"),),
            values={"title": title.title, "other": other.title},
        )


def _lists(case: Case) -> list[list[Section]]:
    """The headings that are numbered alike below one heading."""
    lists: dict[tuple[int, str], list[Section]] = {}
    for section in case.outline.sections:
        if section.marker and case.heads(section):
            lists.setdefault((section.parent, section.marker.style), []).append(section)
    return list(lists.values())


def _speaks(case: Case, section: Section) -> bool:
    own = _QUOTED.sub("", case.document.folded[section.start : section.title_end])
    return _SPEAKS.search(own) is not None


def _ends(case: Case) -> Iterator[Verdict]:
    lists = [[s for s in titles if not _SENTENCE.search(s.title)] for titles in _lists(case)]
    odd: list[Section] = []
    example = ""
    for titles in lists:
        ends = [case.text(s.title_end - 1, s.title_end) == _MARK for s in titles]
        ended = [title for title, end in zip(titles, ends, strict=True) if end]
        bare = [title for title, end in zip(titles, ends, strict=True) if not end]
        fewer, more = (bare, ended) if len(bare) < len(ended) else (ended, bare)
        example = example or (more[0].title if fewer else "")
        odd += fewer
    if odd:
        places = sorted(Span(s.start, s.title_end) for s in odd)
        yield gathered(case, places, {"other": example})
    elif any(len(titles) > 1 for titles in lists):
        yield Verdict(Status.passed, case.document.path, calculation="同级标题末尾一致 ✓")


def _names(case: Case) -> Iterator[Verdict]:
    for section in case.outline.sections:
        if section.parent < 0 or not case.heads(section):
            continue
        above = case.outline.sections[section.parent]
        if _plain(section) != _plain(above):
            continue
        yield Verdict(
            Status.failed,
            section.title,
            Span(section.start, section.title_end),
            (Related(Span(above.start, above.title_end), "above"),),
            values={"title": section.title, "above": above.title},
        )


def _plain(section: Section) -> str:
    return "".join(section.title.split())
