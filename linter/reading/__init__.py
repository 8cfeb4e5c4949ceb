"""Bytes of a file to a Document: one module a format, imported when it is needed."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from msgspec.structs import replace

from linter.model import Document, Notice, Segment, Severity, TextPlace
from linter.reading.formats import FORMATS, Format, claimed, readable, recognise
from linter.reading.spaced import closed_up
from linter.reading.unreadable import too_large

__all__ = ["LARGEST", "documents", "read", "readable", "recognise"]

LARGEST = 128 << 20
"""How many bytes a file may have: reports with photographs have tens of millions."""
_MOST_CHARACTERS = 4_000_000
"""How long a text may be; a report of a thousand pages has half a million."""
_MOST_BYTES = 4 * _MOST_CHARACTERS
_START = TextPlace(1, 1)
_PLAIN = ("text", "markdown")
_EMPTY = Notice(
    "empty",
    Severity.error,
    {
        "zh": "文件中没有可检查的文字；请确认交的是正确的文件",
        "en": "there is no text in the file; make sure that it is the right one",
    },
)


_NOTHING = Notice(
    "empty",
    Severity.error,
    {
        "zh": "文件是空的（0字节），可能没有拷贝完整；请找到原来的文件再检查",
        "en": "the file is empty (0 bytes), perhaps not copied whole; check the original",
    },
)


_PICTURE = Notice(
    "unsupported-format",
    Severity.error,
    {
        "zh": "内容是图片，不是文档，不能读取；请找到可以编辑的原稿（Word、Excel 等）再检查",
        "en": "the content is a picture and cannot be read; check the document itself",
    },
)


def documents(
    path: str, data: bytes, headers: frozenset[str] = frozenset()
) -> tuple[Document, ...]:
    """The Documents of a file's bytes: of an archive those of its files, else the only one."""
    if recognise(path, data) != "zip":
        return (read(path, data, headers),)
    from linter.reading import zipped

    found = zipped.documents(path, data, headers)
    if claimed(path) == "zip":
        return found
    return (_misnamed(found[0], path, FORMATS["zip"].title), *found[1:])


def read(path: str, data: bytes, headers: frozenset[str] = frozenset()) -> Document:
    """The Document of a file's bytes, in the format that they have (``formats.recognise``).

    ``headers`` are folded words known as table headers; without them, tables that stand one cell a
    line are not recognised. A format without a reader gives an empty Document with a notice, a file
    whose suffix claims another format a notice that says so. What is larger than any report is not
    read.
    """
    if not data:
        return _unread(path, _NOTHING)
    name = recognise(path, data)
    if len(data) > (_MOST_BYTES if name in _PLAIN else LARGEST):
        return too_large().document(path, _START)
    format_ = FORMATS[name] if name else None
    if format_ is None or format_.reader is None:
        return _unsupported(path, format_)
    module = import_module(f"linter.reading.{format_.reader}")
    document = closed_up(module.read(path, data, headers))
    if len(document.text) > _MOST_CHARACTERS:
        return too_large().document(path, _START)
    if _says_nothing(document):
        document = replace(document, notices=(*document.notices, _EMPTY))
    claim = claimed(path)
    is_named = name == claim or {name, claim} <= {*_PLAIN}
    return document if is_named else _misnamed(document, path, format_.title)


def _says_nothing(document: Document) -> bool:
    """Whether there is no text, and nothing has been said of it."""
    graver = any(notice.severity is Severity.error for notice in document.notices)
    return not document.text.strip() and not graver


def _misnamed(document: Document, path: str, title: str) -> Document:
    suffix = PurePath(path).suffix
    message = {
        "zh": f"文件名后缀是“{suffix}”，内容是{title}，已按内容读取",
        "en": f"the suffix is {suffix!r}, the content is {title}; it was read as that",
    }
    notice = Notice("wrong-suffix", Severity.info, message)
    return replace(document, notices=(*document.notices, notice))


def _unsupported(path: str, format_: Format | None) -> Document:
    if format_ is FORMATS["picture"]:
        return _unread(path, _PICTURE)
    title = format_.title if format_ else f"文件格式“{PurePath(path).suffix or path}”"
    known = [suffix for other in FORMATS.values() if other.reader for suffix in other.suffixes]
    message = {
        "zh": f"不能读取{title}，可读取的格式：{'、'.join(known)}",
        "en": f"cannot read {title}; formats that can be read: {', '.join(known)}",
    }
    return _unread(path, Notice("unsupported-format", Severity.error, message))


def _unread(path: str, notice: Notice) -> Document:
    return Document(path, "", "", (), segments=(Segment(0, _START),), notices=(notice,))
