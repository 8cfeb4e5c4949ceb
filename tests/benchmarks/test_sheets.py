"""How fast a workbook of 20 sheets × 200 rows is read and linted, beside a bare read of its XML.

The bounds are in CPU time and in times of the floor, far enough above what is measured that no busy
machine breaks them; what is measured is printed.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from xml.parsers import expat

import pytest
import xlsxwriter

from linter.reading import read
from linter.rulebook import load
from tests.benchmarks.timing import compiling, in_turns, process

pytestmark = [pytest.mark.slow, pytest.mark.alone]

SHEETS, ROWS, RUNS = 20, 200, 7
GOAL = "goal: 0.6 s a process"
READ, PROCESS = 9.5, 210.0
"""Reading in times of the bare read, a whole process in times of compiling a source; each about 1.7
times what was measured."""
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
    floor, ours = in_turns(lambda: bare(data), lambda: read("a.xlsx", data, words), rounds=RUNS)
    print(
        f"\nread: best {ours * 1000:.0f} ms for {SHEETS * ROWS * len(HEADER)} cells; bare expat "
        f"{floor * 1000:.0f} ms: {ours / floor:.1f} times"
    )
    assert ours <= READ * floor


def test_a_whole_process(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)

    ours = (sys.executable, "-m", "linter", "lint", str(path))
    floor, linted = in_turns(compiling, process(ours), rounds=RUNS)
    print(
        f"\n{GOAL}; {linted:.2f} s; compiling a source {floor * 1000:.1f} ms: {linted / floor:.0f} times"
    )
    assert linted <= PROCESS * floor
