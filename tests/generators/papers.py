"""Reports laid out on pages: drawn by reportlab, or printed by LibreOffice as an office does it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from linter.model import Document

FONT = "STSong-Light"
MARGIN = 72.0

Rows = list[list[str]]


@dataclass(frozen=True)
class Part:
    """A paragraph or heading, or a table's rows."""

    text: str = ""
    heading: bool = False
    rows: Rows = field(default_factory=list)


def parts(document: Document) -> Iterator[Part]:
    """What a document consists of, in reading order."""
    tables = {table.start: table for table in document.tables}
    end = 0
    for block in document.blocks:
        if block.kind == "cell" and block.start < end:
            continue
        if block.kind == "cell":
            table = next(t for t in tables.values() if t.start <= block.start < t.end)
            end = table.end
            width = max(cell.column for row in table.rows for cell in row) + 1
            rows: Rows = []
            for row in table.rows:
                rows.append([""] * width)
                for cell in row:
                    rows[-1][cell.column] = document.text[cell.start : cell.end]
            yield Part(rows=rows)
        else:
            yield Part(document.text[block.start : block.end], block.kind == "heading")


def drawn(
    contents: Sequence[Part],
    *,
    ruled: bool = True,
    header: str = "",
    numbered: bool = True,
    columns: int = 1,
    indent: bool = True,
    size: float = 12,
    table_style: Sequence[Any] = (),
    repeat: int = 1,
    encrypt: Any = None,
) -> bytes:
    """A PDF of these parts; ``encrypt`` is a user password or reportlab's own object."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    body = ParagraphStyle(
        "body", fontName=FONT, fontSize=size, leading=size * 1.6, wordWrap="CJK",
        firstLineIndent=2 * size if indent else 0, spaceAfter=0 if indent else size * 0.6,
    )  # fmt: skip
    cell = ParagraphStyle("cell", fontName=FONT, fontSize=9, leading=12, wordWrap="CJK")
    gap = 20.0
    width = (A4[0] - 2 * MARGIN - gap * (columns - 1)) / columns
    frames = [
        Frame(MARGIN + n * (width + gap), MARGIN, width, A4[1] - 2 * MARGIN, 0, 0, 0, 0)
        for n in range(columns)
    ]

    def furnish(canvas: Canvas, _: object) -> None:
        canvas.setFont(FONT, 9)
        if header:
            canvas.drawCentredString(A4[0] / 2, A4[1] - 40, header)
        if numbered:
            canvas.drawCentredString(A4[0] / 2, 36, f"— {canvas.getPageNumber()} —")

    story: list[Flowable] = []
    for part in contents:
        if not part.rows:
            story.append(Paragraph(escape(part.text), body))
            continue
        rows = [[Paragraph(escape(word), cell) for word in row] for row in part.rows]
        grid = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if ruled else []
        style = [*grid, ("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *table_style]
        story += [
            Spacer(1, 6),
            Table(
                rows,
                colWidths=[width / len(rows[0])] * len(rows[0]),
                repeatRows=repeat,
                style=style,
            ),
            Spacer(1, 6),
        ]
    stream = io.BytesIO()
    template = PageTemplate("page", frames, onPage=furnish)
    made = BaseDocTemplate(
        stream, pagesize=A4, pageTemplates=[template], encrypt=encrypt, invariant=1
    )
    made.build(story)
    return stream.getvalue()


def canvas_page(
    draw: Any, pages: int = 1, size: tuple[float, float] = A4, rotate: int = 0
) -> bytes:
    """A PDF drawn by hand: ``draw(canvas, number)`` for each page."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont(FONT, 12)
        if rotate:
            canvas.setPageRotation(rotate)
        draw(canvas, number)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


_FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:language="zh"
 fo:country="CN" style:language-asian="zh" style:country-asian="CN" fo:font-size="12pt"
 style:font-size-asian="12pt" style:font-name-asian="Noto Serif CJK SC"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties
 fo:text-indent="24pt" fo:line-height="150%" fo:text-align="justify"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties
 fo:text-indent="24pt" fo:line-height="150%"/><style:text-properties fo:font-weight="bold"
 style:font-weight-asian="bold"/></style:style>
<style:style style:name="Title" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/><style:text-properties fo:font-size="18pt"
 style:font-size-asian="18pt"/></style:style>
<style:style style:name="Cell" style:family="paragraph"><style:text-properties
 fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
<style:style style:name="Middle" style:family="paragraph"><style:paragraph-properties
 fo:text-align="center"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Box" style:family="table-cell"><style:table-cell-properties
 fo:border="0.5pt solid #000000" fo:padding="2pt" style:vertical-align="middle"/></style:style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm"
 fo:page-height="29.7cm" fo:margin="2.5cm"/><style:header-style/><style:footer-style/>
</style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">
<style:header><text:p text:style-name="Middle">HEADER</text:p></style:header>
<style:footer><text:p text:style-name="Middle">第<text:page-number/>页 共<text:page-count/>页</text:p>
</style:footer></style:master-page></office:master-styles>
<office:body><office:text>BODY</office:text></office:body></office:document>
"""


def opened(contents: Sequence[Part], header: str = "绩效自评报告") -> bytes:
    """The parts as a flat OpenDocument text, which LibreOffice prints."""
    body = []
    for number, part in enumerate(contents):
        if part.rows:
            body.append(_table(number, part.rows))
            continue
        style = "Title" if number == 0 else "Head" if part.heading else "Body"
        body.append(f'<text:p text:style-name="{style}">{escape(part.text)}</text:p>')
    return _FODT.replace("HEADER", header).replace("BODY", "\n".join(body)).encode()


def _table(number: int, rows: Rows) -> str:
    lines = []
    for row in rows:
        cells = "".join(
            '<table:table-cell table:style-name="Box"><text:p text:style-name="Cell">'
            f"{escape(word)}</text:p></table:table-cell>"
            for word in row
        )
        lines.append(f"<table:table-row>{cells}</table:table-row>")
    first = f"<table:table-header-rows>{lines[0]}</table:table-header-rows>"
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    rest = "".join(lines[1:])
    return f'<table:table table:name="T{number}">{columns}{first}{rest}</table:table>'


def printed(source: bytes, folder: Path, name: str = "report.fodt") -> bytes:
    """A document of any kind that LibreOffice opens, as the PDF that it makes of it."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is not installed"
    (folder / name).write_bytes(source)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), name]
    subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=120)
    return (folder / name).with_suffix(".pdf").read_bytes()
