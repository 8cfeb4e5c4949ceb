"""The zip package of an Office file, read in memory: its parts, and how they refer to each other.

Nothing is written anywhere, nothing outside the package is looked at, and only the parts that a
reader asks for are unpacked, so that what else lies in the file costs nothing.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from linter.reading.markup import tree
from linter.reading.unreadable import damaged, encrypted, too_large

LARGEST_PART, LARGEST_WHOLE = 64 << 20, 128 << 20
MOST_PARTS = 20_000
"""Bytes of a part and of all that is read; parts in a package."""

_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_FAULTS = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
"""What ``zipfile`` raises over broken bytes (``UnicodeDecodeError`` is a ``ValueError``)."""


class Relation(Struct, frozen=True):
    """A reference from one part to another: its id, the last word of its type, the part's name."""

    id: str
    type: str
    target: str


class Package:
    """A zip package; part names have no leading slash, and their case does not matter."""

    def __init__(self, data: bytes, part: int = LARGEST_PART, whole: int = LARGEST_WHOLE) -> None:
        """Raises ``UnreadableError`` where the bytes are no sound zip.

        ``part`` and ``whole`` are how many bytes of a part and of all are read at most.
        """
        try:
            self._zip = ZipFile(BytesIO(data))
            infos = self._zip.infolist()
        except _FAULTS as error:
            raise damaged() from error
        if len(infos) > MOST_PARTS:
            raise too_large()
        self._infos = {_key(info.filename): info for info in infos}
        self._part, self._left = part, whole

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._infos

    def infos(self) -> list[ZipInfo]:
        """The zip's entries."""
        return list(self._infos.values())

    def info(self, name: str) -> ZipInfo | None:
        """The zip's entry of a part."""
        return self._infos.get(_key(name))

    def entries(self, changes: Mapping[str, bytes]) -> dict[str, bytes]:
        """Parts by the names that their entries have in the zip."""
        found = {name: self.info(name) for name in changes}
        return {info.filename if info else name: changes[name] for name, info in found.items()}

    def read(self, name: str) -> bytes:
        """The bytes of a part; raises ``UnreadableError``."""
        info = self.info(name)
        if info is None:
            raise damaged(f"缺少 {name}")
        if info.flag_bits & 1:
            raise encrypted()
        if info.file_size > min(self._part, self._left):
            raise too_large()
        try:
            with self._zip.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except _FAULTS as error:
            raise damaged(name) from error
        self._left -= len(data)
        return data

    def xml(self, name: str) -> Element:
        """The root element of a part; raises ``UnreadableError``."""
        return tree(self.read(name), name)

    def relations(self, part: str = "") -> list[Relation]:
        """What a part (or the package) refers to inside the package; empty where it can't be read.

        Raises ``UnreadableError`` for what is too large.
        """
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self:
            return []
        found = []
        for item in self.xml(path):
            target = item.get("Target", "")
            if item.get("TargetMode") == "External" or not target:
                continue
            kind = item.get("Type", "").rpartition("/")[2]
            whole = posixpath.normpath(posixpath.join("/", folder, _unescaped(target)))
            found.append(Relation(item.get("Id", ""), kind, whole.lstrip("/")))
        return found


def _unescaped(target: str) -> str:
    """A target with its %E6%96%87 as characters."""
    return _ESCAPED.sub(
        lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), target
    )


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
