"""Times of a day and the time between them."""

from __future__ import annotations

import pytest

from linter.binding.dates.clock_times import clock_times
from tests.cases import case

TITLE = "某队2023年度绩效自评报告\n"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("14时20分接警，15时05分到场，用时45分钟。", [True]),
        ("14时20分接警，15时05分到场，用时35分钟。", [False]),
        ("14时20分接警，14时25分出动，15时05分到场，用时40分钟。", [True]),
        ("23时50分出车，0时20分返回，耗时半小时，共30分钟。", [True]),
        ("8时15分出车，10时40分返回，耗时约2小时。", []),
        ("热线8时至18时有人值守，共值守10小时。", [True]),
        ("热线18时至次日6时有人值守，共值守14小时。", [False]),
        ("窗口9时至17时开放，每天开放7小时。", [True]),
        ("每日8时至28时值守。", [False]),
        ("书屋由17时延到20时关门，每天多开3小时。", [True]),
        ("书屋由17时延到20时关门，每天多开4小时。", [False]),
        # no times of a day
        ("设备24至72时无故障，10点位至30点位已安装，比例25:12。", []),
        ("上午9时至下午5时开放，每天开放8小时。", []),
    ],
)
def test_times(text: str, right: list[bool]) -> None:
    assert [told.right for told in clock_times(case(TITLE + text).facts)] == right
