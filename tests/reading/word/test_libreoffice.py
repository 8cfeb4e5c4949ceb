"""What is read from a Word file beside what LibreOffice's text export shows of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.reading import read
from tests.libreoffice import converted, needs_libreoffice, text
from tests.word import (
    abstract,
    box,
    docx,
    field,
    level,
    note,
    num,
    p,
    r,
    reference,
    restarted,
    span,
    tbl,
    tc,
)

pytestmark = needs_libreoffice

AGREED = [
    "decimal",
    "decimalZero",
    "upperRoman",
    "lowerRoman",
    "upperLetter",
    "lowerLetter",
    "ordinal",
    "decimalHalfWidth",
    "japaneseCounting",
    "chineseCounting",
    "chineseCountingThousand",
    "chineseLegalSimplified",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographLegalTraditional",
    "ideographTraditional",
    "ideographZodiac",
    "decimalEnclosedCircle",
    "decimalEnclosedCircleChinese",
    "none",
]
"""Number formats that LibreOffice knows as Word does. It writes plain digits for decimalFullWidth,
decimalEnclosedParen, decimalEnclosedFullstop and numberInDash, and 十 for 10 in ideographDigital."""
VALUES = (1, 2, 9, 10, 11, 20, 21, 30, 99, 100, 101, 110, 111, 120, 1001, 1234, 10000)
HIGHEST = {"upperLetter": 120, "lowerLetter": 120}


def lines(data: bytes) -> list[str]:
    return [" ".join(line.split()) for line in read("a.docx", data).text.split("\n")]


def bare(shown: list[str]) -> list[str]:
    """Lines without white space: LibreOffice writes a space behind every number."""
    return ["".join(line.split()) for line in shown]


def test_number_formats(tmp_path: Path) -> None:
    body, numbering, lists = "", "", ""
    for n, form in enumerate(AGREED, 1):
        numbering += abstract(n, level(0, form, "[%1]"))
        for at, value in enumerate(VALUES):
            if value <= HIGHEST.get(form, value):
                lists += num(n * 100 + at, n, restarted(0, value))
                body += p(f"{form} {value}", listed=(n * 100 + at, 0))
    data = docx(body, numbering=numbering + lists)
    assert bare(lines(data)) == bare(text(data, tmp_path))
    assert len(lines(data)) > 300


LEVELS = (
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3.", gap="space"),
    level(3, "decimal", "%1.%3.%4", "<w:isLgl/>"),
    level(4, "decimalEnclosedCircle", "%5", gap="nothing"),
)


@pytest.mark.parametrize(
    "path",
    [
        [0, 1, 1, 0, 1, 2, 2, 1, 2],
        [0, 1, 2, 3, 3, 4, 4, 3, 4, 2, 3, 0, 1, 2, 3],
        [0, 2, 2, 0, 4, 4],
    ],
)
def test_levels(path: list[int], tmp_path: Path) -> None:
    body = "".join(p(f"文{n}", listed=(1, at)) for n, at in enumerate(path))
    data = docx(body, numbering=abstract(0, *LEVELS) + num(1, 0))
    assert bare(lines(data)) == bare(text(data, tmp_path))


def test_lists_restarts_and_styles(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr>'
        '<w:numId w:val="5"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr>'
        '<w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="numbering" w:styleId="list"><w:name w:val="list"/><w:pPr><w:numPr>'
        '<w:numId w:val="6"/></w:numPr></w:pPr></w:style>'
    )
    headed = (
        level(0, "chineseCounting", "第%1章", '<w:pStyle w:val="h1"/>'),
        level(1, "decimal", "%1.%2", '<w:pStyle w:val="h2"/><w:isLgl/>'),
    )
    numbering = (
        abstract(0, *LEVELS)
        + abstract(1, *headed)
        + abstract(2, '<w:styleLink w:val="list"/>', level(0, "upperLetter", "%1)"))
        + abstract(3, '<w:numStyleLink w:val="list"/>')
        + num(1, 0) + num(2, 0) + num(3, 0, restarted(0, 4)) + num(5, 1) + num(6, 2) + num(7, 3)
    )  # fmt: skip
    body = "".join(
        p(f"文{n}", listed=at)
        for n, at in enumerate(
            [(1, 0), (2, 0), (3, 0), (3, 0), (1, 0), (1, 1), (3, 0), (6, 0), (6, 0)]
        )
    ) + "".join(p(f"题{n}", style=style) for n, style in enumerate(["h1", "h2", "h2", "h1", "h2"]))
    data = docx(body, numbering=numbering, styles=styles)
    assert bare(lines(data)) == bare(text(data, tmp_path))


def test_a_number_through_a_style_of_lists(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="list"><w:name w:val="list"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    numbering = (
        abstract(0, '<w:styleLink w:val="list"/>', level(0, "upperLetter", "%1)"))
        + abstract(1, '<w:numStyleLink w:val="list"/>')
        + num(1, 0) + num(2, 1)
    )  # fmt: skip
    data = docx(p("甲", listed=(2, 0)) + p("乙", listed=(2, 0)), numbering=numbering, styles=styles)
    assert bare(lines(data)) == bare(text(data, tmp_path)) == ["A)甲", "B)乙"]


BODY = (
    p(r("支出") + r("９０", "<w:b/>") + r("万元<&>。"))
    + p(r("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>"))
    + p('<w:hyperlink w:anchor="x">' + r("链接") + "</w:hyperlink>" + r("之后"))
    + f"<w:sdt><w:sdtContent>{p('控件中的段')}</w:sdtContent></w:sdt>"
    + p(f"<w:sdt><w:sdtContent>{r('行内控件')}</w:sdtContent></w:sdt>")
    + p(f'<w:smartTag w:element="x">{r("标记")}</w:smartTag>')
    + p(r("见") + field("REF x", r("第三章")) + r("。"))
    + p(f'{r("修订")}<w:ins w:id="1" w:author="a">{r("新增")}</w:ins>')
    + tbl((tc("合并", span(2)), "得分"), (tc("纵", '<w:vMerge w:val="restart"/>'), "甲", "1"), (tc("", "<w:vMerge/>"), "乙", "2"))
    + p("表后")
    + tbl((p("一格") + p("两段"), "右"))
    + p("末")
)  # fmt: skip


def test_content(tmp_path: Path) -> None:
    """A cell is a line there; a cell of two paragraphs, one text here, two lines."""
    data = docx(BODY)
    ours = [cell for line in read("a.docx", data).text.split("\n") for cell in line.split("\t")]
    theirs = [cell for line in text(data, tmp_path) for cell in line.split("\t")]
    at = theirs.index("一格")
    theirs[at : at + 2] = ["".join(theirs[at : at + 2])]
    assert [cell for cell in bare(ours) if cell] == bare(theirs)


def test_boxes_and_notes(tmp_path: Path) -> None:
    """Its text export leaves them out, save for the note's mark; its own format has each once."""
    body = p(r("正文") + box(p("框中文字"))) + p(r("有注") + reference(1)) + p("末段")
    data = docx(body, footnotes=note(1, "脚注文字"))
    assert lines(data) == ["正文", "框中文字", "有注", "脚注文字", "末段"]
    assert text(data, tmp_path) == ["正文", "有注1", "末段"]
    flat = converted(data, "fodt", tmp_path).decode()
    assert [flat.count(words) for words in lines(data)] == [1] * 5


def test_hidden_text_is_in_its_export_and_not_here(tmp_path: Path) -> None:
    data = docx(p(r("显") + r("藏", "<w:vanish/>")))
    assert (lines(data), text(data, tmp_path)) == (["显"], ["显藏"])


def test_a_level_that_was_skipped_counts_there_and_not_here(tmp_path: Path) -> None:
    """Charity: what comes first is the first, else a list would seem to begin with 2."""
    numbering = abstract(0, *LEVELS) + num(1, 0)
    data = docx(p("甲", listed=(1, 1)) + p("乙", listed=(1, 0)), numbering=numbering)
    assert lines(data) == ["（一）甲", "一、乙"]
    assert bare(text(data, tmp_path)) == ["（一）甲", "二、乙"]
