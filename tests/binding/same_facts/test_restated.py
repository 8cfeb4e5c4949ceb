"""The same long name before two figures in different paragraphs."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "consistency/restated"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2023年，企业实际投资额30.2亿元。\n\n引导企业实际投资额达12亿元。", "12亿元"),
        ("登记失业率年末为4.86%，低于控制线。\n\n社会效益：年末登记失业率3.86%。", "3.86%"),
        ("贷款贴息资金总额86.5万元。\n\n发放贷款贴息资金总额68.5万元。", "68.5万元"),
    ],
)
def test_two_values_under_one_name(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        # one paragraph, another time, a plan, a place, a part, a shorter name
        "企业实际投资额30.2亿元，园区企业实际投资额12亿元。",
        "企业实际投资额30.2亿元。\n\n截至6月底企业实际投资额12亿元。",
        "企业实际投资额30.2亿元。\n\n2021年企业实际投资额12亿元。",
        "计划企业实际投资额30.2亿元。\n\n企业实际投资额12亿元。",
        "企业实际投资额30.2亿元。\n\n沙河镇企业实际投资额12亿元。",
        "企业实际投资额30.2亿元。\n\n第一批企业实际投资额12亿元。",
        "企业实际投资额30.2亿元。\n\n实际投资额12亿元。",
        # two paragraphs that tell the same of two things
        "局本级在职42人，公用经费支出总额63万元。\n\n监测站在职18人，公用经费支出总额25.2万元。",
        # with three values each is of its own
        "企业实际投资额30.2亿元。\n\n企业实际投资额12亿元。\n\n企业实际投资额8亿元。",
        # rates have several bases
        "项目预算执行率95.15%。\n\n项目预算执行率93.30%。",
    ],
)
def test_what_may_be_two_facts_is_left_alone(text: str) -> None:
    assert told(RULE, text) == []
