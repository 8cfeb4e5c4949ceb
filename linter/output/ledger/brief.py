"""The findings of a few reports as whoever wrote them takes them away: what to mend, what is right.

What only a bureau's audit needs (reviewers' columns, units, what was not submitted) is left out.
Findings are numbered as the page numbers them: in order of place, each report from 1.
"""

from __future__ import annotations

from pathlib import Path

from linter.output import Options
from linter.output.ledger.findings import facts
from linter.output.ledger.lists import OTHERS, was_right
from linter.output.ledger.rows import Rows, Sheets
from linter.output.standing import SAYS, Item, Standing, is_unread, place
from linter.output.words import ZH, settled
from linter.output.workbook import Book, Column
from linter.season import Entry, Season

_FINDINGS = (
    Column("序号", 6, "number"),
    Column("等级", 9, "level"),
    Column("文件", 20),
    Column("位置", 22),
    Column("问题", 38),
    Column("原文和算式", 46),
    Column("怎么改", 28),
    Column("依据", 24),
    Column("处理情况", 16),
    Column("规则号", 20),
)
_PASSED = (
    Column("文件", 24),
    Column("位置", 26),
    Column("核对的数字或文字", 26),
    Column("算式", 52),
    Column("检查项", 34),
    Column("规则号", 24),
)
_UNREAD = (Column("文件", 44), Column("原因", 80))


def write(season: Season, target: Path, options: Options) -> None:
    """Writes the workbook; raises ``OSError`` where that cannot be done."""
    with target.open("wb") as stream:
        book = Book(stream, lean=True)
        sheets, standing = Sheets(book, options.files), Standing(season)
        found = Rows(sheets, "问题清单", "", _FINDINGS)
        passed = Rows(sheets, ZH.right, "", _PASSED)
        unread = (
            Rows(sheets, "未能检查", "", _UNREAD) if any(map(is_unread, season.entries)) else None
        )
        held = 0
        for entry in season.entries:
            if unread and is_unread(entry):
                why = "\n".join(told.finding.message for told in entry.told)
                unread.add([sheets.file(entry.path, entry.path), why])
                continue
            _add_findings(found, entry, sheets, standing)
            _add_passed(passed, entry, standing)
            held += entry.held
        found.finish("没有发现问题")
        below = passed.finish("没有可以核对的数字")
        if held:
            below.line(OTHERS.format(held), "note")
        if unread:
            unread.finish("")
        book.close()


def _add_findings(rows: Rows, entry: Entry, sheets: Sheets, standing: Standing) -> None:
    for number, told in enumerate(entry.told, 1):
        item, finding = Item(told, entry, None), told.finding
        file = sheets.file(finding.path.rpartition("/")[2], finding.path)
        where = place("", finding.place, finding.section, told.excerpt)
        basis = settled(standing.rule(finding).basis)
        rows.add([
            number, SAYS[item.level], file, where, finding.message, facts(item),
            finding.suggestion, basis, "", finding.rule,
        ])  # fmt: skip


def _add_passed(rows: Rows, entry: Entry, standing: Standing) -> None:
    file = entry.path.rpartition("/")[2]
    for rule, where, told in was_right(entry, standing):
        rows.add([file, where, *told, rule])
