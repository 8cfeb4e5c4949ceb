from __future__ import annotations

import pytest

from linter.model import SheetPlace
from linter.reading import read
from linter.reading.delimited import delimiter

HEADERS = frozenset(("项目", "预算数", "执行数"))
TEXT = '项目,预算数,执行数\r\n办公费,"1,234.50",4\r\n差旅费,6,5\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_encodings_and_delimiters(encoding: str, mark: str) -> None:
    text = TEXT.replace(",", mark).replace(f"1{mark}234", "1,234")
    document = read("支出表.csv", text.encode(encoding), HEADERS)
    assert document.text == "项目\t预算数\t执行数\n办公费\t1,234.50\t4\n差旅费\t6\t5"
    assert document.place(document.text.index("1,2")) == SheetPlace("支出表", "B2")
    assert len(document.tables) == 1
    assert document.notices == ()


def test_a_quoted_line_end_stays_in_its_cell() -> None:
    document = read("a.csv", '项目,"预算\n数",执行数\n甲,1,2\n'.encode(), HEADERS)
    assert document.text == "项目\t预算 数\t执行数\n甲\t1\t2"
    assert document.place(document.text.index("甲")) == SheetPlace("a", "A2")


def test_a_quote_that_is_not_closed_cuts_lines() -> None:
    document = read("a.csv", '项目,预算数,执行数\n甲,"1,2\n乙,3,4\n'.encode(), HEADERS)
    assert document.text == '项目\t预算数\t执行数\n甲\t"1\t2\n乙\t3\t4'


def test_excel_may_be_told_the_delimiter() -> None:
    document = read("a.csv", "sep=;\n项目;预算数;执行数\n甲;1,5;2,5\n".encode(), HEADERS)
    assert document.text == "项目\t预算数\t执行数\n甲\t1,5\t2,5"
    assert document.place(0) == SheetPlace("a", "A2")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a,b\nc,d", ","),
        ("a;b,x\nc;d\ne;f", ";"),
        ("a\tb,c\nd\te", "\t"),
        ('"a;b;c",d\n"e;f;g",h', ","),
        ("标题\na|b\nc|d", "|"),
        ("", ","),
        ("一句话", ","),
    ],
)
def test_delimiter(text: str, mark: str) -> None:
    assert delimiter(text) == mark


def test_too_many_cells_are_told() -> None:
    document = read("a.csv", (",".join("1" * 100) + "\n").encode() * 2_100, HEADERS)
    assert [notice.slug for notice in document.notices] == ["too-large"]
    assert document.text.count("\n") + 1 == 2_001


def test_broken_characters_are_told_where_they_stand() -> None:
    data = TEXT.encode("gb18030").replace("差".encode("gb18030"), b"\xff\xff")
    document = read("a.csv", data, HEADERS)
    (notice,) = document.notices
    assert notice.slug == "undecodable"
    assert document.place(notice.start) == SheetPlace("a", "A3")
