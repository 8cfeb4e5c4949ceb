"""Excel workbooks (.xlsx, .xlsm): cells as their number formats show them, by cached values.

Only what is seen is read: of a formula its saved value, of a merged cell the one text. Simple
formulas are computed anew, and one whose saved value disagrees is told.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable

from linter.model import Document, Notice
from linter.reading.markup import local, stream
from linter.reading.number_format import BUILTIN, GENERAL, formatter
from linter.reading.package import Package
from linter.reading.sheets import MOST_CELLS, START, Sheet, compose
from linter.reading.unreadable import UnreadableError, incomplete
from linter.reading.worksheet import Book, SheetReader, Show, integer, unescaped

_ROOT, _WORKBOOK = "_rels/.rels", "xl/workbook.xml"
_MOST_SHEETS = 500
_LARGEST, _MOST_CELLS = 512 << 20, 10_000_000
"""Bytes of a part and cells of a workbook that was made here."""


def read(path: str, data: bytes, headers: frozenset[str]) -> Document:
    """The Document of a workbook; ``headers`` are the folded words that tables begin with."""
    notices: list[Notice] = []
    try:
        package = Package(data)
        sheets = _sheets(package, notices)
    except UnreadableError as damage:
        return damage.document(path, START)
    if not sheets and not notices:
        notices.append(incomplete("其中没有工作表", "it has no sheets").notice())
    return compose(path, sheets, headers, notices)


def sheets_of(data: bytes, wanted: Callable[[str], bool]) -> list[Sheet]:
    """The sheets with wanted names of a workbook that was made here and may have been edited.

    It may be much larger than a report. Raises ``UnreadableError`` where it can't be read whole.
    """
    notices: list[Notice] = []
    package = Package(data, _LARGEST, 2 * _LARGEST)
    sheets = _sheets(package, notices, wanted, _MOST_CELLS)
    for notice in notices:
        raise UnreadableError(notice.slug, notice.message["zh"], notice.message["en"])
    return sheets


def _sheets(
    package: Package,
    notices: list[Notice],
    wanted: Callable[[str], bool] | None = None,
    most_cells: int = MOST_CELLS,
) -> list[Sheet]:
    main = _main_part(package)
    if main.endswith(".bin"):
        raise incomplete("二进制工作簿 .xlsb，须另存为 .xlsx", "a binary workbook (.xlsb)")
    book = package.xml(main)
    targets = _targets(package, main)
    from_1904, listed = False, []
    for element in book.iter():
        name = local(element.tag)
        attributes = {local(key): value for key, value in element.attrib.items()}
        if name == "workbookPr":
            from_1904 = attributes.get("date1904", "0") in ("1", "true", "on")
        elif name == "sheet":
            listed.append((attributes.get("name", ""), attributes))
    parts = dict(targets.values())
    shared = Book(
        _strings(package, parts.get("sharedStrings"), notices),
        _shows(package, parts.get("styles"), notices, from_1904=from_1904),
        most_cells,
    )
    sheets = []
    for title, attributes in listed[:_MOST_SHEETS]:
        kind, part = targets.get(attributes.get("id", ""), ("", ""))
        if kind != "worksheet" or (wanted and not wanted(title)):
            continue  # a chart, a dialogue
        sheet = Sheet(title, attributes.get("state", "visible") != "visible")
        sheets.append(sheet)
        try:
            SheetReader(sheet, shared).read(package.read(part))
        except UnreadableError as damage:
            notices.append(damage.notice())
            if damage.slug == "too-large":
                break
    return sheets


def _main_part(package: Package) -> str:
    if _ROOT in package:
        for element in package.xml(_ROOT):
            if element.get("Type", "").endswith("/officeDocument"):
                return element.get("Target", _WORKBOOK).lstrip("/")
    return _WORKBOOK


def _targets(package: Package, main: str) -> dict[str, tuple[str, str]]:
    """The parts that the workbook names, by the name it gives them: their kind and path."""
    folder, name = posixpath.split(main)
    targets = {}
    for element in package.xml(posixpath.join(folder, "_rels", f"{name}.rels")):
        target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
        kind = element.get("Type", "").rpartition("/")[2]
        targets[element.get("Id", "")] = (kind, target.lstrip("/"))
    return targets


def _strings(package: Package, part: str | None, notices: list[Notice]) -> list[str]:
    """The shared strings."""
    reader = _StringReader()
    if part is not None and part in package:
        try:
            stream(package.read(part), part, reader.start, reader.end, reader.characters)
        except UnreadableError as damage:
            notices.append(damage.notice())
    return reader.found


class _StringReader:
    """Takes the elements of the shared strings; leaves out the readings (拼音) beside them."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._aside = 0
        self._inside = False

    def start(self, name: str, _: dict[str, str]) -> None:
        """An element begins."""
        name = name if ":" not in name else local(name)
        if name == "si":
            self._pieces.clear()
        elif name == "rPh":
            self._aside += 1
        self._inside = name == "t" and not self._aside

    def end(self, name: str) -> None:
        """An element ends."""
        name = name if ":" not in name else local(name)
        if name == "si":
            self.found.append(unescaped("".join(self._pieces)))
        elif name == "rPh":
            self._aside -= 1
        self._inside = False

    def characters(self, text: str) -> None:
        """Text between."""
        if self._inside:
            self._pieces.append(text)


def _shows(
    package: Package, part: str | None, notices: list[Notice], *, from_1904: bool
) -> list[Show]:
    """What shows the numbers of each cell style."""
    if part is None or part not in package:
        return []
    try:
        styles = package.xml(part)
    except UnreadableError as damage:
        notices.append(damage.notice())
        return []
    codes = dict(BUILTIN)
    shows: list[Show] = []
    for element in styles:
        name = local(element.tag)
        if name == "numFmts":
            codes |= {integer(e.get("numFmtId")): e.get("formatCode", GENERAL) for e in element}
        elif name == "cellXfs":
            kinds = [integer(e.get("numFmtId")) for e in element]
            by_kind = {
                kind: formatter(codes.get(kind, GENERAL), from_1904=from_1904)
                for kind in set(kinds)
            }
            shows = [by_kind[kind] for kind in kinds]
    return shows
