"""OFD files made for the tests: by hand, and with what stands on the pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from xml.sax.saxutils import escape

from linter.reading.pdf.pages import Page, pages_of
from tests.word import package

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAME = 'xmlns:ofd="http://www.ofdspec.org/2016"'
MILLIMETRES = 25.4 / 72


def ofd(*contents: str, templates: Sequence[str] = (), size: str = "0 0 210 297") -> bytes:
    """A file whose pages are these contents; ``templates`` are parts that pages may name by 1, 2 …."""
    pages = "".join(
        f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(contents))
    )
    named = "".join(
        f'<ofd:TemplatePage ID="{n}" BaseLoc="Tpls/{n}.xml"/>' for n in range(1, len(templates) + 1)
    )
    area = f"<ofd:PageArea><ofd:PhysicalBox>{size}</ofd:PhysicalBox></ofd:PageArea>"
    return package(
        {
            "OFD.xml": part("OFD", "<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"),
            "Doc_0/Document.xml": part("Document", f"<ofd:CommonData>{area}{named}</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages>"),
            **{f"Doc_0/Tpls/{n}.xml": page(content) for n, content in enumerate(templates, 1)},
            **{f"Doc_0/Pages/Page_{n}/Content.xml": page(content) for n, content in enumerate(contents)},
        }
    )  # fmt: skip


def part(name: str, content: str) -> str:
    """A part with its root element."""
    return f"{_DECLARATION}<ofd:{name} {_NAME}>{content}</ofd:{name}>"


def page(content: str) -> str:
    """The part of a page: what stands before ``<ofd:Content>`` may be in the content."""
    before, _, objects = content.rpartition("|")
    layer = f'<ofd:Content><ofd:Layer ID="9">{objects}</ofd:Layer></ofd:Content>'
    return part("Page", before + layer)


def text(
    words: str, x: float, y: float, size: float = 4.0, *, steps: str = "", more: str = ""
) -> str:
    """A line of text whose base line begins at a point."""
    delta = f' DeltaX="{steps}"' if steps else ""
    return (
        f'<ofd:TextObject ID="7" Boundary="{x:.3f} {y - size:.3f} 180 {size}" Font="1" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}"{delta}>{escape(words)}</ofd:TextCode></ofd:TextObject>'
    )


def line(x: float, y: float, u: float, v: float) -> str:
    """A drawn line between two points."""
    data = f"M 0 0 L {u - x:.3f} {v - y:.3f}"
    return (
        f'<ofd:PathObject ID="8" Boundary="{x:.3f} {y:.3f} {u - x:.3f} {v - y:.3f}">'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def like(pdf: bytes) -> bytes:
    """A file with the characters and lines of a PDF."""
    pages = pages_of(pdf).pages
    size = f"0 0 {pages[0].width * MILLIMETRES:.4f} {pages[0].height * MILLIMETRES:.4f}"
    return ofd(*("".join(_objects(each)) for each in pages), size=size)


def _objects(page: Page) -> Iterator[str]:
    def down(y: float) -> float:
        return (page.height - y) * MILLIMETRES

    for base, group in groupby(page.chars, key=lambda char: char.base):
        chars = list(group)
        wide = [c.right - c.left for c in chars if ord(c.text) > 0xFF]
        size = (wide[0] if wide else (chars[0].top - chars[0].bottom)) * MILLIMETRES
        lefts = [c.left * MILLIMETRES for c in chars]
        steps = " ".join(f"{b - a:.4f}" for a, b in pairwise(lefts))
        yield text(
            "".join(c.text for c in chars), lefts[0], down(base), round(size, 3), steps=steps
        )
    for left, bottom, right, top in page.rules:
        x, y = (left + right) / 2 * MILLIMETRES, down((top + bottom) / 2)
        if right - left >= top - bottom:
            yield line(left * MILLIMETRES, y, right * MILLIMETRES, y)
        else:
            yield line(x, down(top), x, down(bottom))
