"""The effective layout of Word files: fonts, sizes and spacing through every layer that has them."""

from __future__ import annotations

import pytest

from linter.layout import Look, Page
from linter.model import Document
from linter.reading import read
from tests.word import (
    MAIN,
    abstract,
    box,
    docx,
    field,
    level,
    num,
    p,
    part,
    r,
    style,
    tbl,
    tc,
    theme,
)

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="宋体"/>'
    '<w:sz w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:line="360" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
)


def looks(body: str, **parts: str) -> list[tuple[str, Look]]:
    """Each stretch of a body with its look."""
    document = read("a.docx", docx(body, **parts))
    return told(document)


def told(document: Document) -> list[tuple[str, Look]]:
    assert document.layout is not None
    return [(document.text[s.start : s.end], s.look) for s in document.layout.stretches]


def fonts(body: str, **parts: str) -> list[tuple[str, str | None, object]]:
    return [(text, look.font, look.size) for text, look in looks(body, **parts)]


def test_layers_lie_over_one_another() -> None:
    styles = (
        DEFAULTS
        + style("a", '<w:sz w:val="32"/>', '<w:jc w:val="center"/>', default=True)
        + style("b", '<w:rFonts w:eastAsia="黑体"/><w:b/>', based="a")
        + style("c", '<w:rFonts w:eastAsia="楷体"/><w:b/>', kind="character")
    )
    run = '<w:rStyle w:val="c"/><w:rFonts w:ascii="Times New Roman"/>'
    body = p("甲") + p(
        r("乙") + r("丙", run) + r("丁", '<w:sz w:val="28"/><w:b w:val="0"/>'), style="b"
    )
    known = {"times": 1.5, "align": "center", "indent": 0.0}
    assert looks(body, styles=styles) == [
        ("甲", Look("宋体", "Arial", 16.0, False, **known)),
        ("乙", Look("黑体", "Arial", 16.0, True, **known)),
        ("丙", Look("楷体", "Times New Roman", 16.0, False, **known)),  # said twice, it is off
        ("丁", Look("黑体", "Arial", 14.0, False, **known)),
    ]


@pytest.mark.parametrize(
    ("language", "font"),
    [("zh-CN", "等线"), ("zh-TW", "新細明體"), ("ja-JP", "游明朝"), ("", "等线")],
)
def test_fonts_of_the_theme(language: str, font: str) -> None:
    settings = f'<w:themeFontLang w:eastAsia="{language}"/>'
    run = '<w:rFonts w:ascii="Arial" w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/>'
    ((_, look),) = looks(
        p(r("甲乙", run)),
        theme=theme("Calibri", Hans="等线", Hant="新細明體", Jpan="游明朝"),
        settings=settings,
    )
    assert (look.font, look.latin) == (font, "Calibri")


def test_a_font_over_one_of_the_theme() -> None:
    styles = style("a", '<w:rFonts w:eastAsiaTheme="majorEastAsia"/>', default=True)
    body = p(r("甲")) + p(r("乙", '<w:rFonts w:eastAsia="仿宋_GB2312"/>'))
    found = fonts(body, styles=styles, theme=theme("Calibri", ea="黑体"))
    assert found == [("甲", "黑体", None), ("乙", "仿宋_GB2312", None)]


@pytest.mark.parametrize(
    ("properties", "points", "times"),
    [
        ('<w:spacing w:line="560" w:lineRule="exact"/>', 28.0, None),
        ('<w:spacing w:line="579" w:lineRule="atLeast"/>', 28.95, None),
        ('<w:spacing w:line="360"/>', None, 1.5),
        ('<w:spacing w:before="10"/>', None, 1.5),
        ("", None, 1.5),
    ],
)
def test_distance_of_lines(properties: str, points: float | None, times: float | None) -> None:
    ((_, look),) = looks(p("甲", properties=properties), styles=DEFAULTS)
    assert (look.points, look.times) == (points, times)


@pytest.mark.parametrize(
    ("pitch", "kind", "properties", "points", "times"),
    [
        (579, "lines", "", 28.95, None),
        (579, "lines", '<w:spacing w:line="360"/>', 43.42, None),
        (579, "lines", '<w:snapToGrid w:val="0"/>', None, 1.0),
        (312, "lines", "", None, 1.0),  # 16 points find no room in 15.6
        (579, "default", "", None, 1.0),
    ],
)
def test_a_grid_spaces_lines(
    pitch: int, kind: str, properties: str, points: float | None, times: float | None
) -> None:
    body = p(r("甲", '<w:sz w:val="32"/>'), properties=properties)
    grid = f'<w:sectPr><w:docGrid w:type="{kind}" w:linePitch="{pitch}"/></w:sectPr>'
    ((_, look),) = looks(body + grid)
    assert (look.points, look.times) == (points, times)


@pytest.mark.parametrize(
    ("properties", "indent"),
    [
        ('<w:ind w:firstLine="640"/>', 2.0),
        ('<w:ind w:firstLineChars="200" w:firstLine="420"/>', 2.0),
        ('<w:ind w:firstLineChars="0" w:firstLine="640"/>', 2.0),
        ('<w:ind w:hanging="640"/>', -2.0),
        ('<w:ind w:left="640"/>', 0.0),
    ],
)
def test_indent_of_the_first_line(properties: str, indent: float) -> None:
    ((_, look),) = looks(p(r("甲", '<w:sz w:val="32"/>'), properties=properties))
    assert look.indent == indent


def test_a_list_sets_its_paragraphs_in() -> None:
    more = '<w:pPr><w:ind w:firstLine="640"/></w:pPr>'
    numbering = abstract(0, level(0, "decimal", "%1.").replace("</w:lvl>", more + "</w:lvl>"))
    listed = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    styles = (
        DEFAULTS
        + style("a", '<w:sz w:val="32"/>', '<w:ind w:firstLine="320"/>', default=True)
        + style("b", "", listed, based="a")
        + style("c", "", '<w:ind w:firstLine="0"/>', based="b")
    )
    body = (
        p("无")
        + p("甲", listed=(1, 0))
        + p("乙", style="b")
        + p("丙", style="c")
        + p("丁", listed=(1, 0), properties='<w:ind w:firstLine="960"/>')
    )
    found = looks(body, styles=styles, numbering=numbering + num(1, 0))
    assert [(text, look.indent) for text, look in found] == [
        ("无", 1.0), ("甲", 2.0), ("乙", 2.0), ("丙", 0.0), ("丁", 3.0),
    ]  # fmt: skip


def test_tables_have_styles_of_their_own() -> None:
    styles = (
        DEFAULTS + style("t", '<w:sz w:val="18"/>', kind="table") + style("a", "", default=True)
    )
    table = tbl(("甲", tc(p("乙") + tbl(("丙",))))).replace(
        "<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr>', 1
    )
    assert fonts(p("前") + table + p("后"), styles=styles) == [
        ("前", "宋体", 10.5), ("甲", "宋体", 9.0), ("乙", "宋体", 9.0), ("丙", "宋体", 10.5),
        ("后", "宋体", 10.5),
    ]  # fmt: skip


def test_stretches_are_the_very_characters() -> None:
    body = (
        p(r("甲\u200b乙") + r("丙", '<w:sz w:val="24"/>') + r("<w:lastRenderedPageBreak/><w:t>丁</w:t>"))
        + p("", properties='<w:jc w:val="center"/>')
        + p(r("框") + box(p("框中")))
        + p(field("PAGE", r("戊")) + r("己", '<w:b/>'))
    )  # fmt: skip
    assert [text for text, _ in looks(body)] == ["甲", "乙", "丙", "丁", "框", "戊", "己"]


def test_automatic_numbers_notes_and_margins_are_left_out() -> None:
    numbering = abstract(0, level(0, "chineseCounting", "%1、")) + num(1, 0)
    document = read(
        "a.docx", docx(p("概况", listed=(1, 0)), numbering=numbering, header1=p("页眉"))
    )
    assert document.text == "一、概况\n页眉"
    assert [text for text, _ in told(document)] == ["概况"]


UPRIGHT = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984" '
    'w:left="1474" w:right="1474" w:gutter="113"/></w:sectPr>'
)
ASIDE = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr>'


def test_pages_by_sections() -> None:
    document = read("a.docx", docx(p("甲") + p("乙", properties=ASIDE) + p("丙") + UPRIGHT))
    assert document.layout is not None
    assert document.layout.pages == (
        Page(0, 297.0, 210.0, numbered=False),
        Page(4, 210.0, 297.0, 37.0, 35.0, 28.0, 26.0, numbered=False),
    )


@pytest.mark.parametrize(
    ("footer", "numbered"),
    [
        (p(field(" PAGE \\* MERGEFORMAT ", r("1"))), True),
        (p('<w:fldSimple w:instr=" page "><w:r><w:t>1</w:t></w:r></w:fldSimple>'), True),
        (p(r("<w:pgNum/>")), True),
        (p(field(" NUMPAGES ", r("9"))), False),
        (p("第1页"), False),
    ],
)
def test_numbers_of_pages(footer: str, numbered: bool) -> None:
    document = read("a.docx", docx(p("甲") + UPRIGHT, footer1=footer))
    assert document.layout is not None
    assert [page.numbered for page in document.layout.pages] == [numbered]


@pytest.mark.parametrize(
    "parts",
    [
        {"styles": style("a", based="b") + style("b", based="a", default=True)},
        {"styles": '<w:style w:styleId="a" w:type="paragraph" w:default="1"><w:rPr><w:sz w:val="x"/></w:rPr></w:style>'},
        {"theme": "<w:broken/>"},
        {"settings": "<w:themeFontLang/>"},
        {"numbering": num(1, 7)},
    ],
)  # fmt: skip
def test_odd_parts_leave_it_unsaid(parts: dict[str, str]) -> None:
    body = p(r("甲", '<w:rFonts w:eastAsiaTheme="minorEastAsia"/>'), listed=(1, 0))
    ((text, look),) = looks(body, **parts)
    assert (text, look.font, look.size) == ("甲", None, None)


def test_damaged_parts_are_done_without() -> None:
    data = docx(p("甲"), styles="", files={"word/styles.xml": "<w:styles"})
    assert [(text, look.size) for text, look in told(read("a.docx", data))] == [("甲", None)]


def test_other_formats_have_none() -> None:
    assert read("a.txt", "甲".encode()).layout is None
    assert read("a.docx", b"PK").layout is None


def test_strict_files_too() -> None:
    body = p(r("甲", '<w:sz w:val="32"/>'))
    document = part("document", f"<w:body>{body}</w:body>").replace(
        MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    strict = docx("", files={"word/document.xml": document})
    assert [(text, look.size) for text, look in told(read("a.docx", strict))] == [("甲", 16.0)]
