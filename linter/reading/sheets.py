"""Sheets of cells as a Document: what is seen of them, by the places that the program shows.

Hidden sheets, rows and columns are left out and told. A sheet with something hidden among its cells
gives unsure tables: what its totals add up may be what cannot be seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from linter.model import Document, Notice, Severity, SheetPlace
from linter.reading.composer import Composer, Piece
from linter.reading.formula import column_name
from linter.reading.grid import GridCell, lay

MOST_CELLS = 200_000
"""How many cells with something in them are read of a workbook."""
_MOST_COVERED = 500_000
_NAMED = 3
_SHOWN_NAMES = 5

Range = tuple[int, int, int, int]
"""First row and column, last row and column, from 1."""


class Value(Struct, frozen=True, gc=False):
    """What a cell shows, and its number where it holds one."""

    row: int
    column: int
    text: str
    number: float | None = None


class Remark(Struct, frozen=True):
    """What is to be said of a cell."""

    row: int
    column: int
    slug: str
    zh: str
    en: str


START = SheetPlace("", "A1")
"""Where a workbook stands of which nothing can be read."""


class Sheet(Struct):
    """A sheet: its cells with something in them in the order of the file, and what is hidden."""

    name: str
    hidden: bool = False
    values: list[Value] = field(default_factory=list)
    merges: list[Range] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def compose(
    path: str, sheets: Sequence[Sheet], headers: frozenset[str], notices: Iterable[Notice] = ()
) -> Document:
    """The Document of a workbook's sheets, one after another; ``headers`` tell tables."""
    composer = Composer()
    seen = [sheet for sheet in sheets if not sheet.hidden]
    for sheet in seen:
        rows, out = _visible(sheet)
        if out:
            composer.notice("hidden-cells", Severity.info, *_hidden_cells(sheet.name, out))
        lay(composer, rows, headers, sure=not out)
    hidden = [sheet.name for sheet in sheets if sheet.hidden and sheet.values]
    if hidden:
        composer.notice("hidden-sheet", Severity.info, *_hidden_sheets(hidden))
    origin = SheetPlace(seen[0].name if seen else "", "A1")
    document = composer.document(path, origin)
    told = [*document.notices, *_placed(document, seen), *notices]
    return replace(document, notices=tuple(told))


def cell_name(row: int, column: int) -> str:
    """A cell as sheets call it: ``B7``."""
    return f"{column_name(column)}{row}"


def _visible(sheet: Sheet) -> tuple[list[list[GridCell]], list[str]]:
    """The cells that are seen by rows, and the names of hidden rows and columns with cells."""
    values = sheet.values
    rows = [value.row for value in values]
    if any(a > b for a, b in pairwise(rows)):
        values = sorted(values, key=lambda value: (value.row, value.column))
    spans, covered = _merged(sheet)
    columns = {value.column for value in values}
    gone = {c for first, last in sheet.hidden_columns for c in columns if first <= c <= last}
    names = {column: column_name(column) for column in columns}
    seen: list[list[GridCell]] = []
    hidden_rows: set[int] = set()
    before = 0
    for value in values:
        row, column = value.row, value.column
        if row in sheet.hidden_rows:
            hidden_rows.add(row)
        elif column not in gone and (not covered or (row, column) not in covered):
            if row != before:
                seen.append([])
                before = row
            place = SheetPlace(sheet.name, f"{names[column]}{row}")
            span = spans.get((row, column), ()) if spans else ()
            seen[-1].append(GridCell(row, column, ((Piece(value.text, place),),), *span))
    out = [f"第{row}行" for row in sorted(hidden_rows)]
    return seen, out + [f"{names[column]}列" for column in sorted(gone)]


def _merged(sheet: Sheet) -> tuple[dict[tuple[int, int], tuple[int, int]], set[tuple[int, int]]]:
    """How far merged cells reach, and the cells that they cover among those with something."""
    last_row = max((value.row for value in sheet.values), default=0)
    last_column = max((value.column for value in sheet.values), default=0)
    spans, covered = {}, set()
    left = _MOST_COVERED
    for first_row, first_column, row, column in sheet.merges:
        spans[first_row, first_column] = (row - first_row + 1, column - first_column + 1)
        rows = range(first_row, min(row, last_row) + 1)
        columns = range(first_column, min(column, last_column) + 1)
        left -= len(rows) * len(columns)
        if left < 0:
            break
        covered |= {(r, c) for r in rows for c in columns}
    return spans, covered - spans.keys()


def _placed(document: Document, sheets: Iterable[Sheet]) -> Iterator[Notice]:
    """The remarks as notices where their cells stand, or where their sheet begins."""
    starts: dict[tuple[str, str], int] = {}
    if not any(sheet.remarks for sheet in sheets):
        return
    for segment in reversed(document.segments):
        place = segment.origin
        if isinstance(place, SheetPlace):
            starts[place.sheet, place.cell] = starts[place.sheet, ""] = segment.start
    for sheet in sheets:
        begin = starts.get((sheet.name, ""), 0)
        for remark in sheet.remarks:
            at = starts.get((sheet.name, cell_name(remark.row, remark.column)), begin)
            yield Notice(remark.slug, Severity.warning, {"zh": remark.zh, "en": remark.en}, at, at)


def _hidden_cells(sheet: str, names: Sequence[str]) -> tuple[str, str]:
    told = "、".join(names[:_SHOWN_NAMES]) + ("等" if len(names) > _SHOWN_NAMES else "")
    zh = f"工作表“{sheet}”中隐藏了{told}，隐藏的内容未检查，表中的合计未核对"
    en = (
        f"sheet {sheet!r} hides {len(names)} rows or columns with content; "
        "they were not checked, nor were the totals of its tables"
    )
    return zh, en


def _hidden_sheets(names: Sequence[str]) -> tuple[str, str]:
    told = "、".join(f"“{name}”" for name in names)
    return f"隐藏的工作表{told}未检查", f"hidden sheets were not checked: {', '.join(names)}"


def no_cached_value(sheet: str, cells: Sequence[tuple[int, int]]) -> Remark:
    """What is said of formulas without values: the first ones by name."""
    names = [cell_name(*cell) for cell in cells[:_NAMED]]
    more = f"等{len(cells)}个单元格" if len(cells) > _NAMED else ""
    return Remark(
        *cells[0],
        "no-cached-value",
        f"工作表“{sheet}”{'、'.join(names)}{more}的公式没有保存计算结果，按空白读取，"
        "请用 Excel 或 WPS 打开，保存后再检查",
        f"the formulas in {', '.join(names)} of sheet {sheet!r} ({len(cells)} in all) have no "
        "saved value and were read as empty",
    )
