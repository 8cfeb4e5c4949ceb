"""Old workbooks (.xls, and WPS's .et, which are the same) by xlrd, which knows number formats."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from linter.model import Document, Notice
from linter.reading.number_format import BUILTIN, formatter
from linter.reading.sheets import MOST_CELLS, START, Sheet, Value, compose
from linter.reading.unreadable import UnreadableError, encrypted, incomplete, too_large

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER, _DATE, _BOOLEAN, _ERROR = 2, 3, 4, 5
"""Kinds of cells as xlrd numbers them."""
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!"}


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:
    """The Document of an old workbook; ``headers`` are the folded words that tables begin with."""
    try:
        import xlrd
    except ImportError:
        return _not_installed().document(path, START)
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, logfile=StringIO(), ragged_rows=True
        )
        notices: list[Notice] = []
        sheets = _sheets(book, notices)
    except Exception as error:  # noqa: BLE001 - xlrd raises whatever it stumbles on
        return _damaged(error).document(path, START)
    if not sheets:
        return incomplete("其中没有工作表", "it has no sheets").document(path, START)
    return compose(path, sheets, headers, notices)


def _sheets(book: Any, notices: list[Notice]) -> list[Sheet]:
    sheets, cells = [], 0
    shows = _Shows(book)
    for page in book.sheets():
        sheet = Sheet(page.name, page.visibility != 0)
        sheets.append(sheet)
        for row in range(page.nrows):
            if cells > MOST_CELLS:
                notices.append(too_large().notice())
                return sheets
            for column in range(page.row_len(row)):
                cell = page.cell(row, column)
                text = _shown(cell, shows)
                if text and not text.isspace():
                    number = cell.value if cell.ctype == _NUMBER else None
                    sheet.values.append(Value(row + 1, column + 1, text, number))
                    cells += 1
        _look(page, sheet)
    return sheets


def _look(page: Any, sheet: Sheet) -> None:
    """What is merged and hidden."""
    sheet.merges += [(r + 1, c + 1, last_r, last_c) for r, last_r, c, last_c in page.merged_cells]
    rows = {value.row for value in sheet.values}
    hidden = (row + 1 for row, info in page.rowinfo_map.items() if info.hidden)
    sheet.hidden_rows |= {row for row in hidden if row in rows}
    sheet.hidden_columns += [(c + 1, c + 1) for c, info in page.colinfo_map.items() if info.hidden]


def _shown(cell: Any, shows: _Shows) -> str:
    if cell.ctype in (_NUMBER, _DATE):
        return shows(cell.xf_index)(cell.value)
    if cell.ctype == _BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == _ERROR:
        return _ERRORS.get(cell.value, "#N/A")
    return str(cell.value)


class _Shows:
    """What shows the numbers of each cell style."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._known: dict[int | None, Callable[[float], str]] = {}

    def __call__(self, style: int | None) -> Callable[[float], str]:
        if style not in self._known:
            self._known[style] = formatter(self._code(style), from_1904=bool(self._book.datemode))
        return self._known[style]

    def _code(self, style: int | None) -> str:
        if style is None or not 0 <= style < len(self._book.xf_list):
            return ""
        key = self._book.xf_list[style].format_key
        known = self._book.format_map.get(key)
        return str(BUILTIN.get(key) or (known.format_str if known else ""))


def _damaged(error: BaseException) -> UnreadableError:
    if "encrypted" in str(error):
        return encrypted()
    return incomplete("工作簿已损坏", str(error) or type(error).__name__)


def _not_installed() -> UnreadableError:
    return UnreadableError(
        "not-installed",
        "读取 .xls、.et 需要 xlrd（pip install xlrd），也可另存为 .xlsx 后检查",
        "reading .xls and .et needs xlrd: pip install xlrd, or save it as .xlsx",
    )
