"""Paper, margins and page numbers: by sections, and told at the section's first words."""

from __future__ import annotations

import pytest

from linter.engine import lint
from linter.model import Submission
from linter.reading import read
from tests.cases import book
from tests.word import docx, field, p, r

TITLE = p("某局2023年度绩效自评报告")
RIGHT = '<w:pgMar w:top="2098" w:bottom="1984" w:left="1588" w:right="1474"/>'


def section(size: str, margins: str = RIGHT) -> str:
    width, height = size.split("x")
    return f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/>{margins}</w:sectPr>'


A4, ASIDE, LETTER = section("11906x16838"), section("16838x11906"), section("12240x15840")


def found(rule: str, body: str, footer: str = "") -> list[tuple[str, str]]:
    parts = {"footer1": footer} if footer else {}
    document = read("a.docx", docx(body, **parts))
    made = lint(Submission((document,)), book(), chosen=[rule])
    return [(f.quote, f.message) for f in made.findings if f.rule == rule]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (TITLE + A4, []),
        (TITLE + ASIDE, []),
        (
            TITLE + LETTER,
            [("某局2023年度绩效自评报告", "纸张为215.9×279.4毫米，应为A4（210×297）")],
        ),
        (
            TITLE + p("一、概况", properties=A4) + p("附件") + p("表") + LETTER,
            [("附件", "纸张为215.9×279.4毫米，应为A4（210×297）")],
        ),
        (
            TITLE + p("一、概况", properties=LETTER) + p("附件") + LETTER,
            [("某局2023年度绩效自评报告", "纸张为215.9×279.4毫米，应为A4（210×297）")],
        ),
        (TITLE, []),
    ],
)
def test_paper(body: str, said: list[tuple[str, str]]) -> None:
    assert found("layout/paper", body) == said


@pytest.mark.parametrize(
    ("margins", "said"),
    [
        (RIGHT, []),
        (RIGHT.replace("2098", "1440"), ["上边距25.4毫米，应为36～38毫米"]),
        (
            RIGHT.replace("1588", "1803").replace("1474", "1803"),
            ["左边距31.8毫米，应为27～29毫米", "右边距31.8毫米，应为25～27毫米"],
        ),
        ("", []),
    ],
)
def test_margins(margins: str, said: list[str]) -> None:
    body = TITLE + section("11906x16838", margins)
    assert sorted(m for _, m in found("layout/margins", body)) == sorted(said)
    aside = TITLE + section("16838x11906", margins)
    assert found("layout/margins", aside) == []


def test_page_numbers() -> None:
    assert found("layout/page-number", TITLE + A4, p(field("PAGE", r("1")))) == []
    assert found("layout/page-number", TITLE + A4, p("某局")) == [
        ("某局2023年度绩效自评报告", "没有页码：页眉、页脚中没有页码域")
    ]
