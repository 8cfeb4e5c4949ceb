"""The first sheet, 汇总: how much was submitted and found, what lies where, how to fill it in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linter.output.ledger.columns import (
    ACCEPTED,
    DECISION_COLUMN,
    LEVEL_COLUMN,
    REJECTED,
)
from linter.output.ledger.findings import Found
from linter.output.ledger.opinions import RETURN_AT
from linter.output.ledger.rows import Told
from linter.output.ledger.totals import OFTEN
from linter.output.standing import LEVELS, SAYS, Standing, is_unread
from linter.output.workbook import Book, Column, Formula, Link, Page
from linter.season import Season

_COLUMNS = (Column("", 20), Column("", 58), *(Column("", 12) for _ in range(5)))
_NOTES = f"""\
等级：P0 须修改，提交前必须改；P1 请核对，重要；P2 可优化；通过为重新计算无误的。
复核：在“问题清单”的黄色各列填写是否采纳、复核人、复核日期、整改情况；可以排序、筛选、增删其他列，
　　　请不要改动隐藏的“指纹”“路径”两列。下次检查时用 --decisions 读回；不采纳的不再计入数字和信函。
建议结论：没有 P0、P1 的为通过；有 {RETURN_AT} 处以上 P0 或年度不符的为退回；其余为修改后通过；
　　　　　未能检查的不提结论。评审得分由复核人填写。\
"""


def add_summary(book: Book) -> Page:
    """The sheet, which stands first and is filled last."""
    return book.sheet("汇总", _COLUMNS)


def fill_summary(page: Page, standing: Standing, found: Found, sheets: Iterable[Told]) -> None:
    """Fills the sheet once the others are written."""
    page.line("绩效自评材料复核问题清单", "title", 30)
    for text in submitted(standing.season):
        page.line(text, "plain", 18)
    page.at += 1
    _levels(page, standing, found)
    page.at += 1
    page.row(["工作表", "内容", "行数"], "header")
    for told in sheets:
        where = Link(told.name, place=f"'{told.name}'!A1")
        page.cells((where, "link"), (told.holds, "text"), (told.rows, "number"))
    _rejected(page, standing)
    _since(page, standing.season)
    page.at += 1
    page.line("说明", "heading")
    for note in _NOTES.splitlines():
        page.wide(note, "note", len(_COLUMNS), 18)


def submitted(season: Season) -> Iterator[str]:
    """What is said first: how much came, how much could be checked, and what did not come."""
    unread = sum(map(is_unread, season.entries))
    whole = len(season.entries)
    yield f"共 {whole} 份，已检查 {whole - unread} 份，未能检查 {unread} 份（见“未能检查”）。"
    parts = (
        ("应报未报", season.missing),
        ("重复报送", season.twice),
        ("名单外报送", season.unlisted),
        ("年度不符", season.other_year),
    )
    yield "，".join(f"{name} {len(rows)} 份" for name, rows in parts) + "（见“报送情况”）。"


def _levels(page: Page, standing: Standing, found: Found) -> None:
    """How many findings of each level there are by what reviewers said, as formulas."""
    page.row(["等级", "含义", "计入", ACCEPTED, REJECTED, "待复核"], "header")
    items = list(standing.all_items())
    first = page.at + 1
    for level in LEVELS.values():
        said = [i.decision.accepted if i.decision else None for i in items if i.level == level]
        page.cells(
            (level, "level"),
            (SAYS[level], "text"),
            (_count(found, level, f'"<>{REJECTED}"', len(said) - said.count(False)), "number"),
            (_count(found, level, f'"{ACCEPTED}"', said.count(True)), "number"),
            (_count(found, level, f'"{REJECTED}"', said.count(False)), "number"),
            (_count(found, level, '""', said.count(None)), "number"),
        )
    said = [item.decision.accepted if item.decision else None for item in items]
    sums = (len(said) - said.count(False), said.count(True), said.count(False), said.count(None))
    cells = [
        Formula(f"=SUM({letter}{first}:{letter}{page.at})", value)
        for letter, value in zip("CDEF", sums, strict=True)
    ]
    page.row(["合计", "", *cells], "total")


def _count(found: Found, level: str, decision: str, value: int) -> Formula:
    pairs = zip(found.rows.ranges(LEVEL_COLUMN), found.rows.ranges(DECISION_COLUMN), strict=True)
    parts = [f'COUNTIFS({levels},"{level}",{said},{decision})' for levels, said in pairs]
    return Formula("=" + "+".join(parts), value)


def _rejected(page: Page, standing: Standing) -> None:
    often = [count for count in standing.rules() if count.often_rejected]
    if not often:
        return
    page.at += 1
    page.line(f"{OFTEN}的问题类型", "heading")
    page.row(["规则号", "问题类型", "问题数", ACCEPTED, REJECTED, "不采纳率"], "header")
    for count in often:
        at = page.at + 1
        share = count.rejected / (count.accepted + count.rejected)
        page.cells(
            (count.rule.id, "text"),
            (count.rule.name, "text"),
            (count.found, "number"),
            (count.accepted, "number"),
            (count.rejected, "number"),
            (Formula(f"=E{at}/(D{at}+E{at})", share), "percent"),
        )


def _since(page: Page, season: Season) -> None:
    if not season.changes:
        return
    counts = [
        sum(len(part) for part in parts)
        for parts in zip(*((c.mended, c.left, c.new) for c in season.changes), strict=True)
    ]
    mended, left, new = counts
    page.at += 1
    page.line(f"与上次相比：已整改 {mended} 处，仍存在 {left} 处，新出现 {new} 处。", "heading")
