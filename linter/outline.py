"""The section tree of a Document, and what is irregular in its numbering.

The lexer reads each block's beginning and keeps a stack of the markers in use: one that is not on
the stack opens a deeper level, one that is closes down to it, so each document has its own order of
markers. Levels that a format states (Markdown #, Word's outline levels) count above that. It emits
where sections open and close; ``grammars/outline.lark`` makes the tree. Any text gives a tree; what
is irregular is told apart, and only where it is beyond doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer
from lark.lexer import Lexer
from msgspec import Struct

from linter.late import regex
from linter.markers import KIN, Mark, bare_mark, mark_at
from linter.model import Block, Document, Outline, Section
from linter.numbering import Irregularity, inline_runs, irregularities
from linter.resources import grammar

__all__ = ["Irregularity", "build", "inline_runs"]

_LONGEST_HEADING = 50
_CUT = 40
_LABEL = regex("[^，,。;:、!?]{2,20}:")
_NOTHING = regex(r"\S{2,20}?(?= +(?:无|暂无|没有|/|-|—)。?$)")
_ITEM_END = frozenset("。;")
_FIGURE_OR_COMMA = regex(r"[\d，,、]")
_LEADERS = regex(r"(?:…|\.{3,}|·{3,}|⋯|_{3,}|-{4,}|—{3,})[ .…·]*\d{1,4}$")
_CONTENTS = regex(r"目 {0,4}[录次]$")
_ATTACHMENT = regex(
    r"附(?:件|录|表) ?(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:-\d{1,2})?(?= |:|$|[^\d\s:])"
)
_ATTACHED = "附件"
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


class _Node(Struct, frozen=True, gc=False):
    heading: int
    end: int
    below: list[_Node]


class _Open(Struct, frozen=True, gc=False):
    """An open section on the lexer's stack; ``style`` is that of its list's first item."""

    heading: Heading
    style: str
    value: int = 0


def build(document: Document) -> tuple[Outline, tuple[Irregularity, ...]]:
    """The outline of a document and what is irregular in its numbering."""
    headings = _headings(document)
    title, headings = _title(document, headings)
    nodes = _parser().parse((headings, len(document.text)))
    sections = _sections(document, headings, nodes)  # type: ignore[arg-type]
    outline = Outline(*title, sections)
    return outline, irregularities(document, outline)


@cache
def _parser() -> Lark:
    return Lark(
        grammar("outline"),
        parser="lalr",
        lexer=_Lexer,
        transformer=_Builder(),
        maybe_placeholders=False,
    )


class _Lexer(Lexer):
    """Headings in order to the tokens of the grammar."""

    __future_interface__ = 1

    def __init__(self, conf: object) -> None:
        pass

    def lex(self, state: Any, _parser_state: Any) -> Iterator[Token]:
        headings, length = state.text
        stack: list[_Open] = []
        for index, heading in enumerate(headings):
            depth, style = _depth(stack, heading)
            if depth < 0:
                continue
            for _ in stack[depth:]:
                yield Token("CLOSE", "", heading.start)
            del stack[depth:]
            stack.append(_Open(heading, style, heading.mark.value if heading.mark else 0))
            yield Token("_OPEN", "", heading.start)
            yield Token("HEADING", "", index)
        for _ in stack:
            yield Token("CLOSE", "", length)


class _Builder(Transformer[Token, Any]):
    """Reductions of the grammar to nodes, while parsing."""

    def start(self, children: list[_Node]) -> list[_Node]:
        return children

    def section(self, children: list[Any]) -> _Node:
        return _Node(children[0].start_pos, children[-1].start_pos, children[1:-1])


def _depth(stack: Sequence[_Open], heading: Heading) -> tuple[int, str]:
    """How many open sections stay open above a heading (-1: it is none), and its list's style."""
    mark, style = heading.mark, heading.style
    if heading.level is not None:
        return _below_level(stack, heading.level), style
    if style == _ATTACHED:
        return (0 if stack else -1), style
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].style == style:
            return (depth if mark is None or _goes_on(stack[depth], mark) else -1), style
    if mark is None or not mark.weak:
        return _beside_kin(stack, heading)
    return -1, style


def _beside_kin(stack: Sequence[_Open], heading: Heading) -> tuple[int, str]:
    """A style that is not open: beside an item that it counts on from (1. 2、), else below all."""
    mark, kin = heading.mark, KIN.get(heading.style)
    if mark is not None and kin is not None and mark.value > 1:
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth].style == kin and stack[depth].value == mark.value - 1:
                return depth, kin
    return len(stack), heading.style


def _below_level(stack: Sequence[_Open], level: int) -> int:
    depth = 0
    for at, entry in enumerate(stack):
        if entry.heading.level is not None:
            if entry.heading.level >= level:
                return at
            depth = at + 1
    return depth


def _goes_on(entry: _Open, mark: Mark) -> bool:
    before = entry.heading.mark
    same = before is not None and before.prefix == mark.prefix
    return not mark.weak or (same and entry.value == mark.value - 1)


def _headings(document: Document) -> list[Heading]:
    folded = document.folded
    skipped = _contents(document)
    found = []
    for block in document.blocks:
        if block.kind == "cell" or skipped[0] <= block.start < skipped[1]:
            continue
        heading = _heading(folded, block)
        if heading is not None and not _is_contents_line(folded, block):
            found.append(heading)
    return found


def _heading(folded: str, block: Block) -> Heading | None:
    mark = mark_at(folded, block.start, block.end)
    if mark is None and block.kind == "heading":
        mark = bare_mark(folded, block.start, block.end)
    if mark is not None:
        return Heading(block.start, block.end, mark.style, block.level, mark)
    if block.kind == "heading":
        return Heading(block.start, block.end, "heading", block.level)
    short = block.end - block.start <= _CUT
    if folded[block.start] == "附" and short and _ATTACHMENT.match(folded, block.start, block.end):
        return Heading(block.start, block.end, _ATTACHED)
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
        if block.end - block.start > _LONGEST_HEADING or _entry(folded, block) == entry:
            return block.start
    return blocks[first].start


def _entry(folded: str, block: Block) -> tuple[str, int] | str:
    """What tells a heading again: its marker, else its words without a page number."""
    mark = mark_at(folded, block.start, block.end)
    words = folded[block.start : block.end].rstrip("0123456789 .…·").replace(" ", "")
    return (mark.style, mark.value) if mark else words


def _title(
    document: Document, headings: list[Heading]
) -> tuple[tuple[str, int, int], list[Heading]]:
    """Title and its extent, and the headings without it where it was one."""
    if headings and _is_title(document, headings):
        start, end = headings[0].start, headings[0].end
        return (document.text[start:end], start, end), headings[1:]
    first = next((h.start for h in headings if h.style != _ATTACHED), len(document.text))
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
    if first.mark is not None or first.style == _ATTACHED or (first.level or 1) > 1:
        return False
    alone = first.level == 1 and all(h.level != 1 for h in headings[1:])
    return alone or bool(_TITLE_WORD.search(document.folded, first.start, first.end))


def _looks_like_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not _NOT_TITLE.search(line) and not _CONTENTS.match(line)


def _sections(
    document: Document, headings: Sequence[Heading], nodes: Sequence[_Node]
) -> tuple[Section, ...]:
    """The tree in preorder."""
    found: list[Section] = []
    waiting = [(node, -1, 0) for node in reversed(nodes)]
    while waiting:
        node, parent, depth = waiting.pop()
        index = len(found)
        found.append(_section(document, headings[node.heading], node, index, parent, depth))
        waiting += [(below, index, depth + 1) for below in reversed(node.below)]
    return tuple(found)


def _section(
    document: Document, heading: Heading, node: _Node, index: int, parent: int, depth: int
) -> Section:
    text, mark = document.text, heading.mark
    title_start = mark.end if mark else heading.start
    stop, title_end, inline = _title_extent(document.folded, heading, title_start)
    if not inline and not node.below:
        alone = not text[heading.end : node.end].strip()
        inline = alone and _is_item(document.folded, title_start, heading.end)
    return Section(
        index=index,
        parent=parent,
        depth=depth,
        title=text[title_start:stop].strip(" \u3000").rstrip("。；;：:"),
        start=heading.start,
        title_end=title_end,
        end=node.end,
        marker=mark.written(text) if mark else None,
        inline=inline,
    )


def _title_extent(folded: str, heading: Heading, start: int) -> tuple[int, int, bool]:
    """Where the title's words stop, where the heading stops, and whether the paragraph goes on."""
    end = heading.end
    stated = heading.level is not None and end - start <= _LONGEST_HEADING
    if stated or heading.mark is None:
        return end, end, False
    label = _LABEL.match(folded, start, end - 1)
    if label:
        return label.end() - 1, label.end(), True
    stop = folded.find("。", start, end)
    if 0 <= stop < end - 1 and stop - start <= _CUT:
        return stop, stop + 1, True
    nothing = _NOTHING.match(folded, start, end) if end - start <= _CUT else None
    if nothing:
        return nothing.end(), nothing.end(), True
    if 0 <= stop < end - 1 or end - start > _LONGEST_HEADING:
        return start + _CUT, start + _CUT, True
    return end, end, False


def _is_item(folded: str, start: int, end: int) -> bool:
    """Whether a numbered line is a sentence of a list rather than a heading."""
    return folded[end - 1] in _ITEM_END and bool(_FIGURE_OR_COMMA.search(folded, start, end))
