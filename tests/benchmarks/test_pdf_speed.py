"""How fast a PDF of 20 pages with tables is linted, beside pypdfium2's bare read of its text."""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
import pytest

from linter.reading import read
from linter.rulebook import load
from tests.benchmarks.timing import BARE, in_turns, process
from tests.generators.papers import Part, drawn, parts

pytestmark = [pytest.mark.slow, pytest.mark.alone]

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-*.*"))
GOAL = "goal: 1.0 s a process"
PROCESS, READ = 120.0, 5.0
"""A whole process in times of a bare Python's start, reading in times of pypdfium2's bare read of the
text; each about 1.7 times what was measured."""


def bare_text(data: bytes) -> int:
    pages = pypdfium2.PdfDocument(data)
    return sum(len(page.get_textpage().get_text_bounded()) for page in pages)


def test_twenty_pages_with_tables(tmp_path: Path) -> None:
    headers = load().header_words
    contents: list[Part] = []
    for path in EXAMPLES:
        contents += parts(read(path.name, path.read_bytes(), headers))
    data = drawn(contents, header="自评材料", size=14)
    count = len(pypdfium2.PdfDocument(data))
    assert 18 <= count <= 24
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    bare, linted, text, ours = in_turns(
        process(BARE),
        process((sys.executable, "-m", "linter", "lint", "--format", "rich", str(path))),
        lambda: bare_text(data),
        lambda: read(path.name, data, headers),
        rounds=9,
    )
    print(
        f"\n{GOAL}\n{count} pages: whole process {linted:.2f} s; python -c pass {bare * 1000:.0f} ms: "
        f"{linted / bare:.0f} times; reading {ours * 1000:.0f} ms; bare text {text * 1000:.0f} ms: "
        f"{ours / text:.1f} times"
    )
    assert linted <= PROCESS * bare
    assert ours <= READ * text
