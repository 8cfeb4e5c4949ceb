"""By how much something was early or late."""

from __future__ import annotations

import pytest

from linter.binding.dates.early_or_late import early_or_late
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("兑付时限为11月30日，实际12月18日兑付，延迟18天。", [True]),
        ("兑付时限为11月30日，实际12月18日兑付，延迟8天。", [False]),
        ("比要求的6月30日早了15天，资料于6月25日报送。", [False]),
        ("原定10月10日开馆，9月20日开馆，比原定推迟20天。", [False]),
        ("合龙由4月20日推至5月11日，比原定晚21天。", [True]),
        ("承诺为2021年9月底，实际2022年1月底交房，晚交三个月。", [False]),
        ("2023年3月15日开班，比2022年3月25日提前10天。", [True]),
        ("3月18日开工，原定6月30日完工，实际8月22日才完工，拖了35天。", [False]),
        ("5月10日进场，合同约定8月31日前装完，8月19日亮灯，比约定提前12天。", [True]),
        ("5月10日进场，合同约定8月31日前装完，8月19日亮灯，比约定提前21天。", [False]),
    ],
)
def test_whether_it_is_right(text: str, right: list[bool]) -> None:
    assert [told.right for told in early_or_late(case(text + "\n").facts)] == right


@pytest.mark.parametrize(
    "text",
    [
        "3月5日签订，6月8日完工，较合同工期提前11天。",
        "计划6月30日完工，实际7月20日完工，比上年提前5天。",
        "时限为11月30日，首批11月22日兑付，末批12月8日兑付，末批超期8天。",
        "计划5月20日开工，6月20日完工，实际早了3天。",
        "7月1日进场，原定9月30日完工，10月15日主体完工，10月25日验收，晚了5天。",
        "6月核减里程后，单位于9月才在系统中修改目标值，滞后约3个月。",
        "6月调减任务，9月调整了绩效目标，晚了五个月。",
    ],
)
def test_nothing_that_may_be_of_other_days(text: str) -> None:
    assert not list(early_or_late(case(text + "\n").facts))
