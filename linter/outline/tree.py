"""The section tree of a Document, made of its headings.

The lexer keeps a stack of the markers in use: one that is not on the stack opens a deeper level,
one that is closes down to it, so each document has its own order of markers. Levels that a format
states (Markdown #, Word's outline levels) count above that. It emits where sections open and close;
``grammars/outline.lark`` makes the tree. Any text gives a tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer
from lark.lexer import Lexer
from msgspec import Struct

from linter.model import Document, Outline, Section
from linter.outline.headings import ATTACHED, CUT, LONGEST_HEADING, Heading, headings_of, title_of
from linter.outline.markers import KIN, Mark
from linter.outline.numbering import Irregularity, irregularities
from linter.regexes.late import regex
from linter.resources import grammar

_LABEL = regex("[^，,。;:、!?]{2,20}:")
_NOTHING = regex(r"\S{2,20}?(?= +(?:无|暂无|没有|/|-|—)。?$)")
_FIGURE_OR_COMMA = regex(r"[\d，,、]")


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
    headings = headings_of(document)
    title, headings = title_of(document, headings)
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
    if style == ATTACHED:
        return (0 if stack else -1), style
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].style == style and _may_be_beside(stack[depth], mark):
            return (depth if mark is None or _goes_on(stack[depth], mark) else -1), style
    if mark is None or not mark.weak:
        return _beside_kin(stack, heading)
    return -1, style


def _may_be_beside(entry: _Open, mark: Mark | None) -> bool:
    """Whether what has no level of its own may stand beside a heading: not items below one.

    Below ``## 6. 效益`` the items 1., 2. and 3. are a list of its own.
    """
    stated = entry.heading.level is not None
    return not stated or mark is None or mark.value == entry.value + 1


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
    stated = heading.level is not None and end - start <= LONGEST_HEADING
    if stated or heading.mark is None:
        return end, end, False
    label = _LABEL.match(folded, start, end - 1)
    if label:
        return label.end() - 1, label.end(), True
    stop = folded.find("。", start, end)
    if 0 <= stop < end - 1 and stop - start <= CUT:
        return stop, stop + 1, True
    nothing = _NOTHING.match(folded, start, end) if end - start <= CUT else None
    if nothing:
        return nothing.end(), nothing.end(), True
    if 0 <= stop < end - 1 or end - start > LONGEST_HEADING:
        return start + CUT, start + CUT, True
    return end, end, False


def _is_item(folded: str, start: int, end: int) -> bool:
    """Whether a numbered line is a sentence of a list rather than a heading."""
    if folded[end - 1] == ";":
        return True
    return folded[end - 1] == "。" and _FIGURE_OR_COMMA.search(folded, start, end) is not None
