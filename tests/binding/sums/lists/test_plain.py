"""Sums so plainly told that what does not add up needs no slip to explain it."""

from __future__ import annotations

import pytest

from linter.binding.sums.lists.beside_totals import runs
from tests.cases import case

PLAIN = [
    ("本项目总投入534万元，由中央资金320万元和地方配套186万元构成。", "534万元"),
    ("本项目总投入534.7万元，分别为中央资金320万元、地方配套186万元。", "534.7万元"),
    ("甲镇培训120人、乙镇培训85人、丙镇培训95人，共计347人。", "347人"),
    ("编制96名，其中行政编制32名、事业编制44名。", "96名"),
]
NOT_PLAIN = [
    # of several totals, by a rate, with more beside them
    "2021年和2022年预算均为200万元，支出分别为160万元、180万元。",
    "以85万元计，对应金额分别为42.5万元、68万元和85万元。",
    "省级资金220万元执行率100%，市级资金80万元执行率95%，两级合计支出276万元。",
    "城市低保138万元，农村低保396万元，另从专户列支145万元，合计624万元。",
    "投入534万元，上年640万元，由中央资金320万元和地方配套186万元构成。",
    "编制96名，其中行政编制32名、事业编制44名，另有工勤编制20名。",
    "实施项目48个，新建32个、续建14个，2个转入下年。",
    # of some of each kind, or with more behind
    "全区共有学校48所，其中达标公办学校17所、民办学校19所。",
    "全区共有学校48所，其中公办学校17所、民办学校19所通过验收。",
    "项目总投资534万元，其中上级补助320万元、本级配套186万元，差额由企业自行承担。",
    # summed up as something else
    "中央资金320万元、地方配套186万元，共计支出480万元。",
    "工程费320万元、设备费186万元，含税合计530万元。",
    "支付工程款320万元、监理费18万元及其他费用，合计360万元。",
]


def wrong(text: str) -> list[str]:
    """The totals that their parts do not come to."""
    opened = case(f"某局绩效自评报告\n{text}\n")
    return [opened.text(r.total.start, r.total.end) for r in runs(opened.facts) if not r.holds]


@pytest.mark.parametrize(("text", "total"), PLAIN)
def test_however_much_is_lacking_is_told(text: str, total: str) -> None:
    assert wrong(text) == [total]


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_what_may_be_otherwise_is_not(text: str) -> None:
    assert wrong(text) == []
