"""What holds of every Document, whatever the bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model import Document, TextPlace
from linter.reading import read

HIDDEN = "<\u200b\u00ad\ufeff\0"
HEADERS = frozenset(("指标值", "得分", "分值"))
PIECES = [
    "一、概况", "（一）投入（满分20分，得20分）", "1.", "1.5万元", "一是甲；二是乙。", "⑴", "①", "第一，", "附件1：", "目录",
    "指标值", "得分", "分值", "|甲|乙|", "|---|-|", "\t", "    ", "\u3000", "。", "，", "\n", "\n\n", "\r\n", "\r", " ",
    "\u200b", "\u00ad", "\ufeff", "\0", "# ", "## ", "**", "__", "`", "```", "\\", "> ", "- ", "---", "===", "<!--", "-->",
    "<br>", "2018年", "投入１２万元", "GDP", "甲" * 40, "x" * 90, "\u2028", "\x0b",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=60).map("".join)
SUFFIXES = st.sampled_from([".txt", ".md"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"])


def lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def check(document: Document) -> None:
    assert len(document.folded) == len(document.text)
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        assert document.text[block.start : block.end].strip() != ""
        at = block.end
    for table in document.tables:
        for row in table.rows:
            assert [cell.column for cell in row] == list(range(len(row)))
            for cell in row:
                assert (
                    table.start <= cell.start <= cell.end <= table.end or not cell.end - cell.start
                )
    starts = [segment.start for segment in document.segments]
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    assert starts[-1] <= len(document.text)
    for notice in document.notices:
        assert 0 <= notice.start <= notice.end <= len(document.text)
        assert set(notice.message) == {"zh", "en"}


@given(st.binary(max_size=300), SUFFIXES)
def test_any_bytes_give_a_document(data: bytes, suffix: str) -> None:
    check(read(f"a{suffix}", data, HEADERS))


@given(TEXTS, SUFFIXES, ENCODINGS)
def test_any_text_gives_a_document(text: str, suffix: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    check(read(f"a{suffix}", data, HEADERS))


@given(TEXTS, SUFFIXES)
def test_every_character_is_where_its_place_says(text: str, suffix: str) -> None:
    data = ("甲乙" + text).encode("utf-8", "ignore")
    document = read(f"a{suffix}", data, HEADERS)
    physical = lines(data.decode())
    for offset, character in enumerate(document.text):
        place = document.place(offset)
        assert isinstance(place, TextPlace)
        line = physical[place.line - 1]
        found = line[place.column - 1] if place.column <= len(line) else "\n"
        # a space may stand for a line end with the white space around it, or for <br>
        assert found == character or (character == " " and (found.isspace() or found in HIDDEN))


@given(TEXTS)
def test_a_plain_text_keeps_its_own_lines_and_columns(text: str) -> None:
    plain = "".join(c for c in text if c not in "\r\0\u200b\u200c\u200d\u2060\ufeff\u00ad")
    document = read("a.txt", plain.encode("utf-8", "ignore"))
    if document.text == plain:
        for offset in range(len(plain)):
            assert document.place(offset) == TextPlace(*document.position(offset))
    else:
        assert document.text.replace("\n", "").replace(" ", "") == plain.replace("\n", "").replace(
            " ", ""
        )


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf", b"\xff\xfe", b"\xff", b"\0", b"\n", b"\r\n", "\ufeff\u200b".encode(), b"|", b"||\n||",
        b"\t\t", b"#", b"# #", b"**", b"```", b"<!---->", b"---\na: b\n---", b"\\", b"> ", b"- ", b"===",
    ],
)  # fmt: skip
def test_scraps(data: bytes, suffix: str) -> None:
    check(read(f"a{suffix}", data, HEADERS))
