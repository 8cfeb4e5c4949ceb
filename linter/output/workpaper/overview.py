"""The sheet 项目汇总: a row a project, with totals that follow what reviewers fill in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from xlsxwriter.utility import xl_col_to_name

from linter.output.standing import LEVELS, Item, Unit, is_unread, levels, project
from linter.output.workbook import DIGITS, Book, Column, Formula, Link, Value, quoted
from linter.output.workpaper.sheet import FULL, GAP, OWN, REVIEWED, Written
from linter.season import Entry

SUMMARY = "项目汇总"
_CONCLUSIONS = ("通过", "修改后通过", "退回")
_COLUMNS = (
    Column("序号", 6, "number"),
    Column("项目名称", 26),
    Column("项目编码", 13, "middle"),
    Column("全年预算数（元）", 16, "figure"),
    Column("全年执行数（元）", 16, "figure"),
    Column("执行率", 9, "percent"),
    Column("自评总分", 8, "middle"),
    Column("自评等级", 8, "middle"),
    Column("指标权重合计", 9, "middle"),
    Column("指标自评合计", 9, "middle"),
    Column("复核得分合计", 9, "middle"),
    Column("复核偏差", 9, "middle"),
    Column("P0", 6, "number"),
    Column("P1", 6, "number"),
    Column("P2", 6, "number"),
    Column("复核结论", 12, "choice", _CONCLUSIONS),
    Column("备注", 30),
)
_SUMMED, _MONEY = (3, 4, 12, 13, 14), (3, 4)


class Overview:
    """The sheet, which stands first."""

    def __init__(self, book: Book, unit: Unit) -> None:
        self._page, self._unit = book.sheet(SUMMARY, _COLUMNS), unit
        self._sums: dict[int, Decimal] = defaultdict(Decimal)
        self._page.line(f"{unit.name}　绩效自评复核项目汇总", "title", 28)
        about = f"共 {len(unit.at)} 个项目；指标合计不含预算执行率的得分"
        self._page.line(about, "plain", 20)
        self._page.header()
        self._first = self._page.at

    def add(self, entry: Entry, items: Iterable[Item], sheet: Written | None) -> None:
        """A project with its findings and its sheet, if it has one."""
        figures, counts = entry.figures, levels(items)
        name = Link(project(entry), place=f"{quoted(sheet.name)}!A1") if sheet else project(entry)
        row: list[Value] = [
            self._page.at - self._first + 1,
            name,
            entry.key.project_code,
            *map(_decimal, (figures.budget, figures.executed, figures.rate, figures.score)),
            figures.grade,
            *_totals(sheet),
            *(counts[level] for level in LEVELS.values()),
            None,
            _note(entry, sheet),
        ]
        self._page.row(row)
        for column in _SUMMED:
            value = row[column]
            self._sums[column] += value if isinstance(value, (int, Decimal)) else 0

    def finish(self) -> None:
        """What is missing, and the totals."""
        page, first = self._page, self._first + 1
        for listed in self._unit.missing:
            number, key = page.at - self._first + 1, listed.key
            blank = [""] * (len(_COLUMNS) - 4)
            note = f"应报未报（清单第{listed.row}行）"
            page.row([number, key.project, key.project_code, *blank, note])
        page.finish()
        values: list[Value] = ["", "合计", *[""] * (len(_COLUMNS) - 2)]
        for column in _SUMMED:
            letter = xl_col_to_name(column)
            cells = f"=SUM({letter}{first}:{letter}{page.at})"
            values[column] = Formula(cells, float(self._sums[column]))
        styles = ["total-money" if column in _MONEY else "total" for column in range(len(_COLUMNS))]
        page.cells(*zip(values, styles, strict=True))


def _totals(sheet: Written | None) -> list[Value]:
    if sheet is None or not sheet.total:
        return [""] * 4
    values: dict[int, float | str] = {FULL: sheet.full, OWN: sheet.own, REVIEWED: "", GAP: ""}
    return [
        Formula(f"={quoted(sheet.name)}!{xl_col_to_name(column)}{sheet.total}", value)
        for column, value in values.items()
    ]


def _note(entry: Entry, sheet: Written | None) -> str:
    if is_unread(entry):
        return "未能检查：" + "；".join(told.finding.message for told in entry.told)
    return "" if sheet is None or sheet.total else "没有读到自评表的指标行"


def _decimal(text: str) -> Value:
    try:
        found = Decimal(text)
    except InvalidOperation:
        return text
    plain = found.is_finite() and len(found.as_tuple().digits) <= DIGITS and abs(found) < 10**DIGITS
    return found if plain else text
