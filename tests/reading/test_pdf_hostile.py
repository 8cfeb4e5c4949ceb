"""Damaged and hostile PDF files: each gives text or a notice, in bounded time and memory."""

from __future__ import annotations

import os
import random
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from linter.model import Document, Severity
from linter.reading import read
from linter.reading.pdf import extract as program
from tests.generators.papers import Part, drawn, opened, printed

SECONDS = 10.0
CATALOG, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>/XObject<</A 6 0 R>>>>>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
ROWS = [["Name", "Plan", "Done"], ["Roads", "10.00", "9.00"], ["合计", "10.00", "9.00"]]


def file(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    )


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<<%s /Length %d>>\nstream\n" % (more, len(data)) + data + b"\nendstream"


def page(content: bytes, *more: bytes) -> bytes:
    """A PDF of one page with this content, which is stored compressed."""
    packed = stream(zlib.compress(content, 9), b"/Filter/FlateDecode")
    return file(CATALOG, PAGES, PAGE, packed, FONT, *more)


@cache
def unpacks_to_half_a_gigabyte() -> bytes:
    packer = zlib.compressobj(1)
    packed = b"".join([packer.compress(b" " * (1 << 20)) for _ in range(512)]) + packer.flush()
    return file(CATALOG, PAGES, PAGE, stream(packed, b"/Filter/FlateDecode"), FONT)


def millions_of_letters() -> bytes:
    return page(b"BT /F 1 Tf 10 10 Td " + b"(abcdefghijklmnopqrstuvwxyz) Tj " * 1_000_000 + b"ET")


def forms_in_forms() -> bytes:
    depth = 12
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources"
    inner = [
        stream(b"/A Do\n" * 10, head + b"<</XObject<</A %d 0 R>>>>" % (7 + n))
        for n in range(depth - 1)
    ]
    return page(b"/A Do", *inner, stream(b"0 0 m 10 10 l S", head + b"<<>>"))


def a_form_in_itself() -> bytes:
    head = b"/Type/XObject/Subtype/Form/BBox[0 0 500 500]/Resources<</XObject<</A 6 0 R>>>>"
    return page(b"/A Do", stream(b"/A Do", head))


def many_lines() -> bytes:
    r = random.Random(1)
    return page(
        b"\n".join(
            b"%d %d m %d %d l S" % (x, y, x + r.choice([0, 50]), y + r.choice([0, 50]))
            for x, y in ((r.randrange(600), r.randrange(800)) for _ in range(100_000))
        )
    )


def a_grid_of_many_squares() -> bytes:
    across = b"\n".join(b"0 %d m 590 %d l S" % (n * 4, n * 4) for n in range(200))
    down = b"\n".join(b"%d 0 m %d 800 l S" % (n * 4, n * 4) for n in range(140))
    return page(across + b"\n" + down + b" BT /F 8 Tf 100 100 Td (hi) Tj ET")


def letters_at_random() -> bytes:
    r = random.Random(2)
    words = b"".join(
        b"1 0 0 1 %d %d Tm (%d) Tj " % (r.randrange(600), r.randrange(840), r.randrange(1000))
        for _ in range(40_000)
    )
    return page(b"BT /F 3 Tf " + words + b"ET")


def pages_without_end() -> bytes:
    return file(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>")


def fifty_thousand_pages() -> bytes:
    kids = b"<</Type/Pages/Kids[%s]/Count 50000>>" % (b"3 0 R " * 50_000)
    return file(CATALOG, kids, PAGE, stream(b"BT /F 12 Tf 50 500 Td (hello) Tj ET"), FONT)


def deep_arrays() -> bytes:
    deep = b"[" * 200_000 + b"]" * 200_000
    return file(b"<</Type/Catalog/Pages 2 0 R/X " + deep + b">>", PAGES, PAGE, stream(deep), FONT)


HOSTILE = [
    unpacks_to_half_a_gigabyte, millions_of_letters, forms_in_forms, a_form_in_itself, many_lines,
    a_grid_of_many_squares, letters_at_random, pages_without_end, fifty_thousand_pages, deep_arrays,
]  # fmt: skip


def tried(data: bytes) -> Document:
    """The document of these bytes, which says something, in time (of all processors together)."""
    start = os.times()
    document = read("report.pdf", data, frozenset({"项目", "预算数"}))
    assert sum(os.times()[:4]) - sum(start[:4]) < SECONDS
    assert document.text or document.notices
    return document


@pytest.mark.slow
@pytest.mark.parametrize("make", HOSTILE, ids=lambda make: make.__name__)
def test_hostile_files(make: Callable[[], bytes]) -> None:
    tried(make())


@pytest.mark.parametrize("data", [b"%PDF-", b"%PDF-1.7\n%%EOF", b"%PDF-1.4\n" + b"\0" * 9999])
def test_what_is_no_document_is_told(data: bytes) -> None:
    document = tried(data)
    assert [(n.slug, n.severity) for n in document.notices] == [("damaged", Severity.error)]


def test_the_program_bounds_its_memory() -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_AS)
    assert before[0] != program._MEMORY
    tried(unpacks_to_half_a_gigabyte())
    assert resource.getrlimit(resource.RLIMIT_AS) == before
    assert program._MEMORY < 512 << 20


@cache
def sample() -> bytes:
    return drawn([Part("一、概况"), Part("投入10万元，" * 30), Part(rows=ROWS)], header="自评")


def flipped(data: bytes, seed: int) -> bytes:
    """The data with one byte, or a few, replaced."""
    r = random.Random(seed)
    changed = bytearray(data)
    for _ in range(r.choice([1, 1, 1, 4, 20])):
        changed[r.randrange(len(changed))] = r.randrange(256)
    return bytes(changed)


@pytest.mark.parametrize("percent", range(0, 100, 10))
def test_a_file_cut_short(percent: int) -> None:
    tried(sample()[: len(sample()) * percent // 100])


@pytest.mark.parametrize("seed", range(20))
def test_a_file_with_other_bytes(seed: int) -> None:
    tried(flipped(sample(), seed))


@pytest.mark.slow
def test_files_cut_at_every_percent_and_two_thousand_flips(tmp_path: Path) -> None:
    office = printed(opened([Part("概况"), Part("投入10万元，" * 30), Part(rows=ROWS)]), tmp_path)
    for data in (sample(), office):
        for percent in range(101):
            tried(data[: len(data) * percent // 100])
        for seed in range(1000):
            tried(flipped(data, seed))
