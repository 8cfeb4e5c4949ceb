"""What holds digits and is no quantity."""

from __future__ import annotations

import pytest

from linter.facts.reference import doc_numbers
from tests.cases import figures, quantities, references


def read(text: str) -> list[tuple[str, str]]:
    return [(found.kind, text[found.start : found.end]) for found in references(text)]


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("河财预〔2018〕5号", "河财预〔2018〕5号"),
        ("根据财预〔2020〕10号文件，", "财预〔2020〕10号"),
        ("财绩[2022]4号", "财绩[2022]4号"),
        ("云发【2023】10号", "云发【2023】10号"),
        ("云函（2022）第0001号", "云函（2022）第0001号"),
        ("下达湘财〔2019〕 112 号", "湘财〔2019〕 112 号"),
        ("财预〔2018〕5", "财预〔2018〕5"),
        ("财预〔20185万元", "财预〔2018"),
    ],
)
def test_document_number(text: str, literal: str) -> None:
    found = read(text)
    assert found[0] == ("doc-number", literal)
    assert [kind for kind, _ in found].count("doc-number") == 1


def test_several_document_numbers_keep_their_issuers() -> None:
    text = "依据甲财预〔2021〕3号和乙财农〔2022〕15号"
    assert [text[f.start : f.end] for f in doc_numbers(text)] == [
        "甲财预〔2021〕3号",
        "乙财农〔2022〕15号",
    ]


def test_figures_beside_a_document_number_are_read() -> None:
    assert [q.printed for q in quantities("财农〔2021〕112号下达75万元")] == [750_000]


@pytest.mark.parametrize(
    "text",
    [
        "第十五届",
        "第3批",
        "第一产业",
        "第十二次",
        "第2季度",
        "第5条",
        "第三名",
        "第一中学",
        "第二人民医院",
    ],
)
def test_ordinal(text: str) -> None:
    assert read(text) == [("ordinal", text)]


@pytest.mark.parametrize(
    "text",
    [
        "GB/T 9704—2012", "GB/T15834-2011", "13812345678", "0778-2281234", "400-123-4567", "9:30",
        "17:00:05", "3:1", "V2.0.1", "C30", "501室", "990000220000000123456", "45012319900101123X",
        "1.2.3", "6200 0000 0000 0001", "G75", "A4",
    ],
)  # fmt: skip
def test_code(text: str) -> None:
    assert read(text) == [("code", text)]
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["20XX年", "20××年", "XX万元", "×××人", "xx项目"])
def test_placeholder(text: str) -> None:
    assert read(text) == [("placeholder", text)]


@pytest.mark.parametrize("text", ["张XX", "某XX公司", "X"])
def test_name_made_unknown_is_no_placeholder(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("C30混凝土15立方米", 15),
        ("3号楼建成12间", 12),
        ("附件3：共36份", 36),
        ("手机13812345678，共5人", 5),
        ("见表3，更换智能水表86块", 86),
        ("安装智能水表6,200只", 6200),
        ("换装电能表12块", 12),
        ("全县人大代表25人参加", 25),
        ("报送统计报表12份", 12),
        ("绘制地图3幅", 3),
        ("印发附件1,200份", 1200),
        ("配置AED1,200台", 1200),
        ("编号A12,300个", 12_300),
        ("执行GB 18918-2002,210项合格", 210),
    ],
)
def test_code_leaves_the_figures_beside_it(text: str, printed: int) -> None:
    assert [q.printed for q in quantities(text)] == [printed]


@pytest.mark.parametrize(
    "text", ["表1项目支出", "如图2所示", "表3部门预算", "表2名称", "表4台账", "表1-2预算"]
)
def test_table_with_a_number_is_a_reference(text: str) -> None:
    assert [kind for kind, _ in read(text)] == ["code"]
    assert quantities(text) == []
