"""How fast a workbook of 20 sheets × 200 rows is read and linted, beside a bare read of its XML.

The threshold is in times of the bare read, so that a slow or busy machine is told from a slow
reader; what was measured is printed.
"""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from xml.parsers import expat

import pytest
import xlsxwriter

from linter.reading import read
from linter.rulebook import load

pytestmark = pytest.mark.slow

SHEETS, ROWS, RUNS = 20, 200, 7
GOAL = "goal: 0.6 s a process"
READ, PROCESS = 15.0, 150.0
"""What must hold on any machine: reading in times of the bare read, a whole process in times of a
bare Python's start."""
HEADER = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "完成率")


@pytest.fixture(scope="module")
def data() -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    amount = book.add_format({"num_format": "#,##0.00"})
    share = book.add_format({"num_format": "0.00%"})
    for number in range(SHEETS):
        sheet = book.add_worksheet(f"表{number + 1}")
        sheet.write_row(0, 0, HEADER)
        for row in range(1, ROWS):
            sheet.write_row(row, 0, ("产出指标", "数量指标", f"第{number}批第{row}项", "≥10个"))
            sheet.write_number(row, 4, row * 1.5, amount)
            sheet.write_number(row, 5, 10)
            sheet.write_number(row, 6, 9.5)
            sheet.write_number(row, 7, row / 250, share)
    book.close()
    return stream.getvalue()


def seconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def bare(data: bytes) -> int:
    """Every element of every sheet once through expat."""
    seen = 0

    def start(*_: object) -> None:
        nonlocal seen
        seen += 1

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                parser = expat.ParserCreate()
                parser.StartElementHandler = start
                parser.EndElementHandler = start
                parser.Parse(archive.read(name), True)
    return seen


def test_reading(data: bytes) -> None:
    words = load().header_words
    assert bare(data) > SHEETS * ROWS * len(HEADER)
    assert len(read("a.xlsx", data, words).tables) == SHEETS
    pairs = [
        (seconds(lambda: bare(data)), seconds(lambda: read("a.xlsx", data, words)))
        for _ in range(RUNS)
    ]
    floor, ours = (min(column) for column in zip(*pairs, strict=True))
    print(
        f"\nread: best {ours * 1000:.0f} ms for {SHEETS * ROWS * len(HEADER)} cells; bare expat "
        f"{floor * 1000:.0f} ms: {ours / floor:.1f} times"
    )
    assert ours <= READ * floor


def test_a_whole_process(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)

    def linted() -> None:
        command = [sys.executable, "-m", "linter", "lint", str(path)]
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode in (0, 1), done.stderr.decode()

    def python() -> None:
        subprocess.run([sys.executable, "-c", "pass"], check=True)

    pairs = [(seconds(python), seconds(linted)) for _ in range(RUNS)]
    floor, ours = (median(column) for column in zip(*pairs, strict=True))
    print(f"\n{GOAL}; median {ours:.2f} s of {RUNS}; python -c pass {floor * 1000:.0f} ms")
    assert ours <= PROCESS * floor
