"""The list of what is to be submitted, as the province's system exports it (CSV or a workbook).

Its columns are known by the words of their headers (``rules/vocabulary/audit.yaml``); it is read by
the readers that reports are read by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from linter import reading
from linter.facts.year import YEARS
from linter.items import AnyPlace, RelatedItem
from linter.model import Cell, Document, Severity, SheetPlace, Table, TextPlace
from linter.regexes.late import regex
from linter.rulebook.book import Rulebook
from linter.season import Figures, Key, Listed

_ATTACHMENTS = ("attachments", "attachments-alone")
_NAMES = ("unit", "unit-code", "project", "project-code", "region", "department")
_AMOUNTS = ("initial", "budget", "executed")
_FIGURES = (*_AMOUNTS, "rate", "score")
_TELLING = frozenset(("project", "unit", "path"))
"""One of these columns a list must have."""
_DEEPEST = 12
"""How many rows of titles may stand above the header."""
_FEWEST = 2
"""How many columns must be known for a row to be the header."""
_NOT_WORDS = regex(r"[\s*＊:：]|[(（][^()（）]*[)）]")
_UNIT = regex(r"亿元|万元|千元|元")
_CAPTION = regex(r"单位[:：]?\s*(亿元|万元|千元|元)")
_FACTORS = {"亿元": 10**8, "万元": 10**4, "千元": 10**3, "元": 1}
_NUMBER = regex(r"[¥￥]?(-?\d[\d,，]*(?:\.\d+)?)\s*(亿元|万元|千元|元|%|％|分)?")
_TOTAL = regex(r"^(?:合计|总计|小计|共计)$")
_SAID = regex(r"\w")
_ROW = regex(r"\d+$")
_MOST_RATE = Decimal("1.5")
"""A rate without a percent sign is a share up to this, else a percentage."""


class ManifestError(Exception):
    """Why a list cannot be used; the message is for people."""


class Amount(Struct, frozen=True):
    """A figure of the list: what it may stand for, and the cell where it stands."""

    low: Decimal
    high: Decimal
    value: Decimal
    place: RelatedItem

    def times(self, factor: int) -> Amount:
        """The same in a unit so many times as large."""
        return Amount(self.low * factor, self.high * factor, self.value * factor, self.place)


class Line(Struct, frozen=True):
    """A row of the list, with its figures by the kinds of their columns, and its grade's cell."""

    listed: Listed
    amounts: dict[str, Amount]
    grade: RelatedItem | None = None
    unit_said: bool = True
    """Whether the list says in which unit its amounts are."""
    place: RelatedItem | None = None


def read(path: Path, book: Rulebook) -> tuple[Line, ...]:
    """The rows of a list in order; raises ``ManifestError``."""
    kinds = {
        kind: words for kind, words in book.vocabulary.audit.items() if kind not in _ATTACHMENTS
    }
    headers = frozenset(word for words in kinds.values() for word in words)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ManifestError(f"无法读取清单 {path}（{error.strerror}）") from error
    document = reading.documents(path.name, data, headers | book.header_words)[0]
    lines = [line for table in document.tables for line in _lines(document, table, kinds)]
    if lines:
        return tuple(lines)
    grave = [n.message["zh"] for n in document.notices if n.severity is Severity.error]
    why = grave[0] if grave else "没有认出表头，至少要有项目名称、预算单位等两列"
    raise ManifestError(f"清单 {path} 无法使用：{why}")


def _lines(document: Document, table: Table, kinds: Mapping[str, Sequence[str]]) -> Iterator[Line]:
    """The rows of one table below its header; none where it has no header of a list."""
    heads = ((at, _columns(document, row, kinds)) for at, row in enumerate(table.rows[:_DEEPEST]))
    at, columns = next((head for head in heads if _is_header(head[1])), (0, {}))
    if not columns:
        return
    row = table.rows[at]
    words = {c.column: document.text[c.start : c.end] for c in row}
    above = document.text[: row[0].start]
    units = {column: _unit(words[column], above) for column in columns}
    for cells in table.rows[at + 1 :]:
        line = _line(document, cells, columns, units)
        if line is not None:
            yield line


def _is_header(columns: Mapping[int, str]) -> bool:
    return len(columns) >= _FEWEST and not _TELLING.isdisjoint(columns.values())


def _columns(
    document: Document, row: Sequence[Cell], kinds: Mapping[str, Sequence[str]]
) -> dict[int, str]:
    """What each column holds, by the header's words; of two of a kind the one said best."""
    best: dict[str, tuple[int, int]] = {}
    for cell in row:
        plain = _NOT_WORDS.sub("", document.text[cell.start : cell.end])
        kind, fit = _kind(plain, kinds)
        if kind and fit > best.get(kind, (0, 0))[0]:
            best[kind] = (fit, cell.column)
    return {column: kind for kind, (_, column) in best.items()}


def _kind(header: str, kinds: Mapping[str, Sequence[str]]) -> tuple[str, int]:
    """The kind with the longest word in a header, and how well it fits: whole words best."""
    found = ("", 0)
    for kind, words in kinds.items():
        for word in words:
            fit = len(word) + (100 if word == header else 0)
            if word in header and fit > found[1]:
                found = (kind, fit)
    return found


def _unit(header: str, above: str) -> int | None:
    """How many 元 an amount in a column is, where the header or the title says it."""
    own = _UNIT.search(header)
    if own:
        return _FACTORS[own[0]]
    captions: list[str] = _CAPTION.findall(above)
    return _FACTORS[captions[-1]] if captions else None


def _line(
    document: Document,
    cells: Sequence[Cell],
    columns: Mapping[int, str],
    units: Mapping[int, int | None],
) -> Line | None:
    """A row of the list; nothing for an empty one or a total."""
    found = {columns[c.column]: c for c in cells if c.column in columns and c.end > c.start}
    texts = {kind: document.text[c.start : c.end].strip() for kind, c in found.items()}
    texts = {kind: text for kind, text in texts.items() if _SAID.search(text)}
    named = [texts.get(kind, "") for kind in (*_NAMES, "path")]
    first = document.text[cells[0].start : cells[0].end].strip() if cells else ""
    if not any(named) or any(_TOTAL.search(text) for text in (first, *named)):
        return None
    amounts, said = {}, True
    for kind in _FIGURES:
        if kind in texts:
            factor = units[found[kind].column]
            amount, own = _amount(texts[kind], kind, factor, _place(document, found[kind], kind))
            if amount is not None:
                amounts[kind] = amount
                said = said and (own or factor is not None or kind not in _AMOUNTS)
    year = YEARS.search(texts.get("year", ""))
    grade = found["grade"] if "grade" in texts else None
    listed = Listed(
        row=_row(document, cells),
        key=Key(**{kind.replace("-", "_"): texts.get(kind, "") for kind in _NAMES}),
        figures=figures(amounts, texts.get("grade", "")),
        year=int(year[0]) if year else None,
        path=texts.get("path", ""),
    )
    return Line(
        listed,
        amounts,
        _place(document, grade, "grade") if grade else None,
        said,
        _place(document, next(iter(found.values())), "listed"),
    )


def figures(amounts: Mapping[str, Amount], grade: str) -> Figures:
    """The figures of a row as the season tells them: the budget that was last valid."""
    told = {name: f"{a.value.normalize():f}" for name, a in amounts.items()}
    return Figures(
        budget=told.get("budget") or told.get("initial", ""),
        executed=told.get("executed", ""),
        rate=told.get("rate", ""),
        score=told.get("score", ""),
        grade=grade,
    )


def _amount(
    text: str, kind: str, factor: int | None, place: RelatedItem
) -> tuple[Amount | None, bool]:
    """A cell's figure in the base unit, and whether the cell says its unit itself."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return None, False
    value = Decimal(found[1].replace(",", "").replace("，", ""))
    half = Decimal(1).scaleb(int(value.as_tuple().exponent)) / 2
    unit = found[2] or ""
    scale = Decimal(1)
    if kind == "rate":
        percent = unit in ("%", "％") or value > _MOST_RATE
        scale = Decimal("0.01") if percent else scale
    elif kind in _AMOUNTS:
        scale = Decimal(_FACTORS.get(unit) or factor or 1)
    value, half = value * scale, half * scale
    return Amount(value - half, value + half, value, place), unit in _FACTORS


def _place(document: Document, cell: Cell, label: str) -> RelatedItem:
    line, column = document.position(cell.start)
    end_line, end_column = document.position(cell.end)
    place = document.place(cell.start)
    return RelatedItem(
        document.path,
        line,
        column,
        end_line,
        end_column,
        document.text[cell.start : cell.end],
        label,
        place if isinstance(place, AnyPlace) else TextPlace(line, column),
    )


def _row(document: Document, cells: Sequence[Cell]) -> int:
    """Which row of the file it is, from 1."""
    place = document.place(cells[0].start)
    if isinstance(place, SheetPlace):
        found = _ROW.search(place.cell)
        return int(found[0]) if found else 1
    return document.position(cells[0].start)[0]
