"""The sheets 按单位 and 按规则: what was found, counted; what was rejected counts apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from linter.output.ledger.rows import Rows, Sheets
from linter.output.standing import LEVELS, Item, RuleCount, Standing, Unit, is_unread, levels
from linter.output.words import ZH
from linter.output.workbook import Column, Formula, Link, Page
from linter.season import Entry

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
    Column("核对无误项", 10, "number"),
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
_LEVELS = tuple(LEVELS.values())
OFTEN = "不采纳超过五分之一，请研究是否停用或调整"


class _Tally(Struct):
    """What is counted of a unit."""

    unit: Unit
    first: str = ""
    unread: int = 0
    passed: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)


class Units:
    """The sheet 按单位, the units with most grave findings first, with a line of totals."""

    def __init__(self, sheets: Sheets) -> None:
        holds = "各单位的报送与问题数（不含不采纳的），问题多的在前"
        self._rows = Rows(sheets, "按单位", holds, _UNITS)
        self._tallies: list[_Tally] = []

    def begin(self, unit: Unit) -> None:
        """What is added next is of this unit."""
        self._tallies.append(_Tally(unit))

    def add(self, entry: Entry, items: Iterable[Item], first: str) -> None:
        """A submission with its findings, the first of which stands at ``first``."""
        tally = self._tallies[-1]
        tally.first = tally.first or first
        tally.unread += is_unread(entry)
        tally.passed += len(entry.passed)
        tally.levels += levels(items)
        tally.names.update(i.told.finding.name for i in items if not i.rejected)

    def finish(self) -> None:
        """There are no more."""
        self._tallies.sort(key=lambda t: [*(-t.levels[level] for level in _LEVELS), t.unit.name])
        sums: Counter[int] = Counter()
        for tally in self._tallies:
            sums.update(dict(enumerate(self._add(tally))))
        page = self._rows.finish("没有报送材料")
        if self._tallies and len(self._rows.pages) == 1:
            _total(page, sums)

    def _add(self, tally: _Tally) -> list[int]:
        """Writes a unit's row; its figures."""
        unit, at = tally.unit, self._rows.pages[-1].at + 1
        figures = [
            len(unit.missing),
            len(unit.at),
            tally.unread,
            *(tally.levels[level] for level in _LEVELS),
            tally.levels.total(),
            tally.passed,
        ]
        commonest = "、".join(f"{name}（{count}）" for name, count in tally.names.most_common(2))
        self._rows.add([
            self._rows.count + 1, Link(unit.label, place=tally.first), unit.region, *figures[:6],
            Formula(f"=SUM(G{at}:I{at})", figures[6]), figures[7], commonest,
        ])  # fmt: skip
        return figures


def _total(page: Page, sums: Counter[int]) -> None:
    """A line below the rows, of what the filter lets through."""
    letters = "DEFGHIJK"
    last = page.at
    cells = [
        Formula(f"=SUBTOTAL(109,{letter}2:{letter}{last})", sums[number])
        for number, letter in enumerate(letters)
    ]
    page.row(["", "合计", "", *cells, ""], "total")


class Rules:
    """The sheet 按规则, the most frequent first; what is rejected often is told."""

    def __init__(self, sheets: Sheets, standing: Standing) -> None:
        self._rows = Rows(sheets, "按规则", "各类问题的数量、采纳与不采纳", _RULES)
        self._standing = standing
        self._counts: dict[str, RuleCount] = {}

    def add(self, items: Iterable[Item]) -> None:
        """The findings of one submission."""
        seen = set()
        for item in items:
            finding = item.told.finding
            count = self._counts.get(finding.rule)
            if count is None:
                count = self._counts[finding.rule] = RuleCount(self._standing.rule(finding))
            count.found += 1
            count.levels.add(item.level)
            count.submissions += finding.rule not in seen
            seen.add(finding.rule)
            count.rejected += item.rejected
            count.accepted += item.decision is not None and item.decision.accepted is True

    def often_rejected(self) -> list[RuleCount]:
        """Those of which more than one finding in five was rejected."""
        return [count for count in self._sorted() if count.often_rejected]

    def finish(self) -> None:
        """There are no more."""
        for count in self._sorted():
            rule, at = count.rule, self._rows.pages[-1].at + 1
            decided = count.accepted + count.rejected
            family = rule.id.partition("/")[0]
            share = count.rejected / decided if decided else ""
            self._rows.add([
                count.level, ZH.families.get(family, family), rule.name,
                rule.basis, count.found, count.submissions, count.accepted, count.rejected,
                Formula(f'=IF(G{at}+H{at}=0,"",H{at}/(G{at}+H{at}))', share),
                OFTEN if count.often_rejected else "", rule.id,
            ])  # fmt: skip
        self._rows.finish("没有发现问题")

    def _sorted(self) -> list[RuleCount]:
        return sorted(self._counts.values(), key=lambda count: (-count.found, count.rule.id))
