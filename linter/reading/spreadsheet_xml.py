"""XML spreadsheets of Excel 2003, which old systems export under the suffix .xls."""

from __future__ import annotations

from datetime import datetime
from xml.etree.ElementTree import Element

from linter.model import Document, Notice
from linter.reading.decode import decode
from linter.reading.markup import local, tree, undeclared
from linter.reading.number_format import formatter
from linter.reading.sheets import MOST_CELLS, START, Sheet, Value, compose
from linter.reading.unreadable import UnreadableError, too_large
from linter.reading.worksheet import Show, integer

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_NAMED = {
    "General Number": "",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
    "Currency": '"¥"#,##0.00',
    "Short Date": "yyyy/m/d",
    "General Date": "yyyy/m/d",
    "Long Date": 'yyyy"年"m"月"d"日"',
    "Medium Date": 'yyyy"年"m"月"d"日"',
}
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - sheets know no zone


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:
    """The Document of an XML spreadsheet; ``headers`` are the folded words that tables have."""
    notices: list[Notice] = []
    try:
        text = undeclared(decode(data)[0])
        sheets = _sheets(tree(text.encode("utf-8", "replace"), path), notices)
    except UnreadableError as damage:
        return damage.document(path, START)
    return compose(path, sheets, headers, notices)


def _sheets(book: Element, notices: list[Notice]) -> list[Sheet]:
    shows: dict[str, Show] = {}
    sheets: list[Sheet] = []
    cells = 0
    for element in book.iter():
        name = local(element.tag)
        if name == "Style":
            shows[_attribute(element, "ID")] = formatter(_code(element))
        elif name == "Worksheet":
            sheet = Sheet(_attribute(element, "Name"), _is_hidden(element))
            sheets.append(sheet)
            _fill(sheet, element, shows)
            cells += len(sheet.values)
            if cells > MOST_CELLS:
                notices.append(too_large().notice())
                break
    return sheets


def _fill(sheet: Sheet, page: Element, shows: dict[str, Show]) -> None:
    row = column = 0
    for element in (child for table in page for child in table):
        name = local(element.tag)
        index = integer(_attribute(element, "Index"))
        hidden = _attribute(element, "Hidden") == "1"
        if name == "Column":
            span = integer(_attribute(element, "Span"))
            first = index or column + 1
            column = first + span
            if hidden:
                sheet.hidden_columns.append((first, column))
        elif name == "Row":
            row = min(index or row + 1, _LAST_ROW)
            _fill_row(sheet, row, element, shows)
            if hidden and sheet.values and sheet.values[-1].row == row:
                sheet.hidden_rows.add(row)
            row += integer(_attribute(element, "Span"))
        if len(sheet.values) > MOST_CELLS:
            return


def _fill_row(sheet: Sheet, row: int, element: Element, shows: dict[str, Show]) -> None:
    column = 0
    for cell in element:
        column = min(integer(_attribute(cell, "Index")) or column + 1, _LAST_COLUMN)
        across, down = (integer(_attribute(cell, f"Merge{way}")) for way in ("Across", "Down"))
        if across or down:
            sheet.merges.append((row, column, row + down, column + across))
        for data in cell:
            if local(data.tag) == "Data":
                text, number = _shown(data, shows.get(_attribute(cell, "StyleID")))
                if text and not text.isspace():
                    sheet.values.append(Value(row, column, text, number))
        column += across


def _shown(data: Element, show: Show | None) -> tuple[str, float | None]:
    """What a cell shows, and its number."""
    text = "".join(data.itertext())
    kind = _attribute(data, "Type")
    try:
        if kind == "Number":
            return (show or formatter(""))(float(text)), float(text)
        if kind == "DateTime":
            days = (datetime.fromisoformat(text) - _FIRST_DAY).total_seconds() / 86_400
            return (show or formatter(_NAMED["Short Date"]))(days), None
    except (ValueError, TypeError, OverflowError):
        return text, None
    return text, None


def _code(style: Element) -> str:
    for element in style:
        if local(element.tag) == "NumberFormat":
            code = _attribute(element, "Format")
            return _NAMED.get(code, code)
    return ""


def _is_hidden(page: Element) -> bool:
    return any(
        local(e.tag) == "Visible" and e.text != "SheetVisible" for options in page for e in options
    )


def _attribute(element: Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if local(key) == name), "")
