"""The sheets 按单位 and 按规则: what was found, counted; what was rejected counts apart."""

from __future__ import annotations

from collections import Counter

from linter.output.ledger.findings import Found
from linter.output.ledger.rows import Rows, Sheets
from linter.output.standing import LEVELS, Standing, Unit, is_unread
from linter.output.words import ZH
from linter.output.workbook import Column, Formula, Link, Page

_UNITS = (
    Column("序号", 6, "number"),
    Column("单位", 28),
    Column("地区", 14, "middle"),
    Column("应报未报", 9, "number"),
    Column("报送份数", 9, "number"),
    Column("未能检查", 9, "number"),
    Column("P0", 8, "number"),
    Column("P1", 8, "number"),
    Column("P2", 8, "number"),
    Column("问题合计", 9, "number"),
    Column("核对通过项", 10, "number"),
    Column("最多的问题", 34),
)
_RULES = (
    Column("等级", 6, "level"),
    Column("复核维度", 9, "middle"),
    Column("问题类型", 34),
    Column("核验依据", 34),
    Column("问题数", 9, "number"),
    Column("涉及份数", 9, "number"),
    Column("采纳", 8, "number"),
    Column("不采纳", 8, "number"),
    Column("不采纳率", 10, "percent"),
    Column("提示", 30),
    Column("规则号", 24),
)
OFTEN = "不采纳超过五分之一，请研究是否停用或调整"


def write_units(sheets: Sheets, standing: Standing, found: Found) -> None:
    """Writes 按单位, the units with most grave findings first, with a line of totals."""
    units = standing.units()
    counts = {id(unit): standing.levels(unit.entries) for unit in units}
    units.sort(key=lambda u: [-counts[id(u)][level] for level in LEVELS.values()] + [u.name])
    rows = Rows(sheets, "按单位", "各单位的报送与问题数（不含不采纳的），问题多的在前", _UNITS)
    sums: Counter[int] = Counter()
    for number, unit in enumerate(units, 1):
        levels, entries = counts[id(unit)], unit.entries
        figures = [
            len(unit.missing),
            len(entries),
            sum(map(is_unread, entries)),
            *(levels[level] for level in LEVELS.values()),
            levels.total(),
            sum(len(entry.passed) for entry in entries),
        ]
        sums.update(dict(enumerate(figures)))
        at = rows.pages[-1].at + 1
        first = next((found.first[e.path] for e in entries if e.path in found.first), "")
        rows.add([
            number, Link(unit.name, place=first), unit.region, *figures[:6],
            Formula(f"=SUM(G{at}:I{at})", figures[6]), figures[7], _commonest(standing, unit),
        ])  # fmt: skip
    page = rows.finish("没有报送材料")
    if units and len(rows.pages) == 1:
        _total(page, sums)


def _total(page: Page, sums: Counter[int]) -> None:
    """A line below the rows, of what the filter lets through."""
    letters = "DEFGHIJK"
    last = page.at
    cells = [
        Formula(f"=SUBTOTAL(109,{letter}2:{letter}{last})", sums[number])
        for number, letter in enumerate(letters)
    ]
    page.row(["", "合计", "", *cells, ""], "total")


def _commonest(standing: Standing, unit: Unit) -> str:
    names = Counter(i.told.finding.name for entry in unit.entries for i in standing.kept(entry))
    return "、".join(f"{name}（{count}）" for name, count in names.most_common(2))


def write_rules(sheets: Sheets, standing: Standing) -> None:
    """Writes 按规则, the most frequent first; what is rejected often is told."""
    rows = Rows(sheets, "按规则", "各类问题的数量、采纳与不采纳", _RULES)
    for count in standing.rules():
        rule, at = count.rule, rows.pages[-1].at + 1
        decided = count.accepted + count.rejected
        family = rule.id.partition("/")[0]
        share = Formula(f'=IF(G{at}+H{at}=0,"",H{at}/(G{at}+H{at}))',
                        count.rejected / decided if decided else "")  # fmt: skip
        rows.add([
            LEVELS.get(rule.severity, "P2"), ZH.families.get(family, family), rule.name, rule.basis,
            count.found, count.submissions, count.accepted, count.rejected, share,
            OFTEN if count.often_rejected else "", rule.id,
        ])  # fmt: skip
    rows.finish("没有发现问题")
