"""The first sheet, 汇总: how much was submitted and found, what lies where, how to fill it in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from linter.output.ledger.columns import (
    ACCEPTED,
    DECISION_COLUMN,
    LEVEL_COLUMN,
    REJECTED,
)
from linter.output.ledger.findings import Findings
from linter.output.ledger.opinions import RETURN_AT
from linter.output.ledger.rows import Sheets
from linter.output.ledger.totals import OFTEN, Rules
from linter.output.standing import LEVELS, SAYS, RuleCount
from linter.output.workbook import Book, Column, Formula, Link, Page
from linter.season import Season

_COLUMNS = (Column("", 20), Column("", 58), *(Column("", 12) for _ in range(5)))
_NOTES = f"""\
等级：P0 须修改，提交前必须改；P1 请核对，重要；P2 可优化；通过为重新计算无误的。
复核：在“问题清单”的黄色各列填写是否采纳、复核人、复核日期、整改情况；可以排序、筛选、增删其他列，
　　　请不要改动隐藏的各列。下次用 --decisions 读回，清空即撤回；不采纳的不再计入数字和信函。
建议结论：没有 P0、P1 的为通过；有 {RETURN_AT} 处以上 P0 或年度不符的为退回；其余为修改后通过；
　　　　　未能检查的不提结论。评审得分由复核人填写。\
"""


def add_summary(book: Book) -> Page:
    """The sheet, which stands first and is filled last."""
    return book.sheet("汇总", _COLUMNS)


def fill_summary(
    page: Page, season: Season, unread: int, found: Findings, rules: Rules, sheets: Sheets
) -> None:
    """Fills the sheet once the others are written; ``unread`` submissions were not checked."""
    page.line("绩效自评材料复核问题清单", "title", 30)
    for text in submitted(season, unread):
        page.line(text, "plain", 18)
    page.at += 1
    _levels(page, found)
    page.at += 1
    page.row(["工作表", "内容", "行数"], "header")
    for rows in sheets.all:
        where = Link(rows.name, place=f"'{rows.name}'!A1")
        page.cells((where, "link"), (rows.holds, "text"), (rows.count, "number"))
    _rejected(page, rules.often_rejected())
    _since(page, season)
    page.at += 1
    page.line("说明", "heading")
    for note in _NOTES.splitlines():
        page.wide(note, "note", len(_COLUMNS), 18)


def submitted(season: Season, unread: int) -> Iterator[str]:
    """What is said first: how much came, how much could be checked, and what did not come."""
    whole = len(season.entries)
    yield f"共 {whole} 份，已检查 {whole - unread} 份，未能检查 {unread} 份（见“未能检查”）。"
    parts = (
        ("应报未报", season.missing),
        ("重复报送", season.twice),
        ("不在清单", season.unlisted),
        ("年度不符", season.other_year),
    )
    yield "，".join(f"{name} {len(rows)} 份" for name, rows in parts) + "（见“报送情况”）。"


def _levels(page: Page, found: Findings) -> None:
    """How many findings of each level there are by what reviewers said, as formulas."""
    page.row(["等级", "含义", "计入", ACCEPTED, REJECTED, "待复核"], "header")
    first, sums = page.at + 1, Counter[str]()
    for level in LEVELS.values():
        yes, no, open_ = (found.said[level, said] for said in (True, False, None))
        counts = {
            f'"<>{REJECTED}"': yes + open_,
            f'"{ACCEPTED}"': yes,
            f'"{REJECTED}"': no,
            '""': open_,
        }
        sums.update(counts)
        cells = (_count(found, level, said, value) for said, value in counts.items())
        page.cells((level, "level"), (SAYS[level], "text"), *((cell, "number") for cell in cells))
    totals = [
        Formula(f"=SUM({letter}{first}:{letter}{page.at})", value)
        for letter, value in zip("CDEF", sums.values(), strict=True)
    ]
    page.row(["合计", "", *totals], "total")


def _count(found: Findings, level: str, decision: str, value: int) -> Formula:
    pairs = zip(found.rows.ranges(LEVEL_COLUMN), found.rows.ranges(DECISION_COLUMN), strict=True)
    parts = [f'COUNTIFS({levels},"{level}",{said},{decision})' for levels, said in pairs]
    return Formula("=" + "+".join(parts), value)


def _rejected(page: Page, often: Sequence[RuleCount]) -> None:
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
