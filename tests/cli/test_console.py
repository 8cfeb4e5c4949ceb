"""Streams that never fail for want of a character."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.cli.console import as_utf8, never_fail


def written(text: str, encoding: str) -> str:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="")
    never_fail(stream)
    stream.write(text)
    stream.flush()
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding", "expected"),
    [
        ("12 ÷ 3 × 2 − 1 = 7 ✓", "gbk", "12 ÷ 3 × 2 - 1 = 7 √"),
        ("12 ÷ 3 × 2 − 1 = 7 ✓", "ascii", "12 / 3 x 2 - 1 = 7 OK"),
        ("须修改…", "gbk", "须修改…"),
        ("须修改…", "ascii", "\\u987b\\u4fee\\u6539..."),
        ("𠮷", "gbk", "\\U00020bb7"),
        ("✓须", "utf-8", "✓须"),
        ("≠", "cp437", "!="),
    ],
)
def test_the_nearest_sign_that_the_encoding_has(text: str, encoding: str, expected: str) -> None:
    assert written(text, encoding) == expected


@given(st.text(), st.sampled_from(["gbk", "ascii", "utf-8", "cp1252", "gb18030", "big5"]))
def test_any_text_can_be_written(text: str, encoding: str) -> None:
    assert bool(written(text, encoding)) == bool(text)


def test_utf_8_whatever_the_stream_was() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    never_fail(stream)
    as_utf8(stream)
    stream.write("须✓")
    stream.flush()
    assert raw.getvalue() == "须✓".encode()


def test_other_streams_are_left_alone() -> None:
    stream = io.StringIO()
    never_fail(stream)
    as_utf8(stream)
    assert stream.getvalue() == ""
