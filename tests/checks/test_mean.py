"""Means against the figures listed before them."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.verdicts import verdicts

RULE = "arithmetic/mean"


def told(text: str) -> list[tuple[Status, str]]:
    return [(status, quote) for status, quote, _ in verdicts(RULE, text) if quote]


@pytest.mark.parametrize(
    "text",
    [
        "三次测评得分依次为91.0分、92.5分和94.0分，三次平均92.5分。",
        "两个班合格率分别为96%和98%（平均97%）。",
        "四个季度各检查12次、15次、11次、14次，平均13次。",
    ],
)
def test_a_mean_that_is_so_passes(text: str) -> None:
    assert told(text) == [(Status.passed, text[text.index("平均") + 2 :].rstrip("。）"))]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("三次测评得分依次为91.0分、92.5分和94.0分，三次平均95.2分。", "95.2分"),
        ("两个班合格率分别为96%和98%（平均79%）。", "79%"),
        # within the figures, one slip away
        ("三次测评得分依次为91.0分、92.5分和94.0分，三次平均93.5分。", "93.5分"),
    ],
)
def test_a_mean_that_cannot_be_is_told(text: str, quote: str) -> None:
    assert told(text) == [(Status.failed, quote)]


@pytest.mark.parametrize(
    "text",
    [
        # rates are of wholes of different sizes
        "两个班合格率分别为96%和98%，平均96.8%。",
        "三个镇分别补助12万元、15万元、18万元，按人口平均16万元。",
        "三个镇分别补助12万元、15万元、18万元，比全市平均多3万元。",
        "三个镇补助12万元、15万元、18万元，户均补助1万元。",
        # of more than are listed, and of what the figures change
        "10个村考评，其中东村、西村分别得82分、85分，平均90.1分。",
        "四个季度考核分别扣2分、3分，平均得分97.5分。",
        "得分最低的两个项目分别为72分、75分，平均分88.2分。",
        # no words say that there is one for each
        "培训12期、15期，平均每年20期。",
        "两个班合格率分别为96%和98%，人均费用下降5%。",
    ],
)
def test_what_is_no_mean_of_the_figures_is_left_alone(text: str) -> None:
    assert all(status is not Status.failed for status, _ in told(text))
