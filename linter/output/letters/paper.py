"""A small Word file as offices lay out letters (GB/T 9704): bytes of a few parts in a zip.

Written by hand, as ``output.word`` does: the few elements that a letter needs are less than a
library that wants lxml, which does not run in WebAssembly.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape

from linter.output.safe import plain

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MADE = (1980, 1, 1, 0, 0, 0)
"""The same letter has the same bytes."""
_WIDTH = 8845
"""Of the text between the margins, in twips."""
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")

Style = Literal["Title", "Address", "Body", "Heading1", "Heading2", "Signed", "Cell", "Head"]


class Paper:
    """A letter's paragraphs and tables, in order."""

    def __init__(self) -> None:
        self._body: list[str] = []

    def add(self, text: str, style: Style = "Body", *, new_page: bool = False) -> None:
        """A paragraph, on a new page if so wished."""
        self._body.append(_paragraph(text, style, "<w:pageBreakBefore/>" if new_page else ""))

    def keep(self) -> None:
        """What was added last stays on one page with what follows."""
        self._body[-1] = self._body[-1].replace("</w:pPr>", "<w:keepNext/></w:pPr>", 1)

    def table(self, titles: Sequence[str], shares: Sequence[int], rows: list[list[str]]) -> None:
        """A table whose titles come again on each page; ``shares`` are percents of the width."""
        widths = [_WIDTH * share // 100 for share in shares]
        edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:color="000000"/>' for edge in _EDGES)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        self._body.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        self._body.append(_row(titles, widths, "Head", "<w:tblHeader/>"))
        self._body += (_row(row, widths, "Cell") for row in rows)
        self._body.append("</w:tbl>")

    def bytes(self) -> bytes:
        """The Word file."""
        page = (
            '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" '
            'w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>'
        )
        document = _part("document", f"<w:body>{''.join(self._body)}{page}</w:body>")
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for name, text in (*_PARTS, ("word/document.xml", document)):
                info = zipfile.ZipInfo(name, _MADE)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, text)
        return stream.getvalue()


def _paragraph(text: str, style: Style, properties: str = "") -> str:
    lines = '</w:t><w:br/><w:t xml:space="preserve">'.join(escape(plain(text)).split("\n"))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{lines}</w:t></w:r></w:p>'
    )


def _row(texts: Sequence[str], widths: Sequence[int], style: Style, properties: str = "") -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{_paragraph(text, style)}</w:tc>"
        for text, width in zip(texts, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def _part(root: str, content: str) -> str:
    return f'{_XML}<w:{root} xmlns:w="{_W}" xmlns:r="{_R}">{content}</w:{root}>'


def _style(name: str, title: str, font: str, size: int, paragraph: str, run: str = "") -> str:
    """A paragraph's style; ``size`` is in half points."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/><w:qFormat/>'
        f'<w:pPr>{paragraph}</w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" '
        f'w:eastAsia="{font}" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>{run}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _styles() -> str:
    line, keep = '<w:spacing w:line="600" w:lineRule="exact"/>', "<w:keepNext/>"
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    middle = '<w:jc w:val="center"/>'
    title = f'{keep}<w:spacing w:after="300" w:line="640" w:lineRule="exact"/>{middle}'
    last = '<w:spacing w:before="200" w:line="600" w:lineRule="exact"/>'
    cell = '<w:spacing w:before="40" w:after="40"/>'
    upper, lower = ('<w:outlineLvl w:val="0"/>', '<w:outlineLvl w:val="1"/>')
    heading = f"{keep}{line}{indent}"
    return _part(
        "styles",
        "".join((
            _style("Title", "Title", "方正小标宋简体", 44, title),
            _style("Address", "Address", "仿宋_GB2312", 32, line),
            _style("Body", "Body Text", "仿宋_GB2312", 32, f'{line}{indent}<w:jc w:val="both"/>'),
            _style("Heading1", "heading 1", "黑体", 32, heading + upper),
            _style("Heading2", "heading 2", "楷体_GB2312", 32, heading + lower, "<w:b/>"),
            _style("Signed", "Signature", "仿宋_GB2312", 32, f'{last}<w:jc w:val="right"/>'),
            _style("Cell", "Table Text", "宋体", 21, cell),
            _style("Head", "Table Heading", "黑体", 21, cell + middle),
            _style("Footer", "footer", "宋体", 28, middle),
        )),
    )  # fmt: skip


def _footer() -> str:
    """The page's number between dashes."""
    field = "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{inside}'
        for kind, inside in (
            ("begin", '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'),
            ("separate", "<w:r><w:t>1</w:t></w:r>"),
            ("end", ""),
        )
    )
    dash = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'.format
    return _part(
        "ftr",
        f'<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{dash("— ")}{field}{dash(" —")}</w:p>',
    )


def _relations(*targets: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{_R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _types() -> str:
    parts = {"document": "document.main", "styles": "styles", "footer": "footer"}
    items = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>'
    )


_PARTS = (
    ("[Content_Types].xml", _types()),
    ("_rels/.rels", _relations(("officeDocument", "word/document.xml"))),
    (
        "word/_rels/document.xml.rels",
        _relations(("styles", "styles.xml"), ("footer", "footer.xml")),
    ),
    ("word/styles.xml", _styles()),
    ("word/footer.xml", _footer()),
)
