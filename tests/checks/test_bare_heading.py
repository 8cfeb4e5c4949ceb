"""A heading with nothing below it."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "structure/bare-heading"
FULL = "全年按计划实施，资金专账核算，没有发现截留、挪用的情形。"


def chapters(*parts: str) -> str:
    marks = "一二三四五"
    titles = ("项目概况", "资金使用情况", "组织实施情况", "产出情况", "效益情况")
    return "".join(f"{m}、{t}\n{p}" for m, t, p in zip(marks, titles, parts, strict=False))


def test_the_one_chapter_without_text_is_told() -> None:
    text = chapters(f"{FULL}\n", "", f"{FULL}\n")
    assert told(RULE, text) == ["二、资金使用情况"]


@pytest.mark.parametrize(
    "text",
    [
        chapters(f"{FULL}\n", f"{FULL}\n", "无。\n"),
        chapters("", "", f"{FULL}\n"),
        chapters(
            f"{FULL}\n", "（一）到位情况\n全部到位。\n（二）支出情况\n全部支出。\n", f"{FULL}\n"
        ),
        f"一、项目概况\n{FULL}\n二、附件清单\n三、产出情况\n{FULL}\n",
        f"一、项目概况\n{FULL}\n二、加强领导，落实责任\n三、产出情况\n{FULL}\n",
    ],
    ids=["says nothing", "two alone", "chapters below", "attachments", "a point"],
)
def test_other_headings_are_left_alone(text: str) -> None:
    assert told(RULE, text) == []
