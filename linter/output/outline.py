"""The outline of one document, as JSON and as a tree for people."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.style import Style
from rich.text import Text
from rich.tree import Tree

from linter.model import Document, Outline, Section
from linter.outline.numbering import Irregularity
from linter.output.json import pretty
from linter.output.places import physical, printable

_DEEPEST = 12
"""How many levels are drawn; deeper sections stand at the last, so that lines stay readable."""
_IRREGULAR = {
    "repeated": "重复",
    "skipped": "跳号",
    "backwards": "倒序",
    "level-skipped": "跳级",
    "inverted": "层次颠倒",
    "style": "样式不一",
}


class SectionItem(Struct, frozen=True):
    """A section; ``parent`` is the index of the one above, -1 at the top."""

    index: int
    parent: int
    depth: int
    marker: str | None
    title: str
    line: int
    column: int
    start: int
    title_end: int
    end: int
    inline: bool


class IrregularityItem(Struct, frozen=True):
    """A marker that breaks its numbering."""

    kind: str
    line: int
    column: int
    start: int
    end: int
    expected: str
    found: str


def dumps(document: Document, outline: Outline, irregular: Sequence[Irregularity]) -> str:
    """The outline as JSON: title, sections in preorder, irregularities."""
    value = {
        "title": outline.title,
        "sections": [_section(document, section) for section in outline.sections],
        "irregularities": [_irregularity(document, item) for item in irregular],
    }
    return pretty(value) + "\n"


def tree(document: Document, outline: Outline, irregular: Sequence[Irregularity]) -> Tree:
    """The outline as a tree; what is irregular stands beside its heading."""
    wrong = {item.start: item for item in irregular}
    root = Tree(_plain(outline.title or document.path, Style(bold=True)), highlight=False)
    nodes: list[Tree] = []
    for section in outline.sections:
        above = nodes[section.parent] if section.parent >= 0 else root
        node = above.add(_label(document, section, wrong))
        nodes.append(node if section.depth < _DEEPEST else above)
    return root


def _label(document: Document, section: Section, wrong: dict[int, Irregularity]) -> Text:
    label = Text(no_wrap=True, overflow="ellipsis")
    if section.marker:
        label.append(printable(section.marker.text), Style(color="cyan"))
    title = section.title.removeprefix(section.marker.text if section.marker else "")
    label.append(printable(title))
    label.append(f"  {physical(document, section.start)[0]}", Style(dim=True))
    item = wrong.get(section.marker.start) if section.marker else None
    if item is not None:
        told = f"  {_IRREGULAR[item.kind]}：应为 {item.expected}"
        label.append(told, Style(color="red", bold=True))
    return label


def _plain(text: str, style: Style) -> Text:
    return Text(printable(text), style=style, no_wrap=True, overflow="ellipsis")


def _section(document: Document, section: Section) -> SectionItem:
    line, column = document.position(section.start)
    return SectionItem(
        index=section.index,
        parent=section.parent,
        depth=section.depth,
        marker=section.marker.text if section.marker else None,
        title=section.title,
        line=line,
        column=column,
        start=section.start,
        title_end=section.title_end,
        end=section.end,
        inline=section.inline,
    )


def _irregularity(document: Document, item: Irregularity) -> IrregularityItem:
    line, column = document.position(item.start)
    return IrregularityItem(
        item.kind, line, column, item.start, item.end, item.expected, item.found
    )
