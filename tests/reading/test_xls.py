from __future__ import annotations

import datetime as dt
import io
import sys
from typing import Any

import pytest
import xlwt

from linter.model import Document, Severity, SheetPlace
from linter.reading import read

HEADERS = frozenset(("项目", "预算数", "执行数"))


def saved(book: Any) -> Document:
    stream = io.BytesIO()
    book.save(stream)
    return read("报告.xls", stream.getvalue(), HEADERS)


def test_cells_as_they_are_shown() -> None:
    book = xlwt.Workbook()
    sheet: Any = book.add_sheet("表")
    for row, (value, code) in enumerate(
        [
            (0.974059, "0.00%"),
            (1234.5, "#,##0.00"),
            (0.1 + 0.2, "General"),
            (dt.date(2023, 5, 18), 'yyyy"年"m"月"d"日"'),
            (True, "General"),
            ("产出", "General"),
        ]
    ):
        sheet.write(row, 1, value, xlwt.easyxf(num_format_str=code))
    document = saved(book)
    assert document.text == "97.41%\n1,234.50\n0.3\n2023年5月18日\nTRUE\n产出"
    assert document.place(0) == SheetPlace("表", "B1")


def test_merged_and_hidden() -> None:
    book = xlwt.Workbook()
    sheet: Any = book.add_sheet("表")
    for column, name in enumerate(("项目", "预算数", "执行数", "旧数")):
        sheet.write(0, column, name)
    sheet.write_merge(1, 2, 0, 0, "甲")
    for row in (1, 2, 3):
        sheet.write(row, 1, row)
        sheet.write(row, 2, row)
        sheet.write(row, 3, 9)
    sheet.row(3).hidden = True
    sheet.col(3).hidden = True
    draft: Any = book.add_sheet("草稿")
    draft.write(0, 0, "x")
    draft.visibility = 1
    document = saved(book)
    assert document.text == "项目\t预算数\t执行数\n甲\t1\t1\n\t2\t2"
    assert [table.sure for table in document.tables] == [False]
    assert [notice.slug for notice in document.notices] == ["hidden-cells", "hidden-sheet"]


def test_without_xlrd_it_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlrd", None)
    document = read("a.et", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"))
    (notice,) = document.notices
    assert (notice.slug, notice.severity) == ("not-installed", Severity.error)
    assert "pip install xlrd" in notice.message["zh"]


def test_what_is_damaged_is_told() -> None:
    document = read("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"))
    assert [notice.slug for notice in document.notices] == ["damaged"]
