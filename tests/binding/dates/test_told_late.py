"""Steps told too late, and the earliest and the latest of some days."""

from __future__ import annotations

import pytest

from tests.checks.told import told

RULE = "date/course"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("工程9月12日竣工验收，10月8日才下达开工令。", ["9月12日"]),
        ("中标通知书于5月20日发出，而评标委员会5月27日才完成评审。", ["5月20日"]),
        ("该设备2022年6月到货，采购合同签订日期为2022年8月。", ["2022年6月"]),
        ("5月23日签订施工合同，5月26日才开标。", ["5月23日"]),
        # of two things
        ("一标段9月12日竣工验收，二标段10月8日才下达开工令。", []),
        ("道路8月6日竣工验收，路灯8月20日才开工。", []),
        ("设备2022年6月到货，维保合同签订日期为2022年8月。", []),
        # told as a fault
        ("问题是中标通知书5月20日发出，评标委员会5月27日才完成评审。", []),
        ("先供货后签合同的问题：设备6月到货，采购合同8月才签订。", []),
        # the earliest and the latest
        ("开标最早的是东区（9月16日），最晚的是西区（6月28日）。", ["6月28日"]),
        ("最晚开工的为东区（6月8日），最早开工的为西区（9月5日）。", ["9月5日"]),
        ("开标最早的是东区（4月16日），最晚的是西区（6月28日）。", []),
        ("受理最晚的是9月5日，办结最早的是3月6日。", []),
        ("最早的是东区（11月16日），最晚的是西区（次年1月8日）。", []),
    ],
)
def test_late(text: str, quotes: list[str]) -> None:
    assert told(RULE, text) == quotes
