from __future__ import annotations

import pytest

from linter.model import Document, WordPlace
from linter.reading import read
from tests.word import box, docx, field, note, p, r, reference, tbl

HYPERLINK = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'


def document(body: str, **parts: str) -> Document:
    return read("a.docx", docx(body, **parts))  # type: ignore[arg-type]


def text(body: str, **parts: str) -> str:
    return document(body, **parts).text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("预算") + r("１０") + r("万元"), "预算１０万元"),
        (r("<w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:cr/><w:t>丙</w:t>"), "甲\t乙\n丙"),
        (r("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/>"), "a-b"),
        (r('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t>'), "☑是"),
        (r('<w:sym w:font="Symbol" w:char="00B3"/><w:t>90%</w:t>'), "≥90%"),
        (r('<w:sym w:font="x" w:char="nonsense"/><w:t>甲</w:t>'), " 甲"),
        (HYPERLINK.format(r("链接")) + r("后"), "链接后"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:smartTag>{r('标记')}</w:smartTag>", "标记"),
        (f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>', "3"),
        (r("共") + field("FORMULA", r("120")) + r("万元"), "共120万元"),
        (field(" IF ", field("MERGEFIELD", r("乙"))), "乙"),
        (
            r('<w:fldChar w:fldCharType="begin"/>')
            + field("PAGE", r("藏"))
            + r('<w:fldChar w:fldCharType="separate"/>')
            + r("见")
            + r('<w:fldChar w:fldCharType="end"/>'),
            "见",
        ),
        (r('<w:fldChar w:fldCharType="begin"/>') + r("没有结尾的域"), "没有结尾的域"),
        (
            "<w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby>".format(r("pin"), r("拼")),
            "拼",
        ),
        (
            (
                "<m:oMath><m:r><m:t>得分=</m:t></m:r><m:f><m:num><m:r><m:t>30</m:t></m:r></m:num>"
                "<m:den><m:r><m:t>50</m:t></m:r></m:den></m:f></m:oMath>"
            ),
            "得分=30/50",
        ),
        (r("面积90m") + r("2", '<w:vertAlign w:val="superscript"/>'), "面积90m²"),
        (r("90") + r("1", '<w:vertAlign w:val="superscript"/>') + r("万元"), "90¹万元"),
        (r("CO") + r("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
        ("<w:r><w:t>一行\n\t两行</w:t></w:r>", "一行  两行"),
        (r("<w:t>投入</w:t><w:commentReference w:id='1'/>") + r("<w:annotationRef/>"), "投入"),
    ],
)
def test_what_a_paragraph_shows(content: str, expected: str) -> None:
    assert text(p(content)) == expected


def test_tracked_changes_are_read_as_accepted() -> None:
    changed = (
        r("支出")
        + f'<w:ins w:id="1">{r("90")}</w:ins><w:del w:id="2"><w:r><w:delText>80</w:delText></w:r></w:del>'
        + r("万元")
        + f'<w:moveFrom w:id="3">{r("移走")}</w:moveFrom><w:moveTo w:id="4">{r("移来")}</w:moveTo>'
    )
    found = document(p("前") + p(changed))
    assert found.text == "前\n支出90万元移来"
    (notice,) = found.notices
    assert (notice.slug, notice.start) == ("tracked-changes", 2)
    assert "插入 2 处，删除 2 处" in notice.message["zh"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    mark = '<w:rPr><w:del w:id="1"/></w:rPr>'
    found = document(p("支出", properties=mark) + p("90万元") + p("末", properties=mark))
    assert found.text == "支出90万元\n末"
    assert found.place(2) == WordPlace(2, 1)


def test_hidden_text_is_not_read() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="c"><w:basedOn w:val="d"/></w:style>'
        '<w:style w:type="character" w:styleId="d"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = (
        p(r("见") + r("藏", "<w:vanish/>") + r("显", '<w:vanish w:val="0"/>'))
        + p(r("藏", '<w:rStyle w:val="c"/>') + r("见"))
        + p(r("藏") + r("显", '<w:vanish w:val="false"/>'), style="h")
    )
    found = document(body, styles=styles)
    assert found.text == "见显\n见\n显"
    (notice,) = found.notices
    assert (notice.slug, notice.start) == ("hidden-text", 0)
    assert "3 处" in notice.message["zh"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    found = document(p(r("正文") + box(p("框一") + p("框二")) + r("继续")) + p("后"))
    assert found.text == "正文继续\n框一\n框二\n后"
    # the paragraphs of the older form count, too
    assert [found.place(at).paragraph for at in (0, 5, 8, 11)] == [1, 2, 3, 6]  # type: ignore[attr-defined]


def test_a_box_in_a_box() -> None:
    assert text(p(box(p(r("外") + box(p("内")))) + r("文"))) == "文\n外\n内"


def test_notes_come_after_their_paragraph_once() -> None:
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{p("——")}</w:footnote>'
        + note(1, "含结转10万元。")
        + note(2, "没有提到。")
    )
    body = p(r("支出90万元") + reference(1) + r("。") + reference(9)) + p(r("后") + reference(1))
    found = document(body, footnotes=notes)
    assert found.text == "支出90万元。\n含结转10万元。\n后"
    assert found.place(8) == WordPlace(2, 1, part="footnotes")


def test_a_note_cannot_swallow_the_body() -> None:
    notes = note(1, "甲") + note(2, "乙")
    notes = notes.replace("<w:t xml", '<w:fldChar w:fldCharType="begin"/><w:t xml', 1)
    notes = notes.replace(
        '<w:r><w:t xml:space="preserve">乙', "<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙"
    )
    body = p(r("前") + reference(1)) + p(r("后") + reference(2)) + p("末")
    assert text(body, footnotes=notes) == "前\n甲\n后\n末"


def test_endnotes() -> None:
    notes = f'<w:endnote w:id="2">{p("尾注。")}</w:endnote>'
    body = p(r("正文") + r('<w:endnoteReference w:id="2"/>'))
    assert text(body, endnotes=notes) == "正文\n尾注。"


def test_headers_that_say_something_are_read_once_at_the_end() -> None:
    page = p(r("第") + field("PAGE", r("3")) + r("页 共12页"))
    found = document(
        p("正文"), header1=p("某局绩效自评报告"), header2=p("某局绩效自评报告"), footer1=page
    )
    assert found.text == "正文\n某局绩效自评报告"
    assert found.place(3) == WordPlace(1, 1, part="header1")


@pytest.mark.parametrize(
    "words", ["1", "- 3 -", "第3页 共12页", "Page 3 of 12", "ⅲ iv", "— 2 —", ""]
)
def test_page_numbers_are_not_read(words: str) -> None:
    said = text(p("正文"), footer1=p(words))
    assert said == ("正文" if "ⅲ" not in words else "正文\nⅲ iv")


def test_headings_by_style_name_level_and_outline() -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题 2"/><w:basedOn w:val="n"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/></w:style>'
    )
    long = "这一段是误设为标题的正文。" * 8
    body = (
        p("甲", style="a") + p("乙", style="b") + p("丙", style="c") + p("丁")
        + p("戊", properties='<w:outlineLvl w:val="0"/>')
        + p("己", style="a", properties='<w:outlineLvl w:val="9"/>')
        + p("庚", style="x") + p("辛", style="absent") + p(long, style="a")
    )  # fmt: skip
    found = document(body, styles=styles)
    assert [block.level for block in found.blocks] == [2, 2, 4, None, 1, None, None, None, None]


def test_a_table_of_contents_is_left_out() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    entry = p(r("<w:t>一、概况</w:t><w:tab/><w:t>1</w:t>"), style="t")
    assert text(p("目录") + entry + p("一、概况"), styles=styles) == "目录\n一、概况"


def test_pages_where_the_file_says_them() -> None:
    turn = "<w:lastRenderedPageBreak/>"
    body = p("甲") + p(r(f"<w:t>乙</w:t>{turn}<w:t>丙</w:t>")) + p(r(f"{turn}<w:t>丁</w:t>"))
    found = document(body)
    assert found.text == "甲\n乙丙\n丁"
    assert [found.place(at) for at in (0, 2, 3, 5)] == [
        WordPlace(1, 1, page=1), WordPlace(2, 1, page=1), WordPlace(2, 2, page=2),
        WordPlace(3, 1, page=3),
    ]  # fmt: skip
    assert document(p("甲")).place(0) == WordPlace(1)


def test_a_row_over_two_pages_turns_the_page_once() -> None:
    turn = "<w:lastRenderedPageBreak/>"
    split = [p(r(f"<w:t>{word}</w:t>{turn}<w:t>续</w:t>")) for word in "甲乙"]
    body = tbl(("一", "二"), split, (p(r(f"{turn}<w:t>丙</w:t>")), "丁")) + p("后")
    found = document(body)
    pages = [
        found.place(found.text.index(word)).page for word in ("一", "甲", "乙", "丙", "丁", "后")
    ]  # type: ignore[attr-defined]
    assert pages == [1, 1, 1, 3, 3, 3]


def test_wrapped_blocks() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('甲')}<w:customXml>{p('乙')}</w:customXml></w:sdtContent></w:sdt>"
        f"<w:sdt><w:sdtContent>{tbl(('丙', '丁'))}</w:sdtContent></w:sdt><w:sectPr/>"
    )
    found = document(body)
    assert found.text == "甲\n乙\n丙\t丁"
    assert len(found.tables) == 1
