"""The outline as a tree for people."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.cells import cell_len

from linter.model import Marker, Outline, Section
from linter.output.outline import dumps, tree
from linter.output.sheet import Terminal
from tests.output.samples import document


def nested(depth: int) -> tuple[str, Outline]:
    """A text of headings, each below the one before."""
    text = "".join(f"{n}.层{n}\n" for n in range(depth))
    sections, start = [], 0
    for n, line in enumerate(text.splitlines(keepends=True)):
        end = start + len(line) - 1
        marker = Marker("1.", n, f"{n}.", start, start + len(str(n)) + 1)
        sections.append(Section(n, n - 1, n, f"层{n}", start, end, len(text), marker))
        start = end + 1
    return text, Outline("甲县报告", 0, 0, tuple(sections))


def test_very_deep_outlines_stay_within_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text, outline = nested(3000)
    stream = StringIO()
    Terminal(stream).print(tree(document("a.txt", text), outline, ()))
    lines = stream.getvalue().splitlines()
    assert len(lines) == 3001
    assert max(map(cell_len, lines)) <= 80
    assert "2999.层2999" in lines[-1]


def test_json_of_an_outline_holds_offsets_of_the_text() -> None:
    text, outline = nested(3)
    assert '"marker": "2.",\n      "title": "层2",\n      "line": 3,' in dumps(
        document("a", text), outline, ()
    )
