"""Shares of one part of a list that adds up to its whole."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "arithmetic/part-shares"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("收回问卷200份，满意150份，一般38份，不满意12份，占16%。", "16%"),
        ("女学员占比57.3%——在册240人，女90人，男150人。", "57.3%"),
        ("评出28户，18户“优”、7户“良”、3户“中”，良的占比52%。", "52%"),
        ("十个项目，七个“优”、两个“良”、一个“中”，优的比例77%。", "77%"),
    ],
)
def test_a_share_goes_with_its_part_of_the_list(text: str, quote: str) -> None:
    assert told(RULE, text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "收回问卷200份，满意150份，一般38份，不满意12份，占6%。",
        "职工240人，男150人，女90人，党员占比30%，女党员占比10%。",
        "支出360万元，人员240万元，公用120万元，人员占比70%为考核上限。",
        "在册240人，女90人，男150人，女学员占比目标40%，上年女学员占比35%。",
        "评出28户，18户“优”、7户“良”、3户“中”，优良占比89.3%。",
        "项目12个，已完工9个、在建3个，在建的比例较高，占25%；投资占比18%。",
        "三个标段6公里，一标3公里、二标2公里、三标1公里，一标造价占比62%。",
        "预算200万元，设备150万元，软件50万元，占信息化总盘子的8%。",
    ],
)
def test_a_share_of_something_else_is_left_alone(text: str) -> None:
    assert not told(RULE, text)
