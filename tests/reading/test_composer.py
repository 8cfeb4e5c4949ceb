from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.model import Block, Severity, SheetPlace, TextPlace, WordPlace
from linter.reading.composer import Composer, Entry, Piece


def piece(text: str, paragraph: int = 1, character: int = 1) -> Piece:
    return Piece(text, WordPlace(paragraph, character))


def test_paragraphs_are_lines() -> None:
    composer = Composer()
    composer.paragraph([piece("一、概况")], level=1)
    composer.paragraph([])
    composer.paragraph([piece(" 投入", 3), piece("１０万元。", 3, 4)])
    document = composer.document("a.docx")
    assert document.text == "一、概况\n 投入１０万元。"
    assert document.folded == "一、概况\n 投入10万元。"
    assert document.blocks == (Block(0, 4, "heading", 1), Block(6, 13))
    assert document.place(6) == WordPlace(3, 2)
    assert document.place(8) == WordPlace(3, 4)


def test_a_break_inside_a_paragraph_begins_a_line() -> None:
    composer = Composer()
    composer.paragraph([piece("投入10万元。\n产出20项。")])
    document = composer.document("a.docx")
    assert [document.text[b.start : b.end] for b in document.blocks] == [
        "投入10万元。",
        "产出20项。",
    ]
    assert document.place(9) == WordPlace(1, 10)


def test_what_cannot_be_seen_leaves_the_text_and_stays_in_the_map() -> None:
    composer = Composer()
    composer.paragraph([piece("10\u200b.5\ufeff万元")])
    document = composer.document("a.docx")
    assert document.text == "10.5万元"
    assert [document.place(at).character for at in (0, 2, 4)] == [1, 4, 7]  # type: ignore[attr-defined]


def test_rows_are_lines_with_tabs() -> None:
    composer = Composer()
    composer.paragraph([piece("前")])
    composer.table(
        [
            [Entry(0, [[piece("指标", 2)]]), Entry(2, [[piece("得分", 3)]])],
            [Entry(0, [[piece("数\n量", 4)], [piece("（50分）", 5)]]), Entry(2, [])],
        ]
    )
    composer.paragraph([piece("后", 9)])
    document = composer.document("a.docx")
    assert document.text == "前\n指标\t得分\n数 量 （50分）\t\n后"
    assert document.folded == "前\n指标|得分\n数 量 (50分)|\n后"
    (table,) = document.tables
    words = [[(document.text[c.start : c.end], c.column) for c in row] for row in table.rows]
    assert words == [[("指标", 0), ("得分", 2)], [("数 量 （50分）", 0), ("", 2)]]
    assert document.text[table.start : table.end] == "指标\t得分\n数 量 （50分）\t"
    assert [b.kind for b in document.blocks] == ["paragraph", "cell", "cell", "cell", "paragraph"]
    assert document.place(document.text.index("50")) == WordPlace(5, 2)


def test_loose_cells_are_no_table() -> None:
    composer = Composer()
    composer.row([Entry(0, [[piece("项目名称")]]), Entry(1, [[piece("阅读推广", 2)]])])
    document = composer.document("a.xlsx")
    assert (document.text, document.folded) == ("项目名称\t阅读推广", "项目名称|阅读推广")
    assert [b.kind for b in document.blocks] == ["cell", "cell"]
    assert document.tables == ()


def test_a_table_without_text_is_none() -> None:
    composer = Composer()
    composer.table([])
    composer.table([[Entry(0, []), Entry(1, [[piece(" ")]])]])
    assert composer.document("a.docx").tables == ()


def test_a_notice_stands_where_the_next_piece_does() -> None:
    composer = Composer()
    composer.paragraph([piece("前")])
    composer.notice("hidden-text", Severity.info, "隐藏文字", "hidden text")
    composer.paragraph([piece("后")])
    composer.notice("end", Severity.info, "末尾", "end")
    document = composer.document("a.docx")
    assert [(n.slug, n.start) for n in document.notices] == [("hidden-text", 2), ("end", 3)]


def test_an_empty_document_has_a_place() -> None:
    assert Composer().document("a.docx").place(0) == TextPlace(1, 1)
    assert Composer().document("a.xlsx", SheetPlace("表", "A1")).place(0) == SheetPlace("表", "A1")


TEXTS = st.text(st.sampled_from("一1.\n\t \u200b\ufeff\x00\u2028后万元%"), max_size=12)


@given(st.lists(TEXTS, max_size=6), st.lists(st.lists(TEXTS, max_size=4), max_size=4))
def test_spans_lie_in_the_text_in_order(paragraphs: list[str], rows: list[list[str]]) -> None:
    composer = Composer()
    for number, text in enumerate(paragraphs, 1):
        composer.paragraph([piece(text, number)])
    composer.table([[Entry(n, [[piece(text)]]) for n, text in enumerate(row)] for row in rows])
    document = composer.document("a.docx")
    assert len(document.text) == len(document.folded)
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        assert "\n" not in words
        ends.append(block.end)
    seen = "".join("".join(paragraphs).split()) + "".join("".join(map("".join, rows)).split())
    for unseen in "\u200b\ufeff\x00":
        seen = seen.replace(unseen, "")
    assert "".join(document.text.split()) == "".join(seen.split())


@pytest.mark.parametrize("sure", [True, False])
def test_doubt_of_columns_is_kept(sure: bool) -> None:
    composer = Composer()
    composer.table([[Entry(0, [[piece("指标")]])]], sure=sure)
    assert composer.document("a.pdf").tables[0].sure is sure
