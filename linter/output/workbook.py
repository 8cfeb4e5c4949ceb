"""Workbooks written row by row: what stands in cells, how it looks, and Excel's limits.

Texts are always texts: none becomes a formula or a link because of how it begins.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

from msgspec import Struct

from linter.output.safe import begins_like_formula, cut, plain
from linter.regexes.late import regex

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.url import Url
    from xlsxwriter.worksheet import Worksheet

LONGEST_TEXT = 32_767
MOST_ROWS = 1_048_576
MOST_LINKS = 65_530
_LONGEST_LINK = 2_079
_DRIVE = regex("[A-Za-z]:(?=/)")
_ADDRESSED = regex(r"[^\w\-.~/()+=,;!$&'@\u3000-\u303f\uff00-\uffef“”‘’—·…]")
"""What is written as %20 in an address."""
_EDGES, _LINE, _MARGIN, _HIGHEST = 3, 14.5, 5, 409
"""Of a row: the width that a cell's edges take, a line's height, that around them, and the most."""
DIGITS = 15
"""How many digits a number in a cell keeps."""
_MADE = datetime(1980, 1, 1, tzinfo=UTC)
"""What a file says of when it was made: the same for the same season."""
_FONT = {"font_name": "微软雅黑", "font_size": 10, "valign": "vcenter"}
_BOX = {"border": 1, "border_color": "#BFC7CE"}
_INPUT = {"bg_color": "#FFFBE6"}

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "font_color": "#12404F"},
    "plain": {"font_size": 11},
    "heading": {"bold": True, "font_size": 11, "font_color": "#12404F"},
    "note": {"text_wrap": True, "font_color": "#4A5560", "valign": "top"},
    "header": {
        "bold": True, "font_color": "#FFFFFF", "bg_color": "#1F5C70", "text_wrap": True,
        "align": "center", **_BOX,
    },
    "text": {"text_wrap": True, "indent": 1, **_BOX},
    "middle": {"text_wrap": True, "align": "center", **_BOX},
    "number": {"num_format": "#,##0", "align": "center", **_BOX},
    "figure": {"num_format": "#,##0.00", "align": "right", **_BOX},
    "percent": {"num_format": "0.00%", "align": "center", **_BOX},
    "link": {"text_wrap": True, "indent": 1, "font_color": "#0B5CAD", "underline": 1, **_BOX},
    "P0": {"bold": True, "align": "center", "bg_color": "#F8D7DA", "font_color": "#8A1220", **_BOX},
    "P1": {"bold": True, "align": "center", "bg_color": "#FDE8C8", "font_color": "#7A4A00", **_BOX},
    "P2": {"align": "center", "bg_color": "#DCEBF7", "font_color": "#164A75", **_BOX},
    "通过": {"align": "center", "bg_color": "#DDF0DF", "font_color": "#1E5B2A", **_BOX},
    "total": {
        "bold": True, "align": "center", "bg_color": "#E8EEF1", **_BOX,
    },
    "total-money": {
        "bold": True, "align": "right", "bg_color": "#E8EEF1", "num_format": "#,##0.00", **_BOX,
    },
    "input": {"text_wrap": True, "indent": 1, **_INPUT, **_BOX},
    "choice": {"align": "center", **_INPUT, **_BOX},
    "day": {"num_format": "yyyy-mm-dd", "align": "center", **_INPUT, **_BOX},
    "mark": {"align": "center", **_INPUT, **_BOX},
}  # fmt: skip
STYLES |= {"须修改": STYLES["P0"], "请核对": STYLES["P1"], "可优化": STYLES["P2"]}
"""How cells look, by name; what a reader is to fill in has a ground of its own."""


class Formula(Struct, frozen=True):
    """A formula and what it comes to, for programs that show a file without computing it."""

    text: str
    value: float | str = ""


class Link(Struct, frozen=True):
    """A text that leads to a file, or within the workbook where there is no file."""

    text: str
    file: str = ""
    place: str = ""
    """Where in the file or workbook: ``'自评表'!B7``."""


Value = str | int | float | Decimal | date | Formula | Link | None


class Column(Struct, frozen=True):
    """A column: its title, its width in characters, how its cells look, its choices if any."""

    title: str
    width: float
    style: str = "text"
    choices: tuple[str, ...] = ()
    hidden: bool = False


class Book:
    """A workbook that is being written to a stream.

    ``lean`` keeps but one row of each sheet in memory; its rows must be written in order.
    """

    def __init__(self, stream: BinaryIO, *, lean: bool = False) -> None:
        from xlsxwriter import Workbook

        options = {"constant_memory": lean, "in_memory": not lean, "strings_to_formulas": False}
        self._book = Workbook(stream, {**options, "strings_to_urls": False})
        self._book.set_properties({"created": _MADE, "author": "jixiao"})
        self._formats: dict[tuple[str, bool], Format] = {}

    def sheet(self, name: str, columns: Sequence[Column]) -> Page:
        """A new sheet; its name must be safe and new."""
        return Page(self, self._book.add_worksheet(name), columns)

    def close(self) -> None:
        """Writes the file; raises ``OSError`` where that cannot be done."""
        from xlsxwriter.exceptions import FileCreateError

        try:
            self._book.close()
        except FileCreateError as error:
            raise error.args[0] from None

    def format(self, style: str, *, quoted: bool = False) -> Format:
        """A style of ``STYLES``; ``quoted`` for texts that look like formulas (Excel's ')."""
        found = self._formats.get((style, quoted))
        if found is None:
            looks = {**_FONT, **STYLES[style], "quote_prefix": quoted}
            found = self._formats[style, quoted] = self._book.add_format(looks)
        return found


class Page:
    """A sheet that is written row by row; ``at`` is the next row, from 0."""

    def __init__(self, book: Book, sheet: Worksheet, columns: Sequence[Column]) -> None:
        self.book, self.sheet, self.columns = book, sheet, columns
        self.name: str = sheet.get_name()
        self.at = 0
        self._links = 0
        self._header = 0
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&8&A&R&8第 &P 页　共 &N 页")
        for number, column in enumerate(columns):
            self.sheet.set_column(number, number, column.width, None, {"hidden": column.hidden})

    def line(self, text: str, style: str, height: float | None = None) -> None:
        """A text across the sheet."""
        if height is not None:
            self.sheet.set_row(self.at, height)
        self.cell(0, text, style)
        self.at += 1

    def header(self) -> None:
        """The columns' titles, which stay in sight and come again on each printed page."""
        self._header = self.at
        self.sheet.set_row(self.at, 30)
        self.row([column.title for column in self.columns], "header")
        self.sheet.freeze_panes(self.at, 0)
        self.sheet.repeat_rows(self._header)

    def row(self, values: Sequence[Value], style: str | None = None) -> None:
        """One more row, in the columns' styles or in one for all.

        Its height is that of its longest text: not every program measures a row that says none.
        """
        if style is None:
            self._stretch(values)
        for number, value in enumerate(values):
            self.cell(number, value, style or self.columns[number].style)
        self.at += 1

    def _stretch(self, values: Sequence[Value]) -> None:
        lines = 1
        for column, value in zip(self.columns, values, strict=False):
            text = value.text if isinstance(value, Link) else value
            room = max(int(column.width) - _EDGES, 1)
            if isinstance(text, str) and not column.hidden and len(text) * 2 > room:
                lines = max(lines, sum(-(-_wide(part) // room) for part in text.split("\n")))
        if lines > 1:
            self.sheet.set_row(self.at, min(lines * _LINE + _MARGIN, _HIGHEST))

    def cells(self, *cells: tuple[Value, str]) -> None:
        """One more row, of cells each in a style of its own."""
        for number, (value, style) in enumerate(cells):
            self.cell(number, value, style)
        self.at += 1

    def wide(self, text: str, style: str, columns: int, height: float) -> None:
        """A text in one cell across so many columns."""
        self.sheet.set_row(self.at, height)
        form = self.book.format(style)
        self.sheet.merge_range(self.at, 0, self.at, columns - 1, "", form)
        self.cell(0, text, style)
        self.at += 1

    def across(self, level: str, text: str, columns: int) -> None:
        """A level, and a text in one cell across the other columns."""
        form = self.book.format("text")
        self.sheet.merge_range(self.at, 1, self.at, columns - 1, "", form)
        self.cell(0, level, "level")
        self.cell(1, text, "text")
        self.at += 1

    def finish(self, print_columns: int | None = None) -> None:
        """Filters and choices for the rows below the header, which all are written."""
        last, width = max(self.at - 1, self._header), len(self.columns)
        self.sheet.autofilter(self._header, 0, last, width - 1)
        if print_columns is not None:
            self.sheet.print_area(0, 0, last, print_columns - 1)
        for number, column in enumerate(self.columns):
            if column.choices and last > self._header:
                self.choose(self._header + 1, last, number, column.choices)

    def choose(self, first: int, last: int, column: int, choices: Sequence[str]) -> None:
        """Lets some cells of a column take a few words alone."""
        rule = {"validate": "list", "source": list(choices), "error_title": "请从列表中选择"}
        message = {"error_message": "可选：" + "、".join(choices)}
        self.sheet.data_validation(first, column, last, column, rule | message)

    def cell(self, column: int, value: Value, style: str) -> None:
        """Writes a cell of the next row; in the style ``level`` a level's name says how."""
        write, book = self.sheet, self.book
        if style == "level":
            style = str(value) if value in STYLES else "middle"
        match value:
            case None | "":
                write.write_blank(self.at, column, None, book.format(style))
            case str():
                self._text(column, value, style)
            case Link():
                self._link(column, value, style)
            case Formula():
                write.write_formula(self.at, column, value.text, book.format(style), value.value)
            case date():
                write.write_datetime(self.at, column, value, book.format(style))
            case _:
                self._number(column, value, style)

    def _text(self, column: int, value: str, style: str) -> None:
        text = cut(plain(value), LONGEST_TEXT)
        form = self.book.format(style, quoted=begins_like_formula(text))
        self.sheet.write_string(self.at, column, text, form)

    def _number(self, column: int, value: float | Decimal, style: str) -> None:
        long = isinstance(value, Decimal) and len(value.as_tuple().digits) > DIGITS
        if long or not math.isfinite(value):
            self._text(column, str(value), style)
        else:
            self.sheet.write_number(self.at, column, float(value), self.book.format(style))

    def _link(self, column: int, link: Link, style: str) -> None:
        target = address(link.file) if link.file else ""
        place = link.place if plain(link.place) == link.place else ""
        text = cut(plain(link.text), LONGEST_TEXT)
        long = max(len(target), len(place)) > _LONGEST_LINK
        if long or not text or not (target or place) or self._links == MOST_LINKS:
            self.cell(column, text, style)
            return
        self._links += 1
        form = self.book.format("link", quoted=begins_like_formula(text))
        url = _file_url()(text, target, place) if target else f"internal:{place}"
        self.sheet.write_url(self.at, column, url, form, text)


def _wide(text: str) -> int:
    """The width of a text, at least 1: of a Chinese character, which UTF-8 has in three, two."""
    return max((len(text) + len(text.encode("utf-8", "replace"))) // 2, 1)


def quoted(sheet: str) -> str:
    """A sheet's name as formulas and links write it."""
    return "'" + sheet.replace("'", "''") + "'"


def address(path: str) -> str:
    """A path with ``/`` as an address in a file: no part of it leads elsewhere or means more.

    A path that begins with ``/`` or a drive is absolute; any other is seen from the workbook.
    """
    drive = path[:2] if _DRIVE.match(path) else ""
    rest = _ADDRESSED.sub(_escaped, path[len(drive) :])
    if drive or rest.startswith("/"):
        return f"file:///{drive}{'/' if drive else ''}{rest.lstrip('/')}"
    return rest


def _escaped(found: re.Match[str]) -> str:
    try:
        data = found[0].encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        data = b"?"
    return "".join(f"%{byte:02X}" for byte in data)


@cache
def _file_url() -> type[Url]:
    """XlsxWriter's links to files, whose slashes it would turn round for Excel alone."""
    from xlsxwriter.url import Url

    class FileUrl(Url):  # type: ignore[misc]
        def __init__(self, text: str, target: str, place: str) -> None:
            super().__init__(f"external:file#{place}" if place else "external:file")
            self.text, self.target = text, target

        def _target(self) -> str:
            return self.target

    return FileUrl
