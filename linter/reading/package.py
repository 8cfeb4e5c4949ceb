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
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, ZipFile, ZipInfo

from msgspec import Struct

from linter.model import Document, Notice, Place, Segment, Severity

LARGEST_PART, LARGEST_WHOLE = 64 << 20, 128 << 20
MOST_PARTS, MOST_MARKS = 20_000, 4_000_000
"""Bytes of a part and of all that is read; parts in a package, tags and attributes in a part."""

_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math",
     b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main",
     b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
)  # fmt: skip
"""Namespaces of the strict form of the standard, and those by which the readers know them."""

_FAULTS = (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
"""What ``zipfile`` raises over broken bytes (``UnicodeDecodeError`` is a ``ValueError``)."""


class UnreadableError(Exception):
    """Why a file, or a part of it, cannot be read, and what to do, as people are told."""

    def __init__(self, slug: str, zh: str, en: str) -> None:
        super().__init__(en)
        self.slug, self.zh, self.en = slug, zh, en

    def document(self, path: str, origin: Place) -> Document:
        """The empty Document of such a file."""
        notice = Notice(self.slug, Severity.error, {"zh": self.zh, "en": self.en})
        return Document(path, "", "", (), segments=(Segment(0, origin),), notices=(notice,))


def damaged(what: str = "") -> UnreadableError:
    """For a file that is broken or cut off; ``what`` names the part or the fault."""
    return UnreadableError(
        "damaged-file",
        f"文件已损坏或不完整，无法读取{f'（{what}）' if what else ''}；"
        "请用 Word 或 WPS 打开，另存为新文件后再检查",
        f"the file is damaged or cut off{f' ({what})' if what else ''}; "
        "open it, save it under a new name and check that",
    )


def encrypted() -> UnreadableError:
    """For a file that needs a password."""
    return UnreadableError(
        "encrypted",
        "文件设有打开密码，无法读取；请在 Word 或 WPS 中取消密码、另存后再检查",
        "the file is protected by a password; save it without one and check that",
    )


def _too_large() -> UnreadableError:
    return UnreadableError(
        "too-large",
        f"文件解开后过大（一部分超过 {LARGEST_PART >> 20} MB，或共超过 {LARGEST_WHOLE >> 20} MB，"
        "或部件、标记过多），没有读取；请确认文件正常，删去无关内容后另存再检查",
        "unpacked, the file is too large, so it was not read; remove what isn't needed and retry",
    )


def _declares_entities(name: str) -> UnreadableError:
    return UnreadableError(
        "damaged-file",
        f"文件的 {name} 中有 DTD（实体声明），正常的 Office 文件没有，为安全起见没有读取；"
        "请用 Word 或 WPS 打开，另存为新文件后再检查",
        f"{name} has a DTD, which no sound Office file has; it was not read; "
        "open the file, save it under a new name and check that",
    )


class Relation(Struct, frozen=True):
    """A reference from one part to another: its id, the last word of its type, the part's name."""

    id: str
    type: str
    target: str


class Package:
    """A zip package; part names have no leading slash, and their case does not matter."""

    def __init__(self, data: bytes) -> None:
        """Raises ``UnreadableError`` where the bytes are no sound zip."""
        try:
            self._zip = ZipFile(BytesIO(data))
            infos = self._zip.infolist()
        except _FAULTS as error:
            raise damaged() from error
        if len(infos) > MOST_PARTS:
            raise _too_large()
        self._infos = {_key(info.filename): info for info in infos}
        self._left = LARGEST_WHOLE

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._infos

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
        if info.file_size > min(LARGEST_PART, self._left):
            raise _too_large()
        try:
            with self._zip.open(info) as stream:
                data = stream.read(info.file_size + 1)
        except _FAULTS as error:
            raise damaged(name) from error
        self._left -= len(data)
        return data

    def xml(self, name: str) -> ET.Element:
        """The root element of a part; raises ``UnreadableError``."""
        try:
            return ET.fromstring(checked(self.read(name), name))  # noqa: S314 - no DTD passes
        except (ET.ParseError, ValueError) as error:
            raise damaged(name) from error

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


def utf8(data: bytes, name: str) -> bytes:
    """The bytes of an XML part in UTF-8, as they are where it is in it already."""
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
        return re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1).encode()
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii"):
        raise damaged(name)
    return data


def checked(data: bytes, name: str) -> bytes:
    """The bytes of an XML part as UTF-8 without what may do harm; raises ``UnreadableError``."""
    data = utf8(data, name)
    if b"<!DOCTYPE" in data:
        raise _declares_entities(name)
    if data.count(b"<") + 2 * data.count(b"=") > MOST_MARKS:  # they take memory
        raise _too_large()
    if b"purl.oclc.org/ooxml" in data[:8192]:
        for strict, known in _STRICT:
            data = data.replace(strict, known)
    return data


def _unescaped(target: str) -> str:
    """A target with its %E6%96%87 as characters."""
    return _ESCAPED.sub(
        lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), target
    )


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
