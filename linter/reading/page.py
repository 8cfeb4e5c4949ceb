"""The tags of a web page as paragraphs, headings, lists and tables."""

from __future__ import annotations

import re
from collections import Counter

from msgspec import Struct, field

from linter.model import WebPlace
from linter.reading.composer import Composer, Piece
from linter.reading.grid import GridCell, lay
from linter.reading.lines import between
from linter.reading.tags import Tag, attributes, tokens
from linter.reading.unreadable import too_large
from linter.regexes.late import regex

_HIDDEN = regex(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_SPACE = regex(r"[ \t\n\r\f]+")
_BREAK = "\u2028"
_AROUND_BREAK = regex(f" *{_BREAK} *")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr")
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CELLS = ("td", "th")
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl",
     "dt", "fieldset", "figure", "footer", "form", "header", "hr", "html", "li", "main", "nav",
     "ol", "option", "p", "pre", "section", "ul", *_HEADINGS)
)  # fmt: skip
_OF_TABLES = frozenset(["table", "thead", "tbody", "tfoot", "tr", "td", "th"])
"""Their ends reach over whatever is open inside of them; the ends of others stay in their cell."""
_CLOSES = {
    "li": ("p", "li"),
    "td": ("p", "td", "th"),
    "th": ("p", "td", "th"),
    "tr": ("p", "td", "th", "tr"),
    "tbody": ("p", "td", "th", "tr", "thead", "tbody"),
}
"""Innermost open elements that the beginning of another one ends."""
_WIDEST = 1_000
_MOST_SPANNED = 500_000
_MOST_CELLS = 200_000


class _Open(Struct, frozen=True, gc=False):
    name: str
    hidden: bool


class _List(Struct):
    style: str
    """The kind of its numbers; empty for bullets."""
    number: int = 0


class _Grid(Struct):
    """A table in the making."""

    number: int
    rows: list[list[GridCell]] = field(default_factory=list)
    until: dict[int, int] = field(default_factory=dict)
    """To which row a cell from above reaches down, by column."""
    row: int = 0
    column: int = 0
    spans: tuple[int, int] = (1, 1)
    cell: list[list[Piece]] | None = None
    """The paragraphs of the open cell."""
    arranges: bool = False


class Page:
    """Takes tags and text as they come, and puts what is seen into ``composer``."""

    def __init__(self, headers: frozenset[str]) -> None:
        self.composer = Composer()
        self._headers = headers
        self._stack: list[_Open] = []
        self._scopes: list[Counter[str]] = [Counter()]
        self._outer: Counter[str] = Counter()
        self._hidden = 0
        self._texts: list[str] = []
        self._marker = ""
        self._level: int | None = None
        self._lists: list[_List] = []
        self._grids: list[_Grid] = []
        self._paragraphs = self._tables = self._spanned = self._cells = 0

    def read(self, text: str) -> None:
        """Takes a page's characters."""
        try:
            for token in tokens(text):
                if isinstance(token, str):
                    if not self._hidden:
                        self._texts.append(token)
                elif token.closes:
                    self._close(token.name)
                else:
                    self._open(token)
        finally:
            while self._stack:
                self._pop()
            self._flush()

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            self._texts.append(_BREAK)
        if name in _BLOCKS or name in _OF_TABLES:
            closes = _CLOSES.get(name, ("p",))
            while self._stack and self._stack[-1].name in closes:
                self._pop()
            self._flush()
        if name in _VOID:
            return
        hidden = _is_hidden(tag.inside)
        self._stack.append(_Open(name, hidden))
        self._hidden += hidden
        if name in _OF_TABLES:
            self._outer[name] += 1
            if name in _CELLS:
                self._scopes.append(Counter())
        else:
            self._scopes[-1][name] += 1
        if not self._hidden:
            self._enter(name, tag)

    def _enter(self, name: str, tag: Tag) -> None:
        match name:
            case "table":
                self._begin_table()
            case "tr":
                self._begin_row()
            case "td" | "th":
                self._begin_cell(tag)
            case "ol":
                told = attributes(tag.inside)
                style = "cjk" if "cjk" in told.get("style", "") else told.get("type", "1")
                self._lists.append(_List(style, _number(told.get("start"), 1) - 1))
            case "ul":
                self._lists.append(_List(""))
            case "li" if self._lists:
                listed = self._lists[-1]
                listed.number = _number(attributes(tag.inside).get("value"), listed.number + 1)
                self._marker = _marked(listed)
            case _ if name in _HEADINGS:
                self._level = _HEADINGS[name]

    def _close(self, name: str) -> None:
        is_open = self._outer if name in _OF_TABLES else self._scopes[-1]
        if is_open[name]:
            while self._pop() != name:
                pass
        elif name in _BLOCKS:
            self._flush()

    def _pop(self) -> str:
        """Ends the innermost open element."""
        left = self._stack.pop()
        name = left.name
        if name in _BLOCKS or name in _OF_TABLES:
            self._flush()
        if not self._hidden:
            self._leave(name)
        self._hidden -= left.hidden
        if name in _OF_TABLES:
            self._outer[name] -= 1
            if name in _CELLS:
                self._scopes.pop()
        else:
            self._scopes[-1][name] -= 1
        return name

    def _leave(self, name: str) -> None:
        if name in _CELLS:
            self._end_cell()
        elif name == "table":
            self._end_table()
        elif name in ("ol", "ul"):
            self._lists.pop()
        elif name == "li":
            self._marker = ""
        elif name in _HEADINGS:
            self._level = None

    def _flush(self) -> None:
        """Puts what was gathered where it belongs: a paragraph of the page or of a cell."""
        text = _collapsed("".join(self._texts))
        self._texts.clear()
        if not text:
            return
        self._paragraphs += 1
        grid = self._grids[-1] if self._grids else None
        in_cell = grid is not None and grid.cell is not None and not grid.arranges
        at = (grid.number, grid.row, grid.column + 1) if in_cell and grid else (None, None, None)
        place = WebPlace(self._paragraphs, 1, *at)
        pieces = [Piece(self._marker, place)] if self._marker else []
        pieces.append(Piece(text, place))
        self._marker = ""
        if in_cell and grid and grid.cell is not None:
            grid.cell.append(pieces)
        else:
            self.composer.paragraph(pieces, self._level)

    def _begin_table(self) -> None:
        self._tables += 1
        if self._grids and self._grids[-1].cell is not None and not self._grids[-1].arranges:
            self._dissolve(self._grids[-1])
        self._grids.append(_Grid(self._tables))

    def _dissolve(self, grid: _Grid) -> None:
        """Makes paragraphs of what a table held that turns out to arrange others."""
        grid.arranges = True
        for cell in (cell for row in grid.rows for cell in row):
            for paragraph in cell.paragraphs:
                self.composer.paragraph(paragraph)
        for paragraph in grid.cell or ():
            self.composer.paragraph(paragraph)
        grid.rows.clear()
        grid.cell = []

    def _begin_row(self) -> None:
        if self._grids:
            grid = self._grids[-1]
            grid.row += 1
            grid.column = -1
            grid.rows.append([])

    def _begin_cell(self, tag: Tag) -> None:
        if not self._grids:
            return
        grid = self._grids[-1]
        if grid.cell is not None:
            self._end_cell()
        if not grid.row:
            self._begin_row()
        self._cells += 1
        if self._cells > _MOST_CELLS:
            raise too_large()
        told = attributes(tag.inside) if "span" in tag.inside.lower() else {}
        columns = min(max(_number(told.get("colspan"), 1), 1), _WIDEST)
        rows = max(_number(told.get("rowspan"), 1), 1)
        self._spanned += columns
        columns = columns if self._spanned < _MOST_SPANNED else 1
        grid.column += 1
        while grid.until.get(grid.column, 0) >= grid.row:
            grid.column += 1
        if rows > 1 or grid.until:
            grid.until |= dict.fromkeys(
                range(grid.column, grid.column + columns), grid.row + rows - 1
            )
        grid.spans = (rows, columns)
        grid.cell = []

    def _end_cell(self) -> None:
        grid = self._grids[-1] if self._grids else None
        if grid is None or grid.cell is None:
            return
        if grid.cell and not grid.arranges:
            grid.rows[-1].append(GridCell(grid.row, grid.column, grid.cell, *grid.spans))
        grid.column += grid.spans[1] - 1
        grid.cell = None

    def _end_table(self) -> None:
        self._end_cell()
        grid = self._grids.pop()
        if not grid.arranges:
            lay(self.composer, grid.rows, self._headers, declared=True)


def _is_hidden(inside: str) -> bool:
    """Whether a tag's attributes keep its element from being seen."""
    lower = inside.lower()
    if "hid" not in lower and "none" not in lower:
        return False
    told = attributes(inside)
    return "hidden" in told or _HIDDEN.search(told.get("style", "")) is not None


def _collapsed(text: str) -> str:
    """A paragraph's characters as they are laid out: runs of white space as one space.

    A line end between Chinese characters is none: Word breaks the lines of its pages anywhere.
    """
    if not text or text.isspace():
        return ""
    text = _SPACE.sub(_space, text).strip(" ")
    return _AROUND_BREAK.sub(_BREAK, text).strip(_BREAK)


def _space(match: re.Match[str]) -> str:
    text, (start, end) = match.string, match.span()
    if "\n" not in match[0] or start == 0 or end == len(text):
        return " "
    return between(text[start - 1], text[end])


def _marked(listed: _List) -> str:
    """An item's number as the browser shows it."""
    number = listed.number
    match listed.style:
        case "":
            return ""
        case "a" | "A" if 0 < number <= 26:
            return f"{chr(ord(listed.style) + number - 1)}. "
        case "cjk" if 0 < number <= 10:
            return f"{'一二三四五六七八九十'[number - 1]}、"
        case _:
            return f"{number}. "


def _number(text: str | None, default: int) -> int:
    bare = (text or "").strip()
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) < 7 else default
