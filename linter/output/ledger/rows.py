"""Sheets of rows below a header; rows beyond Excel's limit go on in a further sheet."""

from __future__ import annotations

from collections.abc import Sequence

from linter.output.workbook import MOST_ROWS, Book, Column, Link, Page, Value


class Sheets:
    """The sheets of a ledger in their order, and where the files lie that they link to."""

    def __init__(self, book: Book, files: str, most_rows: int = MOST_ROWS) -> None:
        self.book, self._files, self.most_rows = book, files, most_rows
        self.all: list[Rows] = []

    def file(self, text: str, path: str, place: str = "") -> Value:
        """A text that leads to a file that was checked, where it is known where they lie."""
        if not self._files or not path:
            return text
        return Link(text, f"{self._files.rstrip('/')}/{path}", place)


class Rows:
    """Rows of one kind on as many sheets as they need."""

    def __init__(
        self,
        sheets: Sheets,
        name: str,
        holds: str,
        columns: Sequence[Column],
        print_columns: int | None = None,
    ) -> None:
        self._sheets, self.name, self.holds = sheets, name, holds
        self._columns, self._print = columns, print_columns
        self.pages = [self._page(name)]
        self.count = 0
        sheets.all.append(self)

    def add(self, values: Sequence[Value]) -> str:
        """One more row; where it stands, for links: ``'问题清单'!A7``."""
        page = self.pages[-1]
        if page.at == self._sheets.most_rows:
            page.finish(self._print)
            page = self._page(f"{self.name}（{len(self.pages) + 1}）")
            self.pages.append(page)
        self.count += 1
        page.row(values)
        return f"'{page.name}'!A{page.at}"

    def finish(self, none: str) -> Page:
        """There are no more rows; what is said where there were none at all."""
        page = self.pages[-1]
        page.finish(self._print)
        if not self.count:
            page.line(none, "note")
        return page

    def ranges(self, column: int) -> list[str]:
        """A column's cells on each sheet, for formulas."""
        from xlsxwriter.utility import xl_col_to_name

        letter = xl_col_to_name(column)
        return [f"'{p.name}'!${letter}$2:${letter}${max(p.at, 2)}" for p in self.pages]

    def _page(self, name: str) -> Page:
        page = self._sheets.book.sheet(name, self._columns)
        page.header()
        return page
