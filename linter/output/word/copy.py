"""A copy of a Word file: parts that change are written anew, every other byte for byte."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from linter.output.word.repack import repacked
from linter.reading.markup import utf8
from linter.reading.package import Relation
from linter.reading.unreadable import damaged
from linter.reading.word.file import Word
from linter.reading.word.names import W

_AUTHOR, _INITIALS = "绩效报告检查", "检查"
_TYPES = "[Content_Types].xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_MAIN = W[1:-1]
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")


class Copy:
    """A Word file to which comments are added."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.word = Word(data)
        self.body = utf8(self.word.package.read(self.word.main), self.word.main)
        """The bytes of the body's part."""
        self._relations = self.word.package.relations(self.word.main)
        found = next((r.target for r in self._relations if r.type == "comments"), None)
        self._comments = found if found is not None and found in self.word.package else None
        strict = _STRICT in self.body[:8192]
        self._namespace = _STRICT.decode() if strict else _MAIN
        base = "purl.oclc.org/ooxml/officeDocument" if strict else (
            "schemas.openxmlformats.org/officeDocument/2006"
        )  # fmt: skip
        self._type = f"http://{base}/relationships/comments"

    @property
    def next_id(self) -> int:
        """The first number that no comment has."""
        elements = [e for mark in _MARKS for e in self.word.root.iter(f"{W}{mark}")]
        if self._comments is not None:
            elements += self.word.package.xml(self._comments)
        numbers = [e.get(f"{W}id", "") for e in elements]
        return 1 + max((int(n) for n in numbers if n.isascii() and n.isdigit()), default=-1)

    def written(self, body: bytes, comments: Sequence[tuple[int, Sequence[str]]]) -> bytes:
        """The file with another body and more comments: their numbers and lines."""
        if not comments:
            return self._data
        package = self.word.package
        changes = {self.word.main: body}
        made = "".join(self._comment(number, lines) for number, lines in comments).encode()
        if self._comments is not None:
            old = utf8(package.read(self._comments), self._comments)
            changes[self._comments] = appended(old, "comments", made)
        else:
            changes |= self._new_part(made)
        return repacked(self._data, package.entries(changes))

    def _new_part(self, made: bytes) -> dict[str, bytes]:
        """The part of the comments, with what tells of it: its type and its relation."""
        package, main = self.word.package, self.word.main
        folder, name = posixpath.split(main)
        part = self._free(folder)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        number = _free_id(self._relations)
        relation = (
            f'<Relationship xmlns="{_PACKAGE}/relationships" Id="{number}" '
            f'Type="{self._type}" Target={quoteattr(posixpath.relpath(part, folder or "."))}/>'
        ).encode()
        kind = (
            f'<Override xmlns="{_PACKAGE}/content-types" PartName={quoteattr("/" + part)} '
            f'ContentType="{_KIND}"/>'
        ).encode()
        empty = f'<Relationships xmlns="{_PACKAGE}/relationships"></Relationships>'.encode()
        old = utf8(package.read(relations), relations) if relations in package else empty
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        root = f'{head}<w:comments xmlns:w="{self._namespace}">'.encode()
        return {
            _TYPES: appended(utf8(package.read(_TYPES), _TYPES), "Types", kind),
            relations: appended(old, "Relationships", relation),
            part: root + made + b"</w:comments>",
        }

    def _free(self, folder: str) -> str:
        number, part = 1, posixpath.join(folder, "comments.xml")
        while part in self.word.package:
            number += 1
            part = posixpath.join(folder, f"comments{number}.xml")
        return part

    def _comment(self, number: int, lines: Sequence[str]) -> str:
        texts = (escape(_NOT_XML.sub(" ", line)) for line in lines)
        paragraphs = "".join(
            f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in texts
        )
        return (
            f'<w:comment xmlns:w="{self._namespace}" w:id="{number}" w:author="{_AUTHOR}" '
            f'w:initials="{_INITIALS}">{paragraphs}</w:comment>'
        )


def appended(data: bytes, root: str, more: bytes) -> bytes:
    """XML with more at the end of its root element, whose name without a prefix is ``root``."""
    name = root.encode()
    closing = re.search(rb"</(?:[\w.-]+:)?" + name + rb"\s*>(?:\s|<!--.*?-->)*\Z", data, re.DOTALL)
    if closing:
        return data[: closing.start()] + more + data[closing.start() :]
    empty = re.search(rb"<((?:[\w.-]+:)?" + name + rb")\b[^<>]*?(/\s*>)\s*\Z", data)
    if not empty:
        raise damaged(root)
    return data[: empty.start(2)] + b">" + more + b"</" + empty[1] + b">"


def _free_id(relations: Sequence[Relation]) -> str:
    taken = {relation.id for relation in relations}
    number = len(taken) + 1
    while f"rId{number}" in taken:
        number += 1
    return f"rId{number}"
