"""XML of files from outside: what may do harm or is too large is refused before it is parsed."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET
from xml.parsers import expat

from linter.reading.unreadable import UnreadableError, damaged, too_large

MOST_MARKS = 3_100_000
"""Tags and attributes in a part of which a tree is made: they take memory."""

_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
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


def tree(data: bytes, name: str) -> ET.Element:
    """The root element of a part of that name; raises ``UnreadableError``."""
    try:
        return ET.fromstring(checked(data, name))  # noqa: S314 - no DTD passes
    except (ET.ParseError, ValueError) as error:
        raise damaged(name) from error


def stream(
    data: bytes,
    name: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> None:
    """Calls back for each element's start and end and each text between, for parts of any size.

    Names keep their prefix. What was called back before an ``UnreadableError`` stands.
    """

    def refuse(*_: object) -> None:
        raise _declares_entities(name)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise damaged(name) from error


def local(name: str) -> str:
    """A name without its prefix or namespace."""
    return name[max(name.rfind("}"), name.rfind(":")) + 1 :]


def undeclared(text: str) -> str:
    """A decoded text without the declaration that names the encoding it had."""
    return re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1)


def utf8(data: bytes, name: str) -> bytes:
    """The bytes of an XML part in UTF-8, as they are where it is in it already."""
    declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf"))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "replace")
        return undeclared(text).encode()
    if declared and declared[1].lower() not in (b"utf-8", b"us-ascii"):
        raise damaged(name)
    return data


def checked(data: bytes, name: str) -> bytes:
    """The bytes of an XML part as UTF-8 without what may do harm; raises ``UnreadableError``."""
    data = utf8(data, name)
    if b"<!DOCTYPE" in data:
        raise _declares_entities(name)
    if data.count(b"<") + 2 * data.count(b"=") > MOST_MARKS:  # they take memory
        raise too_large()
    if b"purl.oclc.org/ooxml" in data[:8192]:
        for strict, known in _STRICT:
            data = data.replace(strict, known)
    return data


def _declares_entities(name: str) -> UnreadableError:
    return UnreadableError(
        "unsafe",
        f"文件的 {name} 中有 DTD（实体声明），正常的 Office 文件没有，为安全起见没有读取；"
        "请用 Word 或 WPS 打开，另存为新文件后再检查",
        f"{name} has a DTD, which no sound Office file has; it was not read; "
        "open the file, save it under a new name and check that",
    )
