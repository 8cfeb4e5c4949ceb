"""The report's own total score and the highest execution rate that it tells."""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.case import Case
from linter.binding.marks.total_marks import LEAST, OTHERS, own_totals
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.status import status
from linter.facts.table import Row, TypedTable
from linter.regexes.late import regex

_RATE = regex(r"(?:执行率|预算完成率|支出率|支付率)[^,，;。]{0,8}$")
_PARTIAL = regex(r"半年|季度|(?<!\d)(?:[1-9]|1[01])月|其中|[级省市县]资金|分别|目标|要求")
"""Before a rate of a stage or of a part."""
_REACH = 60
_BESIDE_NAME = regex(r"(?:执行率|支出率|支付率)[(:为]{0,2}\d{1,3}(?:\.\d{1,4})?%\)?")
"""An indicator's name with what was reached: 预算执行率(73%)."""
_NAME = regex(r"执行率|支出率|支付率")


def total_and_rate(case: Case) -> Iterator[tuple[Quantity, Quantity]]:
    """The total with the highest rate: stages and parts have lower ones, or do not count."""
    totals = case.once(own_totals)
    told = list(rates(case.facts))
    if told:
        rate = max(told, key=lambda rate: rate.printed)
        total = totals[-1] if totals else _total_beside(case, rate)
        if total is not None:
            yield total, rate


def _total_beside(case: Case, rate: Quantity) -> Quantity | None:
    """The one total of a rate's paragraph, where the report's own cannot be told."""
    facts = case.facts
    low, high = facts.windows.bounds("block", rate.start)
    found = [s.figure for s in case.scores if s.role == "total" and low <= s.figure.start < high]
    if len(found) != 1 or not LEAST <= found[0].printed < case.profile.total:
        return None
    sentence = facts.windows.bounds("sentence", found[0].start)
    return None if OTHERS.search(facts.text, *sentence) else found[0]


def rates(facts: Facts) -> Iterator[Quantity]:
    """The rates of execution that are told of the whole, in order."""
    for figure in facts.text_by_dimension.get("percent", []):
        if figure.hedge in ("above", "under"):
            continue
        near = facts.windows.before("clause", figure.start, _REACH)
        if (
            _RATE.search(facts.text, *facts.lead(figure))
            and not _PARTIAL.search(facts.text, *near)
            and not facts.cues.last("past-year", *near)
            and status(facts, figure) == "actual"
        ):
            yield figure
    for table in facts.tables:
        for row in table.rows if table.table.sure else ():
            yield from _in_row(table, row)
            yield from _in_name(facts, row)


def _in_name(facts: Facts, row: Row) -> Iterator[Quantity]:
    """The rate in an indicator's name."""
    for cell, text in zip(row.cells, row.texts, strict=True):
        if cell is not None and _BESIDE_NAME.search(text):
            yield from (f for f in facts.within(cell.start, cell.end) if f.dimension == "percent")


def _in_row(table: TypedTable, row: Row) -> Iterator[Quantity]:
    """The rate of a total row, and the result of an indicator that is the rate itself."""
    for column, figure in zip(table.columns, row.figures, strict=True):
        if figure is None or figure.dimension != "percent" or figure.hedge is not None:
            continue
        rate = column.kind == "rate" and row.total and _NAME.search(column.header)
        if rate or (column.kind == "actual" and any(map(_NAME.search, row.texts))):
            yield figure
