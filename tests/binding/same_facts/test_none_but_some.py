"""Things told to be none, and a number of them."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/state"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("信访案件为零，办结的3件信访案件均按期答复。", ["3件信访案件"]),
        ("诉讼案件为无，作为被告的诉讼案件1件仍在二审。", ["诉讼案件1件"]),
        ("本年信访案件为零，上年的3件信访案件均已答复。", []),
        ("项目区无空置住房，空置的11套住房拟另行安置。", ["空置的11套"]),
        ("断面全年没有超标月份，超标的是7月和8月。", ["超标的是"]),
        ("12项任务全部完成，其中普查一项尚未启动。", ["其中普查一项尚未启动"]),
        ("9个问题已全部制定整改措施，其中2个尚未整改。", []),
        ("无投诉举报，受理咨询15个，设投诉举报电话2部。", []),
        ("甲镇无设计变更，乙镇设计变更2项。", []),
        ("未发生重大事故，发生的2起一般事故均已处理。", []),
        ("全年未召开听证会，书面征求意见3次。", []),
    ],
)
def test_none(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
