"""Years of plans: how many, and which is the last."""

from __future__ import annotations

import pytest

from linter.binding.dates.plan_years import plan_years
from tests.cases import case

TITLE = "某局2023年度绩效自评报告\n"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("方案（2021年—2024年），本年度为中间一年。", ["中间一年"]),
        ("方案（2022年—2024年），本年度为中间一年。", []),
        ("规划（2021—2025年）印发后，设立奖补项目，2022年为首年。", []),
        ("周期为2022年至2025年，下一年度为最后一年。", ["最后一年"]),
        ("周期为2022年至2024年，下一年度为最后一年。", []),
        ("规划期为2021年至2025年，为期四年。", ["四"]),
        ("规划期为2021年7月至2025年6月，为期四年。", []),
        ("服务期为2021年至2023年，为期两年。", []),
        ("办法自2023年2月1日施行以来已满一年，拟在2023年修订。", ["2023"]),
        ("办法自2023年2月1日施行以来已满一年，拟在2024年修订。", []),
    ],
)
def test_plans(text: str, quotes: list[str]) -> None:
    facts = case(TITLE + text).facts
    assert [facts.text[f.start : f.end] for f in plan_years(facts) if not f.right] == quotes
