"""What reading a Word file costs over the same text, and over bare unzipping and parsing."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

from linter.engine import lint
from linter.model import Submission
from linter.output import Options, annotate
from linter.reading import read
from linter.rulebook import load
from tests.benchmarks.timing import in_turns
from tests.generators.reports import reports
from tests.word import STYLES, docx, like

pytestmark = [pytest.mark.slow, pytest.mark.alone]

CHARACTERS, TABLES = 12_000, 10
"""Twenty pages with ten tables."""
PARSED, ANNOTATED = 5.0, 5.0
"""What reading may take over the text, in times of unzipping and parsing alone; and writing comments,
in times of reading: about twice what was measured."""
GOAL = "goal: at most 25 ms more than the same text as .txt"
RUN = re.compile(r'<w:r><w:t xml:space="preserve">([^<]*)</w:t></w:r>')
ROWS = "\n".join(f"产出指标\t数量指标\t指标{n}\t≥{n}场\t{n}场\t10\t10" for n in range(1, 8))
TABLE = f"一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n{ROWS}\n"


def cut(match: re.Match[str]) -> str:
    """A run as Word writes it: in pieces, each with its font."""
    properties = '<w:rPr><w:rFonts w:ascii="仿宋" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>'
    pieces = [match[1][at : at + 20] for at in range(0, len(match[1]) or 1, 20)]
    return "".join(
        f'<w:r>{properties}<w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in pieces
    )


def both() -> tuple[bytes, bytes]:
    """The same report as text and as a Word file."""
    lines = "\n".join(made.text for made in reports(3, 20)).split("\n")
    text, share = "", CHARACTERS // TABLES
    for _ in range(TABLES):
        start = len(text)
        while len(text) - start < share and lines:
            text += lines.pop(0) + "\n"
        text += f"\n{TABLE}\n"
    whole = like(read("a.txt", text.encode()))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        body = archive.read("word/document.xml").decode().split("<w:body>")[1].split("</w:body>")[0]
    return text.encode(), docx(RUN.sub(cut, body), styles=STYLES)


def parsed(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in ("word/document.xml", "word/styles.xml"):
            ET.fromstring(archive.read(name))  # noqa: S314 - made here


def test_a_word_file_beside_its_text() -> None:
    text, word = both()
    book = load()
    document = read("a.docx", word, book.header_words)
    assert len(document.tables) >= TABLES
    bare, plain, ours = in_turns(
        lambda: parsed(word),
        lambda: read("a.txt", text, book.header_words),
        lambda: read("a.docx", word, book.header_words),
        rounds=40,
    )
    print(
        f"\n{GOAL}\nread {len(document.text)} characters, {len(document.tables)} tables: .docx "
        f"{ours * 1000:.1f} ms, .txt {plain * 1000:.1f} ms, {(ours - plain) * 1000:+.1f} ms; unzipping and "
        f"parsing alone {bare * 1000:.1f} ms: {ours / bare:.1f} times"
    )
    assert ours - plain <= PARSED * bare


def test_comments_beside_reading() -> None:
    _, word = both()
    book = load()
    report = lint(Submission((read("a.docx", word, book.header_words),)), book)
    out = annotate("docx", word, report, Options())
    reading, ours = in_turns(
        lambda: read("a.docx", word), lambda: annotate("docx", word, report, Options()), rounds=20
    )
    print(
        f"\ncomments on {len(report.findings)} findings: {ours * 1000:.1f} ms; reading "
        f"{reading * 1000:.1f} ms"
    )
    assert len(out) > len(word)
    assert ours <= ANNOTATED * reading
