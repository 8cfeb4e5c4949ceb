"""How fast a PDF of 20 pages with tables is linted, beside pypdfium2's bare read of its text."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pypdfium2
import pytest

from linter.reading import read
from linter.rulebook import load
from tests.generators.papers import Part, drawn, parts

pytestmark = pytest.mark.slow

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*-*.*"))
GOAL = "goal: 1.0 s a process"
PROCESS = 70.0
"""What must hold on any machine: a whole process in times of a bare Python's start."""


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


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
    command = [sys.executable, "-m", "linter", "lint", "--format", "rich", str(path)]
    empty = [sys.executable, "-c", "pass"]

    def run(command: list[str]) -> None:
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode in {0, 1}, done.stderr.decode()

    run(command)
    floors, wholes, bares, ours = zip(
        *[
            (
                seconds(lambda: run(empty)),
                seconds(lambda: run(command)),
                seconds(lambda: bare_text(data)),
                seconds(lambda: read(path.name, data, headers)),
            )
            for _ in range(9)
        ],
        strict=True,
    )
    print(
        f"\n{GOAL}\n{count} pages: whole process median {median(wholes):.2f} s, best {min(wholes):.2f} s; "
        f"python -c pass {median(floors) * 1000:.0f} ms; reading {median(ours) * 1000:.0f} ms, bare "
        f"pypdfium2 text {median(bares) * 1000:.0f} ms, ratio {median(ours) / median(bares):.1f}"
    )
    assert min(wholes) <= PROCESS * median(floors)
