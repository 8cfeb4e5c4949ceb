"""What a file is by its bytes: the content decides, the suffix only where the content is silent."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import PurePath

from msgspec import Struct

from linter.regexes.late import regex


class Format(Struct, frozen=True):
    """A format: what people call it, its suffixes, and the module here that reads it, if any."""

    title: str
    suffixes: tuple[str, ...] = ()
    reader: str | None = None


FORMATS = {
    "text": Format("文本", (".txt",), "text"),
    "markdown": Format("Markdown", (".md", ".markdown"), "markdown"),
    "docx": Format("Word 文档（.docx）", (".docx", ".docm", ".dotx"), "word"),
    "xlsx": Format("Excel 工作簿（.xlsx）", (".xlsx", ".xlsm"), "xlsx"),
    "csv": Format("CSV 表格", (".csv",), "delimited"),
    "xls": Format("旧版 Excel 工作簿（.xls）", (".xls", ".et"), "xls"),
    "xml-sheet": Format("XML 电子表格", (), "spreadsheet_xml"),
    "pdf": Format("PDF", (".pdf",), "pdf"),
    "html": Format("网页", (".html", ".htm", ".mht", ".mhtml"), "web"),
    "doc": Format("旧版 Word 文档（.doc）", (".doc", ".wps"), "office"),
    "rtf": Format("RTF 文档", (".rtf",), "office"),
    "ofd": Format("OFD 版式文件", (".ofd",), "ofd"),
    "zip": Format("压缩包（.zip）", (".zip",), "zipped"),
    "encrypted": Format("加密的 Office 文件", (), "encrypted"),
    "picture": Format("图片"),
}
"""The formats by name; one without a reader is told, with what to do."""

_BY_SUFFIX = {suffix: name for name, format_ in FORMATS.items() for suffix in format_.suffixes}
_MAGIC = ((b"%PDF-", "pdf"), (b"{\\rtf", "rtf"))
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = rb"PK(?:\x03\x04.{26}|\x01\x02.{42})(word/|xl/|OFD\.xml)"
"""The header of a file in a zip, in front of the file or in the directory at the end."""
_OFFICE = b"[Content_Types].xml"
"""What an Office file begins with, also one of which the rest is lost."""
_ENTRIES = {b"word/": "docx", b"xl/": "xlsx", b"OFD.xml": "ofd"}
_STREAMS = {
    "EncryptedPackage": "encrypted",
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
}
_HEAD = 1024
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_PAGE = regex(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_TAG = regex(r"<(?:html|head|body|table|meta|div|p)\b", re.IGNORECASE)
_ARCHIVE = regex(r"(?:[^\s:]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*mime-version:", re.IGNORECASE)
_XML_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_HEADING = rb"(?:\A|[\r\n])#{1,6}[ \t]+[^\s#]"
_HEADINGS = 3
"""With so many headings a text is Markdown."""
_CONTROL = regex(r"[\x00-\x08\x0e-\x1f]")
_BETWEEN_CELLS = b",;\t"
_TEXTS = ("text", "markdown", "csv")


def readable(path: str) -> bool:
    """Whether a file of this name is one that a reader handles."""
    name = claimed(path)
    return name is not None and FORMATS[name].reader is not None


def claimed(path: str) -> str | None:
    """The name of the format that a path's suffix claims; ``-`` is text."""
    return "text" if path == "-" else _BY_SUFFIX.get(PurePath(path).suffix.lower())


def recognise(path: str, data: bytes) -> str | None:
    """The name of a file's format; nothing where neither content nor suffix tell one.

    A table as text whose suffix claims a workbook is CSV, as programs export it; text whose suffix
    claims a page is plain text, and text with the headings of Markdown is that. Else what its
    suffix claims is left to that reader, which says what is wrong with the bytes: the rest of a
    damaged file is no text to check.
    """
    claim = claimed(path)
    found = _by_bytes(data) or (_by_tags(data, claim) if claim else None)
    if not found and data and not _is_binary(data):
        if claim in {"xlsx", "xls"} and _is_table(data):
            return "csv"
        if claim == "html":
            return "text"
        if claim == "text" and _has_headings(data):
            return "markdown"
    return found or claim


def _by_bytes(data: bytes) -> str | None:
    if data.startswith(_ZIP):
        entry = re.search(_ENTRY, data, re.DOTALL)
        return _ENTRIES[entry[1]] if entry else None if _OFFICE in data[:_HEAD] else "zip"
    if data.startswith(_OLE):
        return next((f for name, f in _STREAMS.items() if name.encode("utf-16-le") in data), None)
    if data.startswith(_PICTURES):
        return "picture"
    return next((name for magic, name in _MAGIC if data[:_HEAD].lstrip().startswith(magic)), None)


def _by_tags(data: bytes, claim: str | None) -> str | None:
    """Pages by their first tags; a text may speak of tags, so it must begin as a page does."""
    head = _head(data)
    if head.lstrip().startswith("<?xml") and _XML_SHEET in head:
        return "xml-sheet"
    if _PAGE.match(head) or (claim not in _TEXTS and (_TAG.search(head) or _ARCHIVE.match(head))):
        return "html"
    return None


def is_web_archive(data: bytes) -> bool:
    """Whether a page is kept as a message (.mht), whose headers come first."""
    return _ARCHIVE.match(_head(data)) is not None


def _head(data: bytes) -> str:
    """The first characters, those that are not ASCII aside."""
    head = data[:_HEAD]
    if head.startswith(_UTF16):  # byte by byte, Chinese characters hold signs such as <
        return head.decode("utf-16", "ignore")
    return head.replace(b"\0", b"").decode("latin-1").lstrip("\xef\xbb\xbf")


def _is_table(data: bytes) -> bool:
    """Whether a file is text with what parts the cells of a row in it."""
    return not _CONTROL.search(_head(data)) and any(sign in data for sign in _BETWEEN_CELLS)


def _has_headings(data: bytes) -> bool:
    """Whether a text has the headings of Markdown (## 一、项目概况), in any code but UTF-16."""
    headings = re.finditer(_HEADING, data) if b"#" in data else ()
    return len(list(islice(headings, _HEADINGS))) == _HEADINGS


def _is_binary(data: bytes) -> bool:
    return b"\0" in data[:_HEAD] and not data.startswith(_UTF16)
