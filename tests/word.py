"""Word files made by hand for the tests: small XML, put together into a package."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape

from linter.model import Document

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": MAIN,
        "r": RELATIONS,
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    }.items()
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in range(1, 7)
)
"""Styles whose ids are 1 to 6: headings of these levels."""


def part(name: str, content: str) -> str:
    """A whole part with ``name`` as its root element."""
    root = "a:theme" if name == "theme" else f"w:{name}"
    return f"{_DECLARATION}<{root} {_NAMESPACES}>{content}</{root}>"


def package(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def docx(
    body: str,
    *,
    files: Mapping[str, str | bytes] | None = None,
    related: Sequence[str] = (),
    main: str = "word/document.xml",
    **parts: str,
) -> bytes:
    """A Word file.

    ``parts`` are contents by the names of their parts (styles, numbering, header1 …), ``files``
    further files as they are, ``related`` names of files that the body refers to.
    """
    roots = {name: name for name in ("numbering", "styles", "comments", "settings", "theme")}
    kinds = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
    folder = main.rpartition("/")[0]
    made: dict[str, str | bytes] = {}
    relations, types = [], [(main, "document.main")]
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        made[f"{folder}/{name}.xml"] = part(roots.get(kind) or kinds[kind], content)
        types.append((f"{folder}/{name}.xml", kind))
        relations.append((kind, f"{name}.xml"))
    relations += [("image", name) for name in related]
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_TYPE}.{kind}+xml"/>' for name, kind in types
    )
    name = main.rpartition("/")[2]
    return package(
        {
            "[Content_Types].xml": f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
            "_rels/.rels": _relations([("officeDocument", main)]),
            f"{folder}/_rels/{name}.rels": _relations(relations),
            main: part("document", f"<w:body>{body}</w:body>"),
            **made,
            **(files or {}),
        }
    )


def _relations(relations: Iterable[tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(relations, 1)
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def t(text: str) -> str:
    """Text inside a run."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(content: str, properties: str = "") -> str:
    """A run: of text, or of elements."""
    inside = content if content.startswith("<") else t(content)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inside}</w:r>"


def p(
    content: str = "",
    *,
    style: str | int | None = None,
    listed: tuple[int, int] | None = None,
    properties: str = "",
) -> str:
    """A paragraph of text, or of runs; ``listed`` is its numbering and level."""
    said = f'<w:pStyle w:val="{style}"/>' if style is not None else ""
    if listed:
        said += f'<w:numPr><w:ilvl w:val="{listed[1]}"/><w:numId w:val="{listed[0]}"/></w:numPr>'
    said += properties
    inside = content if content.startswith("<") or not content else r(content)
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{inside}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    """A cell of text, or of blocks."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{inside}</w:tc>"


def tbl(*rows: Sequence[str]) -> str:
    """A table of rows of cells, which are texts or cells."""
    laid = "".join(
        f"<w:tr>{''.join(c if c.startswith('<w:tc>') else tc(c) for c in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{laid}</w:tbl>"


def span(columns: int) -> str:
    """The property of a cell over several columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


def style(
    name: str,
    run: str = "",
    paragraph: str = "",
    *,
    kind: str = "paragraph",
    based: str = "",
    default: bool = False,
) -> str:
    """A style with properties of runs and of paragraphs."""
    said = f'<w:name w:val="{name}"/>' + (f'<w:basedOn w:val="{based}"/>' if based else "")
    said += f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    said += f"<w:rPr>{run}</w:rPr>" if run else ""
    own = ' w:default="1"' if default else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}"{own}>{said}</w:style>'


def theme(latin: str, ea: str = "", **scripts: str) -> str:
    """The fonts of a theme, the same for headings and text."""
    fonts = "".join(f'<a:font script="{s}" typeface="{f}"/>' for s, f in scripts.items())
    fonts = f'<a:latin typeface="{latin}"/><a:ea typeface="{ea}"/><a:cs typeface=""/>{fonts}'
    inside = "".join(f"<a:{name}Font>{fonts}</a:{name}Font>" for name in ("major", "minor"))
    scheme = f'<a:fontScheme name="f">{inside}</a:fontScheme>'
    return f"<a:themeElements>{scheme}</a:themeElements>"


def field(instruction: str, result: str) -> str:
    """A complex field."""
    marks = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    instruction = f"<w:instrText>{instruction}</w:instrText>"
    return "".join(map(r, (marks[0], instruction, marks[1]))) + result + r(marks[2])


def level(
    number: int, form: str, text: str, more: str = "", *, gap: str = "tab", start: int = 1
) -> str:
    """A level of a numbering; ``more`` stands where lvlRestart, pStyle and isLgl do."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="{gap}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    """An abstract numbering."""
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, overrides: str = "") -> str:
    """A list."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def restarted(number: int, start: int) -> str:
    """An override of a level's start."""
    return f'<w:lvlOverride w:ilvl="{number}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def note(name: int, text: str) -> str:
    """A footnote; its mark stands in ``reference``."""
    return f'<w:footnote w:id="{name}">{p(r("<w:footnoteRef/>") + r(text))}</w:footnote>'


def reference(name: int) -> str:
    """A run with the mark of a footnote."""
    return r(f'<w:footnoteReference w:id="{name}"/>')


def box(content: str) -> str:
    """A run with a text box, written for newer and older programs as Word does."""
    inside = f"<w:txbxContent>{content}</w:txbxContent>"
    extent = '<wp:extent cx="2000000" cy="600000"/><wp:docPr id="1" name="box"/>'
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="2000000" cy="600000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    graphic = f'<a:graphic><a:graphicData uri="{uri}">{shape}</a:graphicData></a:graphic>'
    return r(
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>{extent}{graphic}'
        f"</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"
    )


def like(document: Document) -> bytes:
    """A Word file with the paragraphs, headings and tables of a document."""
    blocks: list[tuple[int, str]] = []
    for block in document.blocks:
        if block.kind != "cell":
            words = document.text[block.start : block.end].lstrip("#").strip()
            blocks.append((block.start, p(words, style=block.level)))
    for table in document.tables:
        rows = [
            _laid({cell.column: document.text[cell.start : cell.end] for cell in row})
            for row in table.rows
        ]
        blocks.append((table.start, tbl(*rows)))
    return docx("".join(xml for _, xml in sorted(blocks)), styles=STYLES)


def _laid(cells: Mapping[int, str]) -> list[str]:
    return [cells.get(column, "") for column in range(max(cells, default=-1) + 1)]
