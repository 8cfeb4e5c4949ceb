from __future__ import annotations

import pytest

from linter.model import Document, SheetPlace
from linter.reading.composer import Composer, Piece
from linter.reading.grid import GridCell, lay

HEADERS = frozenset(
    ("一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "项目", "金额", "项目名称", "预算数",
     "执行数", "执行率", "单位名称", "年度")
)  # fmt: skip


def laid(text: str, *, declared: bool = False, sure: bool = True) -> Document:
    """A grid from lines with cells between bars; ``↓`` merges with the cell above, ``→`` with the left."""
    lines = [line.strip().split("|") for line in text.strip().split("\n")]
    rows: list[list[GridCell]] = []
    for row, words in enumerate(lines):
        cells = []
        for column, word in enumerate(words):
            if word.strip() and word.strip() not in "↓→":
                down = [n for n, below in enumerate(lines) if n > row and column < len(below) and all(
                    column < len(lines[k]) and lines[k][column].strip() == "↓" for k in range(row + 1, n + 1))]  # fmt: skip
                piece = Piece(word.strip(), SheetPlace("表", f"{row}:{column}"))
                cells.append(GridCell(row, column, [[piece]], len(down) + 1))
        rows.append(cells)
    composer = Composer()
    lay(composer, rows, HEADERS, declared=declared, sure=sure)
    return composer.document("a.xlsx")


def tables(document: Document) -> list[list[list[str]]]:
    """The tables' rows, with empty words where no cell is."""
    found = []
    for table in document.tables:
        width = max(cell.column for row in table.rows for cell in row) + 1
        rows = []
        for row in table.rows:
            words = [""] * width
            for cell in row:
                words[cell.column] = document.text[cell.start : cell.end]
            rows.append(words)
        found.append(rows)
    return found


def test_titles_and_notes_are_paragraphs() -> None:
    document = laid(
        """
        支出情况表
        单位：万元
        项目|预算数|执行数
        办公费|5|4
        差旅费|6|5
        注：不含上年结转。
        """
    )
    assert tables(document) == [
        [["项目", "预算数", "执行数"], ["办公费", "5", "4"], ["差旅费", "6", "5"]]
    ]
    paragraphs = [document.text[b.start : b.end] for b in document.blocks if b.kind == "paragraph"]
    assert paragraphs == ["支出情况表", "单位：万元", "注：不含上年结转。"]


def test_an_empty_row_or_a_title_parts_tables() -> None:
    document = laid(
        "项目|金额\n甲|1\n\n项目|金额\n乙|2\n表3 其他\n项目|金额\n丙|3\n年度|金额\n2022|4"
    )
    assert [table[1][0] for table in tables(document)] == ["甲", "乙", "丙", "2022"]


def test_a_heading_below_a_table_is_no_row_of_it() -> None:
    document = laid("项目|预算数|执行数\n办公|5|4\n二、问题\n（一）进度慢\n无。")
    assert [len(table.rows) for table in document.tables] == [2]
    grouped = laid("项目|预算数|执行数\n一、基本支出\n办公|5|4\n二、项目支出\n修缮|6|6")
    assert [len(table.rows) for table in grouped.tables] == [5]


def test_a_merged_cell_holds_rows_together() -> None:
    document = laid("项目|执行数|金额\n甲|1|2\n↓||\n乙|2|3")
    assert len(document.tables) == 1


def test_blank_cells_are_cells_and_merged_ones_only_in_front() -> None:
    """A reason merged over two rows is that of both: the second row has no empty cell for it."""
    document = laid("一级指标|三级指标|分值|得分|原因\n产出|甲|5|4|下雨\n↓|乙|5|4|↓\n|丙|5|5|")
    (table,) = document.tables
    assert [[cell.column for cell in row] for row in table.rows[1:]] == [
        [0, 1, 2, 3, 4],
        [0, 1, 2, 3],
        [0, 1, 2, 3, 4],
    ]


def test_two_cells_at_one_column_both_stay() -> None:
    document = laid("指标|一级指标|分值|得分\n|产出|10|9\n合计|全部|20|19")
    assert document.text.endswith("合计 全部\t20\t19")


def test_a_repeated_header_stays_in_its_table() -> None:
    document = laid("项目|预算数|执行数\n甲|1|1\n项目|预算数|执行数\n乙|2|2")
    assert len(document.tables) == 1


def test_labels_with_values_are_loose() -> None:
    document = laid(
        """
        项目名称|阅读推广|单位名称|图书馆
        年度|2022|金额|10
        项目名称|乡村公路|年度|二〇二二
        """
    )
    assert document.tables == ()
    assert {block.kind for block in document.blocks} == {"cell"}


def test_a_label_beside_the_table_goes_before_it() -> None:
    document = laid(
        """
        绩效指标|一级指标|三级指标|分值|得分
        ↓|产出|图书册数|10|9
        ↓|↓|活动场次|10|10
        ↓|总分||20|19
        """
    )
    assert tables(document)[0][0] == ["一级指标", "三级指标", "分值", "得分"]
    assert document.text.startswith("绩效指标\n一级指标\t")


def test_a_label_heads_the_names_that_have_no_header() -> None:
    document = laid("项目资金||预算数|执行数|执行率\n|总额|5|4|80%\n|其中：财政|3|3|100%")
    assert tables(document)[0][0] == ["项目资金", "预算数", "执行数", "执行率"]
    assert tables(document)[0][1] == ["总额", "5", "4", "80%"]


def test_a_total_under_the_label_belongs_to_the_table() -> None:
    document = laid(
        "指标|一级指标|分值|得分\n|产出|10|9\n|效益|10|10\n总分||20|19\n其他需要说明的问题|无||"
    )
    (table,) = tables(document)
    assert table[-1] == ["总分", "20", "19"]
    assert document.text.endswith("其他需要说明的问题\t无")


def test_what_stands_below_the_grand_total_without_figures_is_no_row() -> None:
    document = laid(
        "一级指标|分值|得分\n产出|50|50\n效益|50|48\n合 计|100|98\n评价结论|优|\n存在问题|无|"
    )
    assert tables(document)[0][-1] == ["合 计", "100", "98"]
    assert document.text.endswith("\n评价结论\t优\n存在问题\t无")
    on_top = laid("项目|预算数|执行数\n合计|5|4\n财政拨款|—|—\n其他资金|5|4")
    assert [len(table.rows) for table in on_top.tables] == [4]


def test_two_rows_of_headers() -> None:
    document = laid("项目|预算数|指标|→\n↓|↓|分值|得分\n甲|5|10|9\n乙|6|10|8")
    assert tables(document)[0][:2] == [["项目", "预算数", "指标", ""], ["", "", "分值", "得分"]]
    unmerged = laid("项目|预算数|指标|\n||分值|得分\n甲|5|10|9\n乙|6|10|8")
    assert tables(unmerged) == tables(document)


def test_figures_below_unknown_names_make_a_table() -> None:
    document = laid("党支部情况\n支部|党员|活动\n一支部|12|5\n二支部|15|6\n合计|27|11")
    assert tables(document)[0][0] == ["支部", "党员", "活动"]


@pytest.mark.parametrize(
    "text",
    [
        "支部|党员|活动\n一支部|12|5",
        "负责人|甲|电话\n经费|12|乙\n联系人|丙|丁",
        "甲|12|5\n乙|13|6\n丙|14|7",
        "支部|党员\n一支部|12\n二支部|13",
    ],
)
def test_what_is_not_surely_a_table_is_none(text: str) -> None:
    assert laid(text).tables == ()


def test_a_declared_table_is_one() -> None:
    assert len(laid("支部|党员\n一支部|12\n\n二支部|13", declared=True).tables) == 1
    assert laid("只有一格", declared=True).tables == ()
    parts = laid("项目名称|某项目\n\n项目|金额|执行数\n甲|1|1", declared=True)
    assert tables(parts) == [[["项目", "金额", "执行数"], ["甲", "1", "1"]]]


def test_doubt_is_kept() -> None:
    assert [table.sure for table in laid("项目|金额\n甲|1", sure=False).tables] == [False]
