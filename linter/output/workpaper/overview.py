"""The sheet 项目汇总: a row a project, with totals that follow what reviewers fill in."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from xlsxwriter.utility import xl_col_to_name

from linter.output.standing import LEVELS, Standing, Unit, is_unread, project
from linter.output.workbook import DIGITS, Column, Formula, Link, Page, Value, quoted
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


def write_overview(
    page: Page, unit: Unit, standing: Standing, written: Mapping[str, Written]
) -> None:
    """Fills the sheet once those of the projects are written."""
    page.lay(_COLUMNS)
    page.line(f"{unit.name}　绩效自评复核项目汇总", "title", 28)
    page.line(f"共 {len(unit.entries)} 个项目；指标合计不含预算执行率的得分", "plain", 20)
    page.header()
    first = page.at + 1
    rows = [
        _row(entry, number, standing, written.get(entry.path))
        for number, entry in enumerate(unit.entries, 1)
    ]
    for row in rows:
        page.row(row)
    for number, listed in enumerate(unit.missing, len(rows) + 1):
        blank = [""] * (len(_COLUMNS) - 4)
        note = f"应报未报（名单第{listed.row}行）"
        page.row([number, listed.key.project, listed.key.project_code, *blank, note])
    page.finish()
    values: list[Value] = ["", "合计", *[""] * (len(_COLUMNS) - 2)]
    for column in _SUMMED:
        letter = xl_col_to_name(column)
        figures = [row[column] for row in rows]
        total = sum(float(figure) for figure in figures if isinstance(figure, (int, Decimal)))
        values[column] = Formula(f"=SUM({letter}{first}:{letter}{page.at})", total)
    styles = ["total-money" if column in _MONEY else "total" for column in range(len(_COLUMNS))]
    page.cells(*zip(values, styles, strict=True))


def _row(entry: Entry, number: int, standing: Standing, sheet: Written | None) -> list[Value]:
    figures, levels = entry.figures, standing.levels([entry])
    name = Link(project(entry), place=f"{quoted(sheet.name)}!A1") if sheet else project(entry)
    return [
        number,
        name,
        entry.key.project_code,
        _decimal(figures.budget),
        _decimal(figures.executed),
        _decimal(figures.rate),
        _decimal(figures.score),
        figures.grade,
        *_totals(sheet),
        *(levels[level] for level in LEVELS.values()),
        None,
        _note(entry, sheet),
    ]


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
