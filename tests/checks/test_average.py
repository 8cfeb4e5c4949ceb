"""Averages against the figures listed, or the total and the number, beside them."""

from __future__ import annotations

import pytest

from linter.model import Status
from tests.checks.told import told
from tests.checks.verdicts import verdicts

OF_LISTS, OF_TOTALS = "arithmetic/mean", "arithmetic/averaged"


def of_lists(text: str) -> list[tuple[Status, str]]:
    return [(status, quote) for status, quote, _ in verdicts(OF_LISTS, text) if quote]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # of what is counted, by its unit or by its name
        ("提灌站总装机3840千瓦，共16座，每座平均225千瓦。", ["225千瓦"]),
        ("图书室43个，藏书总量129000册，平均每个图书室2000册。", ["2000册"]),
        ("清雪机械出动8次共216台次，平均每次出动37台次。", ["37台次"]),
        ("公租房入住480户1152人，户均2.9人。", ["2.9人"]),
        # of a year's months and days, which nobody tells
        ("全年编印简报60期，月均6期。", ["6期"]),
        ("全年接听热线18250个，平均每天接听80个。", ["80个"]),
        ("全年接听热线18250个，平均每天接听73个。", []),
        ("4月至12月共救助360人，月均50人。", []),
        # rounded, or cut off
        ("检测样品9695份，检测人员24人，人均检测403份。", []),
        ("检测样品9695份，检测人员24人，人均检测404份。", []),
        # what may be of others, or of some
        ("举办培训16期，参训640人次，其中外地学员140人次，期均31人次。", []),
        ("培训农民1260人，支出培训费63万元，人均600元。", []),
        ("贷款4.8亿元，惠及商户1200户，户均贷款45万元。", ["45万元"]),
        ("安置480户1152人，户均增收3000元。", []),
    ],
)
def test_averages_of_a_total(text: str, quotes: list[str]) -> None:
    assert told(OF_TOTALS, text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "三次测评得分依次为91.0分、92.5分和94.0分，三次平均92.5分。",
        "两个班合格率分别为96%和98%（平均97%）。",
        "四个季度各检查12次、15次、11次、14次，平均13次。",
    ],
)
def test_a_mean_that_is_so_passes(text: str) -> None:
    assert of_lists(text) == [(Status.passed, text[text.index("平均") + 2 :].rstrip("。）"))]


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
    assert of_lists(text) == [(Status.failed, quote)]


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
    assert all(status is not Status.failed for status, _ in of_lists(text))
