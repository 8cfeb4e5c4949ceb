from __future__ import annotations

import pytest

from linter.model import Document, TextPlace
from linter.reading import read


def md(text: str) -> Document:
    return read("报告.md", text.encode())


def blocks(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def rows(document: Document) -> list[list[str]]:
    return [
        [document.text[cell.start : cell.end] for cell in row] for row in document.tables[0].rows
    ]


def test_headings_have_a_level_and_no_marks() -> None:
    document = md("# 某报告\n正文。\n##　一、概况 ##\n###（一）背景\n####### 七\n\n#1号\n")
    assert [(b.kind, b.level, document.text[b.start : b.end]) for b in document.blocks] == [
        ("heading", 1, "某报告"),
        ("paragraph", None, "正文。"),
        ("heading", 2, "一、概况"),
        ("heading", 3, "（一）背景"),
        ("paragraph", None, "####### 七"),
        ("paragraph", None, "#1号"),
    ]


def test_closing_marks_of_a_heading() -> None:
    assert blocks(md("## 概况 ##\n")) == ["概况"]
    assert blocks(md("## 编号C#\n")) == ["编号C#"]


def test_underlined_headings() -> None:
    document = md("某报告\n===\n\n概况\n---\n\n完成了。\n---\n")
    assert [(b.kind, b.level) for b in document.blocks] == [
        ("heading", 1),
        ("heading", 2),
        ("paragraph", None),
    ]
    assert blocks(document) == ["某报告", "概况", "完成了。"]


def test_a_bold_line_is_a_heading() -> None:
    document = md("**一、概况**\n\n投入**10**万元。\n\n__（一）背景__\n")
    assert [(b.kind, b.level) for b in document.blocks] == [
        ("heading", None), ("paragraph", None), ("heading", None)
    ]  # fmt: skip
    assert blocks(document) == ["一、概况", "投入10万元。", "（一）背景"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("投入**12**50万元，`增长`25%。", "投入1250万元，增长25%。"),
        ("**完成率：**95%", "完成率：95%"),
        ("__到位__率", "到位率"),
        ("***重点***工作", "重点工作"),
        ("1\\. 立项\\[2022\\]4号", "1. 立项[2022]4号"),
        ("20*0.9*10=180", "20*0.9*10=180"),
        ("张**、李**等", "张**、李**等"),
        ("电话138****1234和139****5678", "电话138****1234和139****5678"),
        ("填报人____年____月", "填报人____年____月"),
        ("指标**未闭合", "指标**未闭合"),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("甲<br>乙<br/>丙", "甲 乙 丙"),
        ('<p align="right">某市<b>林业局</b></p>', "某市林业局"),
        ("支出<5万元，x<p时停", "支出<5万元，x<p时停"),
    ],
)
def test_marks_leave_the_text(written: str, read_as: str) -> None:
    document = md(written)
    assert document.text == read_as
    assert blocks(document) == [read_as]


def test_places_behind_marks() -> None:
    document = md("投入**12**50万元\n")
    assert document.place(document.text.index("1")) == TextPlace(1, 5)
    assert document.place(document.text.index("5")) == TextPlace(1, 9)


def test_soft_line_ends_leave_the_text() -> None:
    document = md("2018年投入资金1250\n万元，比上年\n  增加25%，\nof GDP\nand so on.\n\n下一段。\n")
    assert blocks(document) == [
        "2018年投入资金1250万元，比上年增加25%，of GDP and so on.",
        "下一段。",
    ]
    assert document.place(document.text.index("增")) == TextPlace(3, 3)
    assert document.position(document.text.index("下")) == (3, 1)
    assert document.place(document.text.index("下")) == TextPlace(7, 1)
    assert document.place(document.text.index(" and")) == TextPlace(4, 7)


def test_a_marker_begins_a_block() -> None:
    text = "综合来看主要有以下几个方面\n一、概况情况说明如下内容\n（一）背景\n1.立项情况说明\n①甲\n一是乙\n"
    assert blocks(md(text)) == text.split("\n")[:-1]


def test_a_heading_does_not_swallow_its_text() -> None:
    text = "（一）投入（满分20分，得20分）\n市财政局及时拨入工作经费，我办在经费下达后按工作进度顺利开展工作。\n1.立项背景\n2018年度投入10万元。\n"
    assert blocks(md(text)) == text.split("\n")[:-1]


def test_a_paragraph_a_line_stays_so() -> None:
    long = "本单位认真组织实施，" * 30
    text = f"某单位自评报告\n{long}完成。\n{long}\n短句。\n{long}完成。\n"
    assert blocks(md(text)) == text.split("\n")[:-1]


def test_sentences_a_line_are_one_paragraph() -> None:
    document = md("## 一、概况\n\n本年投入10万元。\n完成全部任务。\n\n下一段。\n")
    assert blocks(document) == ["一、概况", "本年投入10万元。完成全部任务。", "下一段。"]


def test_paragraphs_a_line_without_blank_lines_stay_apart() -> None:
    text = "一、概况\n本年投入10万元。\n完成全部任务。\n主要做法如下\n加强管理。\n"
    assert blocks(md(text)) == text.split("\n")[:-1]


def test_a_caption_begins_a_block() -> None:
    text = "本年执行情况见下列各表所示\n表1 资金情况\n单位：万元\n注：含结转\n"
    assert blocks(md(text)) == text.split("\n")[:-1]


def test_hard_line_ends_and_dates_begin_a_block() -> None:
    assert blocks(md("某某局某某科  \n联系人甲乙丙")) == ["某某局某某科", "联系人甲乙丙"]
    assert blocks(md("某某局某某科\\\n联系人甲乙丙")) == ["某某局某某科", "联系人甲乙丙"]
    assert blocks(md("某某县交通局\n2024年3月5日")) == ["某某县交通局", "2024年3月5日"]


def test_items_and_quotes() -> None:
    document = md("- 甲项\n  续行内容\n* 乙项\n+ [x] 丙项\n\n> 引文\n> > 内层引文\n\n***\n- - -\n")
    assert blocks(document) == ["甲项续行内容", "乙项", "丙项", "引文内层引文"]


def test_table() -> None:
    document = md(
        "单位：万元\n\n| 项目 | **预算数** |\n| :-- | --: |\n| 道路\\|桥 | 100<br>90 |\n\n说明。\n"
    )
    assert rows(document) == [["项目", "预算数"], ["道路|桥", "100 90"]]
    assert blocks(document) == ["单位：万元", "项目", "预算数", "道路|桥", "100 90", "说明。"]


def test_front_matter_code_and_comments_are_in_no_block() -> None:
    text = "---\ntitle: 报告1\n---\n正文2。\n\n```text\n一、代码3\n```\n<!-- 注4\n注5 -->\n~~~\n未闭合6\n"
    document = md(text)
    assert document.text == text
    assert blocks(document) == ["正文2。", "~~~", "未闭合6"]
    for hidden in "1345":
        assert hidden not in document.folded
    assert len(document.folded) == len(text)


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert blocks(md("---\n一、概况\n\n---\n二、情况\n")) == ["一、概况", "二、情况"]


def test_a_longer_fence_closes_and_a_shorter_does_not() -> None:
    assert blocks(md("````\n甲\n```\n乙\n````\n丙\n")) == ["丙"]
