"""Bytes of a text file to characters: which encoding, and what could not be read.

A byte order mark decides; else strict UTF-8, then strict GB18030. A file that is UTF-8 but for a
few broken bytes is not taken for GB18030, which would accept most of it and read all words wrongly.
"""

from __future__ import annotations

import codecs

from linter.model import Notice, Severity

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_BROKEN = "\ufffd"


def decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """The characters of a file without its byte order mark, each line end as a line feed.

    Bytes that fit no encoding become U+FFFD, and a notice says where the first one stands (its
    offsets count in the characters returned).
    """
    text, notices = _decode(data)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if notices:
        at = max(text.find(_BROKEN), 0)
        notices = tuple(Notice(n.slug, n.severity, n.message, at, at + 1) for n in notices)
    return text, notices


def placed(notices: tuple[Notice, ...], text: str) -> tuple[Notice, ...]:
    """The notices of ``decode`` where the first broken character stands in another text."""
    at = max(text.find(_BROKEN), 0)
    end = min(at + 1, len(text))
    return tuple(Notice(n.slug, n.severity, n.message, at, end) for n in notices)


def _decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, len(mark))
    unmarked = _unmarked_utf16(data)
    if unmarked:
        return _strictly(data, unmarked)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        first = error.start
    if _mostly_utf8(data, first):
        return _strictly(data, "utf-8")
    try:
        return data.decode("gb18030"), ()
    except UnicodeDecodeError:
        sample = data[max(0, first - _SAMPLE) : first + _SAMPLE]
        likelier = min(("utf-8", "gb18030"), key=lambda name: _broken(sample, name))
        return _strictly(data, likelier)


def _strictly(data: bytes, encoding: str, skipped: int = 0) -> tuple[str, tuple[Notice, ...]]:
    """Decodes, and where that fails decodes with replacement and says so."""
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        return data.decode(encoding, "replace"), (_undecodable(error.start + skipped),)


def _undecodable(byte: int) -> Notice:
    message = {
        "zh": f"文件从第 {byte} 字节起有无法识别的编码，认不出的字符以“{_BROKEN}”代替，"
        "请另存为 UTF-8 后重试",
        "en": f"cannot decode the bytes at offset {byte}; they were replaced by {_BROKEN}",
    }
    return Notice("undecodable", Severity.error, message)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 by its zero bytes: many, all at odd or all at even offsets, and strictly decodable."""
    zeros = data.count(0)
    if len(data) % 2 or zeros * 8 < len(data) or not zeros:
        return None
    encoding = "utf-16-le" if data[1::2].count(0) == zeros else "utf-16-be"
    if encoding == "utf-16-be" and data[0::2].count(0) != zeros:
        return None
    # what is UTF-8 with zero bytes in it, too, must be zero at nearly every other place
    likely = zeros * 5 >= len(data) * 2 or not _decodes(data, "utf-8")
    return encoding if likely and _decodes(data, encoding) else None


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes, first: int) -> bool:
    """Whether the text around the first broken byte is UTF-8 in at least nine characters of ten."""
    before = data[:first].decode("utf-8")[-_SAMPLE:]
    after = data[first : first + _SAMPLE].decode("utf-8", "replace")
    wide = sum(len(part) - _ascii(part) for part in (before, after))
    broken = after.count(_BROKEN)
    return wide - broken >= 10 * broken


def _ascii(text: str) -> int:
    return len(text.encode("ascii", "ignore"))


def _broken(sample: bytes, encoding: str) -> int:
    return sample.decode(encoding, "replace").count(_BROKEN)
