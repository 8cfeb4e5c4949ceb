"""Totals in tables: a total row against the rows that it sums, column by column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import structs

from linter.binding.sums.totals import Total
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import Row, TypedTable
from linter.interval import exactly
from linter.interval import total as sum_of
from linter.late import regex
from linter.model import Severity

_SUMMED = ("money", "score", "number", "person", "household", "person-time", "mu", "length", "area")
_PART = regex(
    r"其中|财政拨款|财政资金|上年结转|其他资金|单位资金|专户|自筹|中央|省级|市级|县级|地方"
)
_FEWEST_COLUMNS = 2
_MOST_DETAILS = 24
"""How many rows below 其中 may make up the row above it."""
_SUBTOTAL = regex(r"小计")
_DEDUCTED = regex(r"扣")
_RUNNING = regex(r"累计|截至|截止")
"""A column that adds up from row to row, whose total is its last value."""
_YEAR_ROW, _FEWEST_PERIODS = regex("全年(?:合计)?|年度|本年"), 2
_PERIOD_ROW = regex(
    "第?[一二三四1-4]季度?|(?:[1-9]|1[0-2]|[一二三四五六七八九十]{1,2})月份?|[上下]半年"
)
_MEAN = regex("[人户院校村亩单次件]均|平均|均值")
_AVERAGE = regex(rf"(?:{_MEAN.pattern})[^,，;。\d]{{0,16}}(?:\n[^\n]{{0,24}})?\s*$")
"""In the caption of a table, perhaps a line for the unit below it."""
_CAPTION = 80
_EXECUTED = regex(r"执行率|支出率|支付率|执行进度|支出进度")
_EXECUTION = 10
"""Full marks for spending the budget, which every form of 财预〔2020〕10号 has."""
_FORM = 1500
"""How far above a table the money of its form may stand, the goals lying between."""
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


def column_totals(facts: Facts) -> Iterator[Total]:
    """Each total of each column with its parts; nothing where the structure is not plain."""
    spent = "执行率" in facts.document.folded
    for above, table in zip((None, *facts.tables), facts.tables, strict=False):
        if not table.table.sure or _is_of_averages(facts, table):
            continue
        marks = _marks_above(above, table)
        for total, rows in _groups(table):
            parts, details, loose = _parted(table, rows)
            counted = _is_subtotal(total) or _counts_execution(table, total, parts, marks)
            sums = _totals(table, total, parts, loose, {} if counted else marks)
            if not marks and _lacks_execution(table, total, parts):
                sums = (_doubted(s) for s in sums if not (spent and _is_of_marks(s)))
            if not total.total:
                sums = (structs.replace(s, loose=True) for s in sums)
            yield from sums
            for row, own in details:
                yield from _totals(table, row, own)


def _is_of_averages(facts: Facts, table: TypedTable) -> bool:
    """Whether the caption says that each row is an average: 院均收入情况."""
    begin = table.table.start
    return _AVERAGE.search(facts.text, max(0, begin - _CAPTION), begin) is not None


def _is_of_marks(found: Total) -> bool:
    return found.whole is not None and found.whole.dimension == "score"


def _doubted(found: Total) -> Total:
    """Marks whose rows may stand elsewhere: their total is told as a warning."""
    return structs.replace(found, severity=Severity.warning) if _is_of_marks(found) else found


def _marks_above(above: TypedTable | None, table: TypedTable) -> dict[str, Quantity]:
    """The marks for spending the budget, by kind of column, that a form has above its indicators.

    The form's 总分 counts them (财预〔2020〕10号: 预算执行率10分).
    """
    if above is None or table.table.start - above.table.end > _FORM or above.column("rate") is None:
        return {}
    found = {}
    for kind in ("full", "obtained"):
        column = above.column(kind)
        figures = [row.figures[column] for row in above.rows] if column is not None else []
        figure = next((f for f in figures if f is not None), None)
        if figure is not None:
            found[kind] = figure
    return found


def _counts_execution(
    table: TypedTable, total: Row, parts: list[Row], marks: Mapping[str, Quantity]
) -> bool:
    """Whether the rows have the marks for spending the budget, too: their full marks tell it.

    They come to the total without those above, or a row is named for them and has just as many.
    """
    mark, full = marks.get("full"), table.column("full")
    if mark is None or full is None:
        return False
    whole = total.figures[full]
    figures = [f for row in parts if (f := row.figures[full]) is not None]
    if whole is not None and whole.value.meets(sum_of(f.value for f in figures)):
        return True
    return any(
        (f := row.figures[full]) is not None
        and f.printed == mark.printed
        and any(_EXECUTED.search(text) for text in row.texts[:3])
        for row in parts
    )


def _lacks_execution(table: TypedTable, total: Row, parts: list[Row]) -> bool:
    """Whether full marks want just the ten for spending the budget, which stand elsewhere."""
    full = table.column("full")
    whole = total.figures[full] if full is not None else None
    if full is None or whole is None:
        return False
    return whole.printed - sum(f.printed for row in parts if (f := row.figures[full])) == _EXECUTION


def single_parts(facts: Facts) -> Iterator[tuple[Quantity, Quantity]]:
    """Each (part, total) of a total row with one row of 其中 below it, which no sum can be of."""
    for table in facts.tables:
        rows = table.rows if table.table.sure else ()
        for total, part, after in zip(rows, rows[1:], (*rows[2:], None), strict=False):
            if not total.total or not _is_detail(part):
                continue
            if after is None or after.total or not _PART.search(_title(after)):
                yield from _shared(table, part, total)


def _shared(table: TypedTable, part: Row, total: Row) -> Iterator[tuple[Quantity, Quantity]]:
    for column, a, b in zip(table.columns, part.figures, total.figures, strict=True):
        if a is None or b is None or column.kind in _NOT_SUMMED or not _summed(b):
            continue
        if a.dimension == b.dimension and not (a.hedge or b.hedge):
            yield a, b


def _groups(table: TypedTable) -> Iterator[tuple[Row, list[Row]]]:
    """Total rows with the rows that they sum."""
    rows = _until_words(table.rows)
    if not any(row.total for row in rows):
        yield from _of_year(rows)
        return
    if rows[0].total and not any(row.total for row in rows[1:]):
        if len(rows) >= 3 and all(_PART.search(_title(row)) for row in rows[1:]):
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
        elif _is_subtotal(row):
            own = _under(row, run)
            # one of several at the end is of a part of the rows, which only their names tell
            several = at + 1 < len(rows) and _is_subtotal(rows[at + 1]) and own is run
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


def _below(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """Total rows that stand above the rows that they sum: 东片合计, 甲镇, 乙镇, 西片合计, 丙镇."""
    places = [at for at, row in enumerate(rows) if row.total]
    for at, end in zip(places, [*places[1:], len(rows)], strict=True):
        if end - at > _FEWEST_COLUMNS:
            yield rows[at], [r for r in rows[at + 1 : end] if not _MEAN.search(_title(r))]


def _of_year(rows: Sequence[Row]) -> Iterator[tuple[Row, list[Row]]]:
    """The last row, where it is the year's, with the quarters or months above it."""
    if (
        len(rows) > _FEWEST_PERIODS
        and _YEAR_ROW.fullmatch(_title(rows[-1]))
        and all(_PERIOD_ROW.fullmatch(_title(row)) for row in rows[:-1])
    ):
        yield rows[-1], list(rows[:-1])


def _until_words(rows: Sequence[Row]) -> list[Row]:
    """The rows without those at the end that are in words: a form's goals below its money."""
    last = len(rows)
    while last and _is_in_words(rows[last - 1]):
        last -= 1
    return list(rows[:last])


def _is_in_words(row: Row) -> bool:
    """Whether a row has no figure, and words behind its name: dashes stand for no money."""
    return not any(row.figures) and any(c.isalpha() for text in row.texts[1:] for c in text)


def _parted(
    table: TypedTable, rows: list[Row]
) -> tuple[list[Row], list[tuple[Row, list[Row]]], bool]:
    """The rows that make up a total, and rows among them with those that in turn make them up.

    Below 其中 stand details of the row above, of which only the figures tell how many they are;
    where these do not, the last value is true: what is left may not be what the total is of.
    """
    first_level = not any(_is_detail(row) for row in rows[1:])
    if first_level and all(_PART.search(_title(row)) for row in rows):
        return rows, [], False
    parts: list[Row] = []
    details: list[tuple[Row, list[Row]]] = []
    at, loose = 0, False
    while at < len(rows):
        parts.append(rows[at])
        at += 1
        if at == len(rows) or not _is_detail(rows[at]):
            continue
        ends = range(min(len(rows), at + _MOST_DETAILS), at + 1, -1)
        end = next((e for e in ends if _make_up(table, rows[at:e], rows[at - 1])), None)
        if end is not None:
            details.append((rows[at - 1], rows[at:end]))
        loose = loose or (end is None and at + 1 < len(rows))
        at = end or at + 1
    return parts, details, loose


def _make_up(table: TypedTable, details: list[Row], whole: Row) -> bool:
    """Whether some rows come to another in most columns, and in two at least."""
    fits: list[bool] = []
    for index, column in enumerate(table.columns):
        total = whole.figures[index]
        figures = [f for row in details if (f := row.figures[index]) is not None]
        if total is None or column.kind in _NOT_SUMMED or not _summed(total) or len(figures) < 2:
            continue
        fits.append(total.value.meets(sum_of(f.value for f in figures)))
    return sum(fits) >= _FEWEST_COLUMNS and 2 * sum(fits) > len(fits)


def _under(subtotal: Row, rows: list[Row]) -> list[Row]:
    """The rows that a subtotal sums: those of its own first column, where that tells them apart."""
    name = re.sub(r"[\s*]|小计|合计", "", _title(subtotal))
    named: list[Row] = []
    current = ""
    for row in rows:
        current = row.texts[0] or current
        if name and re.sub(r"[\s*]", "", current).startswith(name):
            named.append(row)
    return named or rows


def _totals(
    table: TypedTable,
    total: Row,
    parts: list[Row],
    loose: bool = False,
    marks: Mapping[str, Quantity] = MappingProxyType({}),
) -> Iterator[Total]:
    for index, column in enumerate(table.columns):
        whole = total.figures[index]
        if whole is None or column.kind in _NOT_SUMMED or not _summed(whole):
            continue
        if _MEAN.search(column.header):
            continue
        figures = [f for row in parts if (f := row.figures[index]) is not None]
        alone = len(figures) == 1 and all(
            row.figures[index] or row.texts[index] in _DASHES for row in parts
        )
        if len(figures) < (1 if alone else 2) or any(
            f.dimension != whole.dimension or f.hedge for f in figures
        ):
            continue
        gaps = sum(
            1 for row in parts if row.figures[index] is None and row.texts[index] not in _NONE
        )
        severity = Severity.warning if gaps else None
        if _are_whole([whole, *figures]) and not whole.exact:
            counted = [structs.replace(f, value=exactly(f.printed)) for f in (whole, *figures)]
            whole, figures, severity = counted[0], counted[1:], Severity.warning
        if _RUNNING.search(column.header) and whole.value.meets(figures[-1].value):
            continue
        mark = marks.get(column.kind or "")
        if marks and mark is None and (column.kind == "full" or _DEDUCTED.search(column.header)):
            continue  # spending counts here, too, but has no such column above
        if mark is not None and not whole.value.meets(sum_of(f.value for f in figures)):
            figures.append(mark)
        yield Total(whole, tuple(figures), severity=severity, loose=loose)


_DASHES = ("-", "—", "/", "——", "--", "无")
_NONE = ("", "0", *_DASHES)


def _are_whole(figures: list[Quantity]) -> bool:
    """Whether figures other than amounts are all printed whole: tables add these up as printed."""
    return all(f.dimension not in ("money", "score") and f.step >= f.factor for f in figures)


def _summed(whole: Quantity) -> bool:
    return whole.dimension in _SUMMED or whole.dimension.startswith("count:")


def _is_subtotal(row: Row) -> bool:
    return any(_SUBTOTAL.search(text) for text in row.texts[:3])


def _is_detail(row: Row) -> bool:
    return _title(row).startswith(("其中", "-其中", "—其中"))


def _title(row: Row) -> str:
    return re.sub(
        r"[\s*]", "", next((t for t in row.texts if t and not t.replace(".", "").isdigit()), "")
    )
