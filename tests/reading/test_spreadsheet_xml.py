from __future__ import annotations

import pytest

from linter.model import Document, SheetPlace
from linter.reading import read

SPACE = "urn:schemas-microsoft-com:office:spreadsheet"
HEADERS = frozenset(("项目", "预算数", "执行数"))


def opened(inside: str, styles: str = "", options: str = "") -> Document:
    text = (
        f'<?xml version="1.0"?><ss:Workbook xmlns:ss="{SPACE}"><ss:Styles>{styles}</ss:Styles>'
        f'<ss:Worksheet ss:Name="表"><ss:Table>{inside}</ss:Table>{options}</ss:Worksheet></ss:Workbook>'
    )
    return read("a.xls", text.encode(), HEADERS)


@pytest.mark.parametrize(
    ("code", "kind", "value", "shown"),
    [
        ("Percent", "Number", "0.974059", "97.41%"),
        ("#,##0.0", "Number", "1234.56", "1,234.6"),
        ("", "Number", "0.30000000000000004", "0.3"),
        ("Long Date", "DateTime", "2023-05-18T00:00:00.000", "2023年5月18日"),
        ("", "DateTime", "不详", "不详"),
        ("", "Number", "x", "x"),
        ("", "String", " 产出 ", " 产出"),
    ],
)
def test_cells(code: str, kind: str, value: str, shown: str) -> None:
    style = f'<ss:Style ss:ID="s"><ss:NumberFormat ss:Format="{code}"/></ss:Style>'
    cell = f'<ss:Cell ss:StyleID="s"><ss:Data ss:Type="{kind}">{value}</ss:Data></ss:Cell>'
    document = opened(f"<ss:Row>{cell}</ss:Row>", style)
    assert document.text.rstrip() == shown


def word(text: str, place: str = "") -> str:
    return f'<ss:Cell {place}><ss:Data ss:Type="String">{text}</ss:Data></ss:Cell>'


def test_places_and_what_is_hidden() -> None:
    wide, far = word("甲", 'ss:MergeAcross="1"'), word("乙", 'ss:Index="5"')
    document = opened(
        '<ss:Column ss:Index="3" ss:Hidden="1"/>'
        f'<ss:Row ss:Index="2">{wide}{word("丙")}{far}</ss:Row>'
        f'<ss:Row ss:Hidden="1">{word("丁")}</ss:Row><ss:Row>{word("戊")}</ss:Row>'
    )
    assert document.text == "甲\t乙\n戊"
    assert [document.place(document.text.index(w)) for w in "甲乙戊"] == [
        SheetPlace("表", "A2"),
        SheetPlace("表", "E2"),
        SheetPlace("表", "A4"),
    ]
    assert [notice.slug for notice in document.notices] == ["hidden-cells", "wrong-suffix"]


def test_a_hidden_sheet() -> None:
    options = "<o><ss:Visible>SheetHidden</ss:Visible></o>"
    document = opened(f"<ss:Row>{word('甲')}</ss:Row>", options=options)
    assert document.text == ""
    assert "hidden-sheet" in [notice.slug for notice in document.notices]
