"""Years of plans, and of what is compared."""

from __future__ import annotations

import pytest

from linter.binding.dates.plan_years import plan_years
from linter.binding.dates.spoken_years import spoken_years
from tests.cases import case

TITLE = "某局2023年度绩效自评报告\n"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("方案（2021年—2024年），属该方案的中间一年。", ["中间一年"]),
        ("方案（2022年—2024年），属该方案的中间一年。", []),
        ("周期为2022年至2025年，下一年度为最后一年。", ["最后一年"]),
        ("周期为2022年至2024年，下一年度为最后一年。", []),
        ("规划（2023年至2025年），2024年为首年。", ["首年"]),
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


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("全年收费86万元，2023年同口径为72万元。", 1),
        ("全年收费86万元，2022年同口径为72万元。", 0),
        ("全年收费86万元，2021年同口径为72万元，同比多收19%。", 1),
        ("全年收费86万元，2021年同口径为72万元。", 0),
        ("人次比2023年的31.5万增长21%，本年为38.1万。", 1),
        ("全年接待2.1万人次，比2023年全省平均水平多0.3万人次。", 0),
        ("本年计划比2023年增长5%。", 0),
        ("2023年上半年收费86万元，2023年下半年比2023年上半年多2万元，全年合计174万元。", 0),
    ],
)
def test_compared(text: str, wrong: int) -> None:
    told = list(spoken_years(case(TITLE + text).facts))
    assert sum(said.told != said.due for said in told) == wrong
