"""Total rows of a table, and the rows that each of them sums."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.facts.quantity import Quantity
from linter.facts.table import Column, Row, TypedTable
from linter.interval import total as sum_of
from linter.late import regex

_SUMMED = ("money", "score", "number", "person", "household", "person-time", "mu", "length", "area")
PART = regex(
    r"其中|财政拨款|财政资金|上年结转|其他资金|单位资金|专户|自筹|中央|省级|市级|县级|地方"
)
"""In the title of a row: a source of money, which is a part of the row above."""
_FEWEST_COLUMNS, _FEWEST_ROWS = 2, 3
_TELLING = 100
"""How many of its last digits a total counts that rows hardly come to by chance."""
_MOST_DETAILS = 24
"""How many rows below 其中 may make up the row above it."""
_SUBTOTAL = regex(r"小计")
_YEAR_ROW, _FEWEST_PERIODS = regex("全年(?:合计)?|年度|本年"), 2
_PERIOD_ROW = regex(
    "第?[一二三四1-4]季度?|(?:[1-9]|1[0-2]|[一二三四五六七八九十]{1,2})月份?|[上下]半年"
)
MEAN = regex("[人户院校村亩单次件]均|平均|均值")
"""In the title of a row or column: it is no part of a sum."""
_NOT_SUMMED = (
    "rate",
    "share",
    "price",
    "growth",
    "score-rate",
    "target",
    "actual",
    "level1",
    "level2",
    "level3",
)


_COUNTS_ROWS = regex(r"^[\s*]*(?:行次|栏次|序号|编号|编码|代码|科目编码)[\s*]*$")
"""The header of a column that numbers the rows."""
_TAKEN_OFF = regex(r"减|扣|优惠|折[扣让]|让利|下浮|冲销")
"""In the title of a row: it is taken off the others (优惠让利)."""


def groups(table: TypedTable) -> Iterator[tuple[Row, list[Row]]]:
    """Total rows with the rows that they sum."""
    rows = _until_words(table.rows)
    if not any(row.total for row in rows):
        yield from _of_year(rows) or _made_up(table, rows)
        return
    if rows[0].total and not any(row.total for row in rows[1:]):
        if is_headed(rows) or (len(rows) > _FEWEST_ROWS and _adds_up(table, rows[1:], rows[0])):
            yield rows[0], rows[1:]
        return
    if rows[0].total and not rows[-1].total:
        yield from _below(rows)
        return
    run: list[Row] = []
    subtotals: list[Row] = []
    for at, row in enumerate(rows):
        if not row.total:
            run.append(row)
        elif is_subtotal(row):
            own = _under(row, run)
            # one of several at the end is of a part of the rows, which only their names tell
            several = at + 1 < len(rows) and is_subtotal(rows[at + 1]) and own is run
            if len(own) >= 2 and not several:
                yield row, own
            named = set(map(id, own))
            subtotals += [r for r in run if id(r) not in named]
            subtotals.append(row)
            run = []
        else:
            parts = [*subtotals, *run]
            if len(parts) >= 2:
                yield row, parts
            run, subtotals = [], []


def is_headed(rows: Sequence[Row]) -> bool:
    """Whether the first row is called the total of the sources of money below it."""
    sources = all(PART.search(title(row)) for row in rows[1:])
    return rows[0].total and len(rows) >= _FEWEST_ROWS and sources


def _adds_up(table: TypedTable, parts: list[Row], whole: Row) -> bool:
    """Whether some rows come to another in a column of figures that tell."""
    return any(
        total is not None
        and is_summed(column, total)
        and total.printed >= _TELLING * total.step
        and total.value.meets(sum_of(f.value for r in parts if (f := r.figures[at]) is not None))
        for at, (column, total) in enumerate(zip(table.columns, whole.figures, strict=True))
    )


def _below(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Total rows that stand above the rows that they sum: 东片合计, 甲镇, 乙镇, 西片合计, 丙镇."""
    places = [at for at, row in enumerate(rows) if row.total]
    for at, end in zip(places, [*places[1:], len(rows)], strict=True):
        if end - at > _FEWEST_COLUMNS:
            yield rows[at], [r for r in rows[at + 1 : end] if not MEAN.search(title(r))]


def _made_up(table: TypedTable, rows: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """The last row, where the rows above come to it in most columns: 全市 below its districts."""
    parts = list(rows[:-1])
    if len(parts) < _FEWEST_ROWS or not _make_up(table, parts, rows[-1]):
        return []
    return [(rows[-1], parts)]


def _of_year(rows: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """The last row, where it is the year's, with the quarters or months above it."""
    if (
        len(rows) > _FEWEST_PERIODS
        and is_of_year(rows[-1])
        and all(_PERIOD_ROW.fullmatch(title(row)) for row in rows[:-1])
    ):
        return [(rows[-1], list(rows[:-1]))]
    return []


def is_of_year(row: Row) -> bool:
    """Whether a row is called the year's."""
    return _YEAR_ROW.fullmatch(title(row)) is not None


def _until_words(rows: Sequence[Row]) -> list[Row]:
    """The rows without those at the end that are in words: a form's goals below its money."""
    last = len(rows)
    while last and _is_in_words(rows[last - 1]):
        last -= 1
    return list(rows[:last])


def _is_in_words(row: Row) -> bool:
    """Whether a row has no figure, and words behind its name: dashes stand for no money."""
    return not any(row.figures) and any(c.isalpha() for text in row.texts[1:] for c in text)


def parted(
    table: TypedTable, rows: list[Row], whole: Row
) -> tuple[list[Row], list[tuple[Row, list[Row]]], bool]:
    """The rows that make up a total, and rows among them with those that in turn make them up.

    Below 其中 stand details of the row above, of which only the figures tell how many they are;
    where these do not, the last value is true: what is left may not be what the total is of.
    Where no word tells them, rows that make up the one above them are its details, if the others
    make up the total, and all do not.
    """
    first_level = not any(is_detail(row) for row in rows[1:])
    if first_level and all(PART.search(title(row)) for row in rows):
        return rows, [], False
    nested = first_level and not _make_up(table, rows, whole)
    parts: list[Row] = []
    details: list[tuple[Row, list[Row]]] = []
    at, loose = 0, False
    while at < len(rows):
        parts.append(rows[at])
        at += 1
        if at == len(rows) or not (nested or is_detail(rows[at])):
            continue
        ends = range(min(len(rows), at + _MOST_DETAILS), at + 1, -1)
        end = next((e for e in ends if _make_up(table, rows[at:e], rows[at - 1])), None)
        if end is not None:
            details.append((rows[at - 1], rows[at:end]))
        if nested:
            at = end or at
            continue
        loose = loose or (end is None and at + 1 < len(rows))
        at = end or at + 1
    if nested and not (details and _make_up(table, parts, whole)):
        return rows, [], False
    return parts, details, loose


def _make_up(table: TypedTable, details: list[Row], whole: Row) -> bool:
    """Whether some rows come to another in most columns, and in two at least."""
    fits: list[bool] = []
    for index, column in enumerate(table.columns):
        total = whole.figures[index]
        figures = [f for row in details if (f := row.figures[index]) is not None]
        if total is None or not is_summed(column, total) or len(figures) < 2:
            continue
        if not total.printed or any(f.hedge for f in (total, *figures)):
            continue
        fits.append(total.value.meets(sum_of(f.value for f in figures)))
    return sum(fits) >= _FEWEST_COLUMNS and 2 * sum(fits) > len(fits)


def _under(subtotal: Row, rows: list[Row]) -> list[Row]:
    """The rows that a subtotal sums: those of its own first column, where that tells them apart."""
    name = re.sub(r"[\s*]|小计|合计", "", title(subtotal))
    named: list[Row] = []
    current = ""
    for row in rows:
        current = row.texts[0] or current
        if name and re.sub(r"[\s*]", "", current).startswith(name):
            named.append(row)
    return named or rows


def is_summed(column: Column, whole: Quantity) -> bool:
    """Whether figures like a total's in a column are added up: no rates, no prices, no targets."""
    if column.kind in _NOT_SUMMED or _COUNTS_ROWS.match(column.header):
        return False
    return whole.dimension in _SUMMED or whole.dimension.startswith("count:")


def is_taken_off(row: Row) -> bool:
    """Whether a row is taken off the others: 优惠让利, 减：退货."""
    return _TAKEN_OFF.search(title(row)) is not None


def is_of_mean(total: Row, whole: Quantity, figures: Sequence[Quantity]) -> bool:
    """Whether a total may be an average: in a row of both (合计/平均), or without a unit.

    Below a column of rates whose header does not say so (支出/到位) stands the rate of all.
    """
    sizes = [f.printed for f in figures]
    bare = whole.dimension == "number" and whole.step < 1
    may_be = bare or bool(MEAN.search(title(total)))
    return may_be and min(sizes) <= whole.printed <= max(sizes)


def is_subtotal(row: Row) -> bool:
    """Whether a total row is one of a part of the rows."""
    return any(_SUBTOTAL.search(text) for text in row.texts[:3])


def is_detail(row: Row) -> bool:
    """Whether a row is the first of those that the row above it is made of."""
    return title(row).startswith(("其中", "-其中", "—其中"))


def title(row: Row) -> str:
    """The first words of a row, without spaces."""
    return re.sub(
        r"[\s*]", "", next((t for t in row.texts if t and not t.replace(".", "").isdigit()), "")
    )
