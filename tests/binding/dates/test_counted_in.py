"""What was done in another year, and is told to count for this one."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "date/past-plan"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("2024年3月补发190户，一并算作2023年的产出。", ["2024年3月"]),
        ("2022年12月举办3期培训，也作为本年度的任务上报。", ["2022年12月"]),
        ("2024年3月补发190户，没有算作2023年的产出。", []),
        ("2022年12月下达的资金列入2023年度任务。", []),
        ("2023年3月补发190户，一并算作2023年的产出。", []),
        ("2024年3月才全部建成，2023年度目标完成率100%。", ["2024年3月"]),
        ("2024年3月验收，2023年度目标完成率100%。", []),
        ("全年演出60场：2021年10月演出22场，2023年演出38场。", ["2021年10月"]),
        ("累计演出60场：2021年10月演出22场，2023年演出38场。", []),
        ("全年演出60场，2021年10月演出22场。", []),
        ("全年培训60人，其中2021年入职22人，2023年入职38人。", []),
    ],
)
def test_the_year_of_what_counts(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
