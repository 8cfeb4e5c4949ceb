from __future__ import annotations

import pytest

from linter.model import Document, WebPlace
from linter.reading import read

HEADERS = frozenset(("一级指标", "三级指标", "分值", "得分"))


def page(inside: str, path: str = "a.html") -> Document:
    return read(path, f"<!DOCTYPE html><html><body>{inside}</body></html>".encode(), HEADERS)


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<p>投入<b>10</b>万元。</p><p>产出20项。", "投入10万元。\n产出20项。"),
        ("<div>一<p>二<p>三</div>四", "一\n二\n三\n四"),
        ("一<br>二<br/>三", "一\n二\n三"),
        ("投入\n  资金\n10 万元\nabc\ndef", "投入资金10 万元abc def"),
        ("A&nbsp;&lt;B&gt; &#8805;90%", "A\u00a0<B> ≥90%"),
        ("<script>var a='<p>x</p>';</script>甲<style>p{}</style>乙<title>t</title>", "甲乙"),
        ("甲<!-- <p>x</p> -->乙<![if !x]>丙<![endif]>", "甲乙丙"),
        ("甲<p style='display: none'>x<p>乙<span hidden>y</span>丙", "甲\n乙丙"),
        ("<div STYLE='mso-hide:all'>x<br><b>y</b></div>乙", "乙"),
        ("<ol><li>甲<li>乙</ol><ul><li>丙</ul>", "1. 甲\n2. 乙\n丙"),
        ("<ol start=3><li><p>甲</p><li value=7>乙<ol type=a><li>丙</ol><li>丁</ol>",
         "3. 甲\n7. 乙\na. 丙\n8. 丁"),
        ("<ol style='list-style-type:cjk-ideographic'><li>甲</ol>", "一、甲"),
        ("1 < 2 <3", "1 < 2 <3"),
        ("甲</b></p></div>乙", "甲\n乙"),
        ('<a title="x>y">甲</a>', "甲"),
        ("甲<!-- 乙", "甲"),
        ("甲<script>乙", "甲"),
        ("甲<p", "甲"),
        ("<P>甲</P><OPTION>乙", "甲\n乙"),
    ],
)  # fmt: skip
def test_what_is_seen(inside: str, text: str) -> None:
    assert page(inside).text == text


def test_headings_have_levels() -> None:
    document = page("<h1>报告</h1><h2>一、概况</h2><p>甲</p>")
    assert [(b.kind, b.level) for b in document.blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", None),
    ]
    assert document.place(4) == WebPlace(2, 2)


def test_a_table_with_spans() -> None:
    document = page(
        "<table><thead><tr><th>一级指标<th colspan=2>三级指标<th>分值<th>得分</thead>"
        "<tr><td rowspan=2>产出<td>甲<td>乙<td>10<td>9<tr><td colspan=2>丙<td>10<td>8</table>后"
    )
    (table,) = document.tables
    rows = [[(document.text[c.start : c.end], c.column) for c in row] for row in table.rows]
    assert rows == [
        [("一级指标", 0), ("三级指标", 1), ("分值", 3), ("得分", 4)],
        [("产出", 0), ("甲", 1), ("乙", 2), ("10", 3), ("9", 4)],
        [("", 0), ("丙", 1), ("10", 3), ("8", 4)],
    ]
    assert document.place(document.text.index("丙")) == WebPlace(10, 1, 1, 3, 2)
    assert document.text.endswith("\n后")


def test_a_table_that_arranges_the_page_is_paragraphs() -> None:
    document = page(
        "<table><tr><td>导航<td><p>正文一。<table><tr><td>支部<td>党员<tr><td>一<td>12</table>"
        "<p>正文二。</table>"
    )
    assert document.text == "导航\n正文一。\n支部\t党员\n一\t12\n正文二。"
    assert len(document.tables) == 1


def test_paragraphs_of_a_cell() -> None:
    document = page("<table><tr><td><p>数量</p><p>指标</p><td>a<br>b<tr><td>1<td>2</table>")
    assert document.text == "数量 指标\ta b\n1\t2"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "big5"])
def test_encodings(encoding: str) -> None:
    meta = f'<meta charset="{encoding}">' if encoding == "big5" else ""
    data = f"<html>{meta}<p>績效自評報告，預算執行率</p></html>".encode(encoding)
    document = read("a.htm", data)
    assert (document.text, document.notices) == ("績效自評報告，預算執行率", ())


def test_a_web_archive() -> None:
    data = (
        b"From: <Saved>\nSubject: x\n y\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n"
        b"--B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n"
        b"--B\nContent-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"<html><p>=CD=B6=C8=EB10</p></html>\n--B--\n"
    )
    assert read("a.mht", data).text == "投入10"
    assert [
        n.slug for n in read("a.mht", b"MIME-Version: 1.0\nContent-Type: image/png\n\nAA").notices
    ] == ["damaged"]


def test_a_word_page() -> None:
    """As Word saves one: numbers in conditional comments' place, o:p elements, lines cut anywhere."""
    document = page(
        "<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US>"
        "<span style='mso-list:Ignore'>一、</span></span><![endif]>项目基\n本情况<o:p></o:p></p>"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>",
        "a.doc",
    )
    assert document.text.strip() == "一、项目基本情况"
    assert [n.slug for n in document.notices] == ["wrong-suffix"]


def test_a_page_with_nothing() -> None:
    assert page("").place(0) == WebPlace(1)
