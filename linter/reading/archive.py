"""Zip files of XML parts (docx, xlsx) opened with limits, in memory: nothing is ever extracted.

Whatever is wrong with one is a ``Damaged``, which tells itself as a notice. XML goes through expat
and may not declare a document type, so that it can name no entity and no other file.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from linter.model import Notice, Severity

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MOST_PARTS = 5_000
_LONGEST_NAME = 500
_LARGEST_PART = 64 << 20
_LARGEST_WHOLE = 256 << 20
_SMALL = 4 << 20
"""A part may be compressed as well as it likes up to this size."""
_HIGHEST_RATIO = 200
_MOST_TAGS = 1_500_000
"""As many as a tree of elements may have within the memory that a file may take."""
_ENCRYPTED = 0x1
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_ERRORS = (
    BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    RuntimeError,
    NotImplementedError,
)


class Damaged(Exception):  # noqa: N818 - the state of the file, not of the program
    """A file, or a part of one, that cannot be read: why, in both languages."""

    def __init__(self, zh: str, en: str, slug: str = "damaged") -> None:
        super().__init__(en)
        self.slug = slug
        self.message = {
            "zh": f"文件无法完整读取（{zh}），请用原来的程序打开，另存后再检查",
            "en": f"the file cannot be read whole ({en}); open it in its program and save it anew",
        }

    def notice(self) -> Notice:
        """What becomes a finding."""
        return Notice(self.slug, Severity.error, self.message)


class Archive:
    """A zip file's parts by name; raises ``Damaged`` where it is none or goes beyond a limit."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
        except _ERRORS as error:
            raise _unreadable("压缩包已损坏", error) from error
        parts = self._zip.infolist()
        if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST_WHOLE:
            raise _too_large()
        self._parts = {p.filename: p for p in parts if len(p.filename) <= _LONGEST_NAME}

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """A part's bytes."""
        part = self._parts.get(name)
        if part is None:
            raise Damaged(f"缺少部件 {name}", f"there is no part {name}")
        _within_limits(part)
        try:
            return self._zip.read(part)
        except _ERRORS as error:
            raise _unreadable(f"部件 {name} 已损坏", error) from error

    def tree(self, name: str) -> Element:
        """A part's XML as a tree of elements."""
        return tree(self.read(name))


def tree(data: bytes) -> Element:
    """XML as a tree of elements; ``Damaged`` for a document type, too many elements, or no XML."""
    from xml.etree import ElementTree as ET

    if data.startswith(_UTF16):
        data = data.decode("utf-16", "replace").encode("utf-8", "replace")
    if b"<!DOCTYPE" in data:
        raise _declares()
    if data.count(b"<") > _MOST_TAGS:
        raise _too_large()
    # told the encoding, expat believes no other, so that nothing escapes the search above
    parser = ET.XMLParser(encoding="utf-8")  # noqa: S314 - see above
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ET.ParseError, *_ERRORS) as error:
        raise _unreadable("XML 有误", error) from error
    return root


def stream(
    data: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Calls back for each element's start and end and each text between, for parts of any size.

    Names keep their prefix. What was called back before a ``Damaged`` stands.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except _ERRORS as error:
        raise _unreadable("XML 有误", error) from error


def local(name: str) -> str:
    """A name without its prefix or namespace."""
    return name[max(name.rfind("}"), name.rfind(":")) + 1 :]


def _within_limits(part: ZipInfo) -> None:
    if part.flag_bits & _ENCRYPTED:
        raise Damaged("已加密", "it is encrypted", "encrypted")
    if part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise Damaged("压缩方法不常见", "an unknown compression")
    ratio = part.file_size / max(part.compress_size, 1)
    if part.file_size > _LARGEST_PART or (part.file_size > _SMALL and ratio > _HIGHEST_RATIO):
        raise _too_large()


def _refuse(*_: object) -> None:
    raise _declares()


def _declares() -> Damaged:
    return Damaged("XML 中有文档类型声明", "its XML declares a document type", "unsafe")


def _too_large() -> Damaged:
    return Damaged("内容过大，超出读取限度", "too large", "too-large")


def _unreadable(zh: str, error: BaseException) -> Damaged:
    if isinstance(error, Damaged):
        return error
    return Damaged(zh, str(error) or type(error).__name__)
