"""The columns of a table: what each holds, by its header, and the unit of its bare numbers.

A column is typed by the words of its header (``rules/vocabulary/headers.yaml``); its unit comes
from the header, from the caption (单位：万元), or, row by row, from a column of units (计量单位) or
the row's name (改厕数量（户）).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

import msgspec
from msgspec import Struct

from linter.facts.quantity import Quantity
from linter.interval import exactly, rounded
from linter.model import Cell
from linter.regexes.late import regex
from linter.vocabulary import Vocabulary

_UNIT_IN_HEADER = regex(
    r"\((?:单位:?)? ?([^(),，;、]{1,4})(?:[,，;、][^()]*)?\)$|(亿元|万元|千元|元|%|分|人次|户)$"
)
_QUOTIENT = regex(
    r"[\u4e00-\u9fff]{2} ?[/÷] ?"
    r"(?!(?:[百千万亿]*[元人户次台套件亩个项处米吨天年月]|公[里斤顷]|平方|立方))[\u4e00-\u9fff]{2}"
)
"""A header that says what is divided: 支出/到位; 金额/万元 says a unit."""
_MONEY = (
    *("budget", "initial", "adjustment", "adjusted", "received", "executed"),
    *("opening", "balance", "amount", "previous", "current", "change"),
)
_RATES = ("rate", "share", "growth", "score-rate")
_MONEY_UNITS = ("亿元", "万元", "千元", "元")
_BETWEEN_UNITS = regex("[,，、;]|/(?=%)|和")
_PLAIN, _LEAST_PERCENT = regex(r"\d{1,3}(?:\.\d{1,4})?"), 10
_COUNTED = ("planned", "done", "quantity")
_UNTYPED = ("state", None)
"""Kinds of columns that may hold anything."""
_VALUES = (*_COUNTED, "target", "actual", "previous", "current", "state", None)
"""Kinds of columns whose bare numbers are of the unit that their row says, if any does."""
_UNIT_OF_ROW = regex(r"\(([^(),;、\d]{1,4})\)$")
_COUNT_HEADER = regex(r"[数量次户人个件座处台套项家场期批]$")
_BRACKETED = regex(r"\(.*?\)")
_WHOLE = ("goal", "result", "state")
"""Kinds whose names are whole headers: 年度目标, but not 年度目标完成率; 实际, not 实际人数."""
_FIGURE = regex(r"\d")

Unit = tuple[str | None, bool]
"""The unit word of bare numbers, and whether they count one by one without any."""


class Caption(Struct, frozen=True):
    """The units said above a table: that of its money, and whether of nothing else but rates."""

    money: str | None = None
    alone: bool = True
    percent: bool = False
    priced: bool = False
    """Whether prices are told to be in that unit, too: 单价、金额单位：万元."""


class Column(Struct, frozen=True):
    """A column: its header, what it holds (``None`` where no synonym fits), and its unit word."""

    header: str
    kind: str | None
    unit: str | None


def kind_of_header(header: str, kinds: Iterable[tuple[str, str]]) -> str | None:
    """What a column of this header holds: the kind of the first name in it, the longest first."""
    plain = _BRACKETED.sub("", header)
    return next(
        (kind for word, kind in kinds if word == plain or (kind not in _WHOLE and word in plain)),
        None,
    )


def caption_of(units: str, *, priced: bool = False) -> Caption:
    """The units that a caption names one after another: 个、户、万元、%.

    Of two units of money none is that of every amount.
    """
    words = [word.strip().replace("人民币", "") for word in _BETWEEN_UNITS.split(units)]
    money = {word for word in words if word in _MONEY_UNITS}
    others = {*words} - money - {"%", ""}
    amount = money.pop() if len(money) == 1 else None
    return Caption(amount, not others, "%" in words, priced)


def typed(header: str, caption: Caption, kind_of: Callable[[str], str | None]) -> Column:
    """The column of a header, in a table whose caption says its units."""
    kind = "rate" if _QUOTIENT.search(header) else kind_of(header)
    unit = _UNIT_IN_HEADER.search(header)
    money = kind in _MONEY or (caption.priced and kind == "price")
    word = (unit[1] or unit[2]) if unit and not header.endswith("单位") else None
    if word is None and (money or (caption.alone and kind in _UNTYPED)):
        word = caption.money
    elif word is None and caption.percent and kind in _RATES:
        word = "%"
    return Column(header, kind, word)


def with_percents(column: Column, cells: Iterable[str]) -> Column:
    """A column of rates, whose bare numbers are too large for shares of one, in percent."""
    if column.kind != "rate" or column.unit is not None:
        return column
    figures = [float(word) for word in cells if _PLAIN.fullmatch(word)]
    told = any(figures) and all(not figure or figure >= _LEAST_PERCENT for figure in figures)
    return msgspec.structs.replace(column, unit="%") if told else column


def _unit_of(column: Column) -> Unit:
    """The unit word of a column's bare numbers, and whether they count one by one without any."""
    unit = "分" if column.kind in ("full", "obtained") else column.unit
    counted = column.kind in _COUNTED or _COUNT_HEADER.search(column.header) is not None
    return unit, counted


def with_units(
    text: str, columns: Sequence[Column], body: Sequence[tuple[Cell, ...]]
) -> Iterator[tuple[list[Unit], tuple[Cell, ...]]]:
    """The rows, each with the units of its columns: 改厕数量(户)｜750｜658 counts in 户."""
    units = [_unit_of(column) for column in columns]
    values = [column.kind in _VALUES and column.unit is None for column in columns]
    valued, told_in = any(values), [column.kind for column in columns]
    at = told_in.index("unit") if "unit" in told_in else None
    for cells in body:
        word = _unit_of_row(text, cells, at) if valued else None
        if word is None:
            yield units, cells
        else:
            yield [(word, u[1]) if v else u for u, v in zip(units, values, strict=True)], cells


def _unit_of_row(text: str, cells: tuple[Cell, ...], at: int | None) -> str | None:
    """The unit in a row's column of units, or at the end of the last name before its figures."""
    if at is not None:
        return next((text[c.start : c.end].strip() for c in cells if c.column == at), None)
    for cell in cells:
        if text.endswith(")", cell.start, cell.end):
            found = _UNIT_OF_ROW.search(text, cell.start, cell.end)
            return found[1] if found else None
        if _FIGURE.match(text, cell.start, cell.end):
            return None
    return None


def with_unit(figure: Quantity, unit_word: str, vocabulary: Vocabulary) -> Quantity:
    """A bare number as a figure of a unit such as 万元, 分 or %."""
    units, factor = vocabulary.units, Decimal(1)
    unit = units.by_word.get(unit_word)
    if unit is None:
        prefix = max((f for f in units.factors if unit_word.startswith(f)), key=len, default="")
        factor = units.factors.get(prefix, factor)
        unit = units.by_word.get(unit_word.removeprefix(prefix))
    if unit is None:
        return figure
    scale = factor * unit.scale
    value, step = figure.printed * scale, figure.step * scale
    whole = figure.step >= 1 and unit.exact and factor == 1
    return msgspec.structs.replace(
        figure,
        value=exactly(value) if whole else rounded(value, step),
        printed=value,
        step=step,
        dimension=unit.dimension,
        unit=unit.base,
        factor=scale,
    )
