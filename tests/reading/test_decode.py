from __future__ import annotations

import pytest

from linter.model import Severity
from linter.reading.decode import decode

TEXT = "青河县2023年投入1250万元。\n一、概况\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        b"\xff\xfe" + TEXT.encode("utf-16-le"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode("gb18030"),
    ],
)
def test_encodings_and_line_ends(data: bytes) -> None:
    assert decode(data) == (TEXT, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_by_its_zero_bytes(encoding: str) -> None:
    text = "2023,1250,98.5%\n2022,1000,97.1%\n"
    assert decode(text.encode(encoding)) == (text, ())


def test_a_few_zero_bytes_do_not_make_utf16() -> None:
    text, notices = decode(b"ab\0cd, 2023 and so on....")
    assert (text, notices) == ("ab\0cd, 2023 and so on....", ())


def test_utf8_with_a_zero_byte_is_no_utf16() -> None:
    assert decode("甲\0".encode()) == ("甲\0", ())


def test_rare_characters_of_gb18030() -> None:
    assert decode("㐀𠀀项目".encode("gb18030")) == ("㐀𠀀项目", ())


def test_utf8_with_one_broken_byte_is_not_read_as_gb18030() -> None:
    data = bytearray((TEXT * 5).encode())
    data[40] = 0xFF
    text, (notice,) = decode(bytes(data))
    assert text.count("�") <= 3
    assert text.endswith(TEXT)
    assert (notice.slug, notice.severity) == ("undecodable", Severity.error)
    assert "39" in notice.message["zh"]
    assert "39" in notice.message["en"]
    assert text[notice.start] == "�"


def test_cut_off_utf8_keeps_all_that_was_whole() -> None:
    text, (notice,) = decode((TEXT * 3).encode()[:-2])
    assert text.startswith(TEXT * 2)
    assert notice.slug == "undecodable"


def test_a_byte_offset_counts_the_byte_order_mark() -> None:
    _, (notice,) = decode(b"\xef\xbb\xbfabc\xff")
    assert notice.message["en"].startswith("cannot decode the bytes at offset 6")


def test_odd_length_utf16_keeps_the_rest() -> None:
    text, (notice,) = decode(b"\xff\xfe" + TEXT.encode("utf-16-le") + b"\x41")
    assert text.startswith(TEXT)
    assert notice.slug == "undecodable"


def test_neither_utf8_nor_gb18030() -> None:
    text, (notice,) = decode("项目支出".encode("gb18030") + b"\xff\xff" + "情况".encode("gb18030"))
    assert text.startswith("项目支出")
    assert text.endswith("情况")
    assert notice.slug == "undecodable"
    assert text[notice.start : notice.end] == "�"


def test_nothing() -> None:
    assert decode(b"") == ("", ())
