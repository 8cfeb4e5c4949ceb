from __future__ import annotations

import pytest

from linter.model import Document, Severity, TextPlace
from linter.reading import read

HEADERS = frozenset(("三级指标", "指标值", "完成值", "分值", "得分", "预算数", "执行数"))


def txt(text: str, headers: frozenset[str] = frozenset()) -> Document:
    return read("报告.txt", text.encode(), headers)


def blocks(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def rows(document: Document, table: int = 0) -> list[list[str]]:
    return [
        [document.text[cell.start : cell.end] for cell in row]
        for row in document.tables[table].rows
    ]


def test_each_line_is_a_block_without_the_space_around_it() -> None:
    document = txt(" 某报告\n\n\u3000\u3000一、概况 \n投入10万元。")
    assert blocks(document) == ["某报告", "一、概况", "投入10万元。"]
    assert [document.position(block.start) for block in document.blocks] == [(1, 2), (3, 3), (4, 1)]
    assert [document.place(block.start) for block in document.blocks] == [
        TextPlace(1, 2), TextPlace(3, 3), TextPlace(4, 1)
    ]  # fmt: skip


def test_folded_has_the_same_length() -> None:
    document = txt("（一）投入１２万元\u00a0至\u3000今，１，２")
    assert document.folded == "(一)投入12万元 至 今，1，2"


def test_crlf_and_byte_order_mark_change_no_place() -> None:
    document = read("a.TXT", b"\xef\xbb\xbf" + "某报告\r\n一、概况\r\n".encode())
    assert document.text == "某报告\n一、概况\n"
    assert document.place(5) == TextPlace(2, 2)


def test_invisible_characters_leave_the_text_and_stay_in_the_map() -> None:
    document = txt("投\u200b入12\u00ad4\ufeff8万元\n\u2060二、情况")
    assert document.text == "投入1248万元\n二、情况"
    assert document.notices == ()
    at = document.text.index
    assert document.place(at("入")) == TextPlace(1, 3)
    assert document.place(at("2")) == TextPlace(1, 5)
    assert document.place(at("4")) == TextPlace(1, 7)
    assert document.place(at("8")) == TextPlace(1, 9)
    assert document.place(at("二")) == TextPlace(2, 2)
    assert document.position(at("二")) == (2, 1)


def test_nul_is_told() -> None:
    document = txt("投入\0\0资金\0")
    assert document.text == "投入资金"
    (notice,) = document.notices
    assert (notice.slug, notice.severity, notice.start) == ("control-characters", Severity.info, 2)
    assert "3" in notice.message["zh"]
    assert document.place(2) == TextPlace(1, 5)


def test_notice_of_undecodable_bytes_points_into_the_text() -> None:
    document = read("a.txt", "\u200b项目支出绩效自评报告情况如下\n".encode() + b"\xff.")
    (notice,) = document.notices
    assert document.text[notice.start] == "�"
    assert document.place(notice.start) == TextPlace(2, 1)


def test_comments_are_in_no_block_and_blank_in_folded() -> None:
    text = "<!-- jixiao: off a/b 理由1 -->\n投入10万元。<!-- 20 -->\n<!-- 3\n4 -->后5<!-- 6"
    document = txt(text)
    assert document.text == text
    assert blocks(document) == ["投入10万元。", "后5<!-- 6"]
    assert "理由" not in document.folded
    assert "20" not in document.folded
    assert document.folded.count("\n") == text.count("\n")


def test_pipe_table() -> None:
    document = txt(
        "单位：万元\n|项目|预算数|执行数|\n|---|---|---|\n|道路|100||\n| 桥 |－|90|\n注：无。"
    )
    assert blocks(document)[0] == "单位：万元"
    assert blocks(document)[-1] == "注：无。"
    assert rows(document) == [["项目", "预算数", "执行数"], ["道路", "100", ""], ["桥", "－", "90"]]
    assert document.tables[0].sure
    kinds = [block.kind for block in document.blocks]
    assert kinds == ["paragraph", *["cell"] * 8, "paragraph"]


def test_pipe_table_with_columns_astray_and_no_frame() -> None:
    document = txt("甲 | 乙 | 丙\n1 | 2\n3｜4｜5｜6")
    assert rows(document) == [["甲", "乙", "丙"], ["1", "2"], ["3", "4", "5", "6"]]
    assert [cell.column for cell in document.tables[0].rows[2]] == [0, 1, 2, 3]


def test_a_single_line_with_pipes_is_no_table() -> None:
    document = txt("口径为A|B|C三类。\n下一段。")
    assert document.tables == ()


def test_dashes_as_values_are_no_rule() -> None:
    document = txt("|甲|乙|\n|1|2|\n|-|-|")
    assert rows(document)[2] == ["-", "-"]


def test_tab_separated_table() -> None:
    document = txt("表1\n项目\t预算数\t执行数\n道路\t100\t\n\t其中\t90\n说明文字。")
    assert rows(document) == [["项目", "预算数", "执行数"], ["道路", "100", ""], ["", "其中", "90"]]
    assert blocks(document)[0] == "表1"
    assert blocks(document)[-1] == "说明文字。"


def test_a_row_whose_first_cell_alone_is_filled_goes_on_with_a_table() -> None:
    document = txt(
        "分类\t批次\t率\n一、环节\t\t\n生产\t486\t1%\n二、品种\t\t\n其他\t42\t2%\n三、\n"
    )
    assert rows(document) == [
        ["分类", "批次", "率"], ["一、环节", "", ""], ["生产", "486", "1%"],
        ["二、品种", "", ""], ["其他", "42", "2%"],
    ]  # fmt: skip
    assert blocks(document)[-1] == "三、"


def test_a_tab_behind_a_heading_number_is_no_table() -> None:
    document = txt("一、\t概况\n（一）\t背景\n1.\t立项\n")
    assert document.tables == ()


def test_table_by_wide_gaps() -> None:
    document = txt(
        "项目名称    预算数    执行数\n道路养护    100.00    90\n桥　梁　　50　　45\n合计只有一处    空格\n"
    )
    assert rows(document) == [
        ["项目名称", "预算数", "执行数"], ["道路养护", "100.00", "90"], ["桥　梁", "50", "45"]
    ]  # fmt: skip


def test_one_space_is_left_of_a_gap_behind_a_long_name() -> None:
    document = txt(
        "项目名称　　　　预算数　　执行数\n道路养护　　　　100.00　　90\n桥梁与涵洞加固　50　　45\n"
    )
    assert rows(document)[-1] == ["桥梁与涵洞加固", "50", "45"]


def test_table_by_single_spaces() -> None:
    document = txt(
        "得分如下：\n一级指标 满分 得分 得分率\n决策 20 18.5 92.5%\n产出 80 — —\n合计 100 93.1 93.1%\n"
    )
    assert rows(document)[0] == ["一级指标", "满分", "得分", "得分率"]
    assert rows(document)[2] == ["产出", "80", "—", "—"]
    assert blocks(document)[0] == "得分如下："


def test_totals_named_in_place_of_a_number_and_a_name() -> None:
    head = "序号  设备  数量  单价  金额\n1  车床  18台  9.60  172.80\n2  铣床  6台  5.20  31.20\n"
    assert rows(txt(f"{head}合计  24  —  204.00\n"))[3] == ["合计", "", "24", "—", "204.00"]
    single = head.replace("  ", " ")
    assert rows(txt(f"{single}合计 24 — 204.00\n"))[3] == ["合计", "", "24", "—", "204.00"]
    for line in ("合计  204.00", "合计  24台  9.60  三家  204.00元整", "其中  24  —  204.00"):
        assert len(rows(txt(f"{head}{line}\n"))) == 3 + (line.count("  ") == 4)


def test_totals_of_columns_of_figures_alone_are_not_moved() -> None:
    text = "年份  计划  实际  支付\n2021  12  11  10\n2022  14  13  12\n合计  26  24\n"
    assert len(rows(txt(text))) == 3


@pytest.mark.parametrize(
    "text",
    [
        "项目 概况 说明\n项目 绩效 分析\n问题 原因 建议\n",
        "一级指标 满分 得分\n决策 20 18.5\n",
        "2023 年 度\n第 3 批\n第 4 批\n",
        "共 21 个站\n共 35 个村\n共 46 个组\n",
        "资金到位 县水利局 工程\n资金总额 1200 万元\n自筹资金 200 万元\n",
        "一心为民 两手都硬 三个到位\n4个意识 4个自信 2个维护\n3个不减 2个提升 1个目标\n",
        "得 分 表 一\n决策 20 18.5 1\n产出 40 37.5 2\n",
        "分值 县水利局 (盖章)\n电话 8712-336 2451\n日期 2024年3月15日 周五\n",
    ],
)
def test_lines_with_single_spaces_that_are_no_table(text: str) -> None:
    assert txt(text, HEADERS).tables == ()


def test_form_by_single_spaces() -> None:
    document = txt(
        "项目资金 2022年 全年数 执行率\n资金总额 3860.00 4100.00 91.57%\n一级指标 年度指标值 实际值 得分\n"
        "产出指标 ≥96台 92台 7.67\n效益指标 明显 基本达成 7.5\n",
        frozenset(("执行率",)),
    )
    assert [len(row) for row in rows(document)] == [4] * 5


def test_one_blank_line_inside_a_table() -> None:
    document = txt("甲|乙\n1|2\n\n3|4\n\n\n5|6")
    assert rows(document) == [["甲", "乙"], ["1", "2"], ["3", "4"]]


def test_one_cell_a_line() -> None:
    text = "附表\n三级指标\n\n指标值\n*完成值\n得分(10分)\n培训期数\n\n≥5期\n5期\n10\n培训人数\n100人\n98人\n9.8\n二、结论"
    document = txt(text, HEADERS)
    assert rows(document) == [
        ["三级指标", "指标值", "*完成值", "得分(10分)"],
        ["培训期数", "≥5期", "5期", "10"],
        ["培训人数", "100人", "98人", "9.8"],
    ]
    assert document.tables[0].sure
    assert blocks(document)[0] == "附表"
    assert blocks(document)[-1] == "二、结论"
    assert txt(text).tables == ()


def test_one_cell_a_line_with_an_unknown_header_and_a_lost_cell() -> None:
    document = txt(
        "三级指标\n指标值\n完成值\n偏差\n得分\n培训\n5\n5\n无\n10\n会议\n3\n注：略", HEADERS
    )
    assert [len(row) for row in rows(document)] == [5, 5, 2]
    assert not document.tables[0].sure


def test_header_repeated_on_the_next_page_begins_a_row() -> None:
    head = "三级指标\n指标值\n得分\n"
    document = txt(f"{head}培训\n5\n10\n会议\n3\n{head}调研\n2\n8\n", HEADERS)
    assert [row[0] for row in rows(document)] == ["三级指标", "培训", "会议", "三级指标", "调研"]
    assert not document.tables[0].sure


def test_two_header_words_in_prose_are_no_table() -> None:
    assert txt("预算数\n执行数\n本年情况如下。\n", HEADERS).tables == ()


def test_lines_broken_at_a_fixed_width_are_one_block() -> None:
    paragraph = "本单位按照年初部署认真组织实施各项工作任务并按时完成全部建设内容累计支出一千二百五十万元较上年明显增长取得较好成效受到群众普遍欢迎和好评"
    lines = [paragraph[at : at + 20] for at in range(0, len(paragraph), 20)]
    text = "\n".join(
        [*lines[:-1], lines[-1] + "。", "", *lines[:-1], lines[-1] + "。", "一、下一章"]
    )
    document = txt(text)
    assert blocks(document) == [paragraph + "。", paragraph + "。", "一、下一章"]
    assert document.text.count("\n") == 3
    assert document.place(document.text.index(lines[1])) == TextPlace(2, 1)
    assert document.position(document.text.index("一、")) == (4, 1)
    assert document.place(document.text.index("一、")) == TextPlace(10, 1)


def test_lines_of_all_lengths_stay_apart() -> None:
    text = "某报告\n根据部署开展工作\n一、概况\n2018年度本单位认真组织实施\n（一）背景\n依据文件\n2.内容\n短句\n"
    assert blocks(txt(text)) == text.split("\n")[:-1]


def test_empty_file() -> None:
    document = txt("")
    assert (document.text, document.folded, document.blocks, document.tables) == ("", "", (), ())
    assert document.place(0) == TextPlace(1, 1)


def test_cells_of_a_row_are_apart_in_the_folded_twin() -> None:
    text = "资金\t执行数\t得分\t执行率\n其他资金\t8.00\t—\t100.00%\n上年结转  8.00  —  97%\n"
    document = read("a.txt", text.encode(), frozenset())
    assert "其他资金|8.00|—|100.00%\n" in document.folded
    assert document.text == text
