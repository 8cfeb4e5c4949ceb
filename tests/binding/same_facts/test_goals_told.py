"""Results against the goals that another chapter tells."""

from __future__ import annotations

import pytest

import linter
from tests.checks.told import told

RULE = "consistency/restated"
GOALS = (
    "某局2023年度绩效自评报告\n一、年度目标\n新打机井18眼，更新公交车45辆，培训村医300人次，"
    "建候车亭80座，群众满意度不低于88%。\n二、完成情况\n"
)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("机井打成18眼，与目标一致；候车亭建成76座，完成率95%。", []),
        ("机井打成81眼，与目标一致。", ["81眼"]),
        ("更新公交车48辆，比目标多两辆。", ["两辆"]),
        ("更新公交车48辆，比目标多3辆，其中北线31辆，比目标多1辆。", []),
        ("更新纯电动公交车40辆，完成率100%。", []),
        ("其中柳湾镇培训村医90人次，与目标持平。", []),
        ("候车亭少建成4座，完成率85%。", ["85%"]),
        ("培训村医320人次，为目标310人次的103%。", ["310人次"]),
        ("群众满意度91.2%，比目标高4.2个百分点。", ["4.2个百分点"]),
        ("村医满意度91.2%，比目标高4.2个百分点。", []),
        ("上半年更新公交车20辆，比目标多5辆。", []),
    ],
)
def test_result_against_goal(text: str, quotes: list[str]) -> None:
    assert told(RULE, GOALS + text + "\n") == quotes


@pytest.mark.parametrize(
    ("lang", "message"),
    [
        ("zh", "此处为两辆，前文同一项为3辆（按45辆推算），请核对"),
        ("en", "两辆 here, 3辆 before (reckoned from 45辆)"),
    ],
)
def test_what_is_reckoned_from_the_goal_is_said_to_be(lang: str, message: str) -> None:
    text = GOALS + "更新公交车48辆，比目标多两辆。\n"
    (found,) = linter.lint(text, select=[RULE], lang=lang).findings
    assert found.message == message
