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


@pytest.mark.parametrize(
    ("row", "right", "wrong"),
    [
        ("评价组走访了王家沟、李家坪、下营、石灰窑{n}个村，其他村电话核实。", "四", "五"),
        ("走访了王家村、李家村、下营村、石灰村共{n}个村。", "4", "6"),
        ("涉及财政、审计、教育、卫健{n}个部门。", "4", "5"),
    ],
)
def test_names_before_their_number(row: str, right: str, wrong: str) -> None:
    assert told("consistency/count", row.format(n=right)) == []
    assert len(told("consistency/count", row.format(n=wrong))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "清河、白水、黄土8个村受益。",
        "为王家村、李家村、下营村、石灰村共6个村民小组通水。",
        "走访王家沟、李家坪、下营、石灰窑等6个村。",
    ],
)
def test_things_of_what_is_named(text: str) -> None:
    assert told("consistency/count", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "存在两方面问题：一是进度滞后、资料不全、支付慢；二是管护不到位。",
        "两个标段：一标段含道路、桥梁、涵洞；二标段含绿化、亮化。",
        "资金分三批：第一批中央、省级资金300万元；第二批50万元；第三批60万元。",
        "涉及3个乡镇：东片区的城关镇、东山镇，西片区的西河镇。",
        "覆盖1个街道3个镇：北门街道、永安镇、长坪镇、高桥镇。",
        "培训12期，管理类2期、其他（政策、法规、安全）2期。",
        "全局设6个科（室、中心）：办公室、财务科、业务科、法规科、信息中心、服务中心。",
        "两个项目情况：甲项目投入18分、产出48分；乙项目投入19分、产出46分。",
    ],
)
def test_lists_that_count_something_else(text: str) -> None:
    assert told("consistency/count", text) == []
