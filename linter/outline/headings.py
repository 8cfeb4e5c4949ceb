"""Which blocks of a document may open a section, and which are its title.

A table of contents opens none, and its entries are headings where they come again.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from linter.model import Block, Document
from linter.outline.markers import Mark, bare_mark, mark_at
from linter.regexes.late import regex

LONGEST_HEADING, CUT = 50, 40
"""How many characters a heading has at most, and a title that runs into its paragraph."""
ATTACHED = "附件"
"""The style of headings of attachments."""
_LEADERS = regex(r"(?:…|\.{3,}|·{3,}|⋯|_{3,}|-{4,}|—{3,})[ .…·]*\d{1,4}$")
_CONTENTS = regex(r"目 {0,4}[录次]$")
_ATTACHMENT = regex(
    r"附(?:件|录|表) ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:-\d{1,2})?(?= |:|$|[^\d\s:])"
)
_BRACKETED = regex(r"\([^()]*\)")
"""A line that belongs to the title above it: (2024年度)."""
_TITLE_WORD = regex(r"报告|自评表|评价表|总结|汇报|说明|自评情况|材料|方案")
_COLLECTION = regex(r"材料(?:汇编|之|\(|[一二三四五六七八九十\d]|$)")
_REPORT = regex(r"(?:报告|自评表|评价表)(?:\([^()]*\))?$")
"""Above the title may stand what the report was put into (2024年自评材料汇编)."""
_NOT_TITLE = regex(r"[。;!?]|[，,:、]$|^[(《“]|^\d{4}年\d{1,2}月|:")
_LONGEST_TITLE = 60
_TITLE_LINES = 3
_PREAMBLE = 12


class Heading(Struct, frozen=True, gc=False):
    """A block that may open a section: its style is that of its marker, or a name for none."""

    start: int
    end: int
    style: str
    level: int | None = None
    mark: Mark | None = None


def headings_of(document: Document) -> list[Heading]:
    """The blocks that may open a section, in order."""
    folded = document.folded
    skipped = _contents(document)
    found = []
    for block in document.blocks:
        if block.kind == "cell" or skipped[0] <= block.start < skipped[1]:
            continue
        heading = _heading(folded, block)
        if heading is not None and not _is_contents_line(folded, block):
            found.append(heading)
    return [heading for at, heading in enumerate(found) if not _is_caption(folded, found, at)]


def _is_caption(folded: str, found: Sequence[Heading], at: int) -> bool:
    """Whether what seems an attachment only names a table: the numbering goes on behind it."""
    one, after = found[at], found[at + 1].mark if at + 1 < len(found) else None
    if after is None or not _ATTACHMENT.match(folded, one.start, one.end):
        return False
    before = (h.mark for h in reversed(found[:at]) if h.mark and h.mark.style == after.style)
    last = next(before, None)
    return last is not None and after.value == last.value + 1


def _heading(folded: str, block: Block) -> Heading | None:
    mark = mark_at(folded, block.start, block.end)
    if mark is None and block.kind == "heading":
        mark = bare_mark(folded, block.start, block.end)
    if mark is not None:
        return Heading(block.start, block.end, mark.style, block.level, mark)
    if block.kind == "heading" and not _BRACKETED.fullmatch(folded, block.start, block.end):
        return Heading(block.start, block.end, "heading", block.level)
    short = block.end - block.start <= CUT
    if folded[block.start] == "附" and short and _ATTACHMENT.match(folded, block.start, block.end):
        return Heading(block.start, block.end, ATTACHED)
    return None


def _is_contents_line(folded: str, block: Block) -> bool:
    """Whether a line belongs to a table of contents: leaders and a page number at its end."""
    tail = folded[max(block.start, block.end - 80) : block.end]
    return tail[-1].isdecimal() and _LEADERS.search(tail) is not None


def _contents(document: Document) -> tuple[int, int]:
    """The extent of a table of contents without leaders, (0, 0) where there is none.

    It begins at a line 目录 and ends where its first entry comes again, as the heading itself, or
    at the first line that is too long for an entry.
    """
    folded, blocks = document.folded, document.blocks
    if "目" not in folded:
        return 0, 0
    for at, block in enumerate(blocks):
        if _CONTENTS.match(folded, block.start, block.end) and at + 1 < len(blocks):
            return block.start, _contents_end(folded, blocks, at + 1)
    return 0, 0


def _contents_end(folded: str, blocks: Sequence[Block], first: int) -> int:
    entry = _entry(folded, blocks[first])
    for block in blocks[first + 1 :]:
        if block.end - block.start > LONGEST_HEADING or _entry(folded, block) == entry:
            return block.start
    return blocks[first].start


def _entry(folded: str, block: Block) -> tuple[str, int] | str:
    """What tells a heading again: its marker, else its words without a page number."""
    mark = mark_at(folded, block.start, block.end)
    words = folded[block.start : block.end].rstrip("0123456789 .…·").replace(" ", "")
    return (mark.style, mark.value) if mark else words


def title_of(
    document: Document, headings: list[Heading]
) -> tuple[tuple[str, int, int], list[Heading]]:
    """Title and its extent, and the headings without it where it was one."""
    if headings and _is_title(document, headings):
        start, end = headings[0].start, headings[0].end
        return (document.text[start:end], start, end), headings[1:]
    first = next((h.start for h in headings if h.style != ATTACHED), len(document.text))
    lines = _title_lines(document, first)
    if not lines:
        return ("", 0, 0), headings
    title = "".join(document.text[start:end] for start, end in lines)
    return (title, lines[0][0], lines[-1][1]), headings


def _title_lines(document: Document, first: int) -> list[tuple[int, int]]:
    """The lines before the first section that are the title: up to the one that says 报告 or so."""
    fallback: list[tuple[int, int]] = []
    lines: list[tuple[int, int]] = []
    above: list[tuple[int, int]] = []
    for block in document.blocks[:_PREAMBLE]:
        if block.start >= first:
            break
        attached = _ATTACHMENT.match(document.folded, block.start, block.end)
        start = attached.end() if attached else block.start
        line = document.folded[start : block.end].lstrip(" :")
        if not line:
            continue
        if block.kind == "cell" or not _looks_like_title(line):
            lines = []
            continue
        lines = [*lines[1 - _TITLE_LINES :], (block.end - len(line), block.end)]
        if _REPORT.search(line) if above else _TITLE_WORD.search(line):
            if above or not _COLLECTION.search(line):
                return lines
            above, lines = lines, []
        fallback = fallback or lines
    return above or fallback


def _is_title(document: Document, headings: Sequence[Heading]) -> bool:
    """Whether the first heading is the document's title: unnumbered, and above all others."""
    first = headings[0]
    if first.mark is not None or first.style == ATTACHED or (first.level or 1) > 1:
        return False
    alone = first.level == 1 and all(h.level != 1 for h in headings[1:])
    return alone or bool(_TITLE_WORD.search(document.folded, first.start, first.end))


def _looks_like_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not _NOT_TITLE.search(line) and not _CONTENTS.match(line)
