"""``bare-heading``: a heading with nothing below it, among others that have text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from linter.binding import sought
from linter.binding.case import Case
from linter.binding.sought import Sought
from linter.language.needs import Spec
from linter.language.words import any_word
from linter.model import Section, Span, Status, Verdict
from linter.regexes.late import regex

_SENTENCE = regex(r"[,，。;；:：\d?？了]")
"""In a title: it is a point of a list, which needs nothing below it."""
_SEVERAL, _NOTHING = 3, regex(r"\s*")
_LONGEST, _ENOUGH = 20, 20
"""How many characters the title of a chapter has at most, and the text of another at least."""


class BareHeading(Spec, frozen=True):
    """Which headings may stand alone."""

    unless: tuple[str, ...] = ()
    """Words in a title of what is no text: 附件, 照片."""
    chapters: tuple[str, ...] = ()
    """Chapters of which another rule asks more."""


SPEC = BareHeading


def seeks(rule_id: str, spec: BareHeading, case: Case) -> Iterator[Sought]:
    """Headings."""
    yield sought.headings(case)


def check(rule_id: str, spec: BareHeading, case: Case) -> Iterator[Verdict]:
    """A failure for each heading that alone of its list has nothing below it; else a pass."""
    asked = {s.index for key in spec.chapters for s in case.chapters.get(key, ())}
    alone, words = any_word(spec.unless), case.document.folded
    for group in _groups(case):
        bare = [section for section in group if not _has_text(case, section, 1)]
        if _goes_on(group):
            continue
        if len(bare) != 1 or not all(_has_text(case, s, _ENOUGH) for s in group if s not in bare):
            continue
        (section,) = bare
        title = words[section.start : section.title_end]
        if (
            _may_be_cut(case, section, group)
            or section.index in asked
            or alone.search(title)
            or not _is_name(section)
        ):
            continue
        span = Span(section.start, section.title_end)
        yield Verdict(Status.failed, title, span, values={"title": section.title})
    for section in _unnamed(case):
        title = case.text(section.start, section.end).strip("# \n")
        span = Span(section.start, section.start + len(title))
        yield Verdict(Status.failed, title, span, values={"title": title})
    yield Verdict(Status.passed, case.document.path)


def _goes_on(group: Sequence[Section]) -> bool:
    """Whether the first stands elsewhere, so that these are points of a list: 附：1.名单."""
    mark = group[0].marker
    return mark is not None and mark.value > 1


def _may_be_cut(case: Case, section: Section, group: Sequence[Section]) -> bool:
    """Whether what comes last may be cut off, or stand for what follows.

    Not the last of several in a whole report, if they stand in a chapter with more behind it.
    """
    if section is not group[-1]:
        return False
    ends = _NOTHING.fullmatch(case.document.folded, section.end) is not None
    return ends or section.parent < 0 or len(group) < _SEVERAL or not case.is_whole


def _unnamed(case: Case) -> Iterator[Section]:
    """The numbers behind which nothing stands: （四） on a line of its own, and the next begins."""
    for section in case.outline.sections:
        empty = section.marker is not None and not section.title and not case.is_attached(section)
        if empty and not case.document.folded[section.title_end : section.end].strip("# \n"):
            yield section


def _groups(case: Case) -> Iterator[Sequence[Section]]:
    """The headings of each list that has several: of one chapter, numbered in one way."""
    groups: dict[tuple[int, str], list[Section]] = defaultdict(list)
    for section in case.outline.sections:
        if section.marker and not section.inline and not case.is_attached(section):
            groups[section.parent, section.marker.style].append(section)
    return (group for group in groups.values() if len(group) > 1)


def _has_text(case: Case, section: Section, least: int) -> bool:
    """Whether so many characters, or other headings, stand below a heading."""
    if case.outline.children(section.index):
        return True
    return len(case.document.folded[section.title_end : section.end].strip("# \n")) >= least


def _is_name(section: Section) -> bool:
    return len(section.title) <= _LONGEST and not _SENTENCE.search(section.title)
