"""A Word file with comments opens in LibreOffice, which knows each of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.engine import lint
from linter.model import Submission
from linter.output import Options, annotate
from linter.reading import read
from linter.rulebook import load
from tests.libreoffice import SOFFICE, converted, needs_libreoffice, text
from tests.output.word.test_annotate import comments
from tests.word import like

pytestmark = needs_libreoffice

NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
MARGIN = 'pdf:writer_pdf_Export:{"ExportNotesInMargin":{"type":"boolean","value":"true"}}'
UI = "share/config/soffice.cfg/modules/swriter"
DRAWS = SOFFICE is not None and (Path(SOFFICE).resolve().parents[1] / UI).is_dir()
FAULTY = Path(__file__).parents[3] / "examples" / "faulty-guobiao2020.md"


def told() -> tuple[bytes, bytes]:
    """A Word file with faults, and its copy with comments."""
    book = load()
    data = like(read(FAULTY.name, FAULTY.read_bytes(), book.header_words))
    document = read("a.docx", data, book.header_words)
    return data, annotate("docx", data, lint(Submission((document,)), book), Options())


@pytest.mark.skipif(not DRAWS, reason="no libreoffice-uiconfig-writer")
def test_comments_stand_in_the_margin(tmp_path: Path) -> None:
    _, copy = told()
    shown = "".join(read("a.pdf", converted(copy, MARGIN, tmp_path)).text.split())
    firsts = ["".join(said.split("\n")[0].split())[:12] for said in comments(copy).values()]
    assert len(firsts) > 5
    assert [words for words in firsts if words not in shown] == []
    assert shown.count("绩效报告检查") == len(firsts)


def test_every_comment_is_a_note_in_the_pdf(tmp_path: Path) -> None:
    data, copy = told()
    pdf = converted(copy, NOTES, tmp_path)
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Subtype ?/Text\b", pdf)) == len(comments(copy)) > 5
    assert text(copy, tmp_path) == text(data, tmp_path)
