"""Lists below an announced number, mottos, and names before their number."""

from __future__ import annotations

import pytest

from tests.checks.told import told

BULLETS = "翻出{n}个问题：\n\n- 到货管得松。\n- 人没跟上。\n- 付款没想到。\n"
ROWS = (
    "服务{n}个专业：\n\n| 专业 | 人数 |\n|---|---|\n| 数控 | 30 |\n| 机电 | 26 |\n| 合计 | 56 |\n"
)
MOTTO = "落实“{n}个一律”，即无预算一律不采购，无合同一律不付款，无验收一律不入账。\n"
NAMES = "打进包里的为赵庄、李洼、孙岗，共{n}个村，一村一站。\n"
CIRCLED = "{n}件事：①黑名单写进合同；②空缺岗位春季招聘；③编预算前询价。\n"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (BULLETS, "三", "四"),
        (ROWS, "两", "三"),
        (MOTTO, "三", "四"),
        (NAMES, "三", "五"),
        (CIRCLED, "三", "五"),
    ],
)
def test_lists(text: str, right: str, wrong: str) -> None:
    def found(number: str) -> list[str]:
        return told("consistency/count", f"\n{text.format(n=number)}")

    assert found(right) == []
    assert [quote[0] for quote in found(wrong)] == [wrong]


@pytest.mark.parametrize(
    "text",
    ["项目涉及柳河镇、双桥镇、青石镇，共12个村。", "参加的有教师、学生、家长，共六场活动。"],
)
def test_others(text: str) -> None:
    assert told("consistency/count", text) == []
