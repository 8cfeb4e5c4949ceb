"""Shares of all that was spent or planned, whose part and whole stand in a table.

支出的大头是苗种采购，占全部支出的43.60%: the row of that name, and the total of the same column.
"""

from __future__ import annotations

from collections.abc import Iterator

from linter.binding.slips import slipped
from linter.binding.sums.shares.paired import Paired
from linter.facts.facts import Facts
from linter.facts.quantity import Quantity
from linter.facts.table import TypedTable
from linter.language.expression import Equation
from linter.regexes.late import regex

_OF_ALL = regex(
    r"(?:^|[,，;。:\n(]|[是为])(?P<name>(?:(?![是为])[\u4e00-\u9fff]){2,14}?)(?:支出|资金|预算)?[,，]?(?:约|共)?占了?"
    r"(?:本?项目)?(?:全部|总|全年|年度)(?P<what>支出|预算)(?:总额|数|的总额)?的(?:比重|比例)?[为达]?$"
)
_COLUMNS = {"支出": ("executed",), "预算": ("adjusted", "budget", "initial")}
_BEFORE = regex("上年|去年|同比|计划|目标")
_SHARE, _REACH, _FAR = regex("占"), 16, 48
_NOT_NAME = regex(r"[\s\d.、*]|支出$|经费$|费$")


def tabled_shares(facts: Facts, equation: Equation) -> Iterator[Paired]:
    """Each such share, where the tables have one row of the name and one total."""
    tables = [table for table in facts.tables if table.table.sure]
    for rate in facts.led_by(_SHARE, _REACH) if tables else ():
        if rate.dimension != "percent" or rate.hedge or rate.start in facts.gridded:
            continue
        low, _ = facts.windows.before("sentence", rate.start, _FAR)
        found = _OF_ALL.search(facts.text[low : rate.start])
        if found is None or _BEFORE.search(found[0]):
            continue
        pairs = [p for t in tables for p in _pairs(t, found["name"], _COLUMNS[found["what"]])]
        if len(pairs) != 1:
            continue
        figures = {"rate": rate, "part": pairs[0][0], "whole": pairs[0][1]}
        holds = equation.fits(figures)
        if holds or slipped(figures, (equation,), facts.text):
            yield Paired(figures, holds)


def _pairs(
    table: TypedTable, name: str, kinds: tuple[str, ...]
) -> Iterator[tuple[Quantity, Quantity]]:
    """The figure of the row of a name with the total, in the first column of some kinds."""
    at = next((at for kind in kinds if (at := table.column(kind)) is not None), None)
    rows = [row for row in table.rows if not row.total and _is_called(row.texts, name)]
    totals = [row for row in table.rows if row.total]
    if at is None or len(rows) != 1 or len(totals) != 1:
        return
    part, whole = rows[0].figures[at], totals[0].figures[at]
    if part and whole and part.dimension == whole.dimension == "money":
        yield part, whole


def _is_called(texts: tuple[str, ...], name: str) -> bool:
    """Whether the first cell with words of a row has a name in it, and nothing else."""
    words = next((text for text in texts if _NOT_NAME.sub("", text)), "")
    return _NOT_NAME.sub("", words) == _NOT_NAME.sub("", name)
