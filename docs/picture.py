"""Draws ``docs/terminal.svg`` for the README from what the command really prints.

Run from the checkout: ``python docs/picture.py``. (rich's own SVG takes every character for one
cell wide, which squeezes Chinese.)
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs" / "terminal.svg"
EXAMPLE = "examples/faulty-2013.txt"
COLUMNS = 92
CELL, LINE, MARGIN = 9, 22, 16
FONTS = "'Noto Sans Mono CJK SC', 'Sarasa Mono SC', Menlo, Consolas, 'PingFang SC', monospace"


def main() -> None:
    """Write the picture."""
    TARGET.write_text(picture(), "utf-8", newline="\n")


def picture() -> str:
    """What the command prints on a terminal of ``COLUMNS``, as SVG."""
    lines = [f"$ jixiao lint {EXAMPLE}", *printed().splitlines()]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(width=COLUMNS, file=nowhere)
        rows = [list(Text.from_ansi(line).render(console)) for line in lines]
    width, height = COLUMNS * CELL + 2 * MARGIN, len(rows) * LINE + 2 * MARGIN
    size = f'viewBox="0 0 {width} {height}"'
    shapes = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONTS}" font-size="16">',
        f'<rect width="{width}" height="{height}" rx="8" fill="#16181d"/>',
    ]
    for number, row in enumerate(rows):
        shapes += drawn(row, MARGIN + (number + 0.75) * LINE)
    return "\n".join([*shapes, "</svg>", ""])


def printed() -> str:
    """What the command prints on a terminal with colours."""
    command = ("lint", "--format", "rich", "--fail-on", "never", EXAMPLE)
    terminal = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)}
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLORTERM")}
    return subprocess.run(
        [sys.executable, "-m", "linter", *command],
        cwd=ROOT,
        env=kept | terminal | {"PYTHONUTF8": "1"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def drawn(row: list[Segment], baseline: float) -> Iterator[str]:
    """The row's words, cut where the width changes, each stretched to just the cells it takes."""
    cells = 0
    for text, style, _ in row:
        for (_, blank), run in groupby(text, key=lambda c: (cell_len(c), c.isspace())):
            part = "".join(run)
            if not blank:
                yield (
                    f'<text x="{MARGIN + cells * CELL}" y="{baseline:g}"'
                    f' textLength="{cell_len(part) * CELL}" lengthAdjust="spacingAndGlyphs"'
                    f" {attributes(style or Style.null())}>{escape(part)}</text>"
                )
            cells += cell_len(part)


def attributes(style: Style) -> str:
    """A style as attributes of an SVG text."""
    colour = style.color.get_truecolor(MONOKAI).hex if style.color else "#d9d9d9"
    return (
        f'fill="{colour}"'
        + (' font-weight="bold"' if style.bold else "")
        + (' text-decoration="underline"' if style.underline else "")
        + (' opacity="0.6"' if style.dim else "")
    )


if __name__ == "__main__":
    main()
