"""Lines for a terminal of some width, built up as rich's segments and printed at once.

Lines are broken here rather than by rich, whose words end at spaces, of which Chinese has none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from linter.output.places import printable
from linter.output.width import Cells, cells_for

PLAIN = Style.null()
BOLD = Style(bold=True)
DIM = Style(dim=True)
GOOD = Style(color="green")
TITLE = Style(color="cyan", bold=True)

SEPARATOR = " · "
_GUTTER = 4
_BAR = " │ "
_INDENT = "  "
_NARROWEST = 24

Part = tuple[str, Style]
"""A stretch of a line with its style."""


class Terminal(Console):
    """rich's console as used here: it adds no colours of its own, and reports a closed pipe."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(file=stream, highlight=False, soft_wrap=True)
        self._cells = cells_for(stream)

    def sheet(self) -> Sheet:
        """An empty sheet of this terminal's width."""
        return Sheet(self.width, self._cells)

    def on_broken_pipe(self) -> None:
        """Leave a closed pipe to the command line, instead of ending the process here."""
        raise  # noqa: PLE0704 - called while the error is handled

    def show(self, sheet: Sheet) -> None:
        """Print the lines of a sheet."""
        self.print(Segments(sheet.segments), end="")


class Sheet:
    """Lines within one width."""

    def __init__(self, width: int, cells: Cells) -> None:
        self.segments: list[Segment] = []
        self.width = max(width, _NARROWEST)
        self.cells = cells

    @property
    def room(self) -> int:
        """The cells right of the gutter."""
        return self.width - _GUTTER - self.cells.of(_BAR) - len(_INDENT)

    def line(self, *parts: Part) -> None:
        """One line as it stands."""
        self.segments += (Segment(text, style) for text, style in parts if text)
        self.segments.append(Segment.line())

    def rule(self, title: str) -> None:
        """A line across, with a title in it."""
        title = self.cells.fitted(printable(title), self.width - 8)
        rest = (self.width - self.cells.of(f"── {title} ")) // self.cells.of("─")
        self.line(("── ", DIM), (title, TITLE), (f" {'─' * rest}", DIM))

    def items(self, items: Iterable[str]) -> None:
        """Short items on as few lines as fit, none broken."""
        line = ""
        for item in items:
            longer = f"{line}{SEPARATOR}{item}" if line else item
            if self.cells.of(longer) > self.width and line:
                self.line((line, PLAIN))
                longer = item
            line = longer
        self.line((line, PLAIN))

    def paragraph(self, text: str, style: Style = PLAIN) -> None:
        """A text across the whole width."""
        for line in self.cells.wrapped(printable(text), self.width):
            self.line((line, style))

    def hanging(self, head: Part, text: str, style: Style = PLAIN) -> None:
        """A text after a head, its further lines indented below its first."""
        indent = self.cells.of(head[0]) + 1
        lines = self.cells.wrapped(printable(text), self.width - indent)
        self.line(head, (" ", PLAIN), (next(lines, ""), style))
        for line in lines:
            self.line((" " * indent, PLAIN), (line, style))

    def labelled(self, label: str, text: str, style: Style = PLAIN) -> None:
        """A text right of the gutter, its label in the gutter."""
        for part in text.splitlines():
            for line in self.cells.wrapped(printable(part), self.room):
                self.gutter(label, (line, style))
                label = ""

    def gutter(self, label: str, *parts: Part) -> None:
        """One line right of the gutter, with a label in the gutter."""
        pad = " " * (_GUTTER - self.cells.of(label))
        self.line((f"{_INDENT}{pad}{label}{_BAR}", DIM), *parts)
