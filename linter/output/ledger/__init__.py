"""The ledger (问题清单) as reviewers keep it, in one workbook: ``write`` makes it.

What reviewers write into it is read back by ``decisions``. XlsxWriter writes it: pure Python, with
links, lists and print set-up, and with one row of each sheet in memory.
"""

from __future__ import annotations

from pathlib import Path

from linter.output import Options
from linter.output.ledger.decisions import decisions
from linter.output.ledger.findings import Findings
from linter.output.ledger.lists import Lists, Passed, Unread
from linter.output.ledger.opinions import Opinions
from linter.output.ledger.rows import Sheets
from linter.output.ledger.summary import add_summary, fill_summary
from linter.output.ledger.totals import Rules, Units
from linter.output.standing import Standing
from linter.output.workbook import Book
from linter.season import Season

__all__ = ["decisions", "write"]


def write(season: Season, target: Path, options: Options) -> None:
    """Writes the ledger of a season; raises ``OSError`` where that cannot be done."""
    with target.open("wb") as stream:
        book = Book(stream, lean=True)
        _fill(book, season, options)
        book.close()


def _fill(book: Book, season: Season, options: Options) -> None:
    """Fills all sheets at once, so that each entry is read but once."""
    standing, sheets = Standing(season), Sheets(book, options.files)
    summary = add_summary(book)
    found = Findings(sheets, standing)
    opinions = Opinions(sheets, season.other_year)
    units, rules = Units(sheets), Rules(sheets, standing)
    lists, unread, passed = Lists(sheets, season), Unread(sheets), Passed(sheets, standing)
    for unit in standing.units():
        units.begin(unit)
        for entry in standing.entries(unit):
            items = standing.items(entry)
            first = found.add(items)
            opinions.add(entry, items, first)
            units.add(entry, items, first)
            rules.add(items)
            lists.add(entry)
            unread.add(entry)
            passed.add(entry)
    found.add(standing.ownerless())
    rules.add(standing.ownerless())
    for sheet in (found, opinions, units, rules, lists, unread, passed):
        sheet.finish()
    fill_summary(summary, season, unread.count, found, rules, sheets)
