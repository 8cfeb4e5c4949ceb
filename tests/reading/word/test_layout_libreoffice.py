"""Effective fonts, sizes and spacing beside those that LibreOffice gives the same paragraphs."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from linter.reading import read
from tests.libreoffice import converted, needs_libreoffice
from tests.word import abstract, docx, level, num, p, r, style, tbl, tc, theme

pytestmark = needs_libreoffice

_SPACES = {
    name: f"{{urn:oasis:names:tc:opendocument:xmlns:{where}:1.0}}"
    for name, where in {
        "office": "office", "style": "style", "text": "text", "table": "table",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
}  # fmt: skip
OFFICE, S, X, FO, SVG = (_SPACES[name] for name in ("office", "style", "text", "fo", "svg"))

Told = dict[str, object]


class Flat:
    """A flat OpenDocument text: its styles, and what they come to."""

    def __init__(self, data: bytes) -> None:
        self.root = ET.fromstring(data)  # noqa: S314 - LibreOffice wrote it
        self.styles = {
            (e.get(f"{S}family"), e.get(f"{S}name")): e for e in self.root.iter(f"{S}style")
        }
        self.default = next(
            e for e in self.root.iter(f"{S}default-style") if e.get(f"{S}family") == "paragraph"
        )
        self.faces = {
            e.get(f"{S}name"): e.get(f"{SVG}font-family", "").strip("'")
            for e in self.root.iter(f"{S}font-face")
        }
        self.lists = {
            e.get(f"{S}name"): dict(next(e.iter(f"{S}list-level-label-alignment")).attrib)
            for e in self.root.iter(f"{X}list-style")
        }
        """What lists say of the indent of their first level."""

    def properties(self, family: str, name: str | None) -> dict[str, str]:
        """What a style says, with all that it is based on."""
        chain: list[ET.Element] = []
        while name is not None and (family, name) in self.styles:
            chain.append(self.styles[family, name])
            name = chain[-1].get(f"{S}parent-style-name")
        said: dict[str, str] = {}
        for element in [*([self.default] if family == "paragraph" else []), *reversed(chain)]:
            said |= self.lists.get(element.get(f"{S}list-style-name"), {})
            for kind in ("text", "paragraph"):
                found = element.find(f"{S}{kind}-properties")
                said |= self.named(found.attrib) if found is not None else {}
        return said

    def named(self, said: dict[str, str]) -> dict[str, str]:
        """Properties with the families of fonts, whether told by name or as such."""
        families = dict(said)
        for script, family in (("", f"{FO}font-family"), ("-asian", f"{S}font-family-asian")):
            name = said.get(f"{S}font-name{script}")
            found = said.get(family) or self.faces.get(name)
            if found:
                families[f"{S}font-name{script}"] = found.strip("'")
        return families

    def stretches(self) -> list[tuple[str, Told]]:
        """The text of each span, or paragraph without spans, with what it looks like."""
        found = []
        body = self.root.find(f"{OFFICE}body")
        assert body is not None
        for element in body.iter():
            if element.tag not in (f"{X}p", f"{X}h"):
                continue
            whole = self.properties("paragraph", element.get(f"{X}style-name"))
            if element.text:
                found.append((element.text, self.told(whole)))
            for inside in element.iter(f"{X}span"):
                own = self.properties("text", inside.get(f"{X}style-name"))
                if inside.text:
                    found.append((inside.text, self.told(whole | own)))
        return found

    def told(self, said: dict[str, str]) -> Told:
        height = said.get(f"{FO}line-height", "100%")
        return {
            "font": said.get(f"{S}font-name-asian"),
            "latin": said.get(f"{S}font-name"),
            "size": float(said[f"{S}font-size-asian"].removesuffix("pt")),
            "bold": said.get(f"{S}font-weight-asian", "normal") == "bold",
            "align": {"start": "left", "end": "right", "justify": "both"}.get(
                said.get(f"{FO}text-align", "start"), said.get(f"{FO}text-align")
            ),
            "points": None if height.endswith("%") else length(height),
            "times": float(height[:-1]) / 100 if height.endswith("%") else None,
            "indent": length(said.get(f"{FO}text-indent", "0pt")),
        }


def length(written: str) -> float:
    """A length in points."""
    for unit, points in (("pt", 1.0), ("cm", 72 / 2.54), ("mm", 72 / 25.4), ("in", 72.0)):
        if written.endswith(unit):
            return round(float(written.removesuffix(unit)) * points, 1)
    return 0.0


def ours(data: bytes) -> list[tuple[str, Told]]:
    document = read("a.docx", data)
    assert document.layout is not None
    found = []
    for stretch in document.layout.stretches:
        look = stretch.look
        assert isinstance(look.size, float)
        told: Told = {
            name: getattr(look, name)
            for name in ("font", "latin", "size", "bold", "align", "points", "times")
        }
        told["indent"] = round((look.indent or 0.0) * look.size, 1)
        found.append((document.text[stretch.start : stretch.end], told))
    return found


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="宋体" '
    'w:hAnsi="Arial"/><w:sz w:val="21"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:jc w:val="both"/></w:pPr></w:pPrDefault></w:docDefaults>'
    + style("a", '<w:sz w:val="32"/>', '<w:spacing w:line="560" w:lineRule="exact"/>', default=True)
    + style("b", '<w:rFonts w:eastAsia="黑体"/><w:b/>', '<w:spacing w:line="360" w:lineRule="auto"/>', based="a")
    + style("c", '<w:rFonts w:eastAsia="楷体"/><w:i/>', kind="character")
    + style("e", "", "")
    + style("t", '<w:sz w:val="28"/><w:rFonts w:eastAsia="隶书"/>', '<w:jc w:val="center"/>', kind="table")
    + style("d", '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>', based="a")
)  # fmt: skip
LIST = abstract(
    0,
    level(0, "decimal", "%1.").replace(
        "</w:lvl>", '<w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>'
    ),
) + num(1, 0)
CASES = {
    "defaults and styles": p("甲乙") + p("丙丁", style="b"),
    "runs": p(
        r("甲")
        + r("乙", '<w:rStyle w:val="c"/>')
        + r("丙", '<w:sz w:val="28"/><w:szCs w:val="28"/><w:b/>')
        + r("丁", '<w:rFonts w:eastAsia="仿宋_GB2312" w:ascii="Times New Roman"/>')
    ),
    "theme": p("甲", style="d") + p(r("乙", '<w:rFonts w:eastAsia="仿宋"/>'), style="d"),
    "paragraphs": p("甲", properties='<w:jc w:val="center"/>')
    + p("乙", properties='<w:spacing w:line="480"/>')
    + p("丙", properties='<w:spacing w:line="400" w:lineRule="exact"/><w:ind w:firstLine="640"/>')
    + p("丁", properties='<w:ind w:left="640" w:hanging="640"/>', style="b"),
    "lists": p("甲", listed=(1, 0)) + p("乙", listed=(1, 0), properties='<w:ind w:firstLine="320"/>'),
    "tables": tbl(("甲", "乙")) + p("丙", style="b"),
    "styled tables": tbl((tc(p("甲", style="e")),)).replace(
        "<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr>', 1
    ),
    "indent in characters": p("甲", properties='<w:ind w:firstLineChars="200" w:firstLine="640"/>'),
}  # fmt: skip


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_as_libreoffice_shows_it(body: str, tmp_path: Path) -> None:
    data = docx(
        body,
        styles=STYLES,
        numbering=LIST,
        theme=theme("Calibri", Hans="等线"),
        settings='<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>',
    )
    theirs = Flat(converted(data, "fodt", tmp_path)).stretches()
    assert ours(data) == theirs
