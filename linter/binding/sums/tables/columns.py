"""Totals in tables: a total row against the rows that it sums, column by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import structs

from linter.binding.averages import heads_averages, names_average
from linter.binding.sums.tables.adding_up import is_of_mean, is_summed
from linter.binding.sums.tables.details import parted
from linter.binding.sums.tables.levels import outermost
from linter.binding.sums.tables.row_titles import (
    are_sources_of_form,
    is_of_year,
    is_subtotal,
    is_taken_off,
)
from linter.binding.sums.tables.sides import sides
from linter.binding.sums.tables.spending_marks import (
    counts_execution,
    doubted,
    is_of_marks,
    lacks_execution,
    marks_above,
)
from linter.binding.sums.tables.total_rows import groups, is_headed
from linter.binding.sums.totals import Total
from linter.binding.table_notes import is_not_of_all_rows
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity, comes_to
from linter.facts.table import Row, TypedTable
from linter.interval import exactly
from linter.interval import total as sum_of
from linter.model import Severity
from linter.regexes.late import regex

_DEDUCTED = regex(r"扣")
_RUNNING = regex(r"累计|截至|截止")
"""A column that adds up from row to row, whose total is its last value."""
_FEWEST_DIGITS = 3
"""How many digits a total has that a row is only by what stands above it."""
_SEVERAL = 2
"""In how many columns at least a row fails that is a total of others."""
_CAPTION = 80
"""How many characters above a table are its caption."""
_DASHES = ("-", "—", "/", "——", "--", "无")
_NONE = ("", "0", *_DASHES)


def column_totals(facts: Facts) -> Iterator[Total]:
    """Each total of each column with its parts; nothing where the structure is not plain."""
    spent = "执行率" in facts.document.folded
    for above, table in zip((None, *facts.tables), facts.tables, strict=False):
        if not table.table.sure or _is_of_averages(facts, table):
            continue
        every = (t for side in sides(table) for t in _of_table(facts, above, side, spent=spent))
        totals = [(t, _holds(t)) for t in every]
        are_told = all(h for _, h in totals) or not is_not_of_all_rows(facts, table)
        yield from (total for total, holds in totals if holds or are_told)


def _of_these_rows(totals: Iterable[Total]) -> Iterator[Total]:
    """The sums of a total row but those that fail, where most do: it is then of other rows.

    One wrong figure fails a column; marks that lack an item fail in both columns of a form.
    """
    every = list(totals)
    holding = [total for total in every if _holds(total)]
    failing = len(every) - len(holding)
    most = failing >= _SEVERAL and failing > len(holding)
    yield from holding if most and not any(map(is_of_marks, every)) else every


def _holds(total: Total) -> bool:
    return total.whole is not None and comes_to(total.whole, total.parts)


def _of_table(
    facts: Facts, above: TypedTable | None, table: TypedTable, *, spent: bool
) -> Iterator[Total]:
    """The totals of a table below another one."""
    marks = marks_above(above, table)
    for total, rows in groups(facts, table):
        parts, details, loose = parted(table, rows, total)
        counted = is_subtotal(total) or counts_execution(table, total, parts, marks)
        sums = _totals(facts, table, total, parts, loose, {} if counted else marks)
        if not marks and lacks_execution(table, total, parts):
            sums = (doubted(s) for s in sums if not (spent and is_of_marks(s)))
        if not total.total:
            sums = _doubted_sums(facts, total, sums)
        elif total is table.rows[0] and not is_headed(table.rows):
            sums = (structs.replace(s, severity=Severity.warning) for s in sums)
        sums = (s for s in sums if _holds(s) or not _counts_all(s, total, rows))
        yield from sums if are_sources_of_form(parts) else _of_these_rows(sums)
        for row, own in details:
            yield from _of_these_rows(_totals(facts, table, row, own))


def _counts_all(found: Total, total: Row, rows: Sequence[Row]) -> bool:
    """Whether a sum counts the rows below 其中 too, as that of full marks does where they score."""
    if found.whole is None:
        return False
    column = total.column_of(found.whole)
    every = [f.printed for row in rows if (f := row.figures[column]) is not None]
    return len(every) > len(found.parts) and sum(every) == found.whole.printed


def _doubted_sums(facts: Facts, row: Row, sums: Iterable[Total]) -> Iterator[Total]:
    """The sums of a row that no word calls a total: of long figures, unless it is the year's."""
    for found in sums:
        if is_of_year(row):
            yield structs.replace(found, loose=True)
        elif found.whole is None or facts.digits(found.whole) >= _FEWEST_DIGITS:
            yield structs.replace(found, loose=True, severity=Severity.warning)


def _is_of_averages(facts: Facts, table: TypedTable) -> bool:
    """Whether the caption says that each row is an average: 院均收入情况."""
    begin = table.table.start
    return heads_averages(facts, max(0, begin - _CAPTION), begin)


def _totals(
    facts: Facts,
    table: TypedTable,
    total: Row,
    parts: list[Row],
    loose: bool = False,
    marks: Mapping[str, Quantity] = MappingProxyType({}),
) -> Iterator[Total]:
    """The total of each column that is summed, with the figures of its parts."""
    for index, column in enumerate(table.columns):
        whole = total.figures[index]
        if whole is None or not is_summed(column, whole) or names_average(facts, column.header):
            continue
        mark = marks.get(column.kind or "")
        figures, mixed = _of_level(facts, parts, index, whole, mark)
        if not figures or is_of_mean(facts, total, whole, figures) or _is_net(parts, index, whole):
            continue
        if _are_numbers(facts, figures):
            continue
        if _RUNNING.search(column.header) and whole.value.meets(figures[-1].value):
            continue
        if marks and mark is None and (column.kind == "full" or _DEDUCTED.search(column.header)):
            continue  # spending counts here, too, but has no such column above
        severity = Severity.warning if _has_gaps(parts, index) else None
        if _are_whole([whole, *figures]) and not whole.exact:
            counted = [structs.replace(f, value=exactly(f.printed)) for f in (whole, *figures)]
            whole, figures, severity = counted[0], counted[1:], Severity.warning
        if mark is not None and not _reach(whole, figures, None):
            figures = [*figures, mark]
        yield Total(whole, tuple(figures), severity=severity, loose=loose or mixed)


def _are_numbers(facts: Facts, figures: Sequence[Quantity]) -> bool:
    """Whether figures only number their rows: 1.1, 1.2, 1.3."""
    written = [facts.text[f.start : f.end].partition(".") for f in figures]
    turns = [str(n) for n in range(1, len(written) + 1)]
    return len({head for head, _, _ in written}) == 1 and [n for _, _, n in written] == turns


def _of_level(
    facts: Facts, parts: list[Row], index: int, whole: Quantity, mark: Quantity | None
) -> tuple[list[Quantity], bool]:
    """The figures of all parts, or of the outermost level where all do not come to the whole.

    With the second whether they are these. Levels of indicators are told less surely than those of
    money.
    """
    figures = _figures(parts, index, whole)
    if _reach(whole, figures, mark):
        return figures, False
    outer = outermost(facts.text, parts, index)
    above = _figures(outer, index, whole)
    mixed = bool(outer) and (whole.dimension != "score" or _reach(whole, above, mark))
    return (above, True) if mixed else (figures, False)


def _reach(whole: Quantity, figures: Sequence[Quantity], mark: Quantity | None) -> bool:
    """Whether figures come to a whole, alone or with the mark that spending has above."""
    reached = sum_of(f.value for f in figures)
    return whole.value.meets(reached) or (
        mark is not None and whole.value.meets(reached + mark.value)
    )


def _figures(parts: list[Row], index: int, whole: Quantity) -> list[Quantity]:
    """The figures of the parts in a column; none where they are no parts of the whole.

    One is enough where all other rows have dashes.
    """
    figures = [f for row in parts if (f := row.figures[index]) is not None]
    alone = len(figures) == 1 and all(
        row.figures[index] or row.texts[index] in _DASHES for row in parts
    )
    fits = all(f.dimension == whole.dimension and not f.hedge for f in figures)
    return figures if fits and len(figures) >= (1 if alone else 2) else []


def _is_net(parts: list[Row], index: int, whole: Quantity) -> bool:
    """Whether a total is what is left of some rows when others are taken off: 小计, 优惠, 总计."""
    off = [f.value for r in parts if (f := r.figures[index]) is not None and is_taken_off(r)]
    on = [f.value for r in parts if (f := r.figures[index]) is not None and not is_taken_off(r)]
    return bool(off and on) and whole.value.meets(sum_of(on) - sum_of(off))


def _has_gaps(parts: list[Row], index: int) -> bool:
    """Whether cells of a column hold what is no figure, and does not say that there is none."""
    return any(row.figures[index] is None and row.texts[index] not in _NONE for row in parts)


def _are_whole(figures: list[Quantity]) -> bool:
    """Whether figures other than amounts are all printed whole: tables add these up as printed."""
    return all(f.dimension not in ("money", "score") and f.step >= f.factor for f in figures)
