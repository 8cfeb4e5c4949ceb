"""What a rule looks for and what of it stands in a report, for saying why a rule said nothing."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from linter.binding.case import Case
from linter.model import Section
from linter.profile import TITLE_END
from linter.reading.fold import fold


class Sought(Struct, frozen=True):
    """Something that is looked for, what of it stands in the report, and what does not."""

    what: str
    found: tuple[str, ...]
    missing: tuple[str, ...] = ()


def place(case: Case, start: int, end: int) -> str:
    """Words of the report with their line."""
    words = " ".join(case.text(start, end).split())
    return f"{words}（第{case.document.position(start)[0]}行）"


def places(case: Case, what: str, spans: Iterable[tuple[int, int]]) -> Sought:
    """Stretches of the report, or that there is none."""
    return Sought(what, tuple(place(case, *span) for span in spans))


def words(case: Case, what: str, some: Iterable[str]) -> Sought:
    """Words, each with its first place."""
    found, missing = [], []
    for word in dict.fromkeys(some):
        at = case.document.folded.find(fold(word))
        if at < 0:
            missing.append(word)
        else:
            found.append(place(case, at, at + len(word)))
    return Sought(what, tuple(found), tuple(missing))


def figures(case: Case, dimension: str) -> Sought:
    """The figures of a dimension; of ``any`` all."""
    every = case.facts.quantities
    some = every if dimension in ("any", "count") else case.facts.by_dimension.get(dimension, [])
    name = "数字" if dimension in ("any", "count") else f"数字（{dimension}）"
    return places(case, name, ((f.start, f.end) for f in some))


def moments(case: Case, *kinds: str) -> Sought:
    """Dates and periods, of all kinds where none is named."""
    some = (m for m in case.facts.moments if not kinds or m.kind in kinds)
    return places(case, "日期、期间", ((m.start, m.end) for m in some))


def marks(case: Case, *roles: str) -> Sought:
    """Scores outside tables (满分、得分、总分), of all roles where none is named."""
    some = (s.figure for s in case.scores if not roles or s.role in roles)
    return places(
        case, "总分" if roles == ("total",) else "分值、得分", ((f.start, f.end) for f in some)
    )


def headings(case: Case) -> Sought:
    """The headings of the outline."""
    return places(case, "标题", ((s.start, s.title_end) for s in case.outline.sections))


def tables(case: Case) -> Sought:
    """Tables whose columns are known, each by its headers."""
    heads = ("｜".join(c.header for c in table.columns) for table in case.facts.tables)
    return Sought("表格", tuple(heads))


def chapters(case: Case, keys: Iterable[str]) -> Sought:
    """Chapters of the profile by their ids."""
    known = [(key, case.profile.chapters[key]) for key in keys if key in case.profile.chapters]
    found = [(chapter, case.chapters.get(key)) for key, chapter in known]
    return Sought(
        "章节",
        tuple(_heading(case, sections[0]) for _, sections in found if sections),
        tuple(
            f"{c.name}（标题含{'、'.join(c.titles).replace(TITLE_END, '')}）"
            for c, sections in found
            if not sections
        ),
    )


def _heading(case: Case, section: Section) -> str:
    return place(case, section.start, section.title_end)
