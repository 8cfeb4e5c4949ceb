"""Lengths of time told of two days."""

from __future__ import annotations

import pytest

from linter.binding.dates.between import between_days
from tests.cases import case


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("4月3日发布公告，4月18日成交，用时15天。", [True]),
        ("4月3日发布公告，4月18日成交，用时25天。", [False]),
        ("泵房2023年3月8日破土，同年6月20日贯通，前后用了184天。", [False]),
        ("2023年5月6日到货。5月26日装好，搁置了40天。", [False]),
        ("合作期限三年（2020年7月1日至2022年6月30日）。", [False]),
        ("有效期8年，自2015年10月1日起至2025年9月30日终止。", [False]),
        ("1至5月共7个月的水电费。", [False]),
        ("信访件3月2日收到，3月12日答复，处理周期为20天。", [False]),
        ("3月18日停工，5月17日复工，误工达90天。", [False]),
        ("理事会2019年6月当选，2022年6月任期届满，任期为五年。", [False]),
        ("协议2022年1月1日生效，2022年12月31日到期，服务期限为12个月。", [True]),
        ("租赁年限5年，租期从2020年9月1日到2023年8月31日。", [False]),
        ("有效期6个月；生效日2023年2月10日，失效日2023年11月9日。", [False]),
        ("外包从2020年1月起、到2022年12月止，合计24个月。", [False]),
    ],
)
def test_whether_it_is_right(text: str, right: list[bool]) -> None:
    assert [told.right for told in between_days(case(text + "\n").facts)] == right


@pytest.mark.parametrize(
    "text",
    [
        "3月15日下达资金，4月20日开工，历时60天完成。",
        "自3月1日起至11月30日止，野外作业共6个月，内业整理3个月。",
        "2023年4月10日批复，至2023年11月10日竣工，实际施工历时5个月。",
        "2023年3月1日至6月30日，共计16个月的补贴。",
        "1月至6月共4个月未缴费。",
        "合同工期180天，工程3月1日开工，10月20日竣工。",
        "服务期限三年，本年度合同2022年3月1日签订，12月31日到期。",
        "补助期限为6个月，首批人员2022年3月入职，12月考核。",
        "建设期2年，2023年1月至2023年12月完成主体。",
        "6月5日至6月16日的12天内抢修完毕，首尾两天各按一天计。",
        "工期60天，5月10日开工，至7月20日完工。",
        "3月1日开工，6月10日完工，其间连续200天值守。",
    ],
)
def test_nothing_that_may_be_of_other_days(text: str) -> None:
    assert not [told for told in between_days(case(text + "\n").facts) if not told.right]
