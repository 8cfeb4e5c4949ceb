from __future__ import annotations

from pathlib import Path

import pytest
from lark import Lark

from linter.model import Outline
from linter.outline.inline_lists import inline_runs
from linter.outline.numbering import Irregularity
from linter.outline.tree import _Lexer, build
from linter.reading import read
from linter.resources import grammar

SEED = Path(__file__).parents[3] / "shared" / "seed"


def outline(text: str, path: str = "报告.txt") -> tuple[Outline, tuple[Irregularity, ...]]:
    return build(read(path, text.encode()))


def tree(text: str, path: str = "报告.txt") -> list[str]:
    """One line a section: dots for its depth, its marker, its title."""
    sections = outline(text, path)[0].sections
    return [f"{'.' * s.depth}{s.marker.text if s.marker else ''}|{s.title}" for s in sections]


def told(text: str, path: str = "报告.txt") -> list[tuple[str, str, str]]:
    return [(found.kind, found.found, found.expected) for found in outline(text, path)[1]]


def test_the_grammar_has_no_conflicts() -> None:
    Lark(grammar("outline"), parser="lalr", lexer=_Lexer, strict=True)


@pytest.mark.parametrize(
    ("line", "style", "value", "title"),
    [
        ("一、概况", "一、", 1, "概况"),
        ("十二、概况", "一、", 12, "概况"),
        ("二十、概况", "一、", 20, "概况"),
        ("一．概况", "一、", 1, "概况"),
        ("（一）概况", "（一）", 1, "概况"),
        ("(一)概况", "（一）", 1, "概况"),
        ("（一）、概况", "（一）", 1, "概况"),
        ("（ 二 ） 概况", "（一）", 2, "概况"),
        ("㈡概况", "（一）", 2, "概况"),
        ("1.概况", "1.", 1, "概况"),
        ("1. 概况", "1.", 1, "概况"),
        ("1．概况", "1.", 1, "概况"),
        ("１．概况", "1.", 1, "概况"),
        ("１２.概况", "1.", 12, "概况"),
        ("⒊概况", "1.", 3, "概况"),
        ("1、概况", "1、", 1, "概况"),
        ("1.2023年预算情况", "1.", 1, "2023年预算情况"),
        ("3、2023年预算情况", "1、", 3, "2023年预算情况"),
        ("（1）概况", "（1）", 1, "概况"),
        ("(1)概况", "（1）", 1, "概况"),
        ("（１）概况", "（1）", 1, "概况"),
        ("1)概况", "1)", 1, "概况"),
        ("1）概况", "1)", 1, "概况"),
        ("①概况", "①", 1, "概况"),
        ("㉑概况", "①", 21, "概况"),
        ("⑵概况", "⑴", 2, "概况"),
        ("第一，概况", "第一，", 1, "概况"),
        ("第三、概况", "第一，", 3, "概况"),
        ("第一章 概况", "第一章", 1, "概况"),
        ("第二部分　概况", "第一部分", 2, "概况"),
        ("第3节概况", "第一节", 3, "概况"),
        ("一是概况", "一是", 1, "概况"),
        ("其一，概况", "其一", 1, "概况"),
        ("任务1：概况", "任务1：", 1, "概况"),
        ("目标2:概况", "目标1：", 2, "概况"),
        ("指标三：概况", "指标1：", 3, "概况"),
        ("1.1概况", "1.1", 1, "概况"),
        ("1.2.1 概况", "1.1.1", 1, "概况"),
        ("2.3 概况", "1.1", 3, "概况"),
        ("1.2成本指标", "1.1", 2, "成本指标"),
        ("篇1 概况", "篇1", 1, "概况"),
    ],
)
def test_marker_styles(line: str, style: str, value: int, title: str) -> None:
    before = "1.1甲\n" if line == "1.2成本指标" else ""
    section = outline(f"某报告\n{before}{line}\n正文。")[0].sections[-1]
    assert section.marker is not None
    assert (section.marker.style, section.marker.value, section.title) == (style, value, title)
    assert line.startswith(section.marker.text)


@pytest.mark.parametrize(
    "line",
    [
        "1.5万元用于培训", "1.5亿元", "12.5%", "3.14平方米", "2.1倍", "1.1万人次", "1.5分", "1.5，", "2.5",
        "2023.5.18", "2023年", "2018年度，投入资金", "3月", "10月完成", "3人", "12345", "0377-1234567",
        "13812345678", "一方面，加强管理", "第一季度完成", "第一时间部署", "第一批资金", "第一、二季度完成",
        "十八大以来", "一二三产业", "一般公共预算", "其中：本级", "其他", "一、二级公路养护", "三、四季度",
        "1、2号楼", "5、6月份", "（2018）", "（一", "(1)、(2)两项", "（2）所述", "（三）至（五）项", "任务完成",
        "目标：完成", "指标1", "项目1期", "二〇二三年", "篇章", "1.", "（1）", "1.01版", "12.31", "附近居民",
        "100.5.", "一十二、", "1..2", "99", "①", "问题",
    ],
)  # fmt: skip
def test_no_markers(line: str) -> None:
    sections = outline(f"某报告\n{line}\n正文。")[0].sections
    assert [section.marker for section in sections if line != "①"] == []


def test_weak_markers_count_where_they_go_on_a_numbering() -> None:
    assert tree("一、概况\n二、三级指标设置\n三、结论\n") == [
        "一、|概况",
        "二、|三级指标设置",
        "三、|结论",
    ]
    assert tree("一、概况\n三、四季度支出较快\n") == ["一、|概况"]


def test_the_document_decides_the_order_of_its_styles() -> None:
    assert tree("1.概况\n一、背景\n二、内容\n2.资金\n一、来源\n") == [
        "1.|概况", ".一、|背景", ".二、|内容", "2.|资金", ".一、|来源"
    ]  # fmt: skip
    assert tree("第一部分 概况\n一、甲\n（一）乙\n1、丙\n（1）丁\n①戊\n第一，己\n②庚\n2、辛\n二、壬\n第二部分 癸\n") == [
        "第一部分 |概况", ".一、|甲", "..（一）|乙", "...1、|丙", "....（1）|丁", ".....①|戊",
        "......第一，|己", ".....②|庚", "...2、|辛", ".二、|壬", "第二部分 |癸",
    ]  # fmt: skip


def test_multi_level_numbers() -> None:
    text = "1.概况\n1.1背景\n1.2内容\n1.2.1甲\n1.2.2乙\n2.资金\n2.1来源\n2.2使用\n"
    assert tree(text) == [
        "1.|概况", ".1.1|背景", ".1.2|内容", "..1.2.1|甲", "..1.2.2|乙", "2.|资金", ".2.1|来源", ".2.2|使用"
    ]  # fmt: skip
    assert told(text) == []
    assert told("1.1甲\n1.2乙\n2.1丙\n2.2丁\n") == []
    assert told("1.1 甲\n1.2 乙\n1.4 丁\n") == [("skipped", "1.4", "1.3")]


def test_one_list_may_mix_its_marks() -> None:
    assert tree("1.甲\n2、乙\n3.丙\n") == ["1.|甲", "2、|乙", "3.|丙"]
    assert told("1.甲\n2、乙\n3.丙\n") == [("style", "2、", "2.")]
    assert tree("1.甲\n1、乙\n2、丙\n2.丁\n") == ["1.|甲", ".1、|乙", ".2、|丙", "2.|丁"]
    assert told("1.甲\n1、乙\n2、丙\n2.丁\n") == []
    assert told("（1）甲\n2）乙\n（3）丙\n") == [("style", "2）", "（2）")]


def test_spans_of_a_section() -> None:
    text = "某报告\n一、概况\n（一）背景\n正文。\n二、结论\n完。"
    first, inner, last = outline(text)[0].sections
    assert [text[s.start : s.title_end] for s in (first, inner, last)] == [
        "一、概况",
        "（一）背景",
        "二、结论",
    ]
    assert [text[s.title_end : s.end] for s in (inner, last)] == ["\n正文。\n", "\n完。"]
    assert (first.end, inner.parent, last.parent, inner.depth) == (last.start, 0, -1, 1)


@pytest.mark.parametrize(
    ("line", "title", "inline"),
    [
        ("⑴高度重视，认真组织各项工作落实。", "高度重视，认真组织各项工作落实", False),
        ("一是建立健全机构。成立了领导小组，负责联络。", "建立健全机构", True),
        ("（二）项目绩效目标。", "项目绩效目标", False),
        ("（一）投入（满分20分，得20分）", "投入（满分20分，得20分）", False),
        ("四、存在的问题：无。", "存在的问题", True),
        ("四、存在的问题 无。", "存在的问题", True),
        ("三、评价结论：", "评价结论", False),
        ("1.产出指标：培训5期，120人。", "产出指标", True),
        ("1.完成维护，12次；其中：甲6次。", "完成维护，12次；其中：甲6次", False),
        ("（一）A：B", "A：B", False),
        ("1." + "我单位认真组织" * 10 + "。", ("我单位认真组织" * 10)[:40], True),
        ("1." + "我单位认真组织" * 10, ("我单位认真组织" * 10)[:40], True),
    ],
)
def test_titles(line: str, title: str, inline: bool) -> None:
    section = outline(f"某报告\n{line}\n正文在此。")[0].sections[0]
    assert (section.title, section.inline) == (title, inline)


def test_items_of_a_list_are_inline() -> None:
    sections = outline(
        "某报告\n一、完成情况\n1.培训5期，120人。\n2.调研3次。\n3.小结。\n二、结论\n"
    )[0].sections
    assert [s.inline for s in sections] == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            " 青河县道路养护经费绩效自评报告\n根据部署，开展了自评。\n一、概况\n",
            "青河县道路养护经费绩效自评报告",
        ),
        (
            "青河县交通局\n2023年度道路养护经费绩效自评报告\n一、概况\n",
            "青河县交通局2023年度道路养护经费绩效自评报告",
        ),
        ("附件2\n青河县自评报告\n一、概况\n", "青河县自评报告"),
        ("附件3青河县自评报告\n一、概况\n", "青河县自评报告"),
        ("青河县自评报告\n目录\n一、概况……1\n二、结论……2\n一、概况\n", "青河县自评报告"),
        ("根据部署，我单位开展了自评。\n一、概况\n", ""),
        ("信息公开\n- 文号：无\n青河县\n养护经费自评报告\n一、概况\n", "青河县养护经费自评报告"),
        ("青河县养护经费\n编制：某单位\n2024年3月\n一、概况\n", "青河县养护经费"),
        ("2024年自评材料汇编\n青河县自评报告\n一、概况\n", "青河县自评报告"),
        (
            "局务会材料之三\n青河县交通局\n自评报告（定稿）\n一、概况\n",
            "青河县交通局自评报告（定稿）",
        ),
        ("青河县自评材料\n现将情况报告如下：\n一、概况\n", "青河县自评材料"),
        ("一、概况\n", ""),
        ("道路养护经费\n\n一、概况\n", "道路养护经费"),
        ("", ""),
    ],
)
def test_the_title_of_a_document(text: str, title: str) -> None:
    found = outline(text)[0]
    assert found.title == title
    assert text[found.title_start : found.title_end].replace("\n", "") == title


def test_markdown_levels_override_markers() -> None:
    text = "# 某县自评报告\n\n## 一、概况\n\n### 背景\n\n1. 甲\n\n#### （1）乙\n\n## 二、资金\n\n（一）来源\n\n三、结论\n"
    assert tree(text, "a.md") == [
        "一、|概况", ".|背景", "..1.|甲", "..（1）|乙", "二、|资金", ".（一）|来源", "三、|结论"
    ]  # fmt: skip
    assert outline(text, "a.md")[0].title == "某县自评报告"


def test_bold_headings() -> None:
    text = "**某县自评报告**\n\n**概况**\n\n1. 甲\n\n2. 乙\n\n**资金**\n\n1. 丙\n"
    assert tree(text, "a.md") == ["|概况", ".1.|甲", ".2.|乙", "|资金", ".1.|丙"]
    assert told(text, "a.md") == []


def test_a_first_heading_that_is_no_title() -> None:
    assert tree("# 概况\n\n正文。\n\n# 资金\n", "a.md") == ["|概况", "|资金"]
    assert tree("# 一、概况\n\n正文。\n", "a.md") == ["一、|概况"]


def test_cells_are_no_sections() -> None:
    assert tree("某报告\n一、概况\n|一、甲|1.乙|\n|二、丙|2.丁|\n二、结论\n") == [
        "一、|概况",
        "二、|结论",
    ]


@pytest.mark.parametrize(
    "contents",
    [
        "目录\n一、概况……1\n（一）背景....2\n二、结论…………10\n",
        "目  录\n一、概况 1\n二、结论 2\n",
        "目录\n一、概况\n二、结论\n",
        "目录\n一、项目概况 1\n二、评价结论 2\n",
    ],
)
def test_tables_of_contents_are_no_sections(contents: str) -> None:
    text = f"某报告\n{contents}一、概况\n正文。\n二、结论\n完。\n"
    assert tree(text) == ["一、|概况", "二、|结论"]
    assert told(text) == []


def test_numbers_restart_behind_an_attachment() -> None:
    text = "某报告\n一、概况\n二、结论\n附件1：自评表说明\n一、指标\n二、得分\n附件2\n一、佐证\n"
    assert tree(text) == [
        "一、|概况", "二、|结论", "|附件1：自评表说明", ".一、|指标", ".二、|得分", "|附件2", ".一、|佐证"
    ]  # fmt: skip
    assert told(text) == []


def test_projects_in_one_file() -> None:
    text = "项目一：道路\n一、概况\n二、结论\n项目二：桥梁\n一、概况\n二、结论\n"
    assert tree(text) == [
        "项目一：|道路", ".一、|概况", ".二、|结论", "项目二：|桥梁", ".一、|概况", ".二、|结论"
    ]  # fmt: skip
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、甲\n二、乙\n二、丙\n", [("repeated", "二、", "三、")]),
        ("一、甲\n二、乙\n四、丁\n", [("skipped", "四、", "三、")]),
        ("一、甲\n三、乙\n三、丙\n四、丁\n", [("skipped", "三、", "二、")]),
        ("一、甲\n一、乙\n三、丙\n", [("repeated", "一、", "二、")]),
        ("二、甲\n二、乙\n三、丙\n", [("repeated", "二、", "一、")]),
        ("三、甲\n二、乙\n三、丙\n", [("skipped", "三、", "一、")]),
        ("二、甲\n三、乙\n", [("skipped", "二、", "一、")]),
        ("一、甲\n一、乙\n", [("repeated", "一、", "二、")]),
        ("1.甲\n2.乙\n3.丙\n2.丁\n", [("backwards", "2.", "4.")]),
        ("（一）甲\n（二）乙\n（二）丙\n（四）丁\n", [("repeated", "（二）", "（三）")]),
        ("一是甲。乙。\n三是丙。丁。\n三是戊。己。\n", [("skipped", "三是", "二是")]),
        ("⑴甲\n⑵乙\n⑷丙\n", [("skipped", "⑷", "⑶")]),
        ("①甲\n②乙\n②丙\n", [("repeated", "②", "③")]),
        ("第一章 甲\n第三章 乙\n", [("skipped", "第三章 ", "第二章")]),
        ("任务1：甲\n任务3：乙\n", [("skipped", "任务3：", "任务2：")]),
        ("１．甲\n３．乙\n", [("skipped", "３．", "2.")]),
    ],
)
def test_irregular_numbers(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


def test_an_irregularity_says_where() -> None:
    text = "一、甲\n二、乙\n二、丙\n"
    (found,) = outline(text)[1]
    assert found.other is not None
    assert (found.start, found.end) == (8, 10)
    assert (found.other.start, found.other.end) == (4, 6)


@pytest.mark.parametrize(
    "text",
    [
        "一、甲\n（一）乙\n（二）丙\n二、丁\n（一）戊\n（二）己\n",
        "一、甲\n1.乙\n2.丙\n二、丁\n3.戊\n4.己\n",  # numbers that go on across chapters
        "一、甲\n1.乙。\n2.丙。\n质量指标\n1.丁。\n2.戊。\n",  # under unnumbered headings
        "一、甲\n主要做法：1.建立制度。\n2.加强监督。\n3.严格考核。\n",  # item 1 in the paragraph before
        "一是甲；二是乙；三是丙。\n四是丁。\n五是戊。\n",
        "一是甲，二是乙。丙。\n三是丁。\n",
        "1.甲\n2.乙，详见（三）。\n3.丙\n",
        "一、甲\n二、乙\n（三）丙\n",  # a lone reference or a lone item says nothing
        "（1）甲\n（2）乙\n①丙\n②丁\n（3）戊\n①己\n",
        "一、甲\n1.乙\n2.丙\n（1）丁\n（2）戊\n3.己\n",
        "附件：1.自评表\n2.佐证材料\n",
        "某报告\n附件：1.自评表\n2.佐证材料\n",
    ],
)
def test_regular_numbers(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一、甲\n（一）乙\n（1）丙\n（2）丁\n（二）戊\n（1）己\n",
            [("level-skipped", "（1）", "1.")],
        ),
        ("一、甲\n（一）乙\n二、丙\n1.丁\n正文。\n", [("level-skipped", "1.", "（一）")]),
        ("一、甲\n（一）乙\n二、附件\n1.自评表\n2.佐证\n", []),
        ("一、甲\n1.丁\n2.戊\n", []),
        ("一、甲\n（一）乙\n二、丙\n1.完成培训5期，人数120人。\n2.调研3次。\n", []),
        ("一、甲\n（1）乙\n正文。\n", [("level-skipped", "（1）", "（一）")]),
        ("一、甲\n（1）乙；\n（2）丙。\n正文。\n", []),
        ("1.1 甲\n2.1.1 乙\n2.1.2 丙\n", [("level-skipped", "2.1.1", "2.1")]),
        ("1.1 甲\n1.1.1 乙\n", []),
        ("2.1.1 乙\n2.1.2 丙\n", []),  # an extract
        ("1.1 甲\n见2.1。\n2.1.1 乙\n", []),
        ("（一）甲\n一、乙\n二、丙\n（二）丁\n", [("inverted", "一、", "1.")]),
        ("一、甲\n1.乙\n（一）丙\n2.丁\n", [("inverted", "（一）", "（1）")]),
        ("1.乙\n（一）丙\n2.丁\n", []),  # its own order of levels
        ("一、甲\n（一）乙\n二、丙\n（一）丁\n", []),
    ],
)
def test_skipped_levels(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("主要做法：一是甲；二是乙；三是丙。", [[1, 2, 3]]),
        ("包括：（1）甲；（2）乙；（3）丙，见（2）。", [[1, 2, 3]]),
        ("①甲②乙，③丙", [[1, 3]]),
        ("一是甲；二是乙。另外，一是丙；二是丁。", [[1, 2], [1, 2]]),
        ("第一，甲。第二，乙。", [[1, 2]]),
        ("附件：1.甲 2.乙", [[1, 2]]),
        ("投入1.5万元、2.5万元、3.5万元。", []),
        ("依据（2）执行，参照（5）。", []),
        ("一是甲。\n二是乙。", []),
        ("1、2、3号楼", []),
        (
            "备注：1.支付率＝支出÷到位。2.2022年少到150万元。3.2021年完成61个。4.其余见表。",
            [[1, 2, 3, 4]],
        ),
        ("1.以地磅为准。2.6个街道收运8.42万吨。3.目标按调整后的计分。", [[1, 2, 3]]),
        ("1.完成道路。2.5公里管网也已完成。2.质量达标。3.按期完成。", [[1, 2, 3]]),
    ],
)
def test_inline_runs(text: str, values: list[list[int]]) -> None:
    runs = inline_runs(read("a.txt", text.encode()))
    assert [[marker.value for marker in run] for run in runs] == values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("做法：一是甲；三是乙；三是丙。", [("skipped", "三是", "二是")]),
        ("做法：一是甲；二是乙；二是丙。", [("repeated", "二是", "三是")]),
        ("做法：二是甲；二是乙；三是丙。", [("repeated", "二是", "一是")]),
        ("做法：（1）甲；（2）乙；（4）丙。", [("skipped", "（4）", "（3）")]),
        ("做法包括（1）甲；（2）乙；丙（3）丁；（4）戊。", []),
        ("①甲②乙，③丙", []),
        ("做法：一是甲；二是乙；四是丙；三是丁。", [("skipped", "四是", "三是")]),
        ("第一，甲。第三，乙。", [("skipped", "第三，", "第二，")]),
        ("同上，（2）已述，（5）从略，（3）另议，（2）亦然。", []),
    ],
)
def test_inline_irregularities(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.skipif(not SEED.is_dir(), reason="the seed report is not here")
def test_seed() -> None:
    (path,) = SEED.glob("*.txt")
    found, irregular = build(read(path.name, path.read_bytes()))
    marks = [(s.depth, s.marker.text) for s in found.sections if s.marker]
    assert irregular == ()
    assert len(marks) == len(found.sections) == 23
    assert [text for depth, text in marks if depth == 0] == ["一、", "二、", "三、"]
    assert [text for depth, text in marks if depth == 1] == [
        "（一）", "（二）", "（一）", "（二）", "（三）", "（四）", "（五）"
    ]  # fmt: skip
    assert [text for depth, text in marks if depth == 2] == ["1.", "2.", "3."]
    assert [text for depth, text in marks if depth == 3] == ["⑴", "⑵"]
    assert (
        "".join(text for depth, text in marks if depth == 4) == "一是二是三是一是二是三是四是五是"
    )
    assert (found.title_start, found.title_end) == (1, 17)
