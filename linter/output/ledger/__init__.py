"""The ledger (问题清单) as reviewers keep it, in one workbook: ``write`` makes it.

What reviewers write into it is read back by ``decisions``. XlsxWriter writes it: pure Python, with
links, lists and print set-up, and with one row of each sheet in memory.
"""

from __future__ import annotations

from pathlib import Path

from linter.output import Options
from linter.output.ledger.decisions import decisions
from linter.output.ledger.findings import write_findings
from linter.output.ledger.lists import write_lists, write_passed, write_unread
from linter.output.ledger.opinions import write_opinions
from linter.output.ledger.rows import Sheets
from linter.output.ledger.summary import add_summary, fill_summary
from linter.output.ledger.totals import write_rules, write_units
from linter.output.standing import Standing
from linter.output.workbook import Book
from linter.season import Season

__all__ = ["decisions", "write"]


def write(season: Season, target: Path, options: Options) -> None:
    """Writes the ledger of a season; raises ``OSError`` where that cannot be done."""
    standing = Standing(season)
    with target.open("wb") as stream:
        book = Book(stream, lean=True)
        sheets = Sheets(book, options.files)
        summary = add_summary(book)
        found = write_findings(sheets, standing)
        write_opinions(sheets, standing, found)
        write_units(sheets, standing, found)
        write_rules(sheets, standing)
        write_lists(sheets, standing)
        write_unread(sheets, standing)
        write_passed(sheets, standing)
        fill_summary(summary, standing, found, sheets.told)
        book.close()
