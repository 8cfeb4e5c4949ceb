"""Workbooks, CSV and pages that were cut, flipped or made to harm: told, in bounded time."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from linter.engine import lint
from linter.model import Submission
from linter.reading import read
from linter.rulebook import Rulebook, load
from tests import workbooks
from tests.reading.test_xlsx import rows, told, workbook

FLIPS, FAST = 2_000, 100
SECONDS, MEGABYTES = 10, 512
FILES: dict[str, Callable[[], bytes]] = {
    "a.xlsx": lambda: workbooks.xlsx(workbooks.form()),
    "a.xls": lambda: workbooks.xls(workbooks.form()),
    "b.xls": lambda: workbooks.as_xml(workbooks.form()),
    "a.csv": lambda: workbooks.as_csv(workbooks.form()),
    "a.html": lambda: workbooks.as_html(workbooks.form()),
    "a.mht": lambda: workbooks.as_mht(workbooks.form()),
}


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def checked(book: Rulebook, path: str, data: bytes) -> None:
    """Reads it: something is read or told, and all spans lie in the text."""
    document = read(path, data, book.header_words)
    assert document.text or lint(Submission((document,)), book).findings
    assert len(document.text) == len(document.folded)
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
    for notice in document.notices:
        assert 0 <= notice.start <= len(document.text)


@pytest.mark.parametrize("path", FILES)
def test_cut_at_every_hundredth(book: Rulebook, path: str) -> None:
    data = FILES[path]()
    for part in range(1, 100):
        checked(book, path, data[: len(data) * part // 100])


@pytest.mark.parametrize("path", FILES)
def test_flipped_bytes(book: Rulebook, path: str) -> None:
    flipped(book, path, FAST)


@pytest.mark.slow
@pytest.mark.parametrize("path", FILES)
def test_many_flipped_bytes(book: Rulebook, path: str) -> None:
    flipped(book, path, FLIPS)


def flipped(book: Rulebook, path: str, times: int) -> None:
    whole = FILES[path]()
    rng = random.Random(7)
    for variant in variants(path, whole, rng, times):
        start = time.process_time()
        checked(book, path, variant)
        assert time.process_time() - start < SECONDS


def variants(path: str, data: bytes, rng: random.Random, times: int) -> Iterator[bytes]:
    """The file with a byte or a few flipped; of a zip, every other time inside a part."""
    for number in range(times):
        if path.endswith("xlsx") and number % 2:
            yield repacked(data, rng)
        else:
            yield wounded(data, rng)


def wounded(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def repacked(data: bytes, rng: random.Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        victim = rng.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, wounded(part, rng) if name == victim else part)
    return stream.getvalue()


def test_a_damaged_form_is_linted(book: Rulebook) -> None:
    rng = random.Random(11)
    data = FILES["a.xlsx"]()
    for _ in range(10):
        document = read("a.xlsx", repacked(data, rng), book.header_words)
        assert lint(Submission((document,)), book).submission.documents == (document,)


ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
BILLION = {
    "a.html": b"<html><p>" + b"&a;" * 1_000_000,
    "b.html": b"<html>" + b"<div>" * 300_000 + b"x",
    "c.html": b"<html>" + b"<table><tr><td>" * 50_000 + b"x",
    "d.html": b"<html>" + b"<table><tr>" + b"<td colspan=1000 rowspan=65000>x" * 50_000,
    "e.html": b"<html>" + b"<ol><li>" * 200_000 + b"x",
    "f.html": b"<html>" + b"<b>" * 200_000 + b"</i>" * 200_000,
    "g.html": b"<html>" + b"<!--" * 500_000,
    "h.html": b"<html>" + b"<table><tr>" + b"<td>" * 1_000_000,
    "a.mht": b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
    + b"--a\nContent-Type: multipart/mixed; boundary=a\n\n" * 3_000,
    "a.csv": b"," * 5_000_000 + b"x",
    "b.csv": b'"' * 2_000_001,
    "c.csv": b"\n" * 2_000_000 + b"x",
    "d.csv": b"1,2,3\n" * 500_000,
    "a.xlsx": b"",
    "a.xls": bytes(5_000),
}


def made() -> dict[str, bytes]:
    """Files that would take much time or memory where nothing held them back."""
    cells = "".join(f'<c r="{column}" s="1"/>' for column in ("A1", "B1", "ZZ1", "XFD1"))
    spread = "".join(
        f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 1_048_577, 64)
    )
    wide = "<c><v>1</v></c>" * 16_000
    merged = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 20_000))
    sums = "".join(f'<c r="B{n}"><f>SUM(A1:A19000)</f><v>1</v></c>' for n in range(1, 3_000))
    return {
        **BILLION,
        "empty.xlsx": stored(rows(cells * 250_000)),
        "packed.xlsx": workbook(rows(cells * 250_000)),
        "rows.xlsx": stored("<sheetData>" + '<row hidden="1"/>' * 1_000_000 + "</sheetData>"),
        "spread.xlsx": stored(f'<dimension ref="A1:XFD1048576"/><sheetData>{spread}</sheetData>'),
        "merged.xlsx": stored(rows(told("XFD1", "甲")) + f"<mergeCells>{merged}</mergeCells>"),
        "full.xlsx": stored(rows('<c r="A1"><v>1</v></c>' * 500_000)),
        "sums.xlsx": stored(f"<sheetData><row r='1'>{sums}</row></sheetData>"),
        "columns.xlsx": stored(
            "<cols>" + '<col min="1" max="16384" hidden="1"/>' * 500_000 + "</cols>" + rows(wide)
        ),
        "deep.xlsx": stored("<a>" * 400_000),
        "strings.xlsx": stored(rows(), strings="<si/>" * 2_000_000),
        "entities.xlsx": repack({"xl/workbook.xml": ENTITIES + "<a>&b;</a>"}),
        "bomb.xlsx": repack({"xl/workbook.xml": "<a>" + " " * (300 << 20) + "</a>"}),
        "beside.xlsx": repack({"../../../../tmp/x": "x", "/etc/x": "y"}),
    }


def stored(*sheets: str, strings: str = "") -> bytes:
    """A workbook that is as large packed as it is unpacked, so that no limit on that ratio helps."""
    return workbook(*sheets, strings=strings, method=zipfile.ZIP_STORED)


def repack(parts: dict[str, str]) -> bytes:
    """A workbook with these parts in place of its own or beside them."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(rows(told("A1", "甲"))))) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in dict.fromkeys((*old.namelist(), *parts)):
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return stream.getvalue()


PROGRAM = """
import json, sys, time
from pathlib import Path
from linter.reading import read
from linter.rulebook import load

words = load().header_words
start = time.process_time()
document = read(sys.argv[1], Path(sys.argv[1]).read_bytes(), words)
document.layout
took = time.process_time() - start
status = Path("/proc/self/status")
peak = int(status.read_text().split("VmHWM:")[1].split()[0]) / 1024 if status.exists() else 0
print(json.dumps({"took": took, "peak": peak, "slugs": [n.slug for n in document.notices]}))
"""


def bounded(files: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Reads each file in a process of its own; what is told of it within the time and the memory."""
    worst = []
    for name, data in files.items():
        (folder / name).write_bytes(data)
        command = [sys.executable, "-c", PROGRAM, str(folder / name)]
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == 0, (name, done.stderr.decode()[-2_000:])
        said = json.loads(done.stdout)
        worst.append((round(said["took"], 2), round(said["peak"]), name, said["slugs"]))
    shown = [f"{t:5.2f} s {m:4} MB {name} {sorted(set(s))}" for t, m, name, s in worst]
    print("\n" + "\n".join(sorted(shown, reverse=True)))
    assert all(took < SECONDS and peak < MEGABYTES for took, peak, *_ in worst)
    return {name: found for _, _, name, found in worst}


@pytest.mark.slow
def test_bounded_time_and_memory(tmp_path: Path) -> None:
    """``beside.xlsx`` writes nothing anywhere."""
    slugs = bounded(made(), tmp_path)
    for name in ("full.xlsx", "bomb.xlsx", "d.csv", "h.html"):
        assert slugs[name] == ["too-large"], name
    assert slugs["entities.xlsx"] == ["unsafe"]
    assert "damaged" in slugs["deep.xlsx"]
    assert slugs["beside.xlsx"] == []
    assert slugs["packed.xlsx"] == slugs["empty.xlsx"]
    assert {path.name for path in tmp_path.iterdir()} == set(slugs)
