"""Marks of comments put into the XML of a Word file's body: bytes are added, none is changed.

Elements are known by their number in the file's order: the tree gives the number, the parser where
in the bytes the element of that number stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from xml.etree.ElementTree import Element
from xml.parsers.expat import ParserCreate

from msgspec import Struct

from linter.output.word.anchors import Anchor, Point
from linter.reading.word.names import P, R

_TAG = re.compile(rb"""<[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>""")
_CHARACTER = re.compile(r"\r\n|&[^;]*;|.", re.DOTALL)
_PRESERVE = b' xml:space="preserve"'


class Node(Struct):
    """Where an element stands in the bytes: its tags, and the run around it."""

    name: str
    start: int
    inner: int
    """The end of its opening tag."""
    inner_end: int = 0
    end: int = 0
    run: Node | None = None
    """The run in which it stands, as part of which it may be cut."""
    host: Node | None = None
    """The outermost run, where the element stands deeper in it: in a text box or the like."""
    content: int = 0
    """Of a run or paragraph: where its content begins, after its properties."""


class _Seam(Struct):
    """What is put in at one place: how to close and reopen there, ranges that end and begin."""

    close: bytes = b""
    reopen: bytes = b""
    ends: bytes = b""
    starts: bytes = b""


class Markup:
    """The body's bytes and the marks to put into them."""

    def __init__(
        self, data: bytes, root: Element, first_id: int, anchors: Sequence[Anchor]
    ) -> None:
        """``anchors`` are all that will be marked."""
        self._data, self._next = data, first_id
        wanted = {point.element for anchor in anchors for point in (anchor.first, anchor.last)}
        numbers = {n: e for n, e in enumerate(root.iter()) if e in wanted}
        runs = {n for n, element in enumerate(root.iter()) if element.tag == R}
        name, located = _located(data, runs, numbers.keys())
        self._nodes = {numbers[n]: node for n, node in located.items()}
        self._seams: dict[int, _Seam] = {}
        self._preserved: set[int] = set()
        prefix, _, _ = name.rpartition(":")
        self._prefix = prefix
        self._declared = b"" if prefix else f' xmlns:w="{root.tag[1:].partition("}")[0]}"'.encode()

    def mark(self, anchor: Anchor) -> int:
        """Marks a range, and gives the number of its comment."""
        number, self._next = self._next, self._next + 1
        before = self._before(anchor.first)
        after = self._after(anchor.last)
        before.starts += self._element("commentRangeStart", number)
        reference = self._element("commentReference", number)
        run = self._name("r")
        after_marks = self._element("commentRangeEnd", number)
        after_marks += b"<" + run + b">" + reference + b"</" + run + b">"
        if before is after:
            after.starts += after_marks
        else:
            after.ends += after_marks
        return number

    def is_apart(self, anchor: Anchor) -> bool:
        """Whether the range is in a text box or the like: its mark stands at what holds that."""
        points = (anchor.first, anchor.last)
        return any(self._nodes[p.element].host is not None for p in points)

    def written(self) -> bytes:
        """The bytes with all marks."""
        seams = dict(self._seams)
        for at in self._preserved:
            seams[at] = _Seam(close=_PRESERVE)
        parts: list[bytes] = []
        at = 0
        for here in sorted(seams):
            seam = seams[here]
            parts += (
                self._data[at:here],
                *(seam.close, seam.ends, seam.starts, seam.reopen),
            )
            at = here
        return b"".join((*parts, self._data[at:]))

    def _name(self, local: str) -> bytes:
        return (f"{self._prefix}:{local}" if self._prefix else local).encode()

    def _element(self, local: str, number: int) -> bytes:
        attribute = f"{self._prefix or 'w'}:id"
        return b"<%s%s %s=\"%d\"/>" % (
            self._name(local), self._declared, attribute.encode(), number,
        )  # fmt: skip

    def _before(self, point: Point) -> _Seam:
        """The seam in front of a character."""
        node = self._nodes[point.element]
        if point.element.tag == P:
            return self._seam(node.content)
        if node.host is not None:
            return self._seam(node.host.start)
        if node.run is None:
            return self._seam(node.start)
        if point.character:
            return self._inside(node, node.run, point.character, node.start)
        if not self._data[node.run.content : node.start].strip():
            return self._seam(node.run.start)
        return self._between(node.start, node.run)

    def _after(self, point: Point) -> _Seam:
        """The seam behind a character."""
        node = self._nodes[point.element]
        if point.element.tag == P:
            return self._seam(node.content)
        if node.host is not None:
            return self._seam(node.host.end)
        if node.run is None:
            return self._seam(node.end)
        if point.character + 1 < len(point.element.text or ""):
            return self._inside(node, node.run, point.character + 1, node.end)
        if not self._data[node.end : node.run.inner_end].strip():
            return self._seam(node.run.end)
        return self._between(node.end, node.run)

    def _seam(self, at: int) -> _Seam:
        return self._seams.setdefault(at, _Seam())

    def _between(self, at: int, run: Node) -> _Seam:
        """The seam between two elements of a run."""
        seam = self._seam(at)
        seam.close = b"</" + run.name.encode() + b">"
        seam.reopen = self._data[run.start : run.content]
        return seam

    def _inside(self, node: Node, run: Node, character: int, beside: int) -> _Seam:
        """The seam inside a text, which is cut in two together with its run.

        A text that is written in another way than as characters is left whole; the seam is then
        ``beside`` it.
        """
        raw = self._data[node.inner : node.inner_end].decode("utf-8", "replace")
        cut = None if "<" in raw else _cut(raw, character)
        if cut is None:
            return self._between(beside, run)
        at = node.inner + len(raw[:cut].encode())
        name = node.name.encode()
        seam = self._between(at, run)
        seam.close = b"</" + name + b">" + seam.close
        seam.reopen += b"<" + name + _PRESERVE + b">"
        if b"xml:space" not in self._data[node.start : node.inner]:
            self._preserved.add(node.inner - 1)
        return seam


def _cut(raw: str, character: int) -> int | None:
    """Where in a text as written in XML a character of the text begins."""
    for number, match in enumerate(_CHARACTER.finditer(raw)):
        if number == character:
            return match.start()
    return None


def _located(
    data: bytes, run_numbers: Collection[int], wanted: Collection[int]
) -> tuple[str, dict[int, Node]]:
    """The root's name, and by their numbers the wanted elements with their places.

    ``run_numbers`` says which elements are runs.
    """
    root = ""
    count = 0
    nodes: dict[int, Node] = {}
    opened: list[Node] = []
    runs: list[Node] = []
    parser = ParserCreate()

    def start(name: str, _attributes: object) -> None:
        nonlocal root, count
        at = parser.CurrentByteIndex
        tag = _TAG.match(data, at)
        inner = tag.end() if tag else at
        node = Node(name, at, inner, content=inner)
        if runs:
            node.run = runs[-1]
            direct = len(runs) == 1 and opened[-1] is runs[-1]
            node.host = None if direct else runs[0]
        if count in run_numbers:
            runs.append(node)
        if count in wanted:
            nodes[count] = node
        root, count = root or name, count + 1
        opened.append(node)

    def end(name: str) -> None:
        node = opened.pop()
        at = parser.CurrentByteIndex
        if data.endswith(b"/>", node.start, node.inner):
            node.inner_end = node.end = node.inner
        else:
            closing = _TAG.match(data, at)
            node.inner_end, node.end = at, closing.end() if closing else at
        if runs and runs[-1] is node:
            runs.pop()
        if opened and name.rpartition(":")[2] in ("rPr", "pPr"):
            above = opened[-1]
            if not data[above.content : node.start].strip():
                above.content = node.end

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(data, True)
    return root, nodes
