from __future__ import annotations

from linter.model import Document, WordPlace
from linter.reading import read
from tests.word import box, docx, note, p, r, reference, span, tbl, tc

BEGINS, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def document(body: str, **parts: str) -> Document:
    return read("a.docx", docx(body, **parts))  # type: ignore[arg-type]


def cells(document: Document, table: int = 0) -> list[list[tuple[int, str]]]:
    text = document.text
    rows = document.tables[table].rows
    return [[(c.column, text[c.start : c.end]) for c in row] for row in rows]


def test_merged_cells_stand_once_at_their_column() -> None:
    table = tbl(
        (tc("一级指标", BEGINS), tc("二级指标与得分", span(2))),
        (tc("", GOES_ON), "数量", "10"),
        (tc("产出", span(2)), "9"),
    )
    found = document(table)
    assert cells(found) == [
        [(0, "一级指标"), (1, "二级指标与得分")],
        [(0, ""), (1, "数量"), (2, "10")],
        [(0, "产出"), (2, "9")],
    ]
    assert found.place(found.text.index("9")) == WordPlace(7, 1, table=1, row=3, column=3)


def test_older_merges_and_skipped_columns() -> None:
    skipped = "<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>" + tc("丙") + "</w:tr>"
    table = tbl((tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "乙"))
    assert cells(document(table.replace("</w:tbl>", f"{skipped}</w:tbl>"))) == [
        [(0, "甲"), (2, "乙")],
        [(2, "丙")],
    ]


def test_paragraphs_of_a_cell_are_one_text() -> None:
    assert cells(document(tbl((p("数量") + p("") + p("（50分）"), "得分")))) == [
        [(0, "数量 （50分）"), (1, "得分")]
    ]


def test_a_nested_table_comes_after_the_one_around_it() -> None:
    inner = tbl(("丙", "丁"))
    found = document(tbl((p("甲") + inner + p("乙"), "戊")) + p("后"))
    assert found.text == "甲 乙\t戊\n丙\t丁\n后"
    assert cells(found, 1) == [[(0, "丙"), (1, "丁")]]
    assert found.place(6) == WordPlace(2, 1, table=2, row=1, column=1)


def test_a_table_of_one_column_is_a_frame() -> None:
    found = document(tbl((p("一、概况") + tbl(("甲", "乙")) + p("正文。"),)))
    assert found.text == "一、概况\n甲\t乙\n正文。"
    assert [block.kind for block in found.blocks] == ["paragraph", "cell", "cell", "paragraph"]
    assert found.place(0) == WordPlace(1, 1, table=1, row=1, column=1)


def test_deleted_rows_are_not_there() -> None:
    row = f'<w:tr><w:trPr><w:del w:id="1"/></w:trPr>{tc("旧")}{tc("行")}</w:tr>'
    found = document(tbl(("甲", "乙")).replace("</w:tbl>", f"{row}</w:tbl>"))
    assert found.text == "甲\t乙"
    assert [notice.slug for notice in found.notices] == ["tracked-changes"]


def test_notes_and_boxes_of_cells_come_after_the_table() -> None:
    body = tbl((p(r("甲") + reference(1)), p(r("乙") + box(p("框"))))) + p("后")
    assert document(body, footnotes=note(1, "注。")).text == "甲\t乙\n注。\n框\n后"


HEADER = ("指标", "分值")


def test_a_table_that_goes_on_over_a_page_is_one() -> None:
    found = document(tbl(HEADER, ("甲", "10")) + p("") + tbl(HEADER, ("乙", "20"), ("合计", "30")))
    assert len(found.tables) == 1
    assert [row[0][1] for row in cells(found)] == ["指标", "甲", "乙", "合计"]


def test_a_caption_says_that_a_table_goes_on() -> None:
    for caption in (
        "续表1",
        "（续表）",
        "表2（续）",
        "续上表",
        "表1 资金情况（续）",
        "表1-2 明细（续表）",
    ):
        found = document(tbl(HEADER, ("甲", "10")) + p(caption) + tbl(("乙", "20")))
        assert [row[0][1] for row in cells(found)] == ["指标", "甲", "乙"], caption
        assert found.text.count("续") == 0


def test_what_stood_before_a_table_comes_again_with_it() -> None:
    before = p("表1 资金情况") + p("单位：万元")
    body = before + tbl(HEADER, ("甲", "10")) + p() + before + tbl(HEADER, ("乙", "20"))
    found = document(body)
    assert [row[0][1] for row in cells(found)] == ["指标", "甲", "乙"]
    assert found.text.count("单位") == found.text.count("表1") == 1


def test_a_unit_between_two_tables_leaves_them_in_doubt() -> None:
    one, two = tbl(HEADER, ("甲", "10")), tbl(HEADER, ("乙", "20"), ("合计", "30"))
    found = document(one + p("（单位：万元）") + two)
    assert [table.sure for table in found.tables] == [False, False]
    assert "单位" in found.text
    other = document(one + p("单位：万元") + tbl(("其他", "分值"), ("乙", "20")))
    assert [table.sure for table in other.tables] == [True, True]


def test_tables_that_do_not_go_on() -> None:
    closed = tbl(HEADER, ("甲", "10"), ("合计", "10"))
    for between, second in (
        ("", tbl(("其他", "分值"), ("乙", "20"))),  # another header
        (p("表2 其他"), tbl(HEADER, ("乙", "20"))),
        (p("今后将继续表彰先进"), tbl(HEADER, ("乙", "20"))),
        (p("表2所列各项均已延续"), tbl(HEADER, ("乙", "20"))),
        ("", tbl((*HEADER, "得分"), ("乙", "20", "9"))),
    ):
        assert len(document(tbl(HEADER, ("甲", "10")) + between + second).tables) == 2
    assert len(document(closed + p("") + tbl(HEADER, ("乙", "20"))).tables) == 2
    found = document(closed + p("续表1") + p("另一段"))
    assert found.text.endswith("合计\t10\n续表1\n另一段")


def test_no_figure_goes_on_from_one_cell_to_the_next() -> None:
    found = document(tbl(("8.00", "—", "100.00%")) + p("甲\t乙"))
    assert found.folded.startswith("8.00|—|100.00%\n")


def test_columns_beyond_all_measure() -> None:
    found = document(tbl((tc("甲", span(10**9)), "乙"), ("丙", "丁")))
    assert cells(found)[0] == [(0, "甲"), (127, "乙")]


def test_lines_drawn_askew_are_one() -> None:
    """The header's line stands a millimetre beside that of the rows below it."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in (2000, 57, 1943, 2000))
    table = tbl(("指标", tc("分值", span(2)), "得分"), (tc("甲", span(2)), "10", "9"))
    table = table.replace("<w:tbl>", f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>")
    assert cells(document(table)) == [
        [(0, "指标"), (1, "分值"), (2, "得分")],
        [(0, "甲"), (1, "10"), (2, "9")],
    ]
    # more cells than the grid says
    wider = table.replace("</w:tr></w:tbl>", f"{tc('多')}</w:tr></w:tbl>")
    assert cells(document(wider))[1][-1] == (3, "多")
