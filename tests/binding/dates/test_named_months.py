"""Months told of a named part of the year."""

from __future__ import annotations

import pytest

from linter.binding.dates.named_months import named_months
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("二季度支付加快，其中7月份单月支付318万元，为该季度最高。", ["7月份"]),
        ("一季度演出12场，分别在1月、2月和4月演出。", ["4月"]),
        ("上半年采购三批，其中8月那批金额最大。", ["8月"]),
        ("春季造林从九月下旬开始。", ["九月下旬"]),
        ("设备9月中旬到货，到货签收单上的时间为9月27日。", ["9月27日"]),
        ("各季度末月清查，分别为3月、6月、8月、12月。", ["8月"]),
        ("月末（4月8日）完成。", ["4月8日"]),
        ("3月15日属第二季度。", ["3月15日"]),
        ("四季度末即2022年11月30日，形成固定资产。", ["11月30日"]),
        ("培训放在第二季度，签到表上的日期为7月6日。", ["7月6日"]),
        ("第三季度的三次会分别开在7月2日、8月9日和次年1月6日。", ["次年1月6日"]),
        ("招标安排在二季度，实际7月8日开标，符合计划安排。", ["7月8日"]),
    ],
)
def test_those_of_another_part_are_told(text: str, told: list[str]) -> None:
    facts = case(text + "\n").facts
    found = [figure for figure in named_months(facts) if not figure.right]
    assert [facts.text[figure.start : figure.end] for figure in found] == told


@pytest.mark.parametrize(
    "text",
    [
        "第三季度补贴分别于10月、11月发放。",
        "二季度签约12户，其中7月搬迁3户。",
        "比一季度多3场，其中4月2场。",
        "上半年与下半年各一次，分别在5月和10月。",
        "5月上旬下达计划，5月17日拨付，回单日期为5月18日。",
        "5月上旬下达计划，回单日期为5月17日。",
        "冬季清洁取暖改造于8月实施。",
        "三季度补贴发放时间为10月20日。",
        "一季度预警3次，4月又预警2次。",
        "合同第一季度考核3次（3月、4月、5月）。",
    ],
)
def test_what_may_be_of_another_part_is_not(text: str) -> None:
    assert not [figure for figure in named_months(case(text + "\n").facts) if not figure.right]
