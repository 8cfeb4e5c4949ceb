"""Parts of a report (title, headings, running text, tables) as stretches of its layout."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from typing import Literal, TypeVar

import msgspec
from msgspec.structs import replace

from linter.binding.case import Case
from linter.language.needs import Spec
from linter.layout import Stretch
from linter.model import Status, Verdict
from linter.regexes.late import regex

Part = Literal["title", "heading", "body", "table"]
S = TypeVar("S", bound=Spec)

NO_LAYOUT = Verdict(Status.not_applicable, "", reason="只有 Word 文件（.docx）才有版式可查")
UNSAID = Verdict(Status.not_evaluated, "", reason="文件没有写明这项版式")

_SENTENCE = regex(r"[。;]")
_WIDE = {"\u3000": 1.0, " ": 0.5}
"""Spaces that people type before a paragraph, in characters."""


def as_asked(rule_id: str, spec: S, case: Case) -> S:
    """The parameters of a rule of layout, with those that the profile has instead."""
    own = (case.profile.layout or {}).get(rule_id.partition("/")[2])
    return msgspec.convert({**msgspec.to_builtins(spec), **own}, type(spec)) if own else spec


def paragraphs(case: Case, part: Part, markers: Collection[str]) -> Iterator[list[Stretch]]:
    """The stretches of each paragraph (heading, cell) of a part, in order.

    ``markers`` say which headings, by the style of their numbers. Running text is paragraphs of
    whole sentences, without the heading with which they may begin.
    """
    layout = case.document.layout
    stretches = layout.stretches if layout else ()
    starts = [stretch.start for stretch in stretches]
    for start, end in _extents(case, part, markers):
        found = list(_between(stretches, starts, start, end))
        if found:
            yield found


def typed_indent(case: Case, start: int) -> float:
    """How many characters of space someone typed before a paragraph."""
    line = case.document.text.rfind("\n", 0, start) + 1
    return sum(_WIDE.get(character, 0.0) for character in case.text(line, start))


def _extents(case: Case, part: Part, markers: Collection[str]) -> Iterator[tuple[int, int]]:
    outline = case.outline
    match part:
        case "title":
            if outline.title_start < outline.title_end:
                yield outline.title_start, outline.title_end
        case "heading":
            for section in outline.sections:
                if section.marker is not None and section.marker.style in markers:
                    yield section.start, section.title_end
        case "table":
            for table in case.document.tables:
                yield from ((cell.start, cell.end) for row in table.rows for cell in row)
        case "body":
            yield from _sentences(case)


def _sentences(case: Case) -> Iterator[tuple[int, int]]:
    headed = {section.start: section.title_end for section in case.outline.sections}
    for block in case.document.blocks:
        if block.kind != "paragraph" or not case.is_prose(block.start):
            continue
        start = headed.get(block.start, block.start)
        if _SENTENCE.search(case.document.folded, start, block.end):
            yield start, block.end


def _between(
    stretches: Sequence[Stretch], starts: Sequence[int], start: int, end: int
) -> Iterator[Stretch]:
    for at in range(max(0, bisect_right(starts, start) - 1), len(stretches)):
        stretch = stretches[at]
        if stretch.start >= end:
            break
        if stretch.end > start:
            yield replace(stretch, start=max(start, stretch.start), end=min(end, stretch.end))
