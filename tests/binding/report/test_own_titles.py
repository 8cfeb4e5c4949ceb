"""Chapters whose titles are their author's own words."""

from __future__ import annotations

import pytest

from linter.binding.report.own_titles import own_chapters
from tests import cases


@pytest.mark.parametrize(
    ("titles", "own"),
    [
        (("项目概况", "资金使用情况", "自评结论"), []),
        (("项目概况", "钱的账", "资金管理", "自评结论"), []),
        (("先交代背景", "渠是怎么挖的", "打分"), ["渠是怎么挖的"]),
        (("水从哪来", "活干完没有", "分数"), ["水从哪来", "活干完没有", "分数"]),
        (("钱怎么来", "渠怎么挖", "资金使用情况", "绩效情况", "结论"), ["钱怎么来", "渠怎么挖"]),
        (("水从哪来", "附件：水价表怎么看"), ["水从哪来"]),
    ],
)
def test_they_are_told_where_most_titles_are_such(titles: tuple[str, ...], own: list[str]) -> None:
    marked = zip("一二三四五", titles, strict=False)
    text = "".join(f"{number}、{title}\n挖渠。\n" for number, title in marked)
    found = own_chapters(cases.case(f"某站绩效自评报告\n{text}"))
    assert [section.title for section in found] == own
