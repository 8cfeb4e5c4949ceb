"""A Word file with comments opens in LibreOffice, which knows each of them."""

from __future__ import annotations

import re
from pathlib import Path

from linter.engine import lint
from linter.model import Submission
from linter.output import Options, annotate
from linter.reading import read
from linter.rulebook import load
from tests.libreoffice import converted, needs_libreoffice, text
from tests.output.word.test_annotate import comments
from tests.word import like

pytestmark = needs_libreoffice

NOTES = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
FAULTY = Path(__file__).parents[3] / "examples" / "faulty-guobiao2020.md"


def test_every_comment_is_a_note_in_the_pdf(tmp_path: Path) -> None:
    book = load()
    data = like(read(FAULTY.name, FAULTY.read_bytes(), book.header_words))
    document = read("a.docx", data, book.header_words)
    told = annotate("docx", data, lint(Submission((document,)), book), Options())
    pdf = converted(told, NOTES, tmp_path)
    assert pdf.startswith(b"%PDF-")
    assert len(re.findall(rb"/Subtype ?/Text\b", pdf)) == len(comments(told)) > 10
    assert text(told, tmp_path) == text(data, tmp_path)
