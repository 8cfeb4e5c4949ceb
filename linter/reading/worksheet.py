"""One sheet of an Excel workbook from its XML: cells with something in them, formulas checked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from itertools import count

from msgspec import Struct, field

from linter.reading.formula import column_number, recomputed
from linter.reading.markup import local, stream
from linter.reading.number_format import general
from linter.reading.sheets import (
    MOST_CELLS,
    Range,
    Remark,
    Sheet,
    Value,
    cell_name,
    no_cached_value,
)
from linter.reading.unreadable import too_large
from linter.regexes.late import regex

_RANGE = regex(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_ESCAPED = regex(r"_x([0-9A-Fa-f]{4})_")
_DIGITS = "0123456789"
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_MOST_HIDDEN = 1_000
_MOST_FORMULAS = 20_000
_MOST_LOOKED_UP = 500_000
"""How many cells of a sheet its formulas may ask for before they are left alone."""
_MOST_STALE = 50

Show = Callable[[float], str]


class Book(Struct):
    """What all sheets of a workbook share."""

    strings: list[str]
    shows: list[Show]
    most_cells: int = MOST_CELLS
    cells: int = 0
    shown: dict[tuple[str | None, str], tuple[str, float | None]] = field(default_factory=dict)
    """Numbers by style and value: most stand in many cells."""


class _Formula(Struct, frozen=True):
    """A formula, and how far its cell lies from the one that it was written for."""

    row: int
    column: int
    text: str
    moved: tuple[int, int]
    value: float


class SheetReader:
    """Takes a sheet's elements as they come; keeps of cells those with something in them."""

    def __init__(self, sheet: Sheet, book: Book) -> None:
        self._sheet = sheet
        self._book = book
        self._row = 0
        self._column = 0
        self._row_hidden = False
        self._cell: dict[str, str] = {}
        self._text: list[str] = []
        self._into: list[str] | None = None
        self._value: list[str] = []
        self._written: list[str] = []
        self._formula: dict[str, str] | None = None
        self._formula_text: list[str] = []
        self._shared: dict[str, tuple[int, int, str]] = {}
        self._formulas: list[_Formula] = []
        self._without: list[tuple[int, int]] = []
        self._columns: dict[str, int] = {}
        self._aside = 0

    def read(self, data: bytes) -> None:
        """Reads a sheet's XML; what stood before any damage stays."""
        try:
            stream(data, self._sheet.name, self._start, self._end, self._characters)
        finally:
            self._check()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        match name if ":" not in name else local(name):
            case "c":
                self._open_cell(attributes)
            case "v":
                self._into = self._value
            case "t" if not self._aside:
                self._into = self._written
            case "f":
                self._formula = attributes
                self._into = self._formula_text
            case "row":
                self._row = _within(attributes.get("r"), self._row + 1, _LAST_ROW)
                self._column = 0
                self._row_hidden = _true(attributes.get("hidden")) or _zero(attributes)
            case "col" if _true(attributes.get("hidden")) or attributes.get("width") == "0":
                self._hide_columns(attributes)
            case "mergeCell":
                merged = _range(attributes.get("ref", ""))
                if merged:
                    self._sheet.merges.append(merged)
            case "rPh":
                self._aside += 1

    def _end(self, name: str) -> None:
        match name if ":" not in name else local(name):
            case "v" | "t" | "f":
                self._into = None
            case "c":
                if self._value or self._written or self._formula is not None:
                    self._close_cell()
            case "rPh":
                self._aside -= 1

    def _characters(self, text: str) -> None:
        if self._into is not None:
            self._into.append(text)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        if len(self._sheet.hidden_columns) < _MOST_HIDDEN:
            first, last = integer(attributes.get("min")), integer(attributes.get("max"))
            self._sheet.hidden_columns.append((first, last))

    def _open_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        letters = attributes.get("r", "").rstrip(_DIGITS)
        column = self._columns.get(letters)
        if column is None:
            known = letters.isascii() and letters.isalpha() and len(letters) <= 3
            column = column_number(letters.upper()) if known else self._column + 1
            column = min(column, _LAST_COLUMN)
            if known:
                self._columns[letters] = column
        self._column = column
        self._value.clear()
        self._written.clear()
        self._formula = None
        self._formula_text.clear()

    def _close_cell(self) -> None:
        kind = self._cell.get("t", "n")
        value = "".join(self._value)
        text, number = self._shown(kind, value)
        if self._formula is not None:
            self._keep_formula(value if kind != "n" else number, "".join(self._formula_text))
        if not text or text.isspace():
            return
        self._book.cells += 1
        if self._book.cells > self._book.most_cells:
            raise too_large()
        if self._row_hidden:
            self._sheet.hidden_rows.add(self._row)
        self._sheet.values.append(Value(self._row, self._column, text, number))

    def _shown(self, kind: str, value: str) -> tuple[str, float | None]:
        """What a cell shows, and its number."""
        match kind:
            case "s":
                index = integer(value, -1)
                known = 0 <= index < len(self._book.strings)
                return (self._book.strings[index] if known else ""), None
            case "inlineStr":
                return unescaped("".join(self._written) or value), None
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(value, value), None
            case "d":
                return _iso_day(value), None
            case "n":
                return self._number(value)
            case _:
                return unescaped(value), None

    def _number(self, value: str) -> tuple[str, float | None]:
        style = self._cell.get("s")
        shown = self._book.shown.get((style, value))
        if shown is None:
            shown = self._book.shown[style, value] = self._formatted(value, integer(style))
        return shown

    def _formatted(self, value: str, style: int) -> tuple[str, float | None]:
        try:
            number = float(value)
        except ValueError:
            return value, None
        shows = self._book.shows
        return (shows[style] if style < len(shows) else general)(number), number

    def _keep_formula(self, value: float | str | None, text: str) -> None:
        """Remembers a formula for ``_check``: with a number, or without any value."""
        attributes = self._formula or {}
        if value is None or value == "":
            if self._cell.get("t") != "str":  # a text may be empty
                self._without.append((self._row, self._column))
            return
        moved, shared = (0, 0), attributes.get("si")
        kind = attributes.get("t", "normal")
        if kind == "shared" and shared is not None:
            if text:
                self._shared[shared] = (self._row, self._column, text)
            row, column, text = self._shared.get(shared, (0, 0, ""))
            moved = (self._row - row, self._column - column)
        elif kind != "normal":
            return
        if isinstance(value, float) and text and len(self._formulas) < _MOST_FORMULAS:
            self._formulas.append(_Formula(self._row, self._column, text, moved, value))

    def _check(self) -> None:
        """Remarks on formulas without a value, and on those whose value is another."""
        remarks = self._sheet.remarks
        if self._without:
            remarks.append(no_cached_value(self._sheet.name, self._without))
        if not self._formulas:
            return
        missing = set(self._without)
        held = {(value.row, value.column): value.number for value in self._sheet.values}
        looked_up = count()

        def number(row: int, column: int) -> float | None:
            at = (row, column)
            if at in missing or next(looked_up) > _MOST_LOOKED_UP:
                return None
            return held.get(at, 0.0)

        for formula in self._formulas:
            found = recomputed(formula.text, number, formula.moved)
            if found and abs(found[0] - formula.value) > found[1] and len(remarks) < _MOST_STALE:
                remarks.append(_stale(self._sheet.name, formula, found[0]))


def _stale(sheet: str, formula: _Formula, value: float) -> Remark:
    cell = cell_name(formula.row, formula.column)
    written = f"公式“={formula.text}”" if formula.moved == (0, 0) else "公式"
    return Remark(
        formula.row,
        formula.column,
        "stale-formula",
        f"工作表“{sheet}”{cell}的{written}按引用的单元格应为{general(value)}，"
        f"保存的结果是{general(formula.value)}，请重新计算后保存",
        f"the formula in {cell} of sheet {sheet!r} gives {general(value)}, "
        f"its saved value is {general(formula.value)}",
    )


def _range(text: str) -> Range | None:
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    row, column = int(match[2]), column_number(match[1])
    last_row, last_column = int(match[4] or row), column_number(match[3] or match[1])
    if not (1 <= row <= last_row <= _LAST_ROW and column <= last_column <= _LAST_COLUMN):
        return None
    return row, column, last_row, last_column


def unescaped(text: str) -> str:
    """A string with its escapes (_x000D_) as the characters that they stand for."""
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) if "_x" in text else text


def _iso_day(value: str) -> str:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{moment.year}年{moment.month}月{moment.day}日"


def _within(text: str | None, default: int, last: int) -> int:
    return min(max(integer(text, default), 1), last)


def integer(text: str | None, default: int = 0) -> int:
    """A count or index as attributes write it."""
    return int(text) if text and len(text) < 10 and text.isascii() and text.isdigit() else default


def _true(text: str | None) -> bool:
    return text in ("1", "true", "on")


def _zero(row: dict[str, str]) -> bool:
    return row.get("customHeight") in ("1", "true") and row.get("ht") in ("0", "0.0")
